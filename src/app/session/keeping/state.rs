//! What is known of how the workspace is kept: what the page says, and why it may not be changed.

use std::sync::Arc;

use crate::browser::database::StorageError;
use presence_profile_core::editor::saved::Unread;

/// What the page says of it.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// What the workspace is called.
    pub name: Arc<str>,
    /// Whether what was done is on the disk.
    pub saved: Saved,
    /// Who may write the workspace.
    pub holder: Holder,
    /// Whether the other tab that has it is gone.
    pub is_left: bool,
    /// What is the matter with the storage.
    pub trouble: Option<Trouble>,
    /// How many acts at its end could not be read at the start.
    pub lost: usize,
    /// A workspace of which nothing could be read at the start, and why.
    pub unread: Option<(Arc<str>, Unread)>,
    /// A workspace that has come after the page had begun without it.
    pub late: Option<(u64, Arc<str>)>,
    /// Whether the browser spares the storage when its disk is short; `None` where it was not asked, or cannot be.
    pub is_spared: Option<bool>,
    /// Whether steps of before are still being read.
    pub is_recalling: bool,
    /// What this tab has deleted and can bring back, the last at the end.
    pub deleted: Vec<Deleted>,
}

/// A workspace that was deleted, as long as it can be brought back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deleted {
    /// Its number.
    pub workspace: u64,
    /// What it was called.
    pub name: String,
}

/// Whether what was done is on the disk.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Saved {
    /// All of it, since a moment in milliseconds since 1970.
    At(f64),
    /// Not what was done since such a moment.
    Waiting(f64),
    /// Nothing.
    Nothing,
}

/// Who may write the workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// This tab.
    Own,
    /// Another tab; so many acts of this one did not reach the storage before that took it.
    Other(usize),
    /// A newer version of the editor.
    Newer,
}

/// What is the matter with the storage.
#[derive(Debug, Clone, PartialEq)]
pub enum Trouble {
    /// There is none, or it is switched off.
    Refused,
    /// It does not answer.
    Silent,
    /// A tab with another version of the editor holds it up.
    Blocked,
    /// A newer version of the editor has made it its own.
    Newer,
    /// It was cleared while the page was open.
    Cleared,
    /// Another version of the editor has taken it.
    Taken,
    /// Everything was removed from this browser.
    Erased,
    /// The workspace was deleted.
    Deleted,
    /// The space is used up.
    Full,
    /// Something else, in the browser's own words.
    Broken(String),
}

impl State {
    /// Whether this tab has deleted a workspace and can bring it back.
    pub(super) fn has_deleted(&self, workspace: u64) -> bool {
        self.deleted.iter().any(|deleted| deleted.workspace == workspace)
    }
}

impl Holder {
    /// Why this tab may not change the workspace, if so.
    pub(super) fn refusal(self) -> Option<&'static str> {
        match self {
            Holder::Own => None,
            Holder::Other(0) => Some("Read only: another tab has this workspace; take it over first, or open a copy"),
            Holder::Other(_) => Some("Read only: another tab has taken this workspace; open a copy"),
            Holder::Newer => Some("Read only: a newer version of the editor has kept this workspace; open a copy"),
        }
    }
}

impl Trouble {
    pub(super) fn of(error: &StorageError) -> Trouble {
        match error {
            StorageError::Refused => Trouble::Refused,
            StorageError::Full => Trouble::Full,
            StorageError::Newer => Trouble::Newer,
            StorageError::Gone => Trouble::Cleared,
            StorageError::Owned => Trouble::Taken,
            StorageError::Deleted => Trouble::Deleted,
            StorageError::Broken(words) => Trouble::Broken(words.clone()),
        }
    }
}
