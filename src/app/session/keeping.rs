//! Keeping: each act goes to the browser's storage at once, and the page says what is kept and what is the matter.

mod anew;
mod deleting;
mod desk;
pub mod erasing;
mod files;
mod leaving;
pub mod listing;
mod parting;
mod permission;
mod recalling;
pub mod restoring;
mod sharing;
mod state;
mod taking;
mod version_queue;
pub mod versions;
mod viewing;
pub mod words;
pub mod workspaces;
mod writing;

use leptos::prelude::*;

use self::desk::{Desk, Handover};
pub use self::state::{Deleted, Holder, Saved, State, Trouble};
use super::Session;
use crate::{
    app::start::{self, Channel, Line, Message, Reader, Start, Storage, heading},
    browser::{
        clock,
        database::{Database, LAST, Loss, Owner, Put, Store},
    },
};
use presence_profile_core::editor::{
    change::Change,
    history::Done,
    saved::{self, Snapshot},
};

/// Handles to what is kept of the workspace.
#[derive(Clone, Copy)]
pub struct Keeping {
    state: RwSignal<State>,
    desk: StoredValue<Desk, LocalStorage>,
    /// Grows with whatever other tabs say about workspaces.
    heard: RwSignal<u64>,
}

impl Keeping {
    /// Keeps what begins with a start; see [`Session::begin_keeping`].
    pub(super) fn new(start: &Start) -> Keeping {
        let (kept, holder, trouble) = match &start.storage {
            Storage::Own(kept) => (Some(kept), Holder::Own, None),
            Storage::Readable(kept, Reader::Other) => (Some(kept), Holder::Other(0), None),
            Storage::Readable(kept, Reader::Newer) => (Some(kept), Holder::Newer, None),
            Storage::Missing(error) => (None, Holder::Own, Some(Trouble::of(error))),
            Storage::Silent => (None, Holder::Own, Some(Trouble::Silent)),
        };
        let state = State {
            name: start.name.clone(),
            saved: kept.map_or(Saved::Nothing, |kept| Saved::At(kept.edited)),
            holder,
            is_left: false,
            trouble,
            lost: kept.map_or(0, |kept| kept.lost),
            unread: start.unread.clone(),
            late: None,
            is_spared: None,
            is_recalling: false,
            deleted: start::deleted().into_iter().map(|(workspace, name)| Deleted { workspace, name }).collect(),
        };
        let mut desk = Desk::of(kept, start.channel.clone());
        desk.versions.begin_with(&start.workspace, start.highest);
        Keeping { state: RwSignal::new(state), desk: StoredValue::new_local(desk), heard: RwSignal::new(0) }
    }

    /// What the page says of it, now and whenever that changes.
    pub fn state(self) -> State {
        self.state.get()
    }

    /// See [`Keeping::state`].
    pub fn state_untracked(self) -> State {
        self.state.get_untracked()
    }

    /// Runs `read` on what the page says of it.
    pub fn with_untracked<T>(self, read: impl FnOnce(&State) -> T) -> T {
        self.state.with_untracked(read)
    }

    /// Runs `read` on what the page says of it, now and whenever that changes.
    pub fn with<T>(self, read: impl FnOnce(&State) -> T) -> T {
        self.state.with(read)
    }

    /// Where this tab may write, if anywhere.
    pub(super) fn own_storage(self) -> Option<(Database, Owner)> {
        let is_own = self.state.try_with_untracked(|state| state.holder == Holder::Own)?;
        self.desk(|desk| desk.storage.clone()).flatten().filter(|_| is_own)
    }

    /// Why nothing may be changed, if so.
    pub fn refusal(self) -> Option<&'static str> {
        self.state.with_untracked(|state| state.holder.refusal())
    }

    /// The same, now and whenever that changes.
    pub fn refusal_tracked(self) -> Option<&'static str> {
        self.state.with(|state| state.holder.refusal())
    }

    fn set(self, change: impl FnOnce(&mut State)) {
        // The page may have gone while the storage answered.
        let Some(before) = self.state.try_get_untracked() else { return };
        let mut after = before.clone();
        change(&mut after);
        if after != before {
            self.state.set(after);
        }
    }

    fn desk<T>(self, work: impl FnOnce(&mut Desk) -> T) -> Option<T> {
        self.desk.try_update_value(work)
    }
}

impl Session {
    /// Begins to keep, to hear the other tabs, and to read what happened before.
    pub(super) fn begin_keeping(self, start: Start) {
        let keeping = self.keeping;
        if let Some(said) = start::said() {
            self.notice.set(said);
        }
        self.listen_to_tabs(&start.channel);
        self.watch_view();
        let Start { storage, line, exported, .. } = start;
        match storage {
            Storage::Own(kept) => {
                if 0 < kept.lost {
                    // What could not be read is in the way of what comes.
                    keeping.desk(|desk| desk.waiting.push(Put::Remove(Store::Journal, kept.next, LAST)));
                    self.write();
                }
                if exported.is_none() {
                    // What the workspace began with is what has been outside.
                    self.note_exported();
                }
                self.hold_again(kept.database.clone(), kept.owner);
                self.look_at_lock();
                self.remove_forgotten(kept.database.clone());
                self.recall(kept);
                self.ask_to_spare();
            }
            Storage::Readable(kept, _) => self.recall(kept),
            Storage::Missing(_) | Storage::Silent => {}
        }
        self.listen_to_storage(&line);
    }

    fn listen_to_storage(self, line: &Line) {
        let keeping = self.keeping;
        line.listen(move |message| match message {
            Message::Lost(loss) => {
                keeping.desk(|desk| desk.storage = None);
                keeping.set(|state| {
                    state.trouble = Some(match loss {
                        Loss::Cleared => Trouble::Cleared,
                        Loss::Taken => Trouble::Taken,
                        Loss::Erased => Trouble::Erased,
                    });
                    if loss != Loss::Taken {
                        // Nobody has it any more: this tab shows what is left of it.
                        (state.saved, state.holder) = (Saved::Nothing, Holder::Own);
                        state.deleted.clear();
                    }
                });
                if loss != Loss::Taken {
                    start::forget_deleted();
                }
            }
            Message::Blocked => keeping.set(|state| state.trouble = Some(Trouble::Blocked)),
            Message::Refused(error) => keeping.set(|state| state.trouble = Some(Trouble::of(&error))),
            Message::Late(start) => self.arrive_late(*start),
        });
    }

    /// Something was done: it goes to the disk.
    pub(super) fn keep_act(self, done: Done, change: &Change) {
        let record = saved::act(done, change);
        self.keep_due_version();
        let is_kept = self.keeping.desk(|desk| {
            desk.note_act(done, record.len());
            desk.waiting.push(Put::Record(Store::Journal, desk.next, record));
            desk.next += 1;
            desk.storage.is_some()
        });
        if is_kept == Some(true) {
            self.write();
        } else {
            // Nobody will ask for them: what is kept again begins with a snapshot.
            self.keeping.desk(|desk| desk.waiting.clear());
            self.keeping.set(|state| {
                if let Saved::At(at) = state.saved {
                    state.saved = Saved::Waiting(at);
                }
            });
        }
    }

    /// Whether something would be lost with the page: it is neither on the disk nor was it exported.
    pub fn would_be_lost(self) -> bool {
        let is_kept = self.keeping.with_untracked(|state| {
            matches!(state.saved, Saved::At(_))
                && matches!(state.holder, Holder::Own | Holder::Newer | Holder::Other(0))
        });
        let is_leaving = self.keeping.desk(|desk| desk.is_leaving) == Some(true);
        !is_kept && !is_leaving && self.has_unexported()
    }

    /// Whether something would be lost with the page as it goes now: what is open in a field goes with it, too.
    pub fn would_be_lost_by_leaving(self) -> bool {
        let is_leaving = self.keeping.desk(|desk| desk.is_leaving) == Some(true);
        !is_leaving && (self.would_be_lost() || self.is_typing()) && !self.can_part()
    }

    fn ask_to_spare(self) {
        let keeping = self.keeping;
        leptos::task::spawn_local(async move {
            let is_spared = crate::browser::database::ask_to_spare().await;
            keeping.set(|state| state.is_spared = is_spared);
        });
    }
}

/// A workspace as a record of the storage.
fn snapshot_record(session: Session, steps: u64) -> Vec<u8> {
    session.with_history_untracked(|history| {
        let (workspace, highest) = (history.present().clone(), history.highest_profile());
        saved::snapshot(&Snapshot { workspace, highest, steps })
    })
}

fn heading_record(session: Session) -> Vec<u8> {
    let name = session.keeping.state.with_untracked(|state| state.name.clone());
    session.workspace_untracked(|workspace| saved::heading(&heading(workspace, &name, clock::now())))
}
