//! XML that survives typing: every element, attribute and text that can be read, with its span, and what is wrong.

use std::{borrow::Cow, ops::Range};

use self::faults::Fault;
use super::text::Span;

mod attributes;
mod characters;
mod declaration;
mod depth;
pub mod faults;
pub mod formatting;
mod markup;
mod namespaces;
pub mod paint;
mod prefixes;
mod reader;
mod references;
pub mod second_reader;
pub mod standing;
mod structure;
mod tags;
mod unclosed;
mod unquoted;
pub mod verdict;

/// One reading of a text. Reading never fails: what could not be read is in `faults`, the rest is in the lists.
///
/// Invariant: all spans lie on character boundaries, and inside the span of the element they belong to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Xml {
    /// All elements, in the order of their start tags.
    pub elements: Vec<Element>,
    /// All attributes, in the order of the text, repeated ones included.
    pub attributes: Vec<Attribute>,
    /// All stretches of text, blanks included, in the order of the text.
    pub texts: Vec<TextPiece>,
    /// All comments, from `<!--` through `-->`.
    pub comments: Vec<Span>,
    /// What XML 1.0 (fifth edition) and Namespaces in XML 1.0 do not allow, and any DOCTYPE; in the order of the text.
    /// A text of nothing but blanks has no problem, though it is no document.
    pub faults: Vec<Fault>,
    /// What is not read, because elements stand too deep in one another there.
    pub unread: Option<Span>,
    /// The XML declaration, `<?xml` through `?>`, where it stands at the very start.
    pub declaration: Option<Span>,
    /// The first DOCTYPE, with its definitions.
    pub doctype: Option<Span>,
    /// The encoding that the declaration names, between the quotes.
    pub encoding: Option<Span>,
}

/// An element, or what is left of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// The element it stands in, by its position in [`Xml::elements`].
    pub parent: Option<usize>,
    /// Its name in the start tag, with the prefix.
    pub name: Span,
    /// From `<` through `>`; without a `>`, through the last thing that could be read.
    pub start_tag: Span,
    /// How it ends.
    pub end: End,
    /// The whole element; of an unclosed one, to where its reading was given up.
    pub span: Span,
    /// Its attributes, by their positions in [`Xml::attributes`].
    pub attributes: Range<usize>,
    /// Whether part of its start tag could not be read, so that an attribute it lacks may be there after all.
    pub broken: bool,
}

/// How an element ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// With its start tag, `<a/>`.
    Empty,
    /// With this end tag.
    Tag(Span),
    /// Not at all.
    Missing,
}

/// An attribute of a start tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    /// Its name, with the prefix.
    pub name: Span,
    /// Its value, between the quotes.
    pub value: Span,
    /// From the name through the closing quote.
    pub span: Span,
}

/// A stretch of text between tags. Comments and processing instructions are not text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextPiece {
    /// The element it stands in, by its position in [`Xml::elements`].
    pub parent: Option<usize>,
    /// Where it stands; of a CDATA section, what is inside.
    pub span: Span,
    /// How it is written.
    pub kind: TextKind,
}

/// How a stretch of text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// As it is meant.
    Text,
    /// In a CDATA section.
    CData,
    /// As a reference that can be resolved: `&amp;`, `&#x41;`.
    Reference,
}

impl Xml {
    /// Reads a text once, from front to back, in linear time.
    ///
    /// `resume` are the element names, without prefix, at whose start or end tag reading may resume after a broken
    /// tag. Without them a missing quote may swallow what follows.
    pub fn read(text: &str, resume: &[&str]) -> Xml {
        reader::Reader::new(text, resume).read()
    }

    /// Whether the text is a document that every conforming reader takes, and that brings no definitions along.
    pub fn is_well_formed(&self) -> bool {
        self.faults.is_empty() && !self.elements.is_empty()
    }

    /// What stands between an element's tags; empty, behind the tag, for `<a/>`.
    pub fn content(&self, element: usize) -> Span {
        let element = &self.elements[element];
        match element.end {
            End::Empty => Span::at(element.start_tag.end),
            End::Tag(tag) => Span::new(element.start_tag.end, tag.start),
            End::Missing => Span::new(element.start_tag.end, element.span.end),
        }
    }

    /// An element's own text: its pieces joined, references resolved. Text of elements inside it is left out.
    pub fn inner_text<'a>(&self, text: &'a str, element: usize) -> Cow<'a, str> {
        let content = self.content(element);
        let first = self.texts.partition_point(|piece| piece.span.start < content.start);
        let within = self.texts[first..].iter().take_while(|piece| piece.span.end <= content.end);
        let mut joined = Cow::Borrowed("");
        for piece in within.filter(|piece| piece.parent == Some(element)) {
            let piece = piece.meaning(text);
            if joined.is_empty() { joined = piece } else { joined.to_mut().push_str(&piece) }
        }
        joined
    }
}

impl TextPiece {
    /// What the piece means: itself, or what the reference stands for.
    pub fn meaning<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let raw = self.span.text(text);
        if self.kind == TextKind::Reference { unescape(raw) } else { Cow::Borrowed(raw) }
    }
}

/// Resolves the five entities and character references; what cannot be resolved stays as it is.
pub fn unescape(raw: &str) -> Cow<'_, str> {
    references::resolve(raw)
}

/// The value an attribute written like this has: references resolved, and every blank a space, as XML 1.0 (3.3.3) has it.
pub fn attribute_value(raw: &str) -> Cow<'_, str> {
    if raw.bytes().all(|byte| !matches!(byte, b'&' | b'\t' | b'\n' | b'\r')) {
        return Cow::Borrowed(raw);
    }
    Cow::Owned(unescape(&raw.replace(['\t', '\n', '\r'], " ")).into_owned())
}

/// A text as it is written between tags. `>` is escaped only where it would end in `]]>`, CR because it would be read
/// as a line feed.
pub fn escape_text(text: &str) -> Cow<'_, str> {
    references::escape(text, |before, character| match character {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' if before.ends_with("]]") => Some("&gt;"),
        '\r' => Some("&#13;"),
        _ => None,
    })
}

/// A text as it is written between quotes of the given kind. Line feeds and tabs are escaped, because an attribute
/// would make spaces of them.
pub fn escape_attribute(text: &str, quote: char) -> Cow<'_, str> {
    references::escape(text, |_, character| match character {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '"' if quote == '"' => Some("&quot;"),
        '\'' if quote == '\'' => Some("&apos;"),
        '\t' => Some("&#9;"),
        '\n' => Some("&#10;"),
        '\r' => Some("&#13;"),
        _ => None,
    })
}

/// A name without its prefix: what stands behind its first colon; the whole name where nothing does.
pub fn local_name(name: &str) -> &str {
    name.split_once(':').map(|(_, local)| local).filter(|local| !local.is_empty()).unwrap_or(name)
}

/// Whether a word processor puts this sign where a quote of XML was typed.
pub fn is_typographic_quote(sign: char) -> bool {
    unquoted::is_typographic_quote(sign)
}

/// The first character that XML 1.0 cannot hold, escaped or not (production Char), with its offset.
pub fn forbidden(text: &str) -> Option<(usize, char)> {
    characters::forbidden(text)
}
