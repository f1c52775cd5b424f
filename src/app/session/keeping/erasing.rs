//! Everything that the editor keeps in this browser: what that is, and its end.

use super::{Session, listing::Obstacle};
use crate::{
    app::start,
    browser::{
        database::{self, StorageError, Store},
        habits, parting, theme,
    },
};

/// What goes when everything is removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Everything {
    /// Workspaces by their names, those first that were edited last.
    pub workspaces: Vec<String>,
    /// Bytes of their texts.
    pub bytes: u64,
    /// Versions of all of them.
    pub versions: u64,
    /// Whether a theme was chosen.
    pub has_theme: bool,
    /// Whether sizes of panels, or anything else of that kind, are remembered.
    pub has_habits: bool,
}

impl Session {
    /// What there is; where nothing is kept, what is left of that.
    pub async fn everything(self) -> Everything {
        let lines = self.workspaces().await.unwrap_or_default();
        let versions = match self.storage() {
            Ok((database, _)) => database.count(Store::Versions).await.unwrap_or_default(),
            Err(_) => 0,
        };
        Everything {
            bytes: lines.iter().map(|line| line.bytes).sum(),
            workspaces: lines.into_iter().map(|line| line.name).collect(),
            versions,
            has_theme: theme::is_remembered(),
            has_habits: habits::is_any(),
        }
    }

    /// Removes everything, and begins anew as for a first visitor. `blocked` is called where another tab does not let go.
    ///
    /// # Errors
    /// It is still there.
    pub async fn remove_everything(self, blocked: impl Fn() + 'static) -> Result<(), Obstacle> {
        // Nothing that waits is to be written any more.
        self.keeping.desk(|desk| {
            desk.waiting.clear();
            desk.notes = (false, false);
            desk.is_leaving = true;
        });
        let erased = match database::erase(blocked).await {
            // Where there is no storage, nothing is in it.
            Err(StorageError::Refused) => Ok(()),
            erased => erased,
        };
        if erased.is_ok() {
            theme::forget();
            habits::forget_all();
            parting::forget_all();
            start::forget_deleted();
            self.begin_anew(None);
        } else {
            self.keeping.desk(|desk| desk.is_leaving = false);
        }
        Ok(erased?)
    }
}
