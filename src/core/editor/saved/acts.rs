//! The record of an act: what was done, and the change that it came to.

use serde::{Deserialize, Serialize};

use super::{
    Unread,
    change::SavedChange,
    declaring::SavedDeclaration,
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
    let live = SavedDeclaration::of(&change.live);
    envelope::seal(Kind::Act, &(SavedAct { done, change: SavedChange::of(change) }, live))
}

/// What was done, and the change that was applied. Whether it fits a workspace is told by [`Change::fits`].
///
/// # Errors
/// Why it is not read.
pub fn read_act(bytes: &[u8]) -> Result<(Done, Change), Unread> {
    let (saved, live): (SavedAct<'_>, SavedDeclaration<'_>) = envelope::open_with(Kind::Act, bytes)?;
    let done = match saved.done {
        SavedDone::Commit => Done::Commit { joined: false },
        SavedDone::JoinedCommit => Done::Commit { joined: true },
        SavedDone::Undo => Done::Undo,
        SavedDone::Redo => Done::Redo,
    };
    let change = saved.change.restore().zip(live.restore());
    let (change, live) = change.ok_or(Unread::Damaged)?;
    Ok((done, Change { live, ..change }))
}
