//! Blanks: what only parts words, and may be taken away at the ends of a text.

use super::decode::misread;

/// Whether a character is a blank. U+0085 is none: XML keeps it, and windows-1252 has its byte for `…`.
pub fn is_blank(sign: char) -> bool {
    sign.is_whitespace() && sign != '\u{85}'
}

/// The text without the blanks at both ends.
pub fn trim(text: &str) -> &str {
    trim_end(text.trim_start_matches(is_blank))
}

/// The text without the blanks at its end.
pub fn trim_end(text: &str) -> &str {
    without_end(text, is_blank)
}

/// The text without characters of a kind at its end, but with those that are parts of a letter which was read wrongly.
pub fn without_end(text: &str, is_of_kind: impl Fn(char) -> bool) -> &str {
    let mut kept = text;
    while let Some(last) = kept.chars().next_back().filter(|last| is_of_kind(*last)) {
        if !last.is_ascii() && misread::ends_letter(kept) {
            break;
        }
        kept = &kept[..kept.len() - last.len_utf8()];
    }
    kept
}
