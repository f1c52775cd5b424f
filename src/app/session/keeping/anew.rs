//! Keeping as a workspace of its own: a copy, or what was made before the storage answered.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use super::{Desk, Holder, Saved, Session, State, Trouble};
use crate::{
    app::start::{Start, Storage, new_workspace, show_next},
    browser::{database::Database, page},
};
use presence_profile_core::editor::{place::ProfileId, workspace::Workspace, workspace_names::copy_name};

impl Session {
    /// The storage answers after the page began without it: what is here goes there as a workspace of its own, and what was
    /// there is offered.
    pub(super) fn arrive_late(self, start: Start) {
        let (kept, is_own) = match start.storage {
            Storage::Own(kept) => (kept, true),
            Storage::Readable(kept, _) => (kept, false),
            Storage::Missing(error) => return self.keeping.set(|state| state.trouble = Some(Trouble::of(&error))),
            Storage::Silent => return,
        };
        if is_own {
            // It is only offered: whoever opens it takes it.
            kept.database.give_back(kept.owner);
        }
        let workspace = kept.owner.workspace;
        if !kept.is_new {
            let late = (workspace, start.name);
            return self.keep_as_new(kept.database, "Made meanwhile".into(), move |state| state.late = Some(late));
        }
        // There was none: the one that was made for the example is of no use to anybody.
        let database = kept.database.clone();
        spawn_local(async move {
            if let Ok(owner) = database.take(workspace).await {
                // What stays is a workspace with the example.
                let _ = database.remove(owner).await;
            }
            self.keep_as_new(database, start.name, |_| ());
        });
    }

    /// Opens a workspace that has come late. Where nothing was made meanwhile, nothing is left of that.
    pub fn open_late(self, workspace: u64) {
        let storage = self.keeping.desk(|desk| desk.storage.clone()).flatten();
        let is_untouched = self.revision_untracked() == 0;
        spawn_local(async move {
            if let Some((database, owner)) = storage.filter(|_| is_untouched) {
                // What stays is a workspace with the example.
                let _ = database.remove(owner).await;
            }
            show_next(workspace);
            page::reload();
        });
    }

    /// Keeps the workspace of this tab as a new one, and works on in that.
    pub fn open_copy(self) {
        let name = self.keeping.state_untracked().name;
        let storage = self.keeping.desk(|desk| {
            let storage = desk.storage.clone().filter(|_| !desk.is_copying)?;
            desk.is_copying = true;
            Some(storage)
        });
        let Some((database, _)) = storage.flatten() else { return };
        spawn_local(async move {
            let names = self.names_beside(None).await.unwrap_or_default();
            let taken: Vec<&str> = names.iter().map(String::as_str).collect();
            self.keep_as_new(database, copy_name(&name, &taken).into(), |_| ());
        });
    }

    fn keep_as_new(self, database: Database, name: Arc<str>, then: impl FnOnce(&mut State) + 'static) {
        let keeping = self.keeping;
        spawn_local(async move {
            let Some((workspace, highest, revision)) = self.try_present() else { return };
            let exported = self.exported_record();
            match new_workspace(&database, &workspace, highest, &name, exported).await {
                Ok(kept) => {
                    show_next(kept.owner.workspace);
                    self.tell_listed(kept.owner.workspace);
                    let is_here = keeping.desk(|desk| {
                        let (channel, is_writing, writes) = (desk.channel.clone(), desk.is_writing, desk.writes);
                        // What is being written goes on with the new one when the disk has answered.
                        *desk = Desk { is_writing, writes, ..Desk::of(Some(&kept), channel) };
                    });
                    if is_here.is_none() {
                        return;
                    }
                    keeping.set(|state| {
                        state.name = name;
                        state.holder = Holder::Own;
                        state.trouble = None;
                        state.saved = Saved::At(kept.edited);
                        then(state);
                    });
                    // What was done while the disk wrote is a part of it too.
                    if self.revision_untracked() != revision {
                        self.snapshot_now();
                    }
                }
                Err(error) => {
                    keeping.desk(|desk| desk.is_copying = false);
                    keeping.set(|state| state.trouble = Some(Trouble::of(&error)));
                }
            }
        });
    }

    fn try_present(self) -> Option<(Workspace, ProfileId, u64)> {
        self.history
            .try_with_untracked(|history| (history.present().clone(), history.highest_profile(), history.revision()))
    }
}
