//! The stored form of the edits of a text: each by its distance to the one before, so that it takes few bytes.

use serde::{Deserialize, Serialize};

use super::places::offset;
use crate::source::{
    edit::{Edit, Edits},
    text::Span,
};

#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct SavedEdits<'a>(#[serde(borrow)] Vec<SavedEdit<'a>>);

#[derive(Serialize, Deserialize)]
struct SavedEdit<'a> {
    /// Bytes from the end of the edit before, or from the beginning of the text.
    behind: u64,
    /// Bytes that give way.
    length: u64,
    text: &'a str,
}

impl<'a> SavedEdits<'a> {
    pub(super) fn of(edits: &'a Edits) -> SavedEdits<'a> {
        let mut read = 0;
        let saved = edits.iter().map(|edit| {
            let behind = edit.span.start - read;
            read = edit.span.end;
            SavedEdit { behind: behind as u64, length: edit.span.len() as u64, text: &edit.text }
        });
        SavedEdits(saved.collect())
    }

    pub(super) fn restore(&self) -> Option<Edits> {
        let mut read = 0_u64;
        let edits = self.0.iter().map(|saved| {
            let start = read.checked_add(saved.behind)?;
            read = start.checked_add(saved.length)?;
            Some(Edit::replace(Span::new(offset(start)?, offset(read)?), saved.text))
        });
        Edits::new(edits.collect::<Option<_>>()?)
    }
}
