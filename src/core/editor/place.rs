//! Places that outlive changes: a profile, a text of it, an entry in it.

use crate::{
    mapping::{agent_states::StateEntry, states::StateNumber},
    rules::diagnostic::Subject,
    source::text::Part,
};

/// A profile, whatever its name and its position are; no other profile of the same history ever gets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProfileId(u64);

impl ProfileId {
    /// That of the first profile of a workspace.
    pub const FIRST: ProfileId = ProfileId(0);

    /// The next one.
    pub fn next(self) -> ProfileId {
        ProfileId(self.0 + 1)
    }
}

/// One text of the workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The profile.
    pub profile: ProfileId,
    /// Which of its texts.
    pub part: Part,
}

/// An entry as it stands at a revision: where its tag begins, and its ID.
///
/// An ID alone would not do, since a broken file may have it twice; nor would a position, which others take.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct EntryPlace {
    /// Byte offset of the first byte of its tag.
    pub start: usize,
    /// Its ID as it reads; `None` where it has none.
    pub id: Option<String>,
}

impl EntryPlace {
    /// Where an entry stands.
    pub fn of(entry: &StateEntry) -> EntryPlace {
        EntryPlace { start: entry.span.start, id: entry.id.as_ref().map(|id| id.text.clone()) }
    }

    /// The position of the entry among those that were read of the same text; `None` where another one, or none, begins
    /// at its place.
    pub fn position(&self, entries: &[StateEntry]) -> Option<usize> {
        let at = entries.binary_search_by_key(&self.start, |entry| entry.span.start).ok()?;
        (entries[at].id.as_ref().map(|id| &id.text) == self.id.as_ref()).then_some(at)
    }
}

/// A finding as it stands at a revision: what is said of what, where, and what it stands in.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FindingPlace {
    /// The law's code.
    pub code: &'static str,
    /// What it is about.
    pub subject: Subject,
    /// The text it is in.
    pub part: Part,
    /// Byte offset of the first byte of the culprit; `None` where that was changed since.
    pub start: Option<usize>,
    /// The entry it stands in.
    pub entry: Option<EntryPlace>,
    /// The row whose pair it stands in.
    pub row: Option<StateNumber>,
}
