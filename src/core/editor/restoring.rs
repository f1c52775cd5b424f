//! A workspace as it was once takes the place of the present one, in one step.

use std::collections::BTreeSet;

use super::{
    assigned::Reassignment,
    change::{Change, List},
    place::{Place, ProfileId},
    workspace::{Profile, Workspace},
};
use crate::source::{edit::Edits, text::Part};

/// The change that leads from the present workspace wholly to the wanted one; an empty one where they are equal.
///
/// A profile that both have keeps its identity, and gets the other texts by an edit; no place in it outlives that.
pub fn plan(present: &Workspace, wanted: &Workspace, label: String) -> Change {
    let mut change = Change::new(label);
    for profile in &wanted.profiles {
        if let Some(own) = present.profile(profile.id) {
            change = becoming(change, own, profile);
        }
    }
    let order = |workspace: &Workspace| workspace.profiles.iter().map(|profile| profile.id).collect::<Vec<ProfileId>>();
    let wanted_order = order(wanted);
    if wanted_order != order(present) {
        let comes = wanted.profiles.iter().filter(|profile| present.profile(profile.id).is_none());
        let put = comes.map(|profile| (**profile).clone()).collect();
        change.list = Some(List { order: wanted_order, put });
    }
    change.with_assigned(Reassignment::between(&present.assigned, &wanted.assigned))
}

/// Adds what makes of a profile another one of its identity.
fn becoming(mut change: Change, own: &Profile, wanted: &Profile) -> Change {
    for part in [Part::Options, Part::Xml] {
        let place = Place { profile: own.id, part };
        change = change.with(place, Edits::between(own.text(part), wanted.text(part)));
    }
    if own.options != wanted.options || own.xml != wanted.xml {
        change = change.replacing(own.id);
    }
    if own.choices != wanted.choices {
        change = change.with_choices(own.id, wanted.choices.clone());
    }
    if own.name != wanted.name {
        change.names.push((own.id, wanted.name.to_string()));
    }
    change
}

/// What a change did that was planned here, in words: `2 profiles have other texts, 1 profile came back`.
pub fn told(change: &Change, present: &Workspace) -> String {
    let texts: BTreeSet<ProfileId> = change.texts.iter().map(|(place, _)| place.profile).collect();
    let stays = |id: &ProfileId| change.list.as_ref().is_none_or(|list| list.order.contains(id));
    let gone = present.profiles.iter().filter(|profile| !stays(&profile.id)).count();
    let came = change.list.as_ref().map_or(0, |list| list.put.len());
    let counted = |count: usize, one: &str, more: &str| match count {
        0 => None,
        1 => Some(format!("1 profile {one}")),
        count => Some(format!("{count} profiles {more}")),
    };
    let parts = [
        counted(texts.len(), "has other texts", "have other texts"),
        counted(came, "came back", "came back"),
        counted(gone, "went", "went"),
        counted(change.names.len(), "has another name", "have other names"),
        change.assigned.as_ref().map(|_| "the assignment is another".to_owned()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    match parts.is_empty() {
        // What is left: choices, or the order of the profiles.
        true => "the texts are the same".to_owned(),
        false => parts.join(", "),
    }
}
