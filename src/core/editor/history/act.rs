//! What can happen to a workspace, and what was done to it once.

use crate::editor::change::Change;

/// What can happen to a workspace. The same acts, one after the other, lead to the same present, past and future.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// A change.
    Commit {
        /// What it does.
        change: Box<Change>,
        /// Whether it is a part of the step before.
        joined: bool,
    },
    /// The last step is taken back.
    Undo,
    /// The last undone step is done again.
    Redo,
}

/// What was done to a workspace once. With the change as it was applied it can be done again, whatever is still held of what was before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// A change, as a step of its own or joined to the step before.
    Commit {
        /// Whether it was a part of the step before.
        joined: bool,
    },
    /// A step was taken back.
    Undo,
    /// An undone step was done again.
    Redo,
}

impl Act {
    /// What is done by it.
    pub fn done(&self) -> Done {
        match self {
            Act::Commit { joined, .. } => Done::Commit { joined: *joined },
            Act::Undo => Done::Undo,
            Act::Redo => Done::Redo,
        }
    }
}
