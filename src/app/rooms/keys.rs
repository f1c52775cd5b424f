//! The keys of the dialog and of its two lists.

use leptos::{ev, prelude::*};

use super::state::{Ahead, Named, Rooms};

/// How far Page Up and Page Down go.
const PAGE: isize = 6;

impl Rooms {
    /// The keys that work everywhere in the dialog.
    pub(super) fn on_key(self, event: &ev::KeyboardEvent) {
        let is_undo =
            event.key().eq_ignore_ascii_case("z") && (event.ctrl_key() || event.meta_key()) && !event.shift_key();
        if is_undo && self.naming.with_untracked(Option::is_none) {
            event.prevent_default();
            self.undo();
        }
    }

    /// The keys while a new workspace is on its way: they are the beginning of its name.
    pub(super) fn on_key_ahead(self, event: &ev::KeyboardEvent) {
        let is_taken = self.ahead.try_update_value(|ahead| {
            let Some(Ahead { name, is_entered }) = ahead.as_mut().filter(|_| !has_modifier(event)) else {
                return false;
            };
            let key = event.key();
            match key.as_str() {
                "Enter" => *is_entered = true,
                "Backspace" => drop(name.pop()),
                _ if *is_entered => {}
                key if key.chars().count() == 1 => name.push_str(key),
                _ => return false,
            }
            true
        });
        if is_taken == Some(true) {
            event.prevent_default();
            event.stop_propagation();
        }
    }

    /// The keys of the list of workspaces.
    pub(super) fn on_workspace_key(self, event: &ev::KeyboardEvent) {
        if event.is_composing() || self.naming.with_untracked(Option::is_some) || has_modifier(event) {
            return;
        }
        let at = self.marked.get_untracked();
        let all: Vec<u64> = self.lines.with_untracked(|lines| lines.iter().map(|line| line.workspace).collect());
        match event.key().as_str() {
            "Enter" => self.open(),
            "F2" => self.name_marked(),
            "Delete" if !event.repeat() => self.delete(),
            key => match stepped(key, &all, at) {
                Some(next) => self.mark(Some(next)),
                None => return,
            },
        }
        event.prevent_default();
    }

    /// Has the name of the workspace that is marked written.
    pub(super) fn name_marked(self) {
        if let Some(marked) = self.marked.get_untracked() {
            self.name(Named::Workspace(marked));
        }
    }

    /// The keys of the list of versions.
    pub(super) fn on_version_key(self, event: &ev::KeyboardEvent) {
        if event.is_composing() || self.naming.with_untracked(Option::is_some) || has_modifier(event) {
            return;
        }
        let at = self.version.get_untracked();
        let all: Vec<u64> =
            self.versions.with_untracked(|versions| versions.iter().map(|(number, _)| *number).collect());
        match event.key().as_str() {
            "Enter" if !event.repeat() => self.restore(),
            "F2" => self.name_version(),
            key => match stepped(key, &all, at) {
                Some(next) => self.mark_version(Some(next)),
                None => return,
            },
        }
        event.prevent_default();
    }

    /// Has the name of the version that is marked written.
    pub(super) fn name_version(self) {
        if let Some(version) = self.version.get_untracked() {
            self.name(Named::Version(version));
        }
    }
}

fn has_modifier(event: &ev::KeyboardEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.alt_key()
}

/// Where a key leads in a list; where nothing is marked, to its first line.
fn stepped(key: &str, all: &[u64], at: Option<u64>) -> Option<u64> {
    let last = all.len().checked_sub(1)?;
    let at = all.iter().position(|own| Some(*own) == at);
    let by = |by: isize| at.map_or(0, |at| at.saturating_add_signed(by).min(last));
    let next = match key {
        "ArrowUp" => by(-1),
        "ArrowDown" => by(1),
        "PageUp" => by(-PAGE),
        "PageDown" => by(PAGE),
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    all.get(next).copied()
}
