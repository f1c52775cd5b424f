//! A hit: what holds it, and where it stands there.

use std::sync::Arc;

use crate::{
    mapping::{lcid::Lcid, states::StateNumber},
    source::text::{Part, Span},
};

/// A hit in the present texts; a position in them is that of no other revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// What holds it.
    pub holder: Holder,
    /// Where it stands in the text of that.
    pub span: Span,
}

/// What holds a hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// The text of an entry, by its position, in a language.
    Text(usize, Lcid),
    /// The ID of an entry, by its position.
    EntryId(usize),
    /// An ID that no entry has; the first row that uses it.
    RowId(StateNumber),
    /// One of the two texts as it is written.
    Stretch(Part),
}

/// A hit by its place in an entry, whichever the entry is, in the rows, or in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Own {
    pub at: Within,
    pub span: Span,
}

/// What of an entry, of the rows or of a text holds a hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    Id,
    Text(Lcid),
    Row(StateNumber),
    Written(Part),
}

/// The hits of an entry, of the rows, or of a text.
pub(super) type Block = Arc<[Own]>;

impl Own {
    /// As a hit of the block at a position.
    pub fn in_block(&self, block: usize) -> Hit {
        let holder = match self.at {
            Within::Id => Holder::EntryId(block),
            Within::Text(lcid) => Holder::Text(block, lcid),
            Within::Row(row) => Holder::RowId(row),
            Within::Written(part) => Holder::Stretch(part),
        };
        Hit { holder, span: self.span }
    }
}
