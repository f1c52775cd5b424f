//! Two tabs, one workspace: who has it says so, hands it over when asked, and whoever reads it follows.

use leptos::{prelude::*, task::spawn_local};

use super::{Channel, Desk, Handover, Holder, Saved, Session, Trouble};
use crate::{
    app::start::Heard,
    browser::{
        clock,
        database::{LAST, Owner, Store},
        page,
    },
};
use presence_profile_core::editor::saved;

/// How long the tab that has a workspace is given to answer, in milliseconds.
pub(super) const ANSWER: i32 = 2000;

/// How long it is given to write what it has once it has answered, in milliseconds.
pub(super) const HANDOVER: i32 = 10_000;

/// How long a tab that goes may take to be there again, in milliseconds.
const RELOAD: i32 = 3000;

impl Session {
    pub(super) fn listen_to_tabs(self, channel: &Channel) {
        let keeping = self.keeping;
        channel.listen(move |heard| {
            match heard {
                Heard::Who(workspace) if keeping.with_untracked(|state| state.has_deleted(workspace)) => {
                    // It can bring it back.
                    keeping.desk(|desk| desk.channel.say(Heard::Mine(workspace)));
                }
                Heard::Mine(workspace) => drop(keeping.desk(|desk| desk.elsewhere.push(workspace))),
                Heard::Who(_) | Heard::Yield(_) | Heard::Yielded(_) => {}
                _ => drop(keeping.heard.try_update(|heard| *heard += 1)),
            }
            let Some(Some((_, owner))) = keeping.desk(|desk| desk.storage.clone()) else { return };
            let Some(holder) = keeping.state.try_with_untracked(|state| state.holder) else { return };
            let is_own = holder == Holder::Own;
            let says = |handover: Handover| keeping.desk(|desk| desk.handover = desk.handover.max(handover));
            match heard {
                Heard::Who(workspace) if workspace == owner.workspace && is_own => {
                    keeping.desk(|desk| desk.channel.say(Heard::Mine(workspace)));
                }
                Heard::Yield(workspace) if workspace == owner.workspace && is_own => {
                    keeping.desk(|desk| desk.channel.say(Heard::Mine(workspace)));
                    self.yield_workspace(owner);
                }
                Heard::Mine(workspace) if workspace == owner.workspace && !is_own => {
                    says(Handover::Answered);
                }
                Heard::Yielded(workspace) if workspace == owner.workspace && !is_own => {
                    says(Handover::Done);
                }
                Heard::Taken(workspace, number) if workspace == owner.workspace => {
                    keeping.desk(|desk| desk.taken = desk.taken.max(number));
                    keeping.set(|state| state.is_left = false);
                    if is_own && owner.number < number {
                        self.lose_to_another();
                    }
                }
                Heard::Left(workspace) if workspace == owner.workspace && !is_own => self.is_left_alone(),
                Heard::Listed(workspace) if workspace == owner.workspace && !is_own => {
                    // It was deleted, and is back.
                    keeping.set(|state| state.trouble = state.trouble.take().filter(|it| *it != Trouble::Deleted));
                }
                Heard::Deleted(workspace) if workspace == owner.workspace => {
                    // A tab that did not answer in time may still have had it.
                    self.lose_to_another();
                    keeping.set(|state| state.trouble = Some(Trouble::Deleted));
                }
                Heard::Kept(workspace, at) if workspace == owner.workspace && holder == Holder::Other(0) => {
                    spawn_local(async move {
                        if self.catch_up().await {
                            keeping.set(|state| state.saved = Saved::At(at));
                        }
                    });
                }
                _ => {}
            }
        });
    }

    /// The other tab goes: where it does not come back at once, as after a reload, that is said.
    fn is_left_alone(self) {
        let keeping = self.keeping;
        let taken = keeping.desk(|desk| desk.taken);
        spawn_local(async move {
            clock::wait(RELOAD).await;
            if keeping.desk(|desk| desk.taken) == taken {
                keeping.set(|state| state.is_left = true);
            }
        });
    }

    /// Looks whether the workspace is still this tab's: what others said before it could hear is not lost.
    pub(super) fn look_at_lock(self) {
        let Some(Some((database, owner))) = self.keeping.desk(|desk| desk.storage.clone()) else { return };
        spawn_local(async move {
            // Where the row cannot be read, the next act says why.
            let Ok(lock) = database.lock(owner.workspace).await else { return };
            let is_same = self.keeping.desk(|desk| desk.storage.as_ref().is_some_and(|(_, own)| *own == owner));
            if is_same == Some(true) && lock.number != owner.number {
                self.lose_to_another();
            }
        });
    }

    /// Writes what there is, and writes no more.
    fn yield_workspace(self, owner: Owner) {
        let keeping = self.keeping;
        self.let_go();
        spawn_local(async move {
            const STEP: i32 = 10;
            for _ in 0..HANDOVER / STEP {
                // What the disk does not take is counted.
                if keeping.desk(|desk| desk.acts_left() == 0 || !desk.is_writing) != Some(false) {
                    break;
                }
                clock::wait(STEP).await;
            }
            keeping.desk(|desk| desk.channel.say(Heard::Yielded(owner.workspace)));
            self.count_left();
        });
    }

    /// Another tab has taken the workspace.
    pub(super) fn lose_to_another(self) {
        if self.keeping.state.try_with_untracked(|state| state.holder == Holder::Own) == Some(true) {
            self.let_go();
        }
        self.count_left();
    }

    /// From here on nothing is done; what is open is the last that is.
    fn let_go(self) {
        page::settle();
        self.keeping.set(|state| state.holder = Holder::Other(0));
    }

    /// Says how much of what was done here did not reach the storage; without any, follows the other tab.
    pub(super) fn count_left(self) {
        let keeping = self.keeping;
        let left = keeping.desk(|desk| desk.acts_left()).unwrap_or_default();
        let is_other = |state: &super::State| matches!(state.holder, Holder::Other(_));
        if keeping.state.try_with_untracked(is_other) != Some(true) {
            return;
        }
        keeping.set(|state| state.holder = Holder::Other(left));
        if left == 0 {
            spawn_local(async move {
                self.catch_up().await;
            });
        }
    }

    /// Does again what the other tab did since; whether this tab has all of it.
    pub(super) async fn catch_up(self) -> bool {
        let keeping = self.keeping;
        // What is undone there may be a step that is still being read here.
        while keeping.state.try_with_untracked(|state| state.is_recalling) == Some(true) {
            clock::wait(10).await;
        }
        // What was done here and is not on the disk has numbers that acts of the other tab have too.
        let is_even = |desk: &mut Desk| desk.acts_left() == 0;
        let Some(Some(((database, owner), next))) =
            keeping.desk(|desk| desk.storage.clone().filter(|_| is_even(desk)).map(|storage| (storage, desk.next)))
        else {
            return false;
        };
        let Ok(acts) = database.records(Store::Journal, owner.workspace, next, LAST).await else { return false };
        for (number, act) in acts {
            let Some(Some(next)) = keeping.desk(|desk| is_even(desk).then_some(desk.next)) else { return false };
            if number < next {
                continue;
            }
            let read = saved::read_act(&act).ok().filter(|_| number == next);
            let fits = read.filter(|(_, change)| self.workspace_untracked(|workspace| change.fits(workspace)));
            let Some((done, change)) = fits else {
                // What this tab shows is of another line of work: the storage is right.
                page::reload();
                return false;
            };
            self.follow(done, change);
            keeping.desk(|desk| {
                desk.next = number + 1;
                desk.note_act(done, act.len());
            });
        }
        true
    }
}
