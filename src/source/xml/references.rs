//! References: what stands between `&` and `;`, read and written.

use std::borrow::Cow;

use super::characters;

/// What an ampersand begins.
pub(super) enum Reference {
    /// A reference of this many bytes, to this character.
    To(usize, char),
    /// A reference of this many bytes, to a character that XML cannot hold or that does not exist.
    Forbidden(usize),
    /// A reference of this many bytes, by a name that XML does not know.
    Unknown(usize),
    /// A known name or a number without its semicolon, of this many bytes.
    Unfinished(usize),
    /// No reference.
    Bare,
}

/// What the ampersand at the front of a text begins.
pub(super) fn read(text: &str) -> Reference {
    let bytes = text.as_bytes();
    let (digits, radix) = match bytes.get(1..) {
        Some([b'#', b'x', ..]) => (3, 16),
        Some([b'#', ..]) => (2, 10),
        _ => return named(text),
    };
    let is_digit = |byte: &u8| char::from(*byte).is_digit(radix);
    let end = digits + bytes[digits..].iter().take_while(|byte| is_digit(byte)).count();
    if end == digits {
        return Reference::Bare;
    }
    if bytes.get(end) != Some(&b';') {
        return Reference::Unfinished(end);
    }
    let code = u32::from_str_radix(text[digits..end].trim_start_matches('0'), radix);
    match code.ok().and_then(char::from_u32).filter(|character| characters::is_character(*character)) {
        Some(character) => Reference::To(end + 1, character),
        None => Reference::Forbidden(end + 1),
    }
}

fn named(text: &str) -> Reference {
    let end = characters::name_end(text, 1);
    let character = match &text[1..end] {
        "" => return Reference::Bare,
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    };
    match (character, text.as_bytes().get(end) == Some(&b';')) {
        (Some(character), true) => Reference::To(end + 1, character),
        (Some(_), false) => Reference::Unfinished(end),
        (None, true) => Reference::Unknown(end + 1),
        (None, false) => Reference::Bare,
    }
}

/// The text with its references resolved, as far as they can be.
pub(super) fn resolve(raw: &str) -> Cow<'_, str> {
    let Some(first) = raw.find('&') else { return Cow::Borrowed(raw) };
    let mut text = String::with_capacity(raw.len());
    let (mut kept, mut at) = (0, first);
    loop {
        if let Reference::To(length, character) = read(&raw[at..]) {
            text.push_str(&raw[kept..at]);
            text.push(character);
            kept = at + length;
        }
        let from = kept.max(at + 1);
        match raw[from..].find('&') {
            Some(next) => at = from + next,
            None => break,
        }
    }
    text.push_str(&raw[kept..]);
    Cow::Owned(text)
}

/// The text with some characters replaced; `replacement` is given what stands before the character, and the character.
pub(super) fn escape(text: &str, replacement: impl Fn(&str, char) -> Option<&'static str>) -> Cow<'_, str> {
    let mut escaped = String::new();
    let mut kept = 0;
    for (at, byte) in text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii()) {
        if let Some(replacement) = replacement(&text[..at], char::from(byte)) {
            escaped.push_str(&text[kept..at]);
            escaped.push_str(replacement);
            kept = at + 1;
        }
    }
    if kept == 0 {
        return Cow::Borrowed(text);
    }
    escaped.push_str(&text[kept..]);
    Cow::Owned(escaped)
}
