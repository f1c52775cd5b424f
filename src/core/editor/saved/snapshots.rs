//! The record of a whole workspace as it is once.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{
    Unread,
    assigned::SavedAssigned,
    declaring::SavedDeclaration,
    envelope::{self, Kind},
    places::are_distinct,
    profile::SavedProfile,
};
use crate::editor::{declaring::Declaration, place::ProfileId, workspace::Workspace};

/// A workspace as it is once, and what its history must know to go on from there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// The workspace.
    pub workspace: Workspace,
    /// The highest identity that a profile has or ever had.
    pub highest: ProfileId,
    /// Steps ever made: keystrokes that are one step count as one, and undo takes none away.
    pub steps: u64,
}

#[derive(Serialize, Deserialize)]
pub(super) struct SavedSnapshot<'a> {
    highest: u64,
    steps: u64,
    #[serde(borrow)]
    profiles: Vec<SavedProfile<'a>>,
    #[serde(borrow)]
    assigned: SavedAssigned<'a>,
}

/// The record of a snapshot.
pub fn snapshot(snapshot: &Snapshot) -> Vec<u8> {
    let live = Declaration::of_workspace(&snapshot.workspace);
    envelope::seal(Kind::Snapshot, &(SavedSnapshot::of(snapshot), SavedDeclaration::of(&live)))
}

/// The snapshot in a record.
///
/// # Errors
/// Why it is not read.
pub fn read_snapshot(bytes: &[u8]) -> Result<Snapshot, Unread> {
    let (saved, live): (SavedSnapshot<'_>, SavedDeclaration<'_>) = envelope::open_with(Kind::Snapshot, bytes)?;
    saved.restore(&live).ok_or(Unread::Damaged)
}

impl<'a> SavedSnapshot<'a> {
    pub(super) fn of(snapshot: &'a Snapshot) -> SavedSnapshot<'a> {
        let Snapshot { workspace: Workspace { profiles, assigned, live: _ }, highest, steps } = snapshot;
        SavedSnapshot {
            highest: highest.number(),
            steps: *steps,
            profiles: profiles.iter().map(|profile| SavedProfile::of(profile)).collect(),
            assigned: SavedAssigned::of(assigned),
        }
    }

    pub(super) fn restore(&self, live: &SavedDeclaration<'_>) -> Option<Snapshot> {
        let profiles = self.profiles.iter().map(|profile| profile.restore().map(Arc::new));
        let profiles: Vec<_> = profiles.collect::<Option<_>>()?;
        let is_workspace = !profiles.is_empty() && are_distinct(profiles.iter().map(|profile| profile.id));
        let mut workspace = Workspace { profiles, assigned: Arc::new(self.assigned.restore()), live: Arc::default() };
        workspace.live = live.restore()?.apply(&workspace.live, &workspace).into();
        let highest = ProfileId::numbered(self.highest)?;
        is_workspace.then_some(Snapshot { workspace, highest, steps: self.steps })
    }
}
