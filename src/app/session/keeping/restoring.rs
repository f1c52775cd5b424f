//! The versions of a workspace: listed, looked at, named and restored.

use leptos::prelude::*;

use super::{Session, listing::Obstacle};
use crate::{
    app::start,
    browser::{
        clock,
        database::{Put, StorageError, Store},
    },
};
use presence_profile_core::editor::{
    restoring,
    saved::{self, Cause, Unread, Version, VersionLine},
    workspace::Workspace,
    workspace_names::cleaned,
};

/// The versions of a workspace, the newest first, and how many are there that cannot be read.
pub struct Listed {
    /// By their numbers.
    pub lines: Vec<(u64, VersionLine)>,
    /// Those that cannot be read.
    pub unread: usize,
}

impl Session {
    /// The versions of a workspace.
    ///
    /// # Errors
    /// They cannot be listed.
    pub async fn versions_of(self, workspace: u64) -> Result<Listed, Obstacle> {
        let (database, own) = self.storage()?;
        if workspace == own.workspace {
            self.write_waiting().await;
        }
        let mut listed = Listed { lines: Vec::new(), unread: 0 };
        // One after the other: together they may be as large as twenty workspaces.
        for number in database.numbers(Store::Versions, workspace).await?.into_iter().rev() {
            let records = database.records(Store::Versions, workspace, number, number).await?;
            match records.first().map(|(_, record)| saved::read_version_line(record)) {
                Some(Ok(line)) => listed.lines.push((number, line)),
                Some(Err(_)) => listed.unread += 1,
                None => {}
            }
        }
        Ok(listed)
    }

    /// A version of a workspace.
    ///
    /// # Errors
    /// It cannot be read.
    pub async fn version_of(self, workspace: u64, number: u64) -> Result<Version, Obstacle> {
        let (database, _) = self.storage()?;
        let records = database.records(Store::Versions, workspace, number, number).await?;
        let (_, record) = records.first().ok_or(Obstacle::Storage(StorageError::Deleted))?;
        saved::read_version(record).map_err(Obstacle::Unread)
    }

    /// A workspace as it is now.
    ///
    /// # Errors
    /// It cannot be read.
    pub async fn workspace_now(self, workspace: u64) -> Result<Workspace, Obstacle> {
        let (database, own) = self.storage()?;
        if workspace == own.workspace {
            return Ok(self.workspace_untracked(Workspace::clone));
        }
        let loaded = start::load(&database, workspace).await?.ok_or(Obstacle::Unread(Unread::Damaged))?;
        Ok(loaded.restored.workspace)
    }

    /// Gives a version a name, by which it is kept for ever; an empty one takes the name away.
    ///
    /// # Errors
    /// It has the name it had.
    pub async fn name_version(self, workspace: u64, number: u64, written: &str) -> Result<Option<String>, Obstacle> {
        let name = Some(cleaned(written)).filter(|name| !name.is_empty());
        let version = self.version_of(workspace, number).await?;
        if version.name == name {
            return Ok(name);
        }
        let record = saved::version(&Version { name: name.clone(), ..version });
        let right = self.right_to(workspace).await?;
        let written = right.database.write(right.owner, &[Put::Record(Store::Versions, number, record)]).await;
        right.end();
        written?;
        self.keeping.desk(|desk| desk.versions.forget_known());
        Ok(name)
    }

    /// Puts a version of the workspace that the page shows in the place of it, as one step; the present is kept as a
    /// version first. What that did is said in the status line, and returned; `None` where this tab may not.
    ///
    /// # Errors
    /// The version cannot be read.
    pub async fn restore_version(self, number: u64) -> Result<Option<String>, Obstacle> {
        let (_, own) = self.storage()?;
        let version = self.version_of(own.workspace, number).await?;
        let time = clock::moment(version.at);
        let (moment, wanted) = (self.moment(), version.snapshot.workspace);
        let change = restoring::plan(moment.workspace(), &wanted, format!("Restored: {time}"));
        if change.is_empty() {
            let words = format!("Nothing is different from {time}");
            self.notice.set(words.clone());
            return Ok(Some(words));
        }
        let words = format!("Restored {time}: {}", restoring::told(&change, moment.workspace()));
        let told = words.clone();
        let is_granted = self.carry(Ok(change), |_| told);
        if is_granted {
            self.keep_version(moment, Cause::BeforeRestore, "");
        }
        Ok(is_granted.then_some(words))
    }
}
