//! How many problems the profiles have that nobody looks at: judged while the page is idle, a law at a time.

use std::{sync::Arc, time::Duration};

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

use super::Session;
use crate::browser::idle::{self, Slice};
use presence_profile_core::{
    editor::{
        analysis,
        finding::Counts,
        place::ProfileId,
        slices::Slices,
        workspace::{Profile, Workspace},
    },
    rules::MOST_LISTED,
};

/// What is known of the problems of a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judged {
    /// It has changed, or has just come, and was not judged yet.
    Waiting,
    /// So many there are.
    Known(Counts),
}

/// What was judged of the profiles that nobody looks at, and what is being judged.
#[derive(Clone, Copy)]
pub(super) struct Others {
    known: RwSignal<Arc<Vec<Known>>>,
    current: StoredValue<Option<(Known, Slices)>, LocalStorage>,
    /// What waits for the hand to rest: to look which profiles must be judged would itself hold up the next key.
    resting: StoredValue<Option<TimeoutHandle>>,
    /// Whether a slice of time was asked for.
    is_asked: StoredValue<bool>,
}

/// How long the hand rests before the others are looked at.
const REST: Duration = Duration::from_millis(300);

/// A profile as it was judged, what the laws knew beside it, and what was found.
#[derive(Debug, Clone)]
struct Known {
    profile: Arc<Profile>,
    told: analysis::Judged,
    counts: Counts,
}

impl Others {
    /// Nothing is known yet.
    pub fn new() -> Others {
        let (known, current) = (RwSignal::new(Arc::default()), StoredValue::new_local(None));
        Others { known, current, resting: StoredValue::new(None), is_asked: StoredValue::new(false) }
    }
}

impl Session {
    /// What is known of the problems of a profile, now and whenever that changes.
    pub fn judged(self, profile: ProfileId) -> Judged {
        if profile == self.looked_at() {
            return Judged::Known(self.analysis.with(|read| read.0.counts()));
        }
        self.workspace(|workspace| {
            self.others.known.with(|known| {
                let now = workspace.profiles.iter().find(|own| own.id == profile);
                let known = known.iter().find(|known| now.is_some_and(|now| Arc::ptr_eq(now, &known.profile)));
                known.map_or(Judged::Waiting, |known| Judged::Known(known.counts))
            })
        })
    }

    /// Has the others judged when there is time for it.
    pub fn judge_others(self) {
        if self.workspace_untracked(|workspace| workspace.profiles.len() == 1) {
            return;
        }
        if let Some(resting) = self.others.resting.get_value() {
            resting.clear();
        }
        self.others.resting.set_value(set_timeout_with_handle(move || self.ask_for_time(), REST).ok());
    }

    fn ask_for_time(self) {
        // The page may have gone meanwhile.
        if self.others.is_asked.try_get_value() == Some(false) {
            self.others.is_asked.set_value(true);
            idle::when_idle(move |slice| self.judge_in(&slice));
        }
    }

    /// Goes on with what is being judged, and with what waits, for as long as nobody needs the time.
    fn judge_in(self, slice: &Slice) {
        // The page may have gone meanwhile.
        if self.profile.try_get_untracked().is_none() {
            return;
        }
        self.others.is_asked.set_value(false);
        let before = self.others.known.get_untracked();
        let mut known = before.clone();
        let is_done = loop {
            let Some((subject, mut slices)) = self.take_up(&known) else { break true };
            match slices.go_on() {
                Some(counts) => {
                    let known = Arc::make_mut(&mut known);
                    known.retain(|known| known.profile.id != subject.profile.id);
                    known.push(Known { counts, ..subject });
                }
                None => self.others.current.set_value(Some((subject, slices))),
            }
            if !slice.goes_on() {
                break false;
            }
        };
        if !Arc::ptr_eq(&before, &known) {
            self.others.known.set(known);
        }
        if !is_done {
            self.ask_for_time();
        }
    }

    /// What is being judged, unless it has changed since; else the next profile that waits.
    fn take_up(self, known: &[Known]) -> Option<(Known, Slices)> {
        let looked_at = self.profile.get_untracked();
        let heads = self.heads();
        let told = |workspace: &Workspace, profile: &Profile| {
            analysis::Judged::in_workspace(workspace, profile, &heads, MOST_LISTED)
        };
        self.workspace_untracked(|workspace| {
            let is_now = |known: &Known| {
                let now = workspace.profiles.iter().find(|own| Arc::ptr_eq(own, &known.profile));
                now.is_some_and(|now| known.told == told(workspace, now))
            };
            let current = self.others.current.try_update_value(Option::take).flatten();
            if let Some(current) = current.filter(|(subject, _)| is_now(subject)) {
                return Some(current);
            }
            let waits = |profile: &&Arc<Profile>| {
                let own = known.iter().find(|known| known.profile.id == profile.id);
                profile.id != looked_at && !own.is_some_and(is_now)
            };
            let profile = workspace.profiles.iter().find(waits)?.clone();
            let told = told(workspace, &profile);
            let slices = Slices::new(&profile, told.clone());
            Some((Known { profile, told, counts: Counts::default() }, slices))
        })
    }
}
