//! Ligatures: one sign where a page set two or three letters close, `ﬀ` for `ff`, which a copy of the page brings along.

/// The letters of a ligature (Unicode, Alphabetic Presentation Forms); `None` where a sign is none.
pub fn letters(sign: char) -> Option<&'static str> {
    Some(match sign {
        '\u{FB00}' => "ff",
        '\u{FB01}' => "fi",
        '\u{FB02}' => "fl",
        '\u{FB03}' => "ffi",
        '\u{FB04}' => "ffl",
        '\u{FB05}' | '\u{FB06}' => "st",
        _ => return None,
    })
}

/// A text with letters in the place of its ligatures; `None` where it has none.
pub fn written_out(text: &str) -> Option<String> {
    let has_some = text.chars().any(|sign| letters(sign).is_some());
    has_some.then(|| {
        let mut written = String::with_capacity(text.len());
        for sign in text.chars() {
            match letters(sign) {
                Some(letters) => written.push_str(letters),
                None => written.push(sign),
            }
        }
        written
    })
}
