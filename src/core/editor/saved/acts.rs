//! The record of an act: what was done, and the change that it came to.

use serde::{Deserialize, Serialize};

use super::{
    Unread,
    change::SavedChange,
    envelope::{self, Kind},
};
use crate::editor::{change::Change, history::Done};

#[derive(Serialize, Deserialize)]
struct SavedAct<'a> {
    done: SavedDone,
    #[serde(borrow)]
    change: SavedChange<'a>,
}

/// What was done. The order is stored.
#[derive(Serialize, Deserialize)]
enum SavedDone {
    Commit,
    JoinedCommit,
    Undo,
    Redo,
}

/// The record of an act, with the change as it was applied; so an undo has its change as well.
pub fn act(done: Done, change: &Change) -> Vec<u8> {
    let done = match done {
        Done::Commit { joined: false } => SavedDone::Commit,
        Done::Commit { joined: true } => SavedDone::JoinedCommit,
        Done::Undo => SavedDone::Undo,
        Done::Redo => SavedDone::Redo,
    };
    envelope::seal(Kind::Act, &SavedAct { done, change: SavedChange::of(change) })
}

/// What was done, and the change that was applied. Whether it fits a workspace is told by [`Change::fits`].
///
/// # Errors
/// Why it is not read.
pub fn read_act(bytes: &[u8]) -> Result<(Done, Change), Unread> {
    let saved: SavedAct<'_> = envelope::open(Kind::Act, bytes)?;
    let done = match saved.done {
        SavedDone::Commit => Done::Commit { joined: false },
        SavedDone::JoinedCommit => Done::Commit { joined: true },
        SavedDone::Undo => Done::Undo,
        SavedDone::Redo => Done::Redo,
    };
    Ok((done, saved.change.restore().ok_or(Unread::Damaged)?))
}
