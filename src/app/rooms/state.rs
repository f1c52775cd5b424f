//! What the dialog shows and has marked: it follows what lies in the storage.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use super::super::session::{
    Session,
    keeping::{
        listing::{Held, Line},
        restoring::Listed,
    },
};
use presence_profile_core::editor::{
    saved::{Snapshot, VersionLine},
    workspace::Workspace,
};

/// The dialog, open or not.
#[derive(Clone, Copy)]
pub struct Rooms {
    pub(super) session: Session,
    pub(super) is_open: RwSignal<bool>,
    /// Whether anything is kept in this browser.
    pub(super) is_kept: RwSignal<bool>,
    /// The workspaces in their order.
    pub(super) lines: RwSignal<Vec<Line>>,
    /// The workspace that is marked.
    pub(super) marked: RwSignal<Option<u64>>,
    /// Its versions, the newest first, by their numbers.
    pub(super) versions: RwSignal<Arc<Vec<(u64, VersionLine)>>>,
    /// How many of them cannot be read.
    pub(super) unread: RwSignal<usize>,
    /// The version that is marked.
    pub(super) version: RwSignal<Option<u64>>,
    /// The version that is marked as it was, and its workspace as it is.
    pub(super) compared: RwSignal<Option<Arc<Compared>>>,
    /// What is being named.
    pub(super) naming: RwSignal<Option<Named>>,
    /// What is typed before the field is there in which a new workspace gets its name.
    pub(super) ahead: StoredValue<Option<Ahead>>,
    /// What just happened.
    pub(super) said: RwSignal<String>,
    /// What can only be deleted for good, as was just said.
    pub(super) only_for_good: StoredValue<Option<u64>>,
    /// Whether something is being done: nothing is done twice.
    pub(super) is_busy: RwSignal<bool>,
    /// How often it was listed what there is: only the last list is shown.
    looks: StoredValue<u64>,
    pub(super) about: RwSignal<bool>,
    pub(super) erasing: RwSignal<bool>,
    /// Whether a saved workspace has its history in it.
    pub(super) with_history: RwSignal<bool>,
}

/// What has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A workspace.
    Workspace(u64),
    /// A version of the workspace that is marked.
    Version(u64),
}

/// What quick hands have typed already.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ahead {
    /// The name, as far as it goes.
    pub name: String,
    /// Whether it is finished.
    pub is_entered: bool,
}

/// A version beside its workspace.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// When the version was kept, in milliseconds since 1970.
    pub at: f64,
    /// The version.
    pub then: Workspace,
    /// The workspace now.
    pub now: Workspace,
}

impl Rooms {
    /// The dialog, closed.
    pub fn new(session: Session, is_open: RwSignal<bool>) -> Rooms {
        let rooms = Rooms {
            session,
            is_open,
            is_kept: RwSignal::new(true),
            lines: RwSignal::new(Vec::new()),
            marked: RwSignal::new(None),
            versions: RwSignal::new(Arc::default()),
            unread: RwSignal::new(0),
            version: RwSignal::new(None),
            compared: RwSignal::new(None),
            naming: RwSignal::new(None),
            ahead: StoredValue::new(None),
            said: RwSignal::new(String::new()),
            only_for_good: StoredValue::new(None),
            is_busy: RwSignal::new(false),
            looks: StoredValue::new(0),
            about: RwSignal::new(false),
            erasing: RwSignal::new(false),
            with_history: RwSignal::new(false),
        };
        // What is listed lies in the storage, which says nothing by itself: it is asked when the dialog opens, when this
        // tab has written, and when another one has.
        Effect::new(move |was_open: Option<bool>| {
            let is_open = rooms.is_open.get();
            session.heard_of_workspaces();
            let _ = session.keeping.with(|state| (state.saved, state.holder, state.name.clone()));
            if is_open {
                let is_new = was_open != Some(true);
                if is_new {
                    rooms.begin();
                }
                spawn_local(rooms.look());
            }
            is_open
        });
        rooms
    }

    fn begin(self) {
        self.said.set(String::new());
        self.naming.set(None);
        self.marked.set(self.session.shown_workspace());
        self.version.set(None);
        self.compared.set(None);
        self.is_kept.set(self.session.shown_workspace().is_some());
    }

    /// Lists what there is now.
    pub(super) async fn look(self) {
        let Some(look) = self.begin_look() else { return };
        let is_last = || self.looks.try_get_value() == Some(look);
        let listed = self.session.workspaces().await;
        if !is_last() {
            return;
        }
        let Ok(lines) = listed else {
            self.lines.try_set(Vec::new());
            self.is_kept.try_set(false);
            return;
        };
        let asked: Vec<u64> =
            lines.iter().filter(|line| line.held == Held::Elsewhere).map(|line| line.workspace).collect();
        // A tab that was killed has given nothing back: nobody is said to have a workspace before a tab says so.
        let were_held: Vec<u64> = self.lines.with_untracked(|before| {
            before.iter().filter(|line| line.held == Held::Elsewhere).map(|line| line.workspace).collect()
        });
        self.show(freed(&lines, &were_held));
        self.look_at_versions().await;
        if asked.is_empty() {
            return;
        }
        let held = self.session.ask_who_has(&asked).await;
        if !is_last() {
            return;
        }
        self.show(freed(&lines, &held));
    }

    /// What was listed before is not shown any more.
    pub(super) fn begin_look(self) -> Option<u64> {
        self.looks.try_update_value(|looks| {
            *looks += 1;
            *looks
        })
    }

    fn show(self, lines: Vec<Line>) {
        let Some(marked) = self.marked.try_get_untracked() else { return };
        self.is_kept.set(true);
        if !lines.iter().any(|line| Some(line.workspace) == marked) {
            self.mark(lines.first().map(|line| line.workspace));
        }
        if self.lines.with_untracked(|before| *before != lines) {
            self.lines.set(lines);
        }
    }

    /// Lists the versions of the workspace that is marked.
    pub(super) async fn look_at_versions(self) {
        let Some(marked) = self.marked.try_get_untracked().flatten() else { return };
        let Ok(Listed { lines, unread }) = self.session.versions_of(marked).await else { return };
        if self.marked.try_get_untracked().flatten() != Some(marked) {
            return;
        }
        let is_there = |number| lines.iter().any(|(own, _)| *own == number);
        if !self.version.get_untracked().is_none_or(is_there) {
            self.mark_version(None);
        }
        self.unread.set(unread);
        if self.versions.with_untracked(|before| **before != lines) {
            self.versions.set(Arc::new(lines));
        }
        self.compare().await;
    }

    /// Puts the version that is marked beside its workspace.
    pub(super) async fn compare(self) {
        let marked = || self.marked.try_get_untracked().flatten().zip(self.version.try_get_untracked().flatten());
        let Some((workspace, number)) = marked() else { return };
        let then = self.session.version_of(workspace, number).await;
        let now = self.session.workspace_now(workspace).await;
        if marked() != Some((workspace, number)) {
            return;
        }
        match (then, now) {
            (Ok(version), Ok(now)) => {
                let Snapshot { workspace: then, .. } = version.snapshot;
                let compared = Compared { at: version.at, then, now };
                if self.compared.with_untracked(|before| before.as_deref() != Some(&compared)) {
                    self.compared.set(Some(Arc::new(compared)));
                }
            }
            (Err(obstacle), _) | (_, Err(obstacle)) => {
                self.compared.set(None);
                self.said.set(format!("This version cannot be looked at: {obstacle}"));
            }
        }
    }
}

/// The lines, of which other tabs have only those that are `held`.
fn freed(lines: &[Line], held: &[u64]) -> Vec<Line> {
    let is_free = |line: &Line| line.held == Held::Elsewhere && !held.contains(&line.workspace);
    lines.iter().map(|line| Line { held: if is_free(line) { Held::Free } else { line.held }, ..line.clone() }).collect()
}
