//! Workspaces that go, come back, and are removed for good.

use leptos::{prelude::*, task::spawn_local};

use super::{
    Holder, Saved, Session, Trouble,
    listing::{Obstacle, Right},
    state::Deleted,
};
use crate::{
    app::start::{self, Heard},
    browser::{
        database::{Database, Owner, StorageError},
        parting,
    },
};
use presence_profile_core::editor::workspace_names::free_name;

impl Session {
    /// Deletes a workspace at once; [`Session::bring_back`] brings it back, unless it goes for good. Of the one that the page
    /// shows, what waits is written first, and the page can only be read then. What it was called is returned.
    ///
    /// # Errors
    /// It is there as it was. Where the storage is full, it can go for good only.
    pub async fn delete_workspace(self, workspace: u64, is_for_good: bool) -> Result<String, Obstacle> {
        let was_here = self.shown_workspace() == Some(workspace);
        if was_here && !self.write_all().await && self.would_be_lost() {
            return Err(Obstacle::Unwritten);
        }
        let (database, _) = self.storage()?;
        let name = self.name_of(&database, workspace).await?;
        if is_for_good && !was_here {
            let owner = self.right_as_it_is(&database, workspace).await?;
            database.remove(owner).await?;
        } else {
            let right = self.right_to(workspace).await?;
            let Right { database, owner, .. } = &right;
            let deleted = if is_for_good { database.remove(*owner).await } else { database.delete(*owner).await };
            if let Err(error) = deleted {
                right.end();
                return Err(error.into());
            }
        }
        if is_for_good {
            parting::forget(workspace);
        }
        if was_here {
            self.keeping.desk(|desk| {
                desk.storage = Some((database, Owner { workspace, number: 0 }));
                desk.is_deleted_here = true;
            });
        }
        self.keeping.set(|state| {
            if was_here {
                (state.holder, state.trouble) = (Holder::Other(0), Some(Trouble::Deleted));
            }
            if !is_for_good {
                state.deleted.push(Deleted { workspace, name: name.clone() });
            }
        });
        self.remember_deleted();
        self.keeping.desk(|desk| desk.channel.say(Heard::Deleted(workspace)));
        Ok(name)
    }

    /// Brings a workspace back that this tab has deleted; what it is called then.
    ///
    /// # Errors
    /// It is not there then.
    pub async fn bring_back(self, deleted: &Deleted) -> Result<String, Obstacle> {
        let (database, own) = self.storage()?;
        let workspace = deleted.workspace;
        let is_back = database.bring_back(workspace).await;
        if matches!(is_back, Ok(()) | Err(StorageError::Deleted)) {
            self.keeping.set(|state| state.deleted.retain(|own| own != deleted));
            self.remember_deleted();
        }
        is_back?;
        if own.workspace == workspace {
            let owner = database.take(workspace).await?;
            self.keeping.desk(|desk| {
                desk.storage = Some((database, owner));
                desk.is_deleted_here = false;
            });
            self.keeping.set(|state| {
                (state.holder, state.trouble) = (Holder::Own, None);
                if let Saved::Waiting(at) = state.saved {
                    state.saved = Saved::At(at);
                }
            });
        }
        let beside = self.names_beside(Some(workspace)).await?;
        let beside: Vec<&str> = beside.iter().map(String::as_str).collect();
        self.tell_listed(workspace);
        if beside.contains(&deleted.name.as_str()) {
            // Another one has come by this name.
            return self.rename_workspace(workspace, &free_name(&deleted.name, &beside)).await;
        }
        Ok(deleted.name.clone())
    }

    /// What was deleted last and can be brought back, now and whenever that changes.
    pub fn last_deleted(self) -> Option<Deleted> {
        self.keeping.with(|state| state.deleted.last().cloned())
    }

    /// Whether the page shows what this tab has deleted.
    pub fn shows_deleted(self) -> bool {
        self.keeping.desk(|desk| desk.is_deleted_here) == Some(true)
    }

    /// Removes what was deleted and no tab can bring back any more.
    pub(super) fn remove_forgotten(self, database: Database) {
        spawn_local(async move {
            let Ok(mut deleted) = database.deleted().await else { return };
            self.keeping.with_untracked(|state| {
                deleted.retain(|workspace| !state.has_deleted(*workspace));
            });
            if deleted.is_empty() {
                return;
            }
            let remembered = self.ask_who_has(&deleted).await;
            deleted.retain(|workspace| !remembered.contains(workspace));
            // What is not removed now is at the next start.
            let _ = database.remove_deleted(&deleted).await;
            deleted.into_iter().for_each(parting::forget);
        });
    }

    /// Removes what this tab could bring back, for the room it takes; whether there was something.
    pub(super) async fn give_up_deleted(self, database: &Database) -> bool {
        let gone: Vec<u64> =
            self.keeping.with_untracked(|state| state.deleted.iter().map(|deleted| deleted.workspace).collect());
        let has_room = !gone.is_empty() && database.remove_deleted(&gone).await.is_ok();
        if has_room {
            gone.into_iter().for_each(parting::forget);
            self.keeping.set(|state| state.deleted.clear());
            self.remember_deleted();
            self.notice.set("The storage was full: what was deleted in this tab is gone for good".to_owned());
        }
        has_room
    }

    fn remember_deleted(self) {
        self.keeping.with_untracked(|state| {
            start::remember_deleted(state.deleted.iter().map(|deleted| (deleted.workspace, deleted.name.as_str())));
        });
    }
}
