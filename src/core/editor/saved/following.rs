//! From a snapshot through the acts behind it to the present, as far as they can be read.

use super::{Unread, acts, snapshots};
use crate::editor::{history::Done, place::ProfileId, workspace::Workspace};

/// The present, as far as it could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The workspace.
    pub workspace: Workspace,
    /// The highest identity that a profile has or ever had.
    pub highest: ProfileId,
    /// Steps ever made: keystrokes that are one step count as one, and undo takes none away.
    pub steps: u64,
    /// The number of the next act.
    pub next: u64,
    /// The acts that could not be followed; `None` where all could.
    pub left: Option<Remainder>,
}

/// The acts that could not be followed: one of them, and so all behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Remainder {
    /// How many records there are of them.
    pub count: usize,
    /// Why the first was not followed; damaged as well where a number is missing, or its change does not fit.
    pub why: Unread,
}

/// Follows the acts behind a snapshot. The snapshot `at` holds all acts with lower numbers; the acts come by number,
/// ascending, and those that the snapshot holds are passed over.
///
/// # Errors
/// Why the snapshot is not read. An act that is not read is told in [`Restored::left`].
pub fn follow(snapshot: &[u8], at: u64, records: &[(u64, Vec<u8>)]) -> Result<Restored, Unread> {
    let snapshot = snapshots::read_snapshot(snapshot)?;
    let own = snapshot.workspace.profiles.iter().map(|profile| profile.id);
    let highest = own.fold(snapshot.highest, ProfileId::max);
    let (workspace, steps) = (snapshot.workspace, snapshot.steps);
    let mut restored = Restored { workspace, highest, steps, next: at, left: None };
    let held = records.iter().take_while(|(number, _)| *number < at).count();
    let behind = &records[held..];
    for (position, (number, bytes)) in behind.iter().enumerate() {
        if let Err(why) = restored.go(*number, bytes) {
            restored.left = Some(Remainder { count: behind.len() - position, why });
            break;
        }
    }
    Ok(restored)
}

impl Restored {
    fn go(&mut self, number: u64, bytes: &[u8]) -> Result<(), Unread> {
        let next = number.checked_add(1).filter(|_| number == self.next).ok_or(Unread::Damaged)?;
        let (done, change) = acts::read_act(bytes)?;
        if !change.fits(&self.workspace) {
            return Err(Unread::Damaged);
        }
        self.workspace = change.apply(&self.workspace);
        let put = change.list.iter().flat_map(|list| &list.put).map(|profile| profile.id);
        self.highest = put.fold(self.highest, ProfileId::max);
        self.steps = self.steps.saturating_add(u64::from(done == Done::Commit { joined: false }));
        self.next = next;
        Ok(())
    }
}
