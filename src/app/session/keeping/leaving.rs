//! Another workspace in the place of this one: what waits is written first, then the page begins anew with the other.

use leptos::{prelude::*, task::spawn_local};

use super::{Session, listing::Obstacle};
use crate::{
    app::start,
    browser::{clock, page},
};

/// How long the disk is given to write what waits, in milliseconds.
const PATIENCE: i32 = 2000;

impl Session {
    /// Opens another workspace in this tab; `words` are said when it is there.
    pub fn open_workspace(self, workspace: u64, words: &str) {
        let words = words.to_owned();
        spawn_local(async move {
            if let Err(obstacle) = self.leave_for(workspace, &words).await {
                self.notice.set(format!("Not opened: {obstacle}"));
            }
        });
    }

    /// See [`Session::open_workspace`]. The page goes soon after that returns.
    ///
    /// # Errors
    /// The storage does not take what was done here: it stays.
    pub async fn leave_for(self, workspace: u64, words: &str) -> Result<(), Obstacle> {
        if !self.write_all().await && self.would_be_lost() {
            return Err(Obstacle::Unwritten);
        }
        start::show_next(workspace);
        start::say_next(words);
        page::reload();
        Ok(())
    }

    /// Begins anew with whatever workspace is there, or with a new one; what waits is not written. `words` are said then.
    pub fn begin_anew(self, words: Option<&str>) {
        self.keeping.desk(|desk| {
            desk.storage = None;
            desk.is_leaving = true;
        });
        start::forget();
        if let Some(words) = words {
            start::say_next(words);
        }
        page::reload();
    }

    /// Takes what is still open in a field, and writes what waits; whether the disk has it.
    pub(super) async fn write_all(self) -> bool {
        page::settle();
        self.write_waiting().await
    }

    /// Writes what waits; whether the disk has it.
    pub(super) async fn write_waiting(self) -> bool {
        const STEP: i32 = 10;
        self.put_versions();
        self.write_quietly();
        for _ in 0..PATIENCE / STEP {
            let is_going_on =
                self.keeping.desk(|desk| (desk.waiting.is_empty() && desk.versions.is_written(), desk.is_writing));
            match is_going_on {
                Some((is_done, false)) => return is_done,
                Some((_, true)) => clock::wait(STEP).await,
                // The page has gone.
                None => return false,
            }
        }
        false
    }
}
