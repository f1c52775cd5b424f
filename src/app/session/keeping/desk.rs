//! What lies on the desk: what is to be written, and where.

use super::version_queue::Versions;
use crate::{
    app::start::{Channel, Kept},
    browser::{
        clock,
        database::{Database, Owner, Put, Store},
    },
};
use presence_profile_core::editor::history::Done;

/// What lies on the desk: what is to be written, and where.
pub(super) struct Desk {
    pub(super) storage: Option<(Database, Owner)>,
    pub(super) channel: Channel,
    /// The acts that are not on the disk, in their order.
    pub(super) waiting: Vec<Put>,
    pub(super) is_writing: bool,
    /// How often something was written, or tried to be.
    pub(super) writes: u64,
    /// The number of the next act.
    pub(super) next: u64,
    /// How many steps were committed ever.
    pub(super) steps: u64,
    /// Acts and bytes since the last snapshot.
    pub(super) since: (u64, usize),
    /// The snapshots that are known: the number of acts, the number of steps, and the bytes of all acts before it.
    pub(super) snapshots: Vec<(u64, u64, usize)>,
    /// Bytes of all acts that are kept.
    pub(super) bytes: usize,
    /// What the tab that has the workspace has said since this one asked for it.
    pub(super) handover: Handover,
    /// Whether this tab makes a copy of the workspace, to go on with that.
    pub(super) is_copying: bool,
    /// Whether this tab is taking the workspace.
    pub(super) is_taking: bool,
    /// The highest number by which another tab has said that it has taken the workspace.
    pub(super) taken: u64,
    /// Whether what is looked at, and what was exported, is to be written too.
    pub(super) notes: (bool, bool),
    /// The versions.
    pub(super) versions: Versions,
    /// The workspaces of which other tabs have said that they have them, since that was asked last.
    pub(super) elsewhere: Vec<u64>,
    /// Whether this tab has deleted the workspace that it shows.
    pub(super) is_deleted_here: bool,
    /// Whether the page goes because that was wanted: nobody is asked whether it may.
    pub(super) is_leaving: bool,
}

/// How far a workspace is on its way from the tab that has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Handover {
    /// The tab has not answered.
    Silent,
    /// It is there, and writes what it has.
    Answered,
    /// It writes no more.
    Done,
}

impl Desk {
    /// Counts an act of so many bytes.
    pub(super) fn note_act(&mut self, done: Done, bytes: usize) {
        if matches!(done, Done::Commit { joined: false }) {
            self.steps += 1;
        }
        self.since.0 += 1;
        self.since.1 += bytes;
        self.bytes += bytes;
    }

    /// How many acts are not on the disk.
    pub(super) fn acts_left(&self) -> usize {
        self.waiting.iter().filter(|put| matches!(put, Put::Record(Store::Journal, ..))).count()
    }

    pub(super) fn of(kept: Option<&Kept>, channel: Channel) -> Desk {
        let (next, steps) = kept.map_or((0, 0), |kept| (kept.next, kept.steps));
        Desk {
            storage: kept.map(|kept| (kept.database.clone(), kept.owner)),
            channel,
            waiting: Vec::new(),
            is_writing: false,
            writes: 0,
            next,
            steps,
            since: (kept.map_or(0, |kept| kept.next - kept.snapshot), 0),
            snapshots: Vec::new(),
            bytes: 0,
            handover: Handover::Silent,
            is_copying: false,
            is_taking: false,
            taken: 0,
            notes: (false, false),
            versions: Versions::new(clock::now()),
            elsewhere: Vec::new(),
            is_deleted_here: false,
            is_leaving: false,
        }
    }
}
