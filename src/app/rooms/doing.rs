//! What is done in the dialog with what is marked: one thing after the other.

use std::future::Future;

use leptos::{prelude::*, task::spawn_local};

use super::{
    super::{
        open_file,
        session::keeping::listing::{Held, Obstacle},
    },
    state::{Ahead, Named, Rooms},
};
use crate::browser::{cells, clock, database::StorageError, page};

/// Said where the last workspace was deleted for good.
const LAST_GONE: &str = "The last workspace is deleted, and this is a new one";

/// Said where it can be brought back.
const LAST_DELETED: &str =
    "The last workspace is deleted, and this is a new one; Workspaces and versions has the Undo of it";

impl Rooms {
    /// Does one thing after the other: what is asked for meanwhile is not done.
    fn work(self, work: impl Future<Output = Result<String, Obstacle>> + 'static) {
        if self.is_busy.get_untracked() {
            return;
        }
        self.is_busy.set(true);
        self.said.set(String::new());
        spawn_local(async move {
            let done = work.await;
            self.is_busy.try_set(false);
            self.said.try_set(match done {
                Ok(words) => words,
                Err(obstacle) => sentence(&obstacle.to_string()),
            });
            self.look().await;
        });
    }

    /// Opens the workspace that is marked.
    pub(super) fn open(self) {
        let Some(line) = untrack(|| self.marked_line()) else { return };
        match line.held {
            Held::Here | Held::Read | Held::Newer => self.is_open.set(false),
            Held::Elsewhere | Held::Free => self.work(async move {
                self.session.leave_for(line.workspace, &format!("Opened {}", line.name)).await?;
                // The page goes; where it stays, it can be asked again.
                clock::wait(3000).await;
                Ok(String::new())
            }),
        }
    }

    /// Adds a workspace and has its name written.
    pub(super) fn add(self) {
        self.work_towards_name(async move {
            let new = self.session.new_workspace().await?;
            self.named_next(new).await;
            Ok(String::new())
        });
    }

    /// Does one thing that ends with a name that is written; what is typed meanwhile is a part of it.
    fn work_towards_name(self, work: impl Future<Output = Result<String, Obstacle>> + 'static) {
        if self.is_busy.get_untracked() {
            return;
        }
        self.ahead.set_value(Some(Ahead::default()));
        self.work(async move {
            let done = work.await;
            if done.is_err() {
                self.ahead.try_set_value(None);
            }
            done
        });
    }

    /// Runs when nothing is being done.
    pub(super) fn when_free(self, run: impl FnOnce() + 'static) {
        spawn_local(async move {
            while self.is_busy.try_get_untracked() == Some(true) {
                clock::wait(5).await;
            }
            run();
        });
    }

    /// Copies the workspace that is marked, and has the copy's name written.
    pub(super) fn copy(self) {
        let Some(line) = untrack(|| self.marked_line()) else { return };
        self.work_towards_name(async move {
            let new = self.session.copy_workspace(line.workspace).await?;
            self.named_next(new).await;
            Ok(format!("Copied {}, without its history and versions", line.name))
        });
    }

    async fn named_next(self, workspace: u64) {
        self.look().await;
        self.mark(Some(workspace));
        self.naming.try_set(Some(Named::Workspace(workspace)));
    }

    /// Deletes the workspace that is marked, at once; where it could not be brought back, when that is asked for again.
    pub(super) fn delete(self) {
        let Some(line) = untrack(|| self.marked_line()) else { return };
        let next = self.lines.with_untracked(|lines| {
            let at = lines.iter().position(|own| own.workspace == line.workspace)?;
            lines.get(at + 1).or_else(|| lines.get(at.checked_sub(1)?)).map(|line| line.workspace)
        });
        let is_for_good = self.only_for_good.get_value() == Some(line.workspace);
        self.work(async move {
            self.said.try_set(format!("Deleting {} \u{2026}", line.name));
            let deleted = self.session.delete_workspace(line.workspace, is_for_good).await;
            let is_full = deleted == Err(Obstacle::Storage(StorageError::Full));
            self.only_for_good.try_set_value(is_full.then_some(line.workspace));
            if is_full {
                let name = line.name;
                return Ok(format!(
                    "The storage is full: {name} can only be deleted for good. Delete it again to do so"
                ));
            }
            let name = deleted?;
            self.begin_look();
            self.lines.update(|lines| lines.retain(|own| own.workspace != line.workspace));
            self.mark(next);
            focus_list();
            if !self.is_open.get_untracked() {
                self.closed();
            }
            Ok(match is_for_good {
                true => format!("{name} is deleted for good"),
                false => format!("{name} is deleted; Undo brings it back as long as this tab is open"),
            })
        });
    }

    /// Brings back what was deleted last.
    pub(super) fn undo(self) {
        let Some(deleted) = untrack(|| self.session.last_deleted()) else { return };
        self.work(async move {
            let name = self.session.bring_back(&deleted).await?;
            self.look().await;
            self.mark(Some(deleted.workspace));
            focus_list();
            Ok(match name == deleted.name {
                true => format!("{name} is back"),
                false => format!("{} is back, as {name}", deleted.name),
            })
        });
    }

    /// Restores the version that is marked.
    pub(super) fn restore(self) {
        let Some((number, _)) = untrack(|| self.marked_version()) else { return };
        if untrack(|| self.marked_line()).is_none_or(|line| line.held != Held::Here) {
            return;
        }
        self.work(async move {
            let Some(words) = self.session.restore_version(number).await? else {
                return Ok(self.session.notice.get_untracked());
            };
            self.is_open.try_set(false);
            Ok(words)
        });
    }

    /// Saves the workspace that is marked as a file.
    pub(super) fn download(self) {
        let (marked, with_history) = (self.marked.get_untracked(), self.with_history.get_untracked());
        self.work(self.session.download(marked, with_history));
    }

    /// Lets the user choose a file and opens it.
    pub(super) fn open_file(self) {
        open_file::choose_workspace(move |file| {
            self.work(async move { Ok(open_file::read_workspace(self.session, file).await) });
        });
    }

    /// Has the name of something written.
    pub(super) fn name(self, named: Named) {
        if !self.is_busy.get_untracked() {
            self.naming.set(Some(named));
        }
    }

    /// Takes the name that was written; `then` is told whether it was taken.
    pub(super) fn take_name(self, named: Named, written: String, then: impl FnOnce(bool) + 'static) {
        let Some(marked) = self.marked.get_untracked() else { return };
        self.work(async move {
            let taken = match named {
                Named::Workspace(workspace) => self
                    .session
                    .rename_workspace(workspace, &written)
                    .await
                    .map(|name| format!("It is called {name} now")),
                Named::Version(number) => {
                    self.session.name_version(marked, number, &written).await.map(|name| match name {
                        Some(name) => format!("{name} is kept for ever"),
                        None => "The version has no name now: it goes when twenty newer ones are there".to_owned(),
                    })
                }
            };
            then(taken.is_ok());
            taken
        });
    }

    /// The dialog has closed. Where the page shows what was deleted, another workspace takes its place.
    pub(super) fn closed(self) {
        self.naming.set(None);
        // No field comes any more that what is typed would be for.
        self.ahead.set_value(None);
        if !self.session.shows_deleted() {
            return;
        }
        let next = untrack(|| self.marked_line());
        match next {
            Some(line) => self.session.open_workspace(line.workspace, &format!("Opened {}", line.name)),
            None if untrack(|| self.session.last_deleted()).is_some() => self.session.begin_anew(Some(LAST_DELETED)),
            None => self.session.begin_anew(Some(LAST_GONE)),
        }
    }
}

/// Goes to the list of workspaces.
fn focus_list() {
    cells::after_rendering(|| page::focus_id("rooms-workspaces"));
}

/// Words as a sentence begins.
fn sentence(words: &str) -> String {
    let mut signs = words.chars();
    signs.next().map(|first| first.to_uppercase().chain(signs).collect()).unwrap_or_default()
}
