//! The import that is looked at: what came in, what is said of it, and doing it.

use leptos::prelude::*;

use super::{Session, files::FileInHand, offering::Offer};
use crate::browser::clock;
use presence_profile_core::{
    editor::{
        incoming::{
            applying,
            differences::Differences,
            dry_run::DryRun,
            importing::{Goal, Importing},
            inputs::Input,
        },
        place::ProfileId,
        saved::Cause,
        workspace::{Profile, Workspace},
    },
    source::{decode, text::Part},
};

/// Handles to the import.
#[derive(Clone, Copy)]
pub struct Imports {
    /// What came in and what is said of it; `None` where nothing is looked at.
    pub state: RwSignal<Option<Importing>>,
    /// Whether it is looked at.
    pub is_open: RwSignal<bool>,
    /// What the notice offers to do.
    pub(super) offered: RwSignal<Option<Offer>, LocalStorage>,
    /// The grid whose cell was open when what is looked at was pasted into it.
    pasted_in: StoredValue<Option<String>>,
    /// The grid whose cell is to be open again.
    pub returns: RwSignal<Option<String>>,
    /// Files that came in by a way by which they can be written again, by their names and what they hold.
    files: StoredValue<Vec<(String, FileInHand)>, LocalStorage>,
}

impl Imports {
    pub(super) fn new() -> Imports {
        Imports {
            state: RwSignal::new(None),
            is_open: RwSignal::new(false),
            offered: RwSignal::new_local(None),
            pasted_in: StoredValue::new(None),
            returns: RwSignal::new(None),
            files: StoredValue::new_local(Vec::new()),
        }
    }
}

impl Session {
    /// Looks at what came in, beside what is looked at already.
    pub fn look_at_import(self, profile: ProfileId, inputs: Vec<Input>, files: Vec<(String, FileInHand)>) {
        let imports = self.importing;
        let present = |id: ProfileId| self.workspace_untracked(|workspace| workspace.profile(id).cloned());
        // The profile may have gone while the files were read.
        let profile = present(profile).map_or_else(|| self.looked_at_untracked(), |present| present.id);
        let may_replace = self.is_untouched();
        imports.state.update(|state| {
            let importing = state.get_or_insert_with(|| {
                let importing = Importing::new(profile);
                if may_replace { importing.replacing() } else { importing }
            });
            let Some(present) = present(importing.profile) else { return };
            inputs.into_iter().for_each(|input| importing.add(input, &present));
        });
        imports.files.update_value(|own| own.extend(files));
        imports.is_open.set(true);
    }

    /// Changes what is said of the import; `say` is handed the profile it goes to as it is.
    pub fn say_of_import(self, say: impl FnOnce(&mut Importing, &Profile)) {
        self.importing.state.update(|state| {
            let Some(importing) = state else { return };
            let present = self.workspace_untracked(|workspace| workspace.profile(importing.profile).cloned());
            if let Some(present) = present {
                say(importing, &present);
            }
        });
    }

    /// What will be looked at was pasted into the open cell of a grid: there one goes on typing.
    pub fn came_by_cell(self, grid: String) {
        self.importing.pasted_in.set_value(Some(grid));
    }

    /// Nothing is looked at any more.
    pub fn leave_import(self) {
        if let Some(grid) = self.importing.pasted_in.try_update_value(Option::take).flatten() {
            self.importing.returns.set(Some(grid));
        }
        self.importing.state.set(None);
        self.importing.files.set_value(Vec::new());
    }

    /// What the import would do, to the workspace as it is now.
    pub fn try_import(self, importing: &Importing) -> DryRun {
        let is_looked_at = importing.profile == self.looked_at_untracked();
        self.with_history_untracked(|history| {
            self.analysis.with_untracked(|read| {
                let analysis = Some(&*read.0).filter(|_| is_looked_at);
                DryRun::of(history, importing, analysis, 1)
            })
        })
    }

    /// Does the import, as one step. Returns whether something was done.
    pub fn import(self) -> bool {
        let Some(importing) = self.importing.state.get_untracked() else { return false };
        let Some(present) = self.workspace_untracked(|workspace| workspace.profile(importing.profile).cloned()) else {
            self.notice.set("The profile is not there any more; nothing was imported".to_owned());
            return false;
        };
        let opened = clock::now() as u64;
        let differences = Differences::of(&importing, &present);
        let planned = self.with_history_untracked(|history| applying::plan(history, &importing, &differences, opened));
        let new = planned.as_ref().ok().and_then(|change| change.list.as_ref()?.put.first().map(|profile| profile.id));
        let what = importing.origins();
        let is_replaced = importing.goal == Goal::Replace;
        let moment = self.moment();
        let leaves_behind = importing.profile == self.looked_at_untracked() && self.would_leave_behind();
        let is_nothing = planned.as_ref().is_ok_and(|change| change.is_empty());
        let changes = differences.changes().max(1);
        let is_done = self.carry(planned, |change| change.label.clone());
        if !is_done || is_nothing {
            return false;
        }
        if is_replaced {
            self.keep_version(moment, Cause::BeforeOpening, &what);
        }
        let is_elsewhere = new.is_none() && importing.profile != self.looked_at_untracked();
        self.look_at(new.unwrap_or(importing.profile));
        self.hold_imported(&importing, leaves_behind);
        let values = if changes == 1 { "1 value".to_owned() } else { format!("{changes} values") };
        let name = self.with_profile_untracked(|profile| profile.name.clone());
        let into = match (new, is_elsewhere) {
            (Some(_), _) => format!(" as {name}"),
            (None, true) => format!(" into {name}"),
            (None, false) => String::new(),
        };
        let live = if is_replaced { "; Changes count from it" } else { "" };
        self.tell(&format!("{values} imported from {what}{into}{live}"));
        true
    }

    /// Where the XML is a whole file now, that file is in hand.
    fn hold_imported(self, importing: &Importing, leaves_behind: bool) {
        let Some(file) = importing.whole_file() else { return };
        let is_same = self.with_profile_untracked(|profile| *profile.text(Part::Xml) == file.profile().xml);
        let held = self.importing.files.with_value(|files| {
            // Two files may have one name: it is the one that holds what came in.
            let holds = |held: &FileInHand| {
                let read = decode::decode(&held.last);
                read.is_ok_and(|read| file.file.as_ref().is_some_and(|file| file.text == read.text))
            };
            let own = files.iter().find(|(name, held)| **name == *file.origin && holds(held));
            own.map(|(_, held)| held.clone())
        });
        if file.file.is_some() {
            self.file_comes(held);
            self.file_has_come();
        }
        if is_same {
            self.has_come_in(leaves_behind);
        }
    }

    /// Whether nothing would be lost if a file came in without a question: the guide's example as a first visitor finds it.
    pub fn is_untouched(self) -> bool {
        self.with_history_untracked(|history| {
            let is_new = history.undo_label().is_none() && history.redo_label().is_none();
            is_new && !self.is_recalling() && is_example(history.present())
        })
    }
}

fn is_example(workspace: &Workspace) -> bool {
    let example = Workspace::example();
    let same = |own: &Profile, other: &Profile| own.options == other.options && own.xml == other.xml;
    workspace.profiles.len() == 1 && same(&workspace.profiles[0], &example.profiles[0])
}
