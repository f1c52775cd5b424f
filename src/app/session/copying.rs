//! A part of the profile that is looked at, on its way into another one.

use leptos::prelude::*;

use super::Session;
use presence_profile_core::{
    editor::incoming::{
        copying,
        importing::{Goal, Importing},
        inputs::Input,
    },
    mapping::lcid::Lcid,
};

impl Session {
    /// Looks at what copying an entry would do.
    pub fn copy_entry(self, entry: usize) {
        let input = self.analysis.with_untracked(|looked_at| copying::entry(&looked_at.1, &looked_at.0.map, entry));
        match input {
            Some(input) => self.copy(input),
            None => self.notice.set("This entry has no ID, so it cannot be copied".to_owned()),
        }
    }

    /// Looks at what copying a language would do.
    pub fn copy_language(self, lcid: Lcid) {
        let input = self.analysis.with_untracked(|looked_at| copying::language(&looked_at.1, &looked_at.0.map, lcid));
        match input.text() {
            Some((text, _)) if !text.is_empty() => self.copy(input),
            _ => self.notice.set(format!("{} has no texts to copy", lcid.name())),
        }
    }

    /// Into the next profile; where there is no other, into a new one.
    fn copy(self, input: Input) {
        if !self.may_change() {
            return;
        }
        let own = self.looked_at_untracked();
        let other = self.workspace_untracked(|workspace| {
            let at = workspace.position(own).unwrap_or_default();
            let around = workspace.profiles.iter().cycle().skip(at + 1);
            around.take(workspace.profiles.len()).find(|profile| profile.id != own).map(|profile| profile.id)
        });
        self.workspace_untracked(|workspace| {
            let target = other.unwrap_or(own);
            let Some(present) = workspace.profile(target) else { return };
            let mut importing = Importing::new(target);
            importing.add(input, present);
            if other.is_none() {
                importing.go_into(Goal::New);
            }
            self.importing.state.set(Some(importing));
        });
        self.importing.is_open.set(true);
    }
}
