//! What led to the workspace of a file, for undo: the records of a beginning and of the acts behind it, as letters.

use std::fmt;

use base64::{Engine, prelude::BASE64_STANDARD};
use serde::{Deserialize, Serialize};

use super::profiles::ProfileForm;
use crate::editor::{
    change::Change,
    history::Done,
    saved::{self, Snapshot, Unread},
    workspace::Workspace,
};

/// What led to a workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// Where it began.
    pub base: Snapshot,
    /// What was done since, with the changes as they were applied.
    pub acts: Vec<(Done, Change)>,
}

/// Why a workspace comes without its past.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPast {
    /// The file does not hold it.
    NotKept,
    /// It cannot be read, or one of its acts does not fit.
    Unread(Unread),
    /// It leads to another workspace: somebody has edited the file.
    LeadsElsewhere,
}

impl fmt::Display for NoPast {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NoPast::NotKept => formatter.write_str("the file holds none"),
            NoPast::Unread(why) => why.fmt(formatter),
            NoPast::LeadsElsewhere => formatter.write_str("the file was edited by hand since"),
        }
    }
}

#[derive(Serialize, Deserialize)]
pub(super) struct PastForm {
    base: String,
    #[serde(default)]
    acts: Vec<String>,
}

impl PastForm {
    pub fn of(past: &Past) -> PastForm {
        let acts = past.acts.iter().map(|(done, change)| BASE64_STANDARD.encode(saved::act(*done, change)));
        PastForm { base: BASE64_STANDARD.encode(saved::snapshot(&past.base)), acts: acts.collect() }
    }

    /// The past, and the workspace it leads to, with the identities it has there.
    ///
    /// # Errors
    /// Why it cannot have led to the workspace `shown`.
    pub fn restore(&self, shown: &Workspace) -> Result<(Past, Snapshot), NoPast> {
        let base = bytes(&self.base)?;
        let records = self.acts.iter().map(|act| bytes(act));
        let records: Vec<(u64, Vec<u8>)> =
            (0..).zip(records).map(|(at, bytes)| Ok((at, bytes?))).collect::<Result<_, NoPast>>()?;
        let led = saved::follow(&base, 0, &records).map_err(NoPast::Unread)?;
        if let Some(left) = led.left {
            return Err(NoPast::Unread(left.why));
        }
        if !are_alike(&led.workspace, shown) {
            return Err(NoPast::LeadsElsewhere);
        }
        let base = saved::read_snapshot(&base).map_err(NoPast::Unread)?;
        let acts = records.iter().map(|(_, bytes)| saved::read_act(bytes)).collect::<Result<_, _>>();
        let past = Past { base, acts: acts.map_err(NoPast::Unread)? };
        Ok((past, Snapshot { workspace: led.workspace, highest: led.highest, steps: led.steps }))
    }
}

fn bytes(letters: &str) -> Result<Vec<u8>, NoPast> {
    BASE64_STANDARD.decode(letters).map_err(|_| NoPast::Unread(Unread::Damaged))
}

/// Whether a file says the same of two workspaces: of identities, and of whatever else only a browser knows, it says
/// nothing.
fn are_alike(one: &Workspace, other: &Workspace) -> bool {
    fn profiles(workspace: &Workspace) -> Vec<ProfileForm<'_>> {
        workspace.profiles.iter().map(|profile| ProfileForm::of(workspace, profile)).collect()
    }
    profiles(one) == profiles(other) && one.assigned == other.assigned && one.live.assigned == other.live.assigned
}
