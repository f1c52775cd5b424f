//! Two changes as one: for a step that goes on, and for commands that are planned one after the other.

use super::{Change, Joining, List, Renamed};
use crate::{
    editor::place::{EntryPlace, Place, ProfileId},
    source::{edit::Edit, text::Part},
};

impl Change {
    /// Whether it slid a range back to where it began, or typed what it deleted: what it puts is what `back`, which takes
    /// it back, would put.
    pub(in crate::editor) fn is_taken_back(&self, back: &Change) -> bool {
        matches!(self.joining, Joining::Slide(_) | Joining::Keystroke)
            && self.texts == back.texts
            && self.choices == back.choices
    }

    /// One change with the effect of `self`, then `next`; it keeps the label of `self`.
    pub fn then(mut self, next: Change) -> Change {
        let renamed = next.renamed.iter().filter_map(|renamed| self.renamed_in_base(renamed)).collect::<Vec<_>>();
        self.renamed.extend(renamed);
        for (place, edits) in next.texts {
            if let Some(put) = self.put(place.profile) {
                let text = edits.apply(put.text(place.part));
                put.set_text(place.part, text);
                continue;
            }
            match self.texts.iter_mut().find(|(at, _)| *at == place) {
                Some((_, own)) => *own = own.then(&edits),
                None => self.texts.push((place, edits)),
            }
        }
        self.texts.retain(|(_, edits)| !edits.is_empty());
        for (profile, choices) in next.choices {
            match self.put(profile) {
                Some(put) => put.choices = choices,
                None => replace(&mut self.choices, profile, choices),
            }
        }
        for (profile, name) in next.names {
            match self.put(profile) {
                Some(put) => put.name = name.into(),
                None => replace(&mut self.names, profile, name),
            }
        }
        if let Some(list) = next.list {
            self.take_list(list);
        }
        self.assigned = match (self.assigned, next.assigned) {
            (Some(own), Some(next)) => Some(own.then(next)),
            (own, next) => own.or(next),
        };
        self.live = self.live.then(next.live);
        for profile in next.replaced {
            if !self.replaced.contains(&profile) {
                self.replaced.push(profile);
            }
        }
        self
    }

    /// A profile that this change brings.
    fn put(&mut self, id: ProfileId) -> Option<&mut super::Profile> {
        self.list.as_mut()?.put.iter_mut().find(|profile| profile.id == id)
    }

    fn take_list(&mut self, next: List) {
        let mut put = self.list.take().unwrap_or_default().put;
        put.retain(|profile| next.order.contains(&profile.id) && next.put.iter().all(|new| new.id != profile.id));
        put.extend(next.put);
        // Of what goes, and of what another takes the place of, nothing else need be said.
        let stays = |id: ProfileId| next.order.contains(&id) && put.iter().all(|profile| profile.id != id);
        self.texts.retain(|(place, _)| stays(place.profile));
        self.choices.retain(|(profile, _)| stays(*profile));
        self.names.retain(|(profile, _)| stays(*profile));
        self.list = Some(List { order: next.order, put });
    }

    /// What a change that follows says of an entry, in terms of this one's base; `None` where this one wrote the entry.
    fn renamed_in_base(&self, next: &Renamed) -> Option<Renamed> {
        let edits = self.edits(Place { profile: next.profile, part: Part::Xml });
        let start = match edits {
            Some(edits) => edits.moves_back().first_byte(next.entry.start)?,
            None => next.entry.start,
        };
        let before = self.renamed.iter().rev().find(|own| own.profile == next.profile && own.entry.start == start);
        let id = before.map_or_else(|| next.entry.id.clone(), |before| before.entry.id.clone());
        Some(Renamed { profile: next.profile, entry: EntryPlace { start, id }, id: next.id.clone() })
    }

    /// What leads back from a renamed entry.
    pub(super) fn renamed_back(&self, renamed: &Renamed) -> Option<Renamed> {
        let edits = self.edits(Place { profile: renamed.profile, part: Part::Xml });
        let start = match edits {
            Some(edits) => edits.moves().first_byte(renamed.entry.start)?,
            None => renamed.entry.start,
        };
        let entry = EntryPlace { start, id: renamed.id.clone() };
        Some(Renamed { profile: renamed.profile, entry, id: renamed.entry.id.clone() })
    }

    /// Whether `next` goes on typing, or sliding, where this change stopped.
    pub fn is_continued_by(&self, next: &Change) -> bool {
        match (self.joining, next.joining) {
            (Joining::Slide(before), Joining::Slide(after)) => {
                return before.to == after.from && before.ends == after.ends && self.main_place() == next.main_place();
            }
            (Joining::Whole | Joining::Slide(_), _) | (_, Joining::Whole | Joining::Slide(_)) => return false,
            _ => {}
        }
        let (Some((place, last)), Some((next_place, edit))) = (self.only_edit(), next.only_edit()) else {
            return false;
        };
        if place != next_place {
            return false;
        }
        if self.joining == Joining::Composition {
            return next.joining == Joining::Composition;
        }
        if next.joining == Joining::Composition {
            return false;
        }
        let typed_to = last.span.start + last.text.len();
        match (last.text.is_empty(), edit.text.is_empty()) {
            // Typing on, a word at a time, also where something was just deleted; a line feed closes the step, with the
            // indentation that it brought.
            (_, false) => {
                edit.span.is_empty()
                    && edit.span.start == typed_to
                    && !last.text.trim_end_matches([' ', '\t']).ends_with('\n')
                    && !(last.text.ends_with(char::is_whitespace)
                        && edit.text.starts_with(|c: char| !c.is_whitespace()))
            }
            // What was typed comes back before what was typed in its place goes.
            (false, true) => false,
            // Deleting on, backwards or forwards.
            (true, true) => edit.span.end == last.span.start || edit.span.start == last.span.start,
        }
    }

    fn only_edit(&self) -> Option<(Place, &Edit)> {
        let [(place, edits)] = self.texts.as_slice() else {
            return None;
        };
        let mut all = edits.iter();
        match (all.next(), all.next()) {
            (Some(edit), None) => Some((*place, edit)),
            _ => None,
        }
    }
}

fn replace<T>(all: &mut Vec<(ProfileId, T)>, profile: ProfileId, value: T) {
    all.retain(|(own, _)| *own != profile);
    all.push((profile, value));
}
