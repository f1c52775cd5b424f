//! What waits is written, one transaction after the other; what the disk has is said to be kept.

use leptos::{prelude::*, task::spawn_local};

use super::{Holder, Saved, Session, Trouble, heading_record, snapshot_record};
use crate::{
    app::start::Heard,
    browser::{
        clock,
        database::{Owner, Put, StorageError, Store},
        idle,
    },
};
use presence_profile_core::editor::history::History;

/// A snapshot is due after so many acts: those since the last one are applied before the page shows anything.
const ACTS: u64 = 500;

/// Or after acts of so many bytes, and of as many as the workspace has.
const BYTES: usize = 256 << 10;

/// Bytes of acts that are kept for the history; beyond them goes what is older than [`FEWEST`] steps.
const MOST_BYTES: usize = 64 << 20;

/// Steps of the history that are kept whatever they hold.
const FEWEST: u64 = 200;

/// How long one writing may take before something is the matter, in milliseconds.
const PATIENCE: i32 = 10_000;

impl Session {
    /// Writes what waits, unless that goes on already.
    pub(super) fn write(self) {
        self.keeping.set(|state| {
            if let (Saved::At(at), Holder::Own) = (state.saved, state.holder) {
                state.saved = Saved::Waiting(at);
            }
        });
        self.write_quietly();
    }

    /// Writes what nobody waits for.
    pub(super) fn write_quietly(self) {
        let keeping = self.keeping;
        let begins = keeping.desk(|desk| {
            let begins = !desk.is_writing && desk.storage.is_some();
            desk.is_writing |= begins;
            begins
        });
        if begins == Some(true) {
            spawn_local(async move {
                while self.write_once().await {}
                keeping.desk(|desk| desk.is_writing = false);
            });
        }
    }

    /// Whether there is more to be written.
    async fn write_once(self) -> bool {
        let keeping = self.keeping;
        let Some(Some(((database, owner), mut puts, versions, notes))) = keeping.desk(|desk| {
            let notes = std::mem::take(&mut desk.notes);
            let versions = desk.versions.waiting().to_vec();
            let is_idle = desk.waiting.is_empty() && versions.is_empty() && notes == (false, false);
            let storage = desk.storage.clone().filter(|_| !is_idle)?;
            Some((storage, desk.waiting.clone(), versions, notes))
        }) else {
            return false;
        };
        let count = puts.len();
        if 0 < count {
            puts.push(Put::Single(Store::Headings, heading_record(self)));
        }
        if notes.0 || 0 < count {
            puts.push(Put::Single(Store::Views, self.view_record()));
        }
        puts.extend(self.exported_record().filter(|_| notes.1).map(|record| Put::Single(Store::Exported, record)));
        let version_count = versions.len();
        puts.extend(versions);
        self.watch_write(owner);
        let written = database.write(owner, &puts).await;
        let is_same = keeping.desk(|desk| desk.storage.as_ref().is_some_and(|(_, own)| *own == owner));
        if is_same != Some(true) {
            // Another workspace has come meanwhile, or the page has gone.
            return is_same.is_some();
        }
        match written {
            Ok(()) => {
                keeping.desk(|desk| desk.versions.written(version_count));
                self.has_written(owner.workspace, count);
            }
            Err(StorageError::Owned) => {
                self.lose_to_another();
                return false;
            }
            Err(StorageError::Full) if self.give_up_deleted(&database).await => {
                // What may go at once is the first to go.
                keeping.desk(|desk| desk.notes = (desk.notes.0 || notes.0, desk.notes.1 || notes.1));
            }
            Err(StorageError::Full) if 0 < version_count => {
                // What is done comes before what was: without the versions there may be room.
                keeping.desk(|desk| {
                    desk.notes = (desk.notes.0 || notes.0, desk.notes.1 || notes.1);
                    desk.versions.give_up();
                });
            }
            Err(error) => {
                keeping.desk(|desk| {
                    desk.notes = (desk.notes.0 || notes.0, desk.notes.1 || notes.1);
                    if error == StorageError::Gone {
                        desk.storage = None;
                    }
                });
                keeping.set(|state| {
                    state.trouble = Some(Trouble::of(&error));
                    if error == StorageError::Gone {
                        state.saved = Saved::Nothing;
                    } else if let Saved::At(at) = state.saved
                        && 0 < count
                    {
                        state.saved = Saved::Waiting(at);
                    }
                });
                return false;
            }
        }
        true
    }

    /// The disk has the first `count` of what waited, and what is noted beside it.
    fn has_written(self, workspace: u64, count: usize) {
        let (keeping, at) = (self.keeping, clock::now());
        let is_all = keeping.desk(|desk| {
            desk.waiting.drain(..count);
            desk.waiting.is_empty()
        });
        let is_all = is_all == Some(true);
        keeping.set(|state| {
            state.trouble = None;
            state.saved = match state.saved {
                Saved::At(before) if count == 0 => Saved::At(before),
                Saved::Waiting(before) if count == 0 && is_all => Saved::At(before),
                Saved::Waiting(before) if count == 0 => Saved::Waiting(before),
                _ if is_all => Saved::At(at),
                _ => Saved::Waiting(at),
            };
        });
        if 0 < count {
            keeping.desk(|desk| desk.channel.say(Heard::Kept(workspace, at)));
            // Another tab may have asked for the workspace while this was on its way.
            self.count_left();
        }
        if is_all {
            self.snapshot_when_due();
        }
    }

    /// Says it where the disk takes longer than anybody would wait.
    fn watch_write(self, owner: Owner) {
        let keeping = self.keeping;
        let number = keeping.desk(|desk| {
            desk.writes += 1;
            desk.writes
        });
        spawn_local(async move {
            clock::wait(PATIENCE).await;
            let is_still = keeping.desk(|desk| {
                let is_same = desk.storage.as_ref().is_some_and(|(_, own)| *own == owner);
                is_same && desk.is_writing && Some(desk.writes) == number
            });
            if is_still == Some(true) {
                keeping.set(|state| state.trouble = Some(Trouble::Silent));
            }
        });
    }

    fn snapshot_when_due(self) {
        let size = self.workspace_untracked(|workspace| {
            workspace.profiles.iter().map(|profile| profile.options.len() + profile.xml.len()).sum::<usize>()
        });
        let is_due = self.keeping.desk(|desk| ACTS <= desk.since.0 || BYTES + size <= desk.since.1);
        if is_due == Some(true) {
            idle::when_idle(move |_| {
                let is_quiet = self.keeping.desk(|desk| desk.waiting.is_empty());
                let is_own = self.keeping.state.try_with_untracked(|state| state.holder == Holder::Own);
                if is_quiet == Some(true) && is_own == Some(true) {
                    self.snapshot_now();
                }
            });
        }
    }

    /// Keeps the whole workspace as it is; what is older than the history holds goes.
    pub(super) fn snapshot_now(self) {
        let Some(steps) = self.keeping.desk(|desk| desk.steps) else { return };
        let record = snapshot_record(self, steps);
        self.keeping.desk(|desk| {
            desk.since = (0, 0);
            desk.waiting.push(Put::Record(Store::Snapshots, desk.next, record));
            desk.snapshots.push((desk.next, desk.steps, desk.bytes));
            let goes = |(_, steps, bytes): &&(u64, u64, usize)| {
                let since = desk.steps - steps;
                History::MAX_STEPS as u64 <= since || (FEWEST <= since && MOST_BYTES < desk.bytes - bytes)
            };
            if let Some((first, ..)) = desk.snapshots.iter().rev().find(goes).copied().filter(|(first, ..)| 0 < *first)
            {
                desk.waiting.push(Put::Remove(Store::Journal, 0, first - 1));
                desk.waiting.push(Put::Remove(Store::Snapshots, 0, first - 1));
                desk.snapshots.retain(|(number, ..)| first <= *number);
            }
        });
        self.write();
    }
}
