//! Places that outlive changes: a profile, a text of it, an entry or a range in it.

use crate::{
    mapping::{agent_states::StateEntry, availability_ranges::Range, states::StateNumber},
    rules::diagnostic::Subject,
    source::text::Part,
};

/// A profile, whatever its name and its position are; no other profile of the same history ever gets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProfileId(u64);

impl ProfileId {
    /// That of the first profile of a workspace.
    pub const FIRST: ProfileId = ProfileId(0);

    /// No history gives so many, and those behind it have room in any number.
    const MOST: u64 = 1 << 53;

    /// A number that no other profile of the history has.
    pub fn number(self) -> u64 {
        self.0
    }

    /// The one of a number; `None` where it is so high that the identities behind it would run out.
    pub fn numbered(number: u64) -> Option<ProfileId> {
        (number < ProfileId::MOST).then_some(ProfileId(number))
    }

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

/// A range of `presence-availability-range` as it stands at a revision: where the sign between its numbers stands, which
/// no other number replaces; of a number alone its first digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RangePlace(pub usize);

impl RangePlace {
    /// Where a range stands.
    pub fn of(range: &Range) -> RangePlace {
        RangePlace(range.dash.map_or(range.span.start, |dash| dash.start))
    }

    /// The position of the range among those that were read of the same text; `None` where no range is at its place.
    pub fn position(self, ranges: &[Range]) -> Option<usize> {
        let at = ranges.partition_point(|range| range.span.end <= self.0);
        ranges.get(at).is_some_and(|range| range.span.start <= self.0).then_some(at)
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
