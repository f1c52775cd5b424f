//! The XML declaration at the start of a text.

use super::{
    characters,
    faults::{Fault, Kind, quoted},
    reader::Reader,
    unquoted,
};
use crate::source::text::Span;

/// What may stand in a declaration, in this order; only the version must.
const PARTS: [&str; 3] = ["version", "encoding", "standalone"];

impl Reader<'_> {
    /// Reads the declaration, if the text begins with one.
    pub(super) fn declaration(&mut self) {
        let start = "<?xml".len();
        if !self.text.starts_with("<?xml") || characters::name_rest(self.text, start) != start {
            return;
        }
        self.skip_to_end(start);
        let whole = Span::new(0, self.at);
        self.xml.declaration = Some(whole);
        match whole.text(self.text).strip_suffix("?>").filter(|inside| start <= inside.len()) {
            Some(inside) => {
                if let Err(fault) = check(inside, start, &mut self.xml.encoding) {
                    self.faults.add_of(fault.kind, fault.span, || fault.message);
                }
            }
            None => {
                let culprit = Span::new(0, whole.text(self.text).trim_end().len());
                self.faults.add(culprit, || "the XML declaration does not end with `?>`");
            }
        }
    }
}

/// Checks what stands in a declaration, up to the closing `?>`, and finds the encoding; the first fault.
fn check(text: &str, start: usize, encoding: &mut Option<Span>) -> Result<(), Fault> {
    let bytes = text.as_bytes();
    let (mut at, mut next) = (start, 0);
    loop {
        let begin = characters::skip_blanks(bytes, at);
        if begin == text.len() {
            break;
        }
        let name = Span::new(begin, characters::name_end(text, begin));
        let Some(part) = PARTS.iter().position(|part| *part == name.text(text)) else {
            let junk = Span::new(begin, text.len());
            return Err(Fault::new(
                junk,
                format!("`{}` does not belong in an XML declaration", quoted(junk.text(text))),
            ));
        };
        let name_text = PARTS[part];
        if begin == at {
            return Err(Fault::new(name, format!("a blank is missing in front of `{name_text}`")));
        }
        if part < next {
            return Err(Fault::new(name, format!("`{name_text}` stands in the wrong place in the XML declaration")));
        }
        if next == 0 && part != 0 {
            return Err(Fault::new(name, "the XML declaration must begin with the version: `<?xml version=\"1.0\"`"));
        }
        if let Some(culprit) = typographic(text, name.end) {
            return Err(Fault::new(culprit, unquoted::typographic(name_text, culprit.text(text))));
        }
        let value =
            value(text, name.end).ok_or_else(|| Fault::new(name, format!("`{name_text}` has no value in quotes")))?;
        if !is_value_of(part, value.text(text)) {
            let message = match quoted(value.text(text)) {
                nothing if nothing.is_empty() => format!("the value of `{name_text}` is empty"),
                shown => format!("`{shown}` cannot be the value of `{name_text}`"),
            };
            let kind = if part == 0 && !value.is_empty() { Kind::Version } else { Kind::Other };
            return Err(Fault { kind, ..Fault::new(value, message) });
        }
        if name_text == "encoding" {
            *encoding = Some(value);
        }
        (at, next) = (value.end + 1, part + 1);
    }
    match next {
        0 => Err(Fault::new(Span::new(0, text.len()), "the XML declaration has no version: `<?xml version=\"1.0\"?>`")),
        _ => Ok(()),
    }
}

/// Where what stands behind an equals sign begins.
fn behind_equals(bytes: &[u8], from: usize) -> Option<usize> {
    let equals = characters::skip_blanks(bytes, from);
    (bytes.get(equals) == Some(&b'=')).then(|| characters::skip_blanks(bytes, equals + 1))
}

/// The value behind an equals sign with its typographic quotes, where it has such.
fn typographic(text: &str, from: usize) -> Option<Span> {
    let start = behind_equals(text.as_bytes(), from)?;
    unquoted::typographic_length(&text[start..]).map(|length| Span::new(start, start + length))
}

/// The value in quotes behind an equals sign.
fn value(text: &str, from: usize) -> Option<Span> {
    let bytes = text.as_bytes();
    let quote = behind_equals(bytes, from)?;
    match *bytes.get(quote)? {
        b'"' | b'\'' => {
            let length = bytes[quote + 1..].iter().position(|byte| *byte == bytes[quote])?;
            Some(Span::new(quote + 1, quote + 1 + length))
        }
        _ => None,
    }
}

fn is_value_of(part: usize, value: &str) -> bool {
    match part {
        0 => {
            let minor = value.strip_prefix("1.").unwrap_or_default();
            !minor.is_empty() && minor.bytes().all(|byte| byte.is_ascii_digit())
        }
        1 => {
            let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
            value.starts_with(|first: char| first.is_ascii_alphabetic()) && value.bytes().all(allowed)
        }
        _ => matches!(value, "yes" | "no"),
    }
}
