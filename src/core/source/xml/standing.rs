//! Where a caret stands in XML as it is written, sound or not: by the letters alone, as they are coloured.

use super::{
    characters,
    paint::{self, PaintKind},
};
use crate::source::text::Span;

/// What stands at a caret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// What the caret stands in; where it stands in nothing, what begins there. At the end of the text an empty text.
    pub at: Stretch,
    /// What ends in front of that, blanks aside.
    pub before: Option<Stretch>,
}

/// What begins and ends together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: StretchKind,
    /// Whether it has its end; a text always has.
    pub is_closed: bool,
}

/// What a stretch is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StretchKind {
    /// Text up to the next tag, comment or the like.
    Text,
    /// `<a ...>`, whole or not.
    StartTag,
    /// `<a .../>`.
    EmptyTag,
    /// `</a>`, whole or not.
    EndTag,
    /// A comment, a CDATA section, a declaration, an instruction, a DOCTYPE.
    Aside,
}

/// An attribute whose value a caret stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ValueAt {
    /// Its name, with the prefix; empty where none stands there.
    pub name: Span,
    /// Its value, between the quotes, as far as it is coloured as one.
    pub value: Span,
    /// Whether the closing quote is there.
    pub is_closed: bool,
}

impl Standing {
    /// Where a caret stands, an offset of the text.
    pub fn of(text: &str, caret: usize) -> Standing {
        let mut before = None;
        for span in paint::stretches(text) {
            let stretch = Stretch::of(text, span);
            let holds = caret < span.end || span.end == caret && !stretch.is_closed;
            if holds {
                return Standing { at: stretch, before };
            }
            if stretch.kind != StretchKind::Text || stretch.is_words(text) {
                before = Some(stretch);
            }
        }
        let end = Stretch { span: Span::at(text.len()), kind: StretchKind::Text, is_closed: true };
        Standing { at: end, before }
    }

    /// Whether the caret stands inside of what is there, and not in front of it.
    pub fn is_inside(&self, caret: usize) -> bool {
        self.at.span.start < caret
    }
}

impl Stretch {
    fn of(text: &str, span: Span) -> Stretch {
        let written = span.text(text);
        let ends = |opening: &str, closing: &str| {
            written.strip_prefix(opening).is_some_and(|behind| behind.ends_with(closing))
        };
        let is_named = written.starts_with('<') && 1 < characters::name_end(written, 1);
        let (kind, is_closed) = match () {
            () if written.starts_with("<!--") => (StretchKind::Aside, ends("<!--", "-->")),
            () if written.starts_with("<![CDATA[") => (StretchKind::Aside, ends("<![CDATA[", "]]>")),
            () if written.starts_with("<?") || written.starts_with("<!") => {
                (StretchKind::Aside, written.ends_with('>'))
            }
            () if written.starts_with("</") => (StretchKind::EndTag, written.ends_with('>')),
            () if is_named && written.ends_with("/>") => (StretchKind::EmptyTag, true),
            () if is_named => (StretchKind::StartTag, written.ends_with('>')),
            () => (StretchKind::Text, true),
        };
        Stretch { span, kind, is_closed }
    }

    /// Whether it is a tag, of any kind.
    pub fn is_tag(&self) -> bool {
        matches!(self.kind, StretchKind::StartTag | StretchKind::EmptyTag | StretchKind::EndTag)
    }

    /// Whether it is a text that holds more than blanks.
    pub fn is_words(&self, text: &str) -> bool {
        self.kind == StretchKind::Text && !self.span.text(text).trim_ascii().is_empty()
    }

    /// The name of a tag, with its prefix.
    pub fn name<'a>(&self, text: &'a str) -> &'a str {
        let start = self.span.start + if self.kind == StretchKind::EndTag { 2 } else { 1 };
        match self.is_tag() {
            true => &text[start..characters::name_end(text, start)],
            false => "",
        }
    }

    /// The attribute of a tag whose value a caret stands in.
    pub fn value_at(&self, text: &str, caret: usize) -> Option<ValueAt> {
        if !self.is_tag() {
            return None;
        }
        let mut name = Span::at(self.span.start);
        let mut open: Option<Span> = None;
        for paint in paint::paint_stretch(text, self.span) {
            let is_quote = paint.kind == PaintKind::Markup && matches!(paint.span.text(text), "\"" | "'");
            match (open, paint.kind) {
                (None, PaintKind::AttributeName) => name = paint.span,
                (None, _) if is_quote => open = Some(Span::at(paint.span.end)),
                (Some(value), PaintKind::AttributeValue | PaintKind::Reference) => open = Some(value.join(paint.span)),
                (Some(value), _) => {
                    if value.touches(caret) {
                        return Some(ValueAt { name, value, is_closed: is_quote });
                    }
                    // The tag may go on, or end, behind a quote that is missing.
                    (open, name) = (None, Span::at(paint.span.end));
                }
                (None, _) => {}
            }
        }
        let value = open.filter(|value| value.touches(caret))?;
        Some(ValueAt { name, value, is_closed: false })
    }
}
