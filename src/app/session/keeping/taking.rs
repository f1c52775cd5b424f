//! Taking a workspace over from the tab that has it, or had it, with all that was done there.

use leptos::{prelude::*, task::spawn_local};

use super::{
    Handover, Holder, Saved, Session, Trouble,
    sharing::{ANSWER, HANDOVER},
    words::Band,
};
use crate::{
    app::start::{self, Heard},
    browser::{
        clock,
        database::{Database, Owner},
    },
};
use presence_profile_core::editor::saved::Cause;

impl Session {
    /// Takes the workspace from the tab that has it, with all that it has done.
    pub fn take_over(self) {
        let keeping = self.keeping;
        if keeping.with_untracked(|state| state.holder != Holder::Other(0)) {
            return;
        }
        let storage = keeping.desk(|desk| {
            let storage = desk.storage.clone().filter(|_| !desk.is_taking)?;
            desk.is_taking = true;
            desk.handover = Handover::Silent;
            desk.channel.say(Heard::Yield(storage.1.workspace));
            Some(storage)
        });
        let Some(Some((database, owner))) = storage else { return };
        let is_left = keeping.with_untracked(|state| state.is_left);
        self.notice.set("Taking over \u{2026}".to_owned());
        spawn_local(async move {
            const STEP: i32 = 10;
            let mut waited = 0;
            loop {
                // A tab that is held up does not answer; one that answers is waited for while it writes.
                let patience = match keeping.desk(|desk| desk.handover) {
                    Some(Handover::Silent) if !is_left => ANSWER,
                    Some(Handover::Answered) => HANDOVER,
                    _ => 0,
                };
                if patience <= waited {
                    break;
                }
                clock::wait(STEP).await;
                waited += STEP;
            }
            self.take(database, owner.workspace).await;
            keeping.desk(|desk| desk.is_taking = false);
        });
    }

    async fn take(self, database: Database, workspace: u64) {
        let keeping = self.keeping;
        let owner = match database.take(workspace).await {
            Ok(owner) => owner,
            Err(error) => {
                let words = Band::of_trouble(&Trouble::of(&error), true).what;
                return self.notice.set(format!("Not taken over. {words}"));
            }
        };
        keeping.desk(|desk| {
            desk.channel.say(Heard::Taken(owner.workspace, owner.number));
            desk.storage = Some((database, owner));
        });
        if !self.catch_up().await || !self.follow_left(owner).await {
            return;
        }
        // A third tab may have taken it while this one read.
        if keeping.desk(|desk| desk.taken <= owner.number) == Some(true) {
            keeping.set(|state| {
                state.holder = Holder::Own;
                if let Saved::Nothing = state.saved {
                    state.saved = Saved::At(clock::now());
                }
            });
            self.look_at_lock();
            keeping.desk(|desk| desk.versions.begin_without());
            self.keep_version(self.moment(), Cause::BeforeTakeOver, "");
            self.notice.set("Taken over: this tab has the workspace now, the other one reads it".to_owned());
        }
    }

    /// Does what the other tab still held when it was closed.
    async fn follow_left(self, owner: Owner) -> bool {
        let Some(Some((database, next))) =
            self.keeping.desk(|desk| desk.storage.clone().map(|(database, _)| (database, desk.next)))
        else {
            return false;
        };
        match start::take_up(&database, owner, next).await {
            Ok(Some(_)) => self.catch_up().await,
            // What the storage does not take now is there for the next start.
            Ok(None) | Err(_) => true,
        }
    }
}
