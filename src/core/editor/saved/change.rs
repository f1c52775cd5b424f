//! The stored form of a change.

use serde::{Deserialize, Serialize};

use super::{
    assigned::SavedReassignment,
    edits::SavedEdits,
    places::{SavedEntry, SavedPlace, are_distinct, offset},
    profile::{SavedChoices, SavedProfile},
};
use crate::editor::{
    change::{Change, Joining, List, Renamed, Slide},
    place::{ProfileId, RangePlace},
};

#[derive(Serialize, Deserialize)]
pub(super) struct SavedChange<'a> {
    label: &'a str,
    #[serde(borrow)]
    texts: Vec<(SavedPlace, SavedEdits<'a>)>,
    #[serde(borrow)]
    choices: Vec<(u64, SavedChoices<'a>)>,
    #[serde(borrow)]
    names: Vec<(u64, &'a str)>,
    #[serde(borrow)]
    list: Option<SavedList<'a>>,
    #[serde(borrow)]
    assigned: Option<SavedReassignment<'a>>,
    #[serde(borrow)]
    renamed: Vec<SavedRenamed<'a>>,
    replaced: Vec<u64>,
    joining: SavedJoining,
}

#[derive(Serialize, Deserialize)]
struct SavedList<'a> {
    order: Vec<u64>,
    #[serde(borrow)]
    put: Vec<SavedProfile<'a>>,
}

#[derive(Serialize, Deserialize)]
struct SavedRenamed<'a> {
    profile: u64,
    #[serde(borrow)]
    entry: SavedEntry<'a>,
    #[serde(borrow)]
    id: Option<&'a str>,
}

/// How a change joins the step before. The order is stored.
#[derive(Serialize, Deserialize)]
enum SavedJoining {
    Whole,
    Keystroke,
    Composition,
    Slide { from: u64, to: u64, ends: (bool, bool) },
}

impl<'a> SavedChange<'a> {
    pub(super) fn of(change: &'a Change) -> SavedChange<'a> {
        let Change { label, texts, choices, names, list, assigned, renamed, replaced, joining, live: _ } = change;
        SavedChange {
            label,
            texts: texts.iter().map(|(place, edits)| (SavedPlace::of(*place), SavedEdits::of(edits))).collect(),
            choices: choices.iter().map(|(id, choices)| (id.number(), SavedChoices::of(choices))).collect(),
            names: names.iter().map(|(id, name)| (id.number(), name.as_str())).collect(),
            list: list.as_ref().map(SavedList::of),
            assigned: assigned.as_ref().map(SavedReassignment::of),
            renamed: renamed.iter().map(SavedRenamed::of).collect(),
            replaced: replaced.iter().map(|id| id.number()).collect(),
            joining: SavedJoining::of(*joining),
        }
    }

    pub(super) fn restore(&self) -> Option<Change> {
        let mut change = Change::new(self.label);
        for (place, edits) in &self.texts {
            let edits = Some(edits.restore()?).filter(|edits| !edits.is_empty());
            change.texts.push((place.restore()?, edits?));
        }
        for (id, choices) in &self.choices {
            change.choices.push((ProfileId::numbered(*id)?, choices.restore()));
        }
        for (id, name) in &self.names {
            change.names.push((ProfileId::numbered(*id)?, (*name).to_owned()));
        }
        change.list = match &self.list {
            Some(list) => Some(list.restore()?),
            None => None,
        };
        let assigned = self.assigned.as_ref().map(SavedReassignment::restore);
        change = change.with_assigned(assigned.unwrap_or_default());
        change.renamed = self.renamed.iter().map(SavedRenamed::restore).collect::<Option<_>>()?;
        change.replaced = ids(&self.replaced)?;
        change.joining = self.joining.restore()?;
        is_sound(&change).then_some(change)
    }
}

/// What every change keeps, whatever it is applied to: without it there would be no way back.
fn is_sound(change: &Change) -> bool {
    let are_places_distinct = are_distinct(change.texts.iter().map(|(place, _)| *place));
    let Some(list) = &change.list else { return are_places_distinct };
    let put = || list.put.iter().map(|profile| profile.id);
    let is_there = !list.order.is_empty() && are_distinct(&list.order) && are_distinct(put());
    let texts = change.texts.iter().map(|(place, _)| place.profile);
    let named = change.choices.iter().map(|(id, _)| *id).chain(change.names.iter().map(|(id, _)| *id));
    // Of what goes, and of what another takes the place of, nothing else is said.
    let stays = |id: ProfileId| list.order.contains(&id) && put().all(|put| put != id);
    are_places_distinct && is_there && texts.chain(named).all(stays)
}

fn ids(numbers: &[u64]) -> Option<Vec<ProfileId>> {
    numbers.iter().map(|number| ProfileId::numbered(*number)).collect()
}

impl<'a> SavedList<'a> {
    fn of(list: &'a List) -> SavedList<'a> {
        SavedList {
            order: list.order.iter().map(|id| id.number()).collect(),
            put: list.put.iter().map(SavedProfile::of).collect(),
        }
    }

    fn restore(&self) -> Option<List> {
        let put = self.put.iter().map(SavedProfile::restore);
        Some(List { order: ids(&self.order)?, put: put.collect::<Option<_>>()? })
    }
}

impl<'a> SavedRenamed<'a> {
    fn of(renamed: &'a Renamed) -> SavedRenamed<'a> {
        let Renamed { profile, entry, id } = renamed;
        SavedRenamed { profile: profile.number(), entry: SavedEntry::of(entry), id: id.as_deref() }
    }

    fn restore(&self) -> Option<Renamed> {
        let (profile, entry) = (ProfileId::numbered(self.profile)?, self.entry.restore()?);
        Some(Renamed { profile, entry, id: self.id.map(str::to_owned) })
    }
}

impl SavedJoining {
    fn of(joining: Joining) -> SavedJoining {
        match joining {
            Joining::Whole => SavedJoining::Whole,
            Joining::Keystroke => SavedJoining::Keystroke,
            Joining::Composition => SavedJoining::Composition,
            Joining::Slide(Slide { from, to, ends }) => {
                SavedJoining::Slide { from: from.0 as u64, to: to.0 as u64, ends }
            }
        }
    }

    fn restore(&self) -> Option<Joining> {
        Some(match *self {
            SavedJoining::Whole => Joining::Whole,
            SavedJoining::Keystroke => Joining::Keystroke,
            SavedJoining::Composition => Joining::Composition,
            SavedJoining::Slide { from, to, ends } => {
                Joining::Slide(Slide { from: RangePlace(offset(from)?), to: RangePlace(offset(to)?), ends })
            }
        })
    }
}
