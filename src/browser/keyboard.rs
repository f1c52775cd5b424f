//! Keys as they are meant, whatever the layout, caps lock and input methods make of them.

use web_sys::KeyboardEvent;

/// The key of an event: a letter as a small Latin one, anything else by its name or its sign.
///
/// Where the layout has letters of another script, the one that is printed there on Latin keyboards is meant, as browsers
/// hold it with their own keys.
pub fn meant(event: &KeyboardEvent) -> String {
    let key = event.key();
    let mut letters = key.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if letter.is_ascii() => letter.to_ascii_lowercase().to_string(),
        (Some(_), None) => match event.code().strip_prefix("Key") {
            Some(latin) if latin.len() == 1 => latin.to_ascii_lowercase(),
            _ => key,
        },
        _ => key,
    }
}

/// Whether an input method has the key.
pub fn is_composing(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == 229
}

/// Whether a command is meant: Control, or Command on a Mac; with Alt it is AltGr, which writes signs.
pub fn is_command(event: &KeyboardEvent) -> bool {
    (event.ctrl_key() || event.meta_key()) && !event.alt_key()
}
