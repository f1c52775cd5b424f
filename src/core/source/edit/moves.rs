//! What edits do to places, told without their texts.

use super::Edits;
use crate::source::text::Span;

/// Spans that were replaced, each by so many bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Moves(Vec<(Span, usize)>); // Invariant: sorted and disjoint.

impl Moves {
    /// Where a thing stands afterwards whose first byte stood at an offset; `None` where that byte was replaced. What is
    /// inserted there stands in front of it.
    pub fn first_byte(&self, offset: usize) -> Option<usize> {
        let mut moved = offset;
        for (span, length) in &self.0 {
            if offset < span.start {
                break;
            }
            if offset < span.end {
                return None;
            }
            moved = moved + length - span.len();
        }
        Some(moved)
    }

    /// About where an offset lies afterwards: where its byte was replaced, at the beginning of what took its place.
    pub fn about(&self, offset: usize) -> usize {
        let mut moved = offset;
        for (span, length) in &self.0 {
            if offset < span.start {
                break;
            }
            if offset < span.end {
                return moved + span.start - offset;
            }
            moved = moved + length - span.len();
        }
        moved
    }

    /// Where a stretch stands afterwards; `None` where something in it was replaced, or inserted between two of its
    /// bytes. Of an empty one: behind what is inserted at its place.
    pub fn stretch(&self, stretch: Span) -> Option<Span> {
        let mut moved = stretch;
        for (span, length) in &self.0 {
            let are_insertions_at_one_offset = *span == stretch && span.is_empty();
            if stretch.end <= span.start && !are_insertions_at_one_offset {
                break;
            }
            if stretch.start < span.end {
                return None;
            }
            moved = Span::new(moved.start + length - span.len(), moved.end + length - span.len());
        }
        Some(moved)
    }
}

impl Edits {
    /// What they do to places of the base.
    pub fn moves(&self) -> Moves {
        Moves(self.iter().map(|edit| (edit.span, edit.text.len())).collect())
    }

    /// What taking them back does to places of the text afterwards.
    pub fn moves_back(&self) -> Moves {
        let (mut read, mut written) = (0, 0);
        let back = self.iter().map(|edit| {
            written += edit.span.start - read;
            let after = Span::new(written, written + edit.text.len());
            (read, written) = (edit.span.end, after.end);
            (after, edit.span.len())
        });
        Moves(back.collect())
    }
}
