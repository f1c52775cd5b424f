//! What is plainly something to import, wherever it is pasted.

use super::{kind::Kind, splitting};

/// Longer texts are not looked through on the way into a cell.
const MOST_BYTES: usize = 2_000_000;

/// What a text is that is one thing to import and nothing else: a list of rows, options, a table with a head or with row
/// numbers, markup, an export. `None` of what may be an ID, a text, or a plain block of cells.
pub fn kind(text: &str) -> Option<Kind> {
    if MOST_BYTES < text.len() {
        return None;
    }
    let stretches = splitting::split(text);
    let mut kinds = stretches.iter().map(|stretch| stretch.kind);
    let first = kinds.next()?;
    (first != Kind::LeftOut && kinds.all(|kind| kind != Kind::LeftOut)).then_some(first)
}

/// What a spreadsheet puts on the clipboard for one cell, or for several below each other, without the line end behind it;
/// `None` where there is none, or where cells stand beside each other.
pub fn without_line_end(text: &str) -> Option<&str> {
    let lines = text.strip_suffix('\n')?;
    let lines = lines.strip_suffix('\r').unwrap_or(lines);
    (!lines.is_empty() && !lines.contains('\t')).then_some(lines)
}
