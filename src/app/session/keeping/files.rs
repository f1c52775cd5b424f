//! A workspace as a file: saved for a colleague, and opened as a new workspace.

use std::fmt;

use leptos::prelude::*;

use super::{Session, listing::Obstacle};
use crate::{
    app::start,
    browser::{database::Store, files, page},
};
use presence_profile_core::editor::{
    declaring::Declaration,
    restoring,
    saved::{self, Unread},
    workspace_file::{self, FileUnread, NoPast, Past, WorkspaceFile},
    workspace_names::{ENDING, file_name, size},
};

/// Why a file is not opened as a workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotOpened {
    /// It is none.
    Unread(FileUnread),
    /// It cannot be kept, or what is here cannot be left.
    Obstacle(Obstacle),
    /// It was to take the place of what this tab may only read; that was said.
    ReadOnly,
}

impl fmt::Display for NotOpened {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotOpened::Unread(unread) => unread.fmt(formatter),
            NotOpened::Obstacle(obstacle) => obstacle.fmt(formatter),
            NotOpened::ReadOnly => formatter.write_str("this tab may only read"),
        }
    }
}

impl Session {
    /// Saves the workspace that the page shows as a file, without its history.
    pub fn download_workspace(self) {
        page::settle();
        let name = self.keeping.state_untracked().name;
        let file = workspace_file::write(&self.moment().snapshot(), &name, None);
        self.notice.set(hand_over(&name, &file));
    }

    /// Saves a workspace as a file, with its history or without; what is to be said of that. `None` is the one that the
    /// page shows, where nothing is kept.
    ///
    /// # Errors
    /// It cannot be read.
    pub async fn download(self, workspace: Option<u64>, with_history: bool) -> Result<String, Obstacle> {
        let Some(workspace) = workspace else {
            self.download_workspace();
            return Ok(self.notice.get_untracked());
        };
        let is_shown = self.shown_workspace() == Some(workspace);
        if is_shown {
            self.write_all().await;
        }
        let (database, _) = self.storage()?;
        let name = self.name_of(&database, workspace).await?;
        if is_shown && !with_history {
            // What the page shows may be more than what the disk has taken.
            return Ok(hand_over(&name, &workspace_file::write(&self.moment().snapshot(), &name, None)));
        }
        let loaded = start::load(&database, workspace).await?.ok_or(Obstacle::Unread(Unread::Damaged))?;
        let restored = loaded.restored;
        let snapshot =
            saved::Snapshot { workspace: restored.workspace, highest: restored.highest, steps: restored.steps };
        let mut past = None;
        if with_history {
            let base = database.records(Store::Snapshots, workspace, loaded.base, loaded.base).await?;
            let (_, base) = base.first().ok_or(Obstacle::Unread(Unread::Damaged))?;
            let base = saved::read_snapshot(base).map_err(Obstacle::Unread)?;
            let acts = match restored.next.checked_sub(1) {
                Some(last) => database.records(Store::Journal, workspace, loaded.base, last).await?,
                None => Vec::new(),
            };
            let acts = acts.iter().map(|(_, act)| saved::read_act(act)).collect::<Result<_, _>>();
            past = Some(Past { base, acts: acts.map_err(Obstacle::Unread)? });
        }
        Ok(hand_over(&name, &workspace_file::write(&snapshot, &name, past.as_ref())))
    }

    /// Opens a file: as a new workspace, or in the place of what the page shows, in one step, where nothing is kept.
    /// What is to be said where the page stays.
    ///
    /// # Errors
    /// Why it is not opened.
    pub async fn open_workspace_file(self, file_name: &str, text: &str) -> Result<String, NotOpened> {
        let file = workspace_file::read(text).map_err(NotOpened::Unread)?;
        let like = match file.name.trim() {
            "" => file_name.split('.').next().unwrap_or_default(),
            name => name,
        };
        let history = match &file.past {
            Ok(_) => ", with its history".to_owned(),
            Err(NoPast::NotKept) => String::new(),
            Err(why) => format!("; its history did not come: {why}"),
        };
        if self.shown_workspace().is_none() {
            return self.take_place(&file, like, file_name);
        }
        let new = self.add_from_file(&file, like).await;
        let (workspace, name) = new.map_err(NotOpened::Obstacle)?;
        let words = format!("Opened {name} from {file_name} as a new workspace{history}");
        self.leave_for(workspace, &words).await.map_err(NotOpened::Obstacle)?;
        Ok(words)
    }

    async fn add_from_file(self, file: &WorkspaceFile, like: &str) -> Result<(u64, String), Obstacle> {
        let snapshot = &file.snapshot;
        let workspace = match &file.past {
            Ok(past) => self.add_with_past(&snapshot.workspace, past, like).await?,
            Err(_) => self.add_workspace(&snapshot.workspace, snapshot.highest, like, None).await?,
        };
        let (database, _) = self.storage()?;
        Ok((workspace, self.name_of(&database, workspace).await?))
    }

    fn take_place(self, file: &WorkspaceFile, name: &str, file_name: &str) -> Result<String, NotOpened> {
        page::settle();
        let change = self.workspace_untracked(|present| {
            let wanted = &file.snapshot.workspace;
            restoring::plan(present, wanted, format!("Open {name} from {file_name}"))
                .declaring(Declaration::replacing(present, wanted))
        });
        let words = format!("Opened {name} from {file_name} in the place of what was here, in one step");
        let told = words.clone();
        match self.carry(Ok(change), |_| told) {
            true => Ok(words),
            false => Err(NotOpened::ReadOnly),
        }
    }
}

/// Hands a file to the browser; what is to be said of that.
fn hand_over(name: &str, file: &str) -> String {
    let file_name = file_name(name, ENDING);
    match files::save(&file_name, "application/json", file.as_bytes()) {
        true => format!("{file_name} is downloading, {}", size(file.len() as u64)),
        false => format!("The browser did not take {file_name}"),
    }
}
