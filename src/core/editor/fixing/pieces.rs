//! The lines that edits change, before and after.

use crate::source::{
    edit::{Edit, Edits},
    text::{LineIndex, Part, Span},
};

/// Some lines of a text that edits change together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The text they are in.
    pub part: Part,
    /// Number of the first line, from 1.
    pub line: usize,
    /// The lines as they are; empty where lines are only added.
    pub before: String,
    /// The lines as they will be; empty where they only go.
    pub after: String,
}

/// What edits change of a text, in its order; edits on the same line are one piece.
pub fn pieces(part: Part, text: &str, lines: &LineIndex, edits: &Edits) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut group: Vec<&Edit> = Vec::new();
    let mut last_line = 0;
    for edit in edits.iter() {
        if !group.is_empty() && last_line < lines.line_of(edit.span.start) {
            pieces.push(piece(part, text, lines, &group));
            group.clear();
        }
        last_line = lines.line_of(edit.span.end);
        group.push(edit);
    }
    if !group.is_empty() {
        pieces.push(piece(part, text, lines, &group));
    }
    pieces
}

/// `group` holds at least one edit.
fn piece(part: Part, text: &str, lines: &LineIndex, group: &[&Edit]) -> Piece {
    let line_of = |offset: usize| lines.line(lines.line_of(offset)).unwrap_or_default();
    let (first, last) = (group[0], group[group.len() - 1]);
    let whole = Span::new(line_of(first.span.start).start, line_of(last.span.end).end);
    let mut after = String::with_capacity(whole.len());
    let mut read = whole.start;
    for edit in group {
        after.push_str(&text[read..edit.span.start]);
        after.push_str(&edit.text);
        read = edit.span.end;
    }
    after.push_str(&text[read..whole.end]);
    let (old, new): (Vec<&str>, Vec<&str>) = (whole.text(text).split('\n').collect(), after.split('\n').collect());
    // A line that goes with its line feed leaves the one behind it as it was.
    let front = old.iter().zip(&new).take_while(|(one, other)| one == other).count();
    let rest = old.len().min(new.len()) - front;
    let back = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(one, other)| one == other).count();
    Piece {
        part,
        line: lines.line_of(first.span.start) + 1 + front,
        before: old[front..old.len() - back].join("\n"),
        after: new[front..new.len() - back].join("\n"),
    }
}
