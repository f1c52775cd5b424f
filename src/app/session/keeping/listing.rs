//! The workspaces of this browser: a list of them, who has each, and the right to write one.

use std::fmt;

use leptos::prelude::*;

use super::{Desk, Holder, Session};
use crate::{
    app::start::{Heard, take_up},
    browser::{
        clock,
        database::{Database, Owner, StorageError, Store},
    },
};
use presence_profile_core::editor::{
    saved::{self, Heading, Unread},
    workspace_names::NameRefusal,
};

/// What a list says of a workspace.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its number.
    pub workspace: u64,
    /// What it is called.
    pub name: String,
    /// How many profiles it has.
    pub profiles: u32,
    /// Bytes of their texts.
    pub bytes: u64,
    /// When it was edited last, in milliseconds since 1970.
    pub edited: f64,
    /// Who has it.
    pub held: Held,
}

/// Who has a workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// This tab.
    Here,
    /// Another tab; this one reads it.
    Read,
    /// Nobody, since a newer version of the editor has kept a part of it; this tab reads it.
    Newer,
    /// Another tab.
    Elsewhere,
    /// Nobody.
    Free,
}

/// Why something is not done with a workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// Nothing is kept here.
    NotKept,
    /// Another tab has it.
    Held,
    /// It cannot be read.
    Unread(Unread),
    /// It cannot be called so.
    Name(NameRefusal),
    /// What was done in this tab is not kept yet.
    Unwritten,
    /// The storage refuses.
    Storage(StorageError),
}

impl From<StorageError> for Obstacle {
    fn from(error: StorageError) -> Obstacle {
        match error {
            StorageError::Owned => Obstacle::Held,
            error => Obstacle::Storage(error),
        }
    }
}

impl fmt::Display for Obstacle {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Obstacle::NotKept => formatter.write_str("nothing is kept in this browser"),
            Obstacle::Held => formatter.write_str("another tab has it open; do it there, or close that tab"),
            Obstacle::Unread(unread) => unread.fmt(formatter),
            Obstacle::Unwritten => {
                formatter.write_str("what was done here is not kept yet; download the workspace first")
            }
            Obstacle::Name(refusal) => refusal.fmt(formatter),
            Obstacle::Storage(StorageError::Full) => formatter.write_str("the browser\u{2019}s storage is full"),
            Obstacle::Storage(StorageError::Deleted) => formatter.write_str("another tab has deleted it"),
            Obstacle::Storage(StorageError::Broken(words)) => write!(formatter, "the browser says: {words}"),
            Obstacle::Storage(_) => formatter.write_str("the browser\u{2019}s storage is gone"),
        }
    }
}

/// How long other tabs have to say that they have a workspace, in milliseconds.
const ANSWER: i32 = 400;

/// The right to write a workspace.
pub(super) struct Right {
    pub(super) database: Database,
    pub(super) owner: Owner,
    /// Whether it is given back when that is done.
    pub(super) is_borrowed: bool,
}

impl Right {
    /// The workspace has been written.
    pub(super) fn end(self) {
        if self.is_borrowed {
            self.database.give_back(self.owner);
        }
    }
}

impl Session {
    /// The connection to what is kept.
    ///
    /// # Errors
    /// Nothing is kept.
    pub(super) fn storage(self) -> Result<(Database, Owner), Obstacle> {
        self.keeping.desk(|desk| desk.storage.clone()).flatten().ok_or(Obstacle::NotKept)
    }

    /// The workspace that the page shows; `None` where nothing is kept.
    pub fn shown_workspace(self) -> Option<u64> {
        self.storage().ok().map(|(_, owner)| owner.workspace)
    }

    /// Grows with whatever other tabs say about workspaces, now and whenever they do.
    pub fn heard_of_workspaces(self) -> u64 {
        self.keeping.heard.get()
    }

    /// All workspaces, those first that were edited last. Those that a tab has taken and not given back are said to be open
    /// elsewhere, as long as it was not asked whether that tab is still there: see [`Session::ask_who_has`].
    ///
    /// # Errors
    /// They cannot be listed.
    pub async fn workspaces(self) -> Result<Vec<Line>, Obstacle> {
        let (database, own) = self.storage()?;
        let holder = self.keeping.with_untracked(|state| state.holder);
        let mut lines = Vec::new();
        for (workspace, heading) in database.singles(Store::Headings).await? {
            let is_held = database.lock(workspace).await?.is_held;
            let held = match (workspace == own.workspace, holder, is_held) {
                (true, Holder::Own, _) => Held::Here,
                (true, Holder::Other(_), _) => Held::Read,
                (true, Holder::Newer, _) => Held::Newer,
                (false, _, true) => Held::Elsewhere,
                (false, _, false) => Held::Free,
            };
            let unread = |unread| {
                let name = match unread {
                    Unread::Damaged => format!("Workspace {workspace} (its name is damaged)"),
                    Unread::Newer => format!("Workspace {workspace} (of a newer version of the editor)"),
                };
                Heading { name, profiles: 0, bytes: 0, edited: 0.0 }
            };
            let Heading { name, profiles, bytes, edited } = saved::read_heading(&heading).unwrap_or_else(unread);
            lines.push(Line { workspace, name, profiles, bytes, edited, held });
        }
        lines.sort_by(|one, other| other.edited.total_cmp(&one.edited).then(one.workspace.cmp(&other.workspace)));
        Ok(lines)
    }

    /// Which of these workspaces a tab has that is still there.
    pub async fn ask_who_has(self, workspaces: &[u64]) -> Vec<u64> {
        const STEP: i32 = 20;
        self.keeping.desk(|desk| {
            desk.elsewhere.retain(|workspace| !workspaces.contains(workspace));
            for workspace in workspaces {
                desk.channel.say(Heard::Who(*workspace));
            }
        });
        let answered = || {
            let is_told = |desk: &mut Desk| {
                let told = workspaces.iter().filter(|workspace| desk.elsewhere.contains(workspace));
                told.copied().collect::<Vec<_>>()
            };
            self.keeping.desk(is_told).unwrap_or_default()
        };
        for _ in 0..ANSWER / STEP {
            if answered().len() == workspaces.len() {
                break;
            }
            clock::wait(STEP).await;
        }
        answered()
    }

    /// The right to write a workspace: this tab's own, or one that is taken for a moment.
    pub(super) async fn right_to(self, workspace: u64) -> Result<Right, Obstacle> {
        let (database, owner) = self.storage()?;
        if workspace == owner.workspace {
            return match self.keeping.with_untracked(|state| state.holder) {
                Holder::Own => Ok(Right { database, owner, is_borrowed: false }),
                Holder::Other(_) => Err(Obstacle::Held),
                Holder::Newer => Err(Obstacle::Unread(Unread::Newer)),
            };
        }
        self.right_as_it_is(&database, workspace).await?;
        let owner = database.take(workspace).await?;
        // What a closed tab has left would come too late behind this.
        let last = database.numbers(Store::Journal, workspace).await?.pop().map(|last| last + 1);
        let snapshot = database.numbers(Store::Snapshots, workspace).await?.pop();
        take_up(&database, owner, last.max(snapshot).unwrap_or_default()).await?;
        Ok(Right { database, owner, is_borrowed: true })
    }

    /// The right to write a workspace that no tab has, which is not taken: where the storage is full, it cannot be.
    pub(super) async fn right_as_it_is(self, database: &Database, workspace: u64) -> Result<Owner, Obstacle> {
        let lock = database.lock(workspace).await?;
        if lock.is_held && !self.ask_who_has(&[workspace]).await.is_empty() {
            return Err(Obstacle::Held);
        }
        Ok(Owner { workspace, number: lock.number })
    }

    pub(super) async fn name_of(self, database: &Database, workspace: u64) -> Result<String, Obstacle> {
        let heading = database.single(Store::Headings, workspace).await?;
        let heading = heading.ok_or(Obstacle::Storage(StorageError::Deleted))?;
        Ok(saved::read_heading(&heading).map_or_else(|_| format!("Workspace {workspace}"), |heading| heading.name))
    }

    pub(super) async fn names_beside(self, workspace: Option<u64>) -> Result<Vec<String>, Obstacle> {
        let lines = self.workspaces().await?;
        Ok(lines.into_iter().filter(|line| Some(line.workspace) != workspace).map(|line| line.name).collect())
    }
}
