//! The stored form of places: profiles, texts, entries, offsets.

use std::{collections::HashSet, hash::Hash};

use serde::{Deserialize, Serialize};

use crate::{
    editor::place::{EntryPlace, Place, ProfileId},
    source::text::Part,
};

/// One of a profile's texts. The order is stored.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(super) enum SavedPart {
    Options,
    Xml,
}

#[derive(Serialize, Deserialize)]
pub(super) struct SavedPlace {
    profile: u64,
    part: SavedPart,
}

#[derive(Serialize, Deserialize)]
pub(super) struct SavedEntry<'a> {
    start: u64,
    #[serde(borrow)]
    id: Option<&'a str>,
}

impl SavedPart {
    pub(super) fn of(part: Part) -> SavedPart {
        match part {
            Part::Options => SavedPart::Options,
            Part::Xml => SavedPart::Xml,
        }
    }

    pub(super) fn restore(self) -> Part {
        match self {
            SavedPart::Options => Part::Options,
            SavedPart::Xml => Part::Xml,
        }
    }
}

impl SavedPlace {
    pub(super) fn of(place: Place) -> SavedPlace {
        SavedPlace { profile: place.profile.number(), part: SavedPart::of(place.part) }
    }

    pub(super) fn restore(&self) -> Option<Place> {
        Some(Place { profile: ProfileId::numbered(self.profile)?, part: self.part.restore() })
    }
}

impl<'a> SavedEntry<'a> {
    pub(super) fn of(entry: &'a EntryPlace) -> SavedEntry<'a> {
        SavedEntry { start: entry.start as u64, id: entry.id.as_deref() }
    }

    pub(super) fn restore(&self) -> Option<EntryPlace> {
        Some(EntryPlace { start: offset(self.start)?, id: self.id.map(str::to_owned) })
    }
}

/// An offset, or a length, as far as a text can have it: numbers made of it do not overflow.
pub(super) fn offset(number: u64) -> Option<usize> {
    i32::try_from(number).ok().and_then(|number| usize::try_from(number).ok())
}

pub(super) fn are_distinct<T: Eq + Hash>(all: impl IntoIterator<Item = T>) -> bool {
    let mut seen = HashSet::new();
    all.into_iter().all(|one| seen.insert(one))
}
