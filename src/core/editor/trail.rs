//! What happened since a revision, as far as a place must know it to be found again.

use std::{collections::VecDeque, error::Error, fmt};

use super::{
    change::{Change, Renamed},
    place::{EntryPlace, Place, ProfileId},
};
use crate::source::{
    edit::moves::Moves,
    text::{Part, Span},
};

/// The changes that led to the present, without their texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trail {
    /// What led to each of the latest revisions, the latest last.
    footprints: VecDeque<Footprint>,
    revision: u64,
}

/// What a change leaves behind for places.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Footprint {
    label: String,
    moves: Vec<(Place, Moves)>,
    replaced: Vec<ProfileId>,
    renamed: Vec<Renamed>,
}

/// Why a place is not found again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lost {
    /// More happened since than is held.
    TooOld,
    /// Other texts took the place of the profile's; the title of the change that did it.
    Replaced(String),
    /// What stood there was changed or removed; the title of the change that did it.
    Changed(String),
}

impl fmt::Display for Lost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Lost::TooOld => f.write_str("too much has changed since"),
            Lost::Replaced(label) | Lost::Changed(label) => write!(f, "it is gone since \u{201c}{label}\u{201d}"),
        }
    }
}

impl Error for Lost {}

impl Trail {
    /// Places of so many revisions before the present are found again.
    pub const MAX_REVISIONS: usize = 1000;

    /// The present revision: it grows by one with every change, undo and redo.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// A change has led to the next revision.
    pub(super) fn add(&mut self, change: &Change) {
        self.revision += 1;
        let mut replaced = change.replaced.clone();
        // What a profile is put in the place of is not there any more, even if it has the same identity.
        replaced.extend(change.list.iter().flat_map(|list| &list.put).map(|profile| profile.id));
        self.footprints.push_back(Footprint {
            label: change.label.clone(),
            moves: change.texts.iter().map(|(place, edits)| (*place, edits.moves())).collect(),
            replaced,
            renamed: change.renamed.clone(),
        });
        if Trail::MAX_REVISIONS < self.footprints.len() {
            self.footprints.pop_front();
        }
    }

    /// Whether what was known of a profile at a revision can still be followed.
    ///
    /// # Errors
    /// Why not.
    pub fn profile(&self, revision: u64, profile: ProfileId) -> Result<(), Lost> {
        self.since(revision, profile)?.try_for_each(|step| step.map(drop))
    }

    /// Where an entry of a revision stands now.
    ///
    /// It lives while nothing replaces the first byte of its tag; its ID is the one it had, or was given by a command.
    ///
    /// # Errors
    /// Why it cannot be told.
    pub fn entry(&self, revision: u64, profile: ProfileId, entry: &EntryPlace) -> Result<EntryPlace, Lost> {
        let mut entry = entry.clone();
        for step in self.since(revision, profile)? {
            let step = step?;
            let renamed = step.renamed.iter().filter(|renamed| renamed.profile == profile);
            for renamed in renamed.filter(|renamed| renamed.entry.start == entry.start) {
                if renamed.entry.id == entry.id {
                    entry.id.clone_from(&renamed.id);
                }
            }
            let place = Place { profile, part: Part::Xml };
            if let Some(moves) = step.moves_of(place) {
                entry.start = moves.first_byte(entry.start).ok_or_else(|| Lost::Changed(step.label.clone()))?;
            }
        }
        Ok(entry)
    }

    /// Where the first byte of a thing in a text of a revision stands now.
    ///
    /// # Errors
    /// Why it cannot be told.
    pub fn first_byte(&self, revision: u64, place: Place, offset: usize) -> Result<usize, Lost> {
        self.moved(revision, place, offset, Moves::first_byte)
    }

    /// About where an offset in a text of a revision lies now, whatever happened to what stood there.
    ///
    /// # Errors
    /// Why it cannot be told.
    pub fn about(&self, revision: u64, place: Place, offset: usize) -> Result<usize, Lost> {
        self.moved(revision, place, offset, |moves, offset| Some(moves.about(offset)))
    }

    /// Where a stretch of a text of a revision stands now, all its bytes as they were.
    ///
    /// # Errors
    /// Why it cannot be told.
    pub fn stretch(&self, revision: u64, place: Place, stretch: Span) -> Result<Span, Lost> {
        self.moved(revision, place, stretch, Moves::stretch)
    }

    fn moved<T: Copy>(
        &self,
        revision: u64,
        place: Place,
        what: T,
        by: impl Fn(&Moves, T) -> Option<T>,
    ) -> Result<T, Lost> {
        let mut what = what;
        for step in self.since(revision, place.profile)? {
            let step = step?;
            if let Some(moves) = step.moves_of(place) {
                what = by(moves, what).ok_or_else(|| Lost::Changed(step.label.clone()))?;
            }
        }
        Ok(what)
    }

    /// What happened since, as far as it leaves something to follow.
    fn since(&self, revision: u64, profile: ProfileId) -> Result<impl Iterator<Item = Result<&Footprint, Lost>>, Lost> {
        let count = self.revision.checked_sub(revision).and_then(|count| usize::try_from(count).ok());
        let first = count.and_then(|count| self.footprints.len().checked_sub(count)).ok_or(Lost::TooOld)?;
        Ok(self.footprints.iter().skip(first).map(move |step| match step.replaced.contains(&profile) {
            true => Err(Lost::Replaced(step.label.clone())),
            false => Ok(step),
        }))
    }
}

impl Footprint {
    fn moves_of(&self, place: Place) -> Option<&Moves> {
        self.moves.iter().find(|(own, _)| *own == place).map(|(_, moves)| moves)
    }
}
