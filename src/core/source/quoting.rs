//! The signs that mail, and a page in Markdown, put in front of the lines they quote: `> `, once or several times.

use super::{
    edit::{Edit, Edits},
    text::Span,
};

/// Where they stand, in the order of the text. The bracket that ends a tag in a line of its own is none.
pub fn marks(text: &str) -> Vec<Span> {
    let mut marks: Vec<Span> = Vec::new();
    if !text.starts_with('>') && !text.contains("\n>") {
        return marks;
    }
    let (mut start, mut is_in_tag, mut was_quoted) = (0, false, false);
    for line in text.split_inclusive('\n') {
        let length = mark(line);
        was_quoted = 0 < length && (was_quoted || !is_in_tag);
        let behind = if was_quoted { &line[length..] } else { line };
        if was_quoted {
            marks.push(Span::new(start, start + length));
        }
        is_in_tag = match (behind.rfind('<'), behind.rfind('>')) {
            (None, None) => is_in_tag,
            (begins, ends) => ends < begins,
        };
        start += line.len();
    }
    marks
}

/// The text without the marks.
pub fn without(text: &str, marks: &[Span]) -> String {
    let edits = marks.iter().map(|mark| Edit::delete(*mark)).collect();
    Edits::new(edits).unwrap_or_default().apply(text)
}

/// The length of the mark in front of a line; one blank behind each sign is a part of it.
fn mark(line: &str) -> usize {
    let mut rest = line;
    while let Some(behind) = rest.strip_prefix('>') {
        rest = behind.strip_prefix(' ').unwrap_or(behind);
    }
    line.len() - rest.len()
}
