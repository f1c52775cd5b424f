//! Workspaces that come, and get another name.

use super::{
    Session,
    listing::{Obstacle, Right},
};
use crate::{
    app::start::{self, Heard},
    browser::database::{Put, StorageError, Store},
};
use presence_profile_core::editor::{
    place::ProfileId,
    saved::{self, Heading, Unread},
    workspace::Workspace,
    workspace_file::Past,
    workspace_names::{self, copy_name, free_name},
};

impl Session {
    /// Makes a workspace with the guide's example, as a first visitor gets it; its number.
    ///
    /// # Errors
    /// It is not there then.
    pub async fn new_workspace(self) -> Result<u64, Obstacle> {
        self.add_workspace(&Workspace::example(), ProfileId::FIRST, start::FIRST_NAME, None).await
    }

    /// Makes a workspace that is called like this; its number.
    ///
    /// # Errors
    /// It is not there then.
    pub(super) async fn add_workspace(
        self,
        workspace: &Workspace,
        highest: ProfileId,
        like: &str,
        exported: Option<Vec<u8>>,
    ) -> Result<u64, Obstacle> {
        let (database, _) = self.storage()?;
        let name = free_name(like, &self.names_beside(None).await?.iter().map(String::as_str).collect::<Vec<_>>());
        let kept = start::new_workspace(&database, workspace, highest, &name, exported).await?;
        database.give_back(kept.owner);
        self.tell_listed(kept.owner.workspace);
        Ok(kept.owner.workspace)
    }

    /// Makes a workspace that is called like this, with what led to it; its number.
    pub(super) async fn add_with_past(self, workspace: &Workspace, past: &Past, like: &str) -> Result<u64, Obstacle> {
        let (database, _) = self.storage()?;
        let name = free_name(like, &self.names_beside(None).await?.iter().map(String::as_str).collect::<Vec<_>>());
        let owner = start::new_workspace_with_past(&database, workspace, past, &name).await?;
        database.give_back(owner);
        self.tell_listed(owner.workspace);
        Ok(owner.workspace)
    }

    /// Makes a copy of a workspace as it is now, without its history and its versions; its number.
    ///
    /// # Errors
    /// It is not there then.
    pub async fn copy_workspace(self, workspace: u64) -> Result<u64, Obstacle> {
        let (database, own) = self.storage()?;
        let names = self.names_beside(None).await?;
        let taken: Vec<&str> = names.iter().map(String::as_str).collect();
        let name = self.name_of(&database, workspace).await?;
        let (of, highest, exported) = if workspace == own.workspace {
            let saved::Snapshot { workspace, highest, .. } = self.moment().snapshot();
            (workspace, highest, self.exported_record())
        } else {
            let loaded = start::load(&database, workspace).await?.ok_or(Obstacle::Unread(Unread::Newer))?;
            let exported = database.single(Store::Exported, workspace).await?;
            (loaded.restored.workspace, loaded.restored.highest, exported)
        };
        self.add_workspace(&of, highest, &copy_name(&name, &taken), exported).await
    }

    /// Gives a workspace another name; the name it has then.
    ///
    /// # Errors
    /// It has the name it had.
    pub async fn rename_workspace(self, workspace: u64, written: &str) -> Result<String, Obstacle> {
        let names = self.names_beside(Some(workspace)).await?;
        let name = workspace_names::named(written, names.iter().map(String::as_str)).map_err(Obstacle::Name)?;
        let right = self.right_to(workspace).await?;
        let written = self.write_name(&right, &name).await;
        let is_here = !right.is_borrowed;
        right.end();
        written?;
        if is_here {
            self.keeping.set(|state| state.name = name.as_str().into());
        }
        self.tell_listed(workspace);
        Ok(name)
    }

    async fn write_name(self, right: &Right, name: &str) -> Result<(), Obstacle> {
        let Right { database, owner, .. } = right;
        let heading = database.single(Store::Headings, owner.workspace).await?;
        let heading = heading.ok_or(Obstacle::Storage(StorageError::Deleted))?;
        let heading = saved::read_heading(&heading).map_err(Obstacle::Unread)?;
        let heading = saved::heading(&Heading { name: name.to_owned(), ..heading });
        Ok(database.write(*owner, &[Put::Single(Store::Headings, heading)]).await?)
    }

    pub(super) fn tell_listed(self, workspace: u64) {
        self.keeping.desk(|desk| desk.channel.say(Heard::Listed(workspace)));
    }
}
