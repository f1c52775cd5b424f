//! What a change makes of a workspace, and what leads back.

use std::sync::Arc;

use super::{Change, List};
use crate::editor::{
    place::{Place, ProfileId},
    workspace::{Profile, Workspace},
};
use crate::source::edit::Edits;

impl Change {
    /// Whether it can be applied to a workspace: every profile and every place of a text that it speaks of is there, and a
    /// profile is left.
    pub fn fits(&self, base: &Workspace) -> bool {
        let is_there = |id: ProfileId| base.profile(id).is_some();
        let fits_text = |(place, edits): &(Place, Edits)| {
            base.profile(place.profile).is_some_and(|profile| edits.fit(profile.text(place.part)))
        };
        let fits_list = |list: &List| {
            let is_known = |id: &ProfileId| is_there(*id) || list.put.iter().any(|profile| profile.id == *id);
            let is_once = |(at, id): (usize, &ProfileId)| !list.order[..at].contains(id);
            !list.order.is_empty() && list.order.iter().all(is_known) && list.order.iter().enumerate().all(is_once)
        };
        self.texts.iter().all(fits_text)
            && self.choices.iter().all(|(id, _)| is_there(*id))
            && self.names.iter().all(|(id, _)| is_there(*id))
            && self.list.as_ref().is_none_or(fits_list)
    }

    /// The workspace afterwards.
    pub fn apply(&self, base: &Workspace) -> Workspace {
        let mut after = base.clone();
        for (place, edits) in &self.texts {
            let text = edits.apply(base.text(*place));
            after.of_change(place.profile).set_text(place.part, text);
        }
        for (profile, choices) in &self.choices {
            after.of_change(*profile).choices = choices.clone();
        }
        for (profile, name) in &self.names {
            after.of_change(*profile).name = name.as_str().into();
        }
        if let Some(list) = &self.list {
            let own = |id: &ProfileId| {
                let put = list.put.iter().find(|profile| profile.id == *id);
                let own = || after.profiles.iter().find(|profile| profile.id == *id);
                put.map(|put| Arc::new(put.clone()))
                    .or_else(|| own().cloned())
                    .expect("a listed profile is there, or is put there")
            };
            after.profiles = list.order.iter().map(own).collect();
        }
        if let Some(assigned) = &self.assigned {
            after.assigned = assigned.apply(&base.assigned).into();
        }
        if !self.live.is_empty() {
            after.live = self.live.apply(&base.live, &after).into();
        }
        after
    }

    /// The change that leads back to `base`.
    pub fn inverse(&self, base: &Workspace) -> Change {
        let of = |profile: ProfileId| base.profile(profile).expect("a change is made against its base");
        let texts = self.texts.iter().map(|(place, edits)| (*place, edits.inverse(base.text(*place))));
        let list = self.list.as_ref().map(|list| {
            let is_put = |id: ProfileId| list.put.iter().any(|profile| profile.id == id);
            let goes = |profile: &&Arc<Profile>| !list.order.contains(&profile.id) || is_put(profile.id);
            List {
                order: base.profiles.iter().map(|profile| profile.id).collect(),
                put: base.profiles.iter().filter(goes).map(|profile| (**profile).clone()).collect(),
            }
        });
        Change {
            label: self.label.clone(),
            texts: texts.collect(),
            choices: self.choices.iter().map(|(profile, _)| (*profile, of(*profile).choices.clone())).collect(),
            names: self.names.iter().map(|(profile, _)| (*profile, of(*profile).name.to_string())).collect(),
            list,
            assigned: self.assigned.as_ref().map(|assigned| assigned.inverse(&base.assigned)),
            live: self.live.inverse(base),
            renamed: self.renamed.iter().rev().filter_map(|renamed| self.renamed_back(renamed)).collect(),
            replaced: self.replaced.clone(),
            joining: self.joining,
        }
    }
}
