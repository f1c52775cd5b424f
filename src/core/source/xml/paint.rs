//! Colouring of XML as it is written, sound or not.
//!
//! Independent of the reading: it follows the letters alone, so that a half-typed tag looks like one.

use super::characters::{self, BLANK};
use crate::source::text::Span;

/// A stretch of text of one colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paint {
    /// Where it stands; it may cross lines.
    pub span: Span,
    /// What it is.
    pub kind: PaintKind,
}

/// What a stretch of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaintKind {
    /// Angle brackets, names of elements, equals signs and quotes.
    Markup,
    /// The name of an attribute.
    AttributeName,
    /// The value of an attribute, without its quotes and references.
    AttributeValue,
    /// A comment, from `<!--` through `-->`.
    Comment,
    /// A CDATA section, from `<![CDATA[` through `]]>`.
    CData,
    /// An XML declaration, a processing instruction or a DOCTYPE.
    Declaration,
    /// A reference in text or in a value, from `&` through `;`.
    Reference,
    /// Text between tags, blanks included.
    Text,
}

/// The colours of the part of a text that lies in the window: sorted, disjoint, cut to the window. Blanks inside tags
/// have none.
pub fn paint(text: &str, window: Span) -> Vec<Paint> {
    let mut painter = Painter::new(text, window);
    let mut at = 0;
    while at < window.end && at < text.len() {
        at = painter.next(at);
    }
    painter.paints
}

/// What begins and ends together - a tag, a comment, a text up to the next tag -, from the beginning of a text on.
pub(super) fn stretches(text: &str) -> impl Iterator<Item = Span> {
    let mut painter = Painter::new(text, Span::at(0));
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at;
        (start < text.len()).then(|| {
            at = painter.next(start);
            Span::new(start, at)
        })
    })
}

/// The colours of one of these stretches.
pub(super) fn paint_stretch(text: &str, stretch: Span) -> Vec<Paint> {
    let mut painter = Painter::new(text, stretch);
    painter.next(stretch.start);
    painter.paints
}

struct Painter<'a> {
    text: &'a str,
    bytes: &'a [u8],
    window: Span,
    paints: Vec<Paint>,
    doctype_painted: bool,
}

impl<'a> Painter<'a> {
    fn new(text: &'a str, window: Span) -> Painter<'a> {
        Painter { text, bytes: text.as_bytes(), window, paints: Vec::new(), doctype_painted: false }
    }

    /// Paints what begins at an offset. The offset behind it.
    fn next(&mut self, start: usize) -> usize {
        let rest = &self.bytes[start..];
        if rest.starts_with(b"<!--") {
            self.through(start, 4, "-->", PaintKind::Comment)
        } else if rest.starts_with(b"<![CDATA[") {
            self.through(start, 9, "]]>", PaintKind::CData)
        } else if rest.starts_with(b"<?") {
            self.instruction(start)
        } else if rest.starts_with(b"<!") {
            self.doctype(start)
        } else if rest.starts_with(b"</") || rest.starts_with(b"<") && self.is_name(start + 1) {
            self.tag(start)
        } else {
            self.text(start)
        }
    }

    fn is_name(&self, at: usize) -> bool {
        at < characters::name_end(self.text, at)
    }

    fn push(&mut self, start: usize, end: usize, kind: PaintKind) {
        let (start, end) = (start.max(self.window.start), end.min(self.window.end));
        if start < end {
            self.paints.push(Paint { span: Span::new(start, end), kind });
        }
    }

    /// Paints from an opening of the given length through the closing, or to the end of the text.
    fn through(&mut self, start: usize, opening: usize, closing: &str, kind: PaintKind) -> usize {
        let inside = start + opening;
        let end = self.text[inside..].find(closing).map_or(self.text.len(), |at| inside + at + closing.len());
        self.push(start, end, kind);
        end
    }

    /// An instruction is painted up to the first bracket: where its question mark at the end is missing, the rest of
    /// the text is not painted over.
    fn instruction(&mut self, start: usize) -> usize {
        let from = start + 2;
        let stop = self.text[from..].find(['<', '>']).map_or(self.text.len(), |length| from + length);
        let end = if self.bytes.get(stop) == Some(&b'>') { stop + 1 } else { stop };
        self.push(start, end, PaintKind::Declaration);
        end
    }

    /// A DOCTYPE may have tags in brackets; the first one is followed through them, if they end.
    fn doctype(&mut self, start: usize) -> usize {
        let from = start + 2;
        let whole = if self.doctype_painted { None } else { self.bracketed_end(from) };
        self.doctype_painted = true;
        let end = whole.unwrap_or_else(|| {
            let stop = self.text[from..].find(['<', '>']).map_or(self.text.len(), |length| from + length);
            if self.bytes.get(stop) == Some(&b'>') { stop + 1 } else { stop }
        });
        self.push(start, end, PaintKind::Declaration);
        end
    }

    fn bracketed_end(&self, from: usize) -> Option<usize> {
        let mut within_brackets = false;
        for (at, byte) in self.bytes.iter().enumerate().skip(from) {
            match byte {
                b'[' => within_brackets = true,
                b']' => within_brackets = false,
                b'>' if !within_brackets => return Some(at + 1),
                b'<' if !within_brackets => return None,
                _ => {}
            }
        }
        None
    }

    fn tag(&mut self, start: usize) -> usize {
        let name = start + 1 + usize::from(self.bytes.get(start + 1) == Some(&b'/'));
        let mut at = characters::name_end(self.text, name);
        self.push(start, at, PaintKind::Markup);
        loop {
            at = characters::skip_blanks(self.bytes, at);
            match self.bytes.get(at) {
                None | Some(b'<') => return at,
                Some(b'>') => {
                    self.push(at, at + 1, PaintKind::Markup);
                    return at + 1;
                }
                Some(b'/') if self.bytes.get(at + 1) == Some(&b'>') => {
                    self.push(at, at + 2, PaintKind::Markup);
                    return at + 2;
                }
                Some(quote @ (b'"' | b'\'')) => at = self.value(at, *quote),
                Some(b'=') => {
                    self.push(at, at + 1, PaintKind::Markup);
                    at += 1;
                }
                Some(_) => {
                    let ends =
                        |byte: &u8| characters::is(*byte, BLANK) || matches!(byte, b'<' | b'>' | b'=' | b'"' | b'\'');
                    let length = self.bytes[at..].iter().position(ends);
                    let mut end = length.map_or(self.text.len(), |length| at + length);
                    if self.text[at..end].ends_with('/') && self.bytes.get(end) == Some(&b'>') {
                        end -= 1;
                    }
                    self.push(at, end, PaintKind::AttributeName);
                    at = end;
                }
            }
        }
    }

    /// Paints a value from its opening quote. Where a tag seems to begin before the closing quote, the quote is missing
    /// and the value ends with its own tag.
    fn value(&mut self, open: usize, quote: u8) -> usize {
        let inside = open + 1;
        let stop = self.bytes[inside..].iter().position(|byte| *byte == quote || *byte == b'<');
        let stop = stop.map_or(self.text.len(), |length| inside + length);
        let closed = self.bytes.get(stop) == Some(&quote);
        let bracket = if closed { None } else { self.text[inside..stop].find('>') };
        let end = bracket.map_or(stop, |length| inside + length);
        self.push(open, inside, PaintKind::Markup);
        self.with_references(Span::new(inside, end), PaintKind::AttributeValue);
        if closed {
            self.push(end, end + 1, PaintKind::Markup);
        }
        end + usize::from(closed)
    }

    fn text(&mut self, start: usize) -> usize {
        let from = start + usize::from(self.bytes[start] == b'<');
        let end = self.text[from..].find('<').map_or(self.text.len(), |length| from + length);
        self.with_references(Span::new(start, end), PaintKind::Text);
        end
    }

    fn with_references(&mut self, span: Span, kind: PaintKind) {
        if span.end <= self.window.start {
            return;
        }
        let (mut painted, mut at) = (span.start, span.start);
        while let Some(length) = self.text[at..span.end].find('&') {
            at += length;
            let inside = &self.text[at + 1..span.end];
            let end = inside.find(|character: char| character != '#' && !character.is_alphanumeric());
            match end.filter(|end| 0 < *end && inside.as_bytes()[*end] == b';') {
                Some(end) => {
                    self.push(painted, at, kind);
                    self.push(at, at + 1 + end + 1, PaintKind::Reference);
                    at += 1 + end + 1;
                    painted = at;
                }
                None => at += 1,
            }
        }
        self.push(painted, span.end, kind);
    }
}
