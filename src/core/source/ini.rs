//! Section text: `[section]`, then `name=value` lines.
//!
//! There is no quoting: the value is all after the first `=`, as on the options tab of Configuration Manager.

use super::{blanks, text::Span};

/// One line of a section text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// The whole line without its line feed.
    pub span: Span,
    /// What it holds.
    pub kind: LineKind,
}

/// What a line holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// `[name]`.
    Section {
        /// Between the brackets, without blanks around it.
        name: Span,
    },
    /// `name=value`.
    Option {
        /// In front of the first `=`, without blanks around it; never empty.
        name: Span,
        /// All after the first `=`, without blanks around it; empty at the end of the line when nothing stands there.
        value: Span,
    },
    /// Nothing but blanks.
    Blank,
    /// Begins with `#` or `;`.
    Comment,
    /// Anything else.
    Other,
}

/// The lines of a text, in order. A line feed at the very end opens one more, blank line.
pub fn lines(text: &str) -> impl Iterator<Item = Line> {
    text.split('\n').scan(0, |start, line| {
        let span = Span::new(*start, *start + line.len());
        *start = span.end + 1;
        Some(Line { span, kind: kind(text, span) })
    })
}

/// The span without the blanks at both ends; where only blanks are, the empty span at its start.
pub fn trim(text: &str, span: Span) -> Span {
    let inside = span.text(text);
    let front = inside.trim_start_matches(blanks::is_blank);
    if front.is_empty() {
        return Span::at(span.start);
    }
    let start = span.end - front.len();
    Span::new(start, start + blanks::trim_end(front).len())
}

fn kind(text: &str, line: Span) -> LineKind {
    let inside = trim(text, line);
    let bytes = inside.text(text).as_bytes();
    match (bytes.first(), bytes.last()) {
        (None, _) => return LineKind::Blank,
        (Some(b'#' | b';'), _) => return LineKind::Comment,
        (Some(b'['), Some(b']')) => {
            return LineKind::Section { name: trim(text, Span::new(inside.start + 1, inside.end - 1)) };
        }
        _ => {}
    }
    let Some(equals) = inside.text(text).find('=') else { return LineKind::Other };
    let equals = inside.start + equals;
    let name = trim(text, Span::new(inside.start, equals));
    if name.is_empty() {
        return LineKind::Other;
    }
    let value = trim(text, Span::new(equals + 1, line.end));
    // An empty value belongs behind the blanks: that is where a person goes on typing.
    let value = if value.is_empty() { Span::at(line.end) } else { value };
    LineKind::Option { name, value }
}
