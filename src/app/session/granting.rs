//! What is wanted, and what becomes of it: the only writers of the history.

use leptos::prelude::*;

use super::{Reveal, Session};
use crate::browser::rescue;
use presence_profile_core::{
    editor::{
        change::Change,
        command::{Command, Fixes, Wish},
        fixing::{self, Preview},
        history::{Act, History},
        planning,
        subject::Subject,
    },
    source::text::Part,
};

impl Session {
    /// A command to the profile as it stands now, as a wish: it may wait, in a menu or an open cell.
    pub fn wish(self, command: Command) -> Wish {
        Wish { profile: self.profile.get_untracked(), revision: self.revision_untracked(), command }
    }

    /// Carries out what is wanted of the profile as it stands now. Returns whether it was granted.
    pub fn dispatch(self, command: Command) -> bool {
        self.grant(&self.wish(command))
    }

    /// Carries out a wish, or says in the status line why not. Returns whether it was granted.
    pub fn grant(self, wish: &Wish) -> bool {
        self.rescue_first(&wish.command);
        let planned = self
            .history
            .with_untracked(|history| self.analysis.with_untracked(|read| planning::plan(history, &read.0, wish)));
        match planned {
            Ok(change) if change.is_empty() => true,
            Ok(change) => {
                let typed = matches!(wish.command, Command::Type { .. });
                let label = if typed { String::new() } else { change.label.clone() };
                let act = self.history.with_untracked(|history| history.commitment(change));
                self.act(act);
                self.notice.set(label);
                true
            }
            Err(refusal) => {
                self.notice.set(refusal.to_string());
                false
            }
        }
    }

    /// What fixes would do to the texts as they are.
    pub fn preview(self, fixes: &Fixes) -> Option<Preview> {
        self.history.with_untracked(|history| {
            let workspace = history.present();
            let profile = workspace.profile(self.profile.get_untracked())?;
            self.analysis
                .with_untracked(|read| fixing::preview(Subject { workspace, profile, analysis: &read.0 }, fixes))
        })
    }

    /// Takes the last step back and shows where it was.
    pub fn undo(self) {
        let change = self.act(Act::Undo);
        self.arrive(change, "Undone");
    }

    /// Does the last undone step again and shows where it is.
    pub fn redo(self) {
        let change = self.act(Act::Redo);
        self.arrive(change, "Redone");
    }

    /// The next keystroke begins a step of its own.
    pub fn seal(self) {
        self.history.update_untracked(History::seal);
    }

    /// Does what an act says; the change that did it.
    fn act(self, act: Act) -> Option<Change> {
        let change = self.history.try_update_untracked(|history| history.act(act).cloned()).flatten();
        // Before anything reads and judges the texts: what breaks the program must not be lost with it.
        self.with_profile_untracked(|profile| rescue::remember(&profile.options, &profile.xml));
        self.history.notify();
        change
    }

    /// A text that comes in is read while the change is planned; it is rescued before.
    fn rescue_first(self, command: &Command) {
        self.with_profile_untracked(|profile| match command {
            Command::OpenXml { file, .. } => rescue::remember(&profile.options, &file.text.as_str().into()),
            Command::Type { part: Part::Xml, edit, replaces: true, .. } => {
                rescue::remember(&profile.options, &edit.text.as_str().into());
            }
            _ => {}
        });
    }

    fn arrive(self, change: Option<Change>, what: &str) {
        let Some(change) = change else { return };
        self.tell(&format!("{what}: {}", change.label));
        let Some(place) = change.main_place() else { return };
        let Some(span) = change.edits(place).and_then(|edits| edits.touched()) else { return };
        self.select_in(place.part, span);
        self.show(Reveal { part: place.part, span, select: false });
    }
}
