//! Values without the quotes of XML: with none, with one at the end, or with those of a word processor.

use super::{
    Attribute,
    attributes::Taken,
    characters::{self, VALUE_STOP},
    faults::quoted,
    reader::Reader,
};
use crate::source::{message::Message, text::Span};

/// Whether a word processor puts this sign where `"` or `'` was typed.
pub(super) fn is_typographic_quote(sign: char) -> bool {
    matches!(sign, '\u{2018}'..='\u{201F}' | '\u{2032}'..='\u{2036}' | '«' | '»' | '‹' | '›' | '＂' | '〝'..='〟')
}

/// Whether such a sign may as well be an apostrophe in the middle of a word.
fn is_single(sign: char) -> bool {
    matches!(sign, '\'' | '\u{2018}'..='\u{201B}' | '\u{2032}')
}

/// What is said of a value between quotes that XML does not know, one at least; `culprit` is the value with them.
pub(super) fn typographic(name: &str, culprit: &str) -> Message {
    Message::new(format!("the value of `{}` has typographic quotes, `{}`", quoted(name), quoted(culprit)))
        .with_meaning("word processors and mail programs make such curly ones of straight ones")
        .with_advice("write straight ones, `\"`, the only ones XML knows")
}

/// The lengths of a value that begins with a quote of XML and ends with a typographic one, `"INCALL”`, and of that one;
/// `rest` begins behind the first. It ends where the next attribute begins, or where the tag or the line does.
pub(super) fn half_straight(rest: &str, opening: char) -> Option<(usize, usize)> {
    let stop = rest.find(['<', '>', '\n', '=']).unwrap_or(rest.len());
    let front = rest[..stop].trim_end();
    let end = match rest[stop..].starts_with('=') {
        true => front.rfind(char::is_whitespace)?,
        false => front.trim_end_matches(['/', '?']).len(),
    };
    let whole = rest[..end].trim_end();
    let closing = whole.chars().next_back().filter(|sign| is_typographic_quote(*sign))?.len_utf8();
    let value = whole.len() - closing;
    (!whole[..value].contains(opening)).then_some((value, closing))
}

/// The length of a value at the front of a text with the typographic quotes around it, one of which may be straight;
/// `None` where it has none.
pub(super) fn typographic_length(rest: &str) -> Option<usize> {
    match rest.chars().next() {
        Some(opening @ ('"' | '\'')) => half_straight(&rest[1..], opening).map(|(value, closing)| 1 + value + closing),
        _ => Some(Unquoted::at_front_of(rest)).filter(|found| found.has_typographic).map(|found| found.length),
    }
}

/// The value at the front of a text, without the quotes around it that XML does not know, and its length with them.
struct Unquoted<'a> {
    value: &'a str,
    length: usize,
    has_typographic: bool,
    /// Whether a straight quote stands at the end only.
    is_closed: bool,
}

impl<'a> Unquoted<'a> {
    fn at_front_of(rest: &'a str) -> Unquoted<'a> {
        if let Some(quoted) = Unquoted::between_quotes(rest) {
            return quoted;
        }
        let ends = |(at, sign): (usize, char)| match sign {
            ' ' | '\t' | '\n' | '\r' | '>' | '<' | '"' | '\'' => true,
            '/' => rest[at..].starts_with("/>"),
            _ => false,
        };
        let length = rest.char_indices().find(|it| ends(*it)).map_or(rest.len(), |(at, _)| at);
        let whole = &rest[..length];
        let value = whole.trim_matches(is_typographic_quote);
        let is_closed = !whole.is_empty() && rest[length..].starts_with(['"', '\'']);
        let has_typographic = value.len() < length && !value.is_empty();
        Unquoted { value, length: length + usize::from(is_closed), has_typographic, is_closed }
    }

    /// A value that begins with a typographic quote and ends with any: it may hold blanks.
    fn between_quotes(rest: &'a str) -> Option<Unquoted<'a>> {
        let opening = rest.chars().next().filter(|sign| is_typographic_quote(*sign))?;
        let inside = &rest[opening.len_utf8()..];
        let inside = &inside[..inside.find(['<', '>', '=', '\n']).unwrap_or(inside.len())];
        let is_closing = |(at, sign): (usize, char)| {
            let behind = &inside[at + sign.len_utf8()..];
            let is_last = behind.is_empty() || behind.starts_with([' ', '\t', '/']);
            (is_typographic_quote(sign) || matches!(sign, '"' | '\'')) && (is_last || 0 < at && !is_single(sign))
        };
        let (at, closing) = inside.char_indices().find(|it| is_closing(*it))?;
        let length = opening.len_utf8() + at + closing.len_utf8();
        Some(Unquoted { value: &inside[..at], length, has_typographic: true, is_closed: false })
    }
}

impl Reader<'_> {
    /// Reads a value that does not begin with a quote of XML.
    pub(super) fn unquoted(&mut self, name: Span) -> Taken {
        let (start, text) = (self.at, self.text);
        let Unquoted { value, length, has_typographic, is_closed } = Unquoted::at_front_of(&text[start..]);
        let name_text = name.text(text);
        self.at = start + length;
        if value.is_empty() && !has_typographic {
            self.faults.add(name, || format!("`{}` has no value in quotes", quoted(name_text)));
            return Taken::Lost;
        }
        let value = Span::of(text, value).unwrap_or(Span::at(start));
        let culprit = if has_typographic { Span::new(start, start + length) } else { value };
        self.faults.add(culprit, || match (has_typographic, is_closed) {
            (true, _) => typographic(name_text, culprit.text(text)),
            (false, true) => format!("the value of `{}` has no opening quote", quoted(name_text)).into(),
            (false, false) => format!("the value of `{}` has no quotes", quoted(name_text)).into(),
        });
        self.check_value(value);
        self.xml.attributes.push(Attribute { name, value, span: Span::new(name.start, start + length) });
        self.at = start + length;
        Taken::Repaired
    }

    /// Reads a value that begins with a quote of XML, behind which `start` is, and ends with a typographic one. Whether
    /// it is one.
    pub(super) fn half_quoted(&mut self, name: Span, start: usize) -> bool {
        let text = self.text;
        let opening = char::from(self.bytes[start - 1]);
        let Some((value, closing)) = half_straight(&text[start..], opening) else { return false };
        let value = Span::new(start, start + value);
        self.at = value.end + closing;
        let culprit = Span::new(start - 1, self.at);
        self.faults.add(culprit, || typographic(name.text(text), culprit.text(text)));
        self.xml.attributes.push(Attribute { name, value, span: Span::new(name.start, self.at) });
        true
    }

    /// Reports what may not stand in a value, with quotes or without.
    fn check_value(&mut self, value: Span) {
        let mut at = characters::find(self.bytes, value.start, VALUE_STOP);
        while at < value.end {
            at = if self.bytes[at] == b'&' { self.check_reference(at) } else { self.check_character(at) };
            at = characters::find(self.bytes, at, VALUE_STOP);
        }
    }
}
