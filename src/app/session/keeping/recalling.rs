//! What happened before comes back: the acts are replayed in idle time, and their steps put under those of this page.

use std::{collections::VecDeque, rc::Rc};

use leptos::{prelude::*, task::spawn_local};

use super::Session;
use crate::{
    app::start::Kept,
    browser::{
        database::Store,
        idle::{self, Slice},
    },
};
use presence_profile_core::editor::{
    history::History,
    saved::{self, Snapshot},
};

/// A history that is being replayed.
struct Replay {
    history: History,
    acts: VecDeque<Vec<u8>>,
}

impl Session {
    /// Reads what happened before the page began.
    pub(super) fn recall(self, kept: Kept) {
        let keeping = self.keeping;
        if kept.base == kept.next {
            keeping.desk(|desk| desk.snapshots.push((kept.next, kept.steps, 0)));
            return;
        }
        keeping.set(|state| state.is_recalling = true);
        // The page comes first.
        idle::when_idle(move |_| {
            spawn_local(async move {
                let replay = self.read_acts(&kept).await;
                match replay {
                    Some(replay) => self.replay_slice(replay, Slice::begin()),
                    None => keeping.set(|state| state.is_recalling = false),
                }
            });
        });
    }

    async fn read_acts(self, kept: &Kept) -> Option<Replay> {
        let (database, workspace) = (&kept.database, kept.owner.workspace);
        let snapshots = database.records(Store::Snapshots, workspace, kept.base, kept.base).await.ok()?;
        let acts = database.records(Store::Journal, workspace, kept.base, kept.next.checked_sub(1)?).await.ok()?;
        let Snapshot { workspace, highest, steps } = saved::read_snapshot(&snapshots.first()?.1).ok()?;
        let bytes: usize = acts.iter().map(|(_, act)| act.len()).sum();
        self.keeping.desk(|desk| {
            desk.snapshots.insert(0, (kept.base, steps, 0));
            desk.bytes += bytes;
        });
        let acts = acts.into_iter().map(|(_, act)| act).collect();
        Some(Replay { history: History::resumed(workspace, highest), acts })
    }

    fn replay_slice(self, mut replay: Replay, slice: Slice) {
        while let Some(act) = replay.acts.pop_front() {
            // From the first that does not fit, nothing of before is known.
            let read = saved::read_act(&act).ok().filter(|(_, change)| change.fits(replay.history.present()));
            let Some((done, change)) = read else { return self.end_recall(None) };
            replay.history.replay(done, change);
            if !slice.goes_on() {
                break;
            }
        }
        if replay.acts.is_empty() {
            return self.end_recall(Some(replay.history));
        }
        let replay = Rc::new(std::cell::Cell::new(Some(replay)));
        idle::when_idle(move |slice| {
            if let Some(replay) = replay.take() {
                self.replay_slice(replay, slice);
            }
        });
    }

    fn end_recall(self, earlier: Option<History>) {
        self.keeping.set(|state| state.is_recalling = false);
        if let Some(earlier) = earlier
            && self.history.try_update_untracked(|history| history.recall(earlier)).is_some()
        {
            self.history.notify();
        }
    }
}
