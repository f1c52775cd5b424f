//! References: what stands between `&` and `;`, read and written.

use std::borrow::Cow;

use super::{characters, faults::quoted, reader::Reader};
use crate::source::{message::Message, text::Span};

/// What an ampersand begins.
enum Reference {
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

impl Reader<'_> {
    /// Checks the reference that should begin here. Its length when it can be resolved.
    pub(super) fn reference(&mut self) -> Option<usize> {
        let at = self.at;
        match read(&self.text[at..]) {
            Reference::To(length, _) => return Some(length),
            Reference::Forbidden(length) => {
                let span = Span::new(at, at + length);
                let text = span.text(self.text);
                self.faults.add(span, || format!("`{}` means a character that XML cannot hold", quoted(text)));
            }
            // A DOCTYPE may define names; it is refused as a whole.
            Reference::Unknown(_) if self.xml.doctype.is_some() => {}
            Reference::Unknown(length) => {
                let span = Span::new(at, at + length);
                let name = quoted(&span.text(self.text)[1..]);
                self.faults.add(span, || {
                    let advice = format!("write the character itself, or `&amp;{name}` for these letters");
                    Message::new(format!("XML does not know `&{name}`")).with_advice(advice)
                });
            }
            Reference::Unfinished(length) => {
                let span = Span::new(at, at + length);
                let text = span.text(self.text);
                self.faults.add(span, || format!("`{}` lacks its semicolon", quoted(text)));
            }
            Reference::Bare => {
                let begins_number = self.bytes.get(at + 1) == Some(&b'#');
                self.faults.add(Span::new(at, at + 1), || match begins_number {
                    true => Message::new("`&#` begins a number here, as in `&#65;` or `&#x41;`")
                        .with_advice("for the sign itself write `&amp;`"),
                    false => Message::new("`&` stands here as text").with_advice("write `&amp;`"),
                });
            }
        }
        None
    }

    /// Checks the reference that should begin at an offset inside a value. The offset behind it.
    pub(super) fn check_reference(&mut self, at: usize) -> usize {
        self.at = at;
        at + self.reference().unwrap_or(1)
    }
}

/// What the ampersand at the front of a text begins.
fn read(text: &str) -> Reference {
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
