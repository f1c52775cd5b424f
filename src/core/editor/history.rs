//! Past, present and future of the workspace: a fold of acts.

mod act;
mod replaying;

use std::collections::VecDeque;

pub use self::act::{Act, Done};
use super::{change::Change, place::ProfileId, trail::Trail, workspace::Workspace};

/// The present workspace with the way back and the way forth.
#[derive(Debug, Clone)]
pub struct History {
    present: Workspace,
    past: VecDeque<Step>,
    future: Vec<Step>,
    weight: usize,
    trail: Trail,
    /// What led to the latest revisions, the latest last.
    recent: VecDeque<Change>,
    highest: ProfileId,
    sealed: bool,
}

#[derive(Debug, Clone)]
struct Step {
    forth: Change,
    back: Change,
}

impl Step {
    fn weight(&self) -> usize {
        self.forth.weight() + self.back.weight()
    }
}

impl History {
    /// Bytes the steps may hold together; the oldest go first, the last step stays whatever it holds.
    pub const MAX_WEIGHT: usize = 64 << 20;
    /// Steps kept.
    pub const MAX_STEPS: usize = 1000;
    /// Changes kept as they are, for whoever replays them: more do not fall into one tick.
    const MAX_RECENT: usize = 32;
    /// Bytes those may hold; the last one stays whatever it holds.
    const MAX_RECENT_WEIGHT: usize = 8 << 20;

    /// A history that begins here.
    pub fn new(present: Workspace) -> History {
        let highest = present.profiles.iter().map(|profile| profile.id).max().unwrap_or(ProfileId::FIRST);
        History::resumed(present, highest)
    }

    /// A history that goes on here; its past may come by [`History::recall`]. `highest` is the highest identity that a
    /// profile of it ever had.
    pub fn resumed(present: Workspace, highest: ProfileId) -> History {
        let own = present.profiles.iter().map(|profile| profile.id).max();
        let highest = own.map_or(highest, |own| own.max(highest));
        History {
            present,
            past: VecDeque::new(),
            future: Vec::new(),
            weight: 0,
            trail: Trail::default(),
            recent: VecDeque::new(),
            highest,
            // The first keystroke goes on with nothing that was typed before.
            sealed: true,
        }
    }

    /// The workspace now.
    pub fn present(&self) -> &Workspace {
        &self.present
    }

    /// Grows by one with every change, undo and redo.
    pub fn revision(&self) -> u64 {
        self.trail.revision()
    }

    /// What happened to places.
    pub fn trail(&self) -> &Trail {
        &self.trail
    }

    /// An identity that no profile of this history has or had.
    pub fn fresh_profile(&self) -> ProfileId {
        self.highest.next()
    }

    /// The highest identity that a profile of this history has or had.
    pub fn highest_profile(&self) -> ProfileId {
        self.highest
    }

    /// What led from the revision before to this one.
    pub fn latest(&self) -> Option<&Change> {
        self.recent.back()
    }

    /// What led from a revision to this one, change by change; `None` where that is not held any more.
    pub fn changes_since(&self, revision: u64) -> Option<impl Iterator<Item = &Change>> {
        let count = usize::try_from(self.revision().checked_sub(revision)?).ok()?;
        Some(self.recent.iter().skip(self.recent.len().checked_sub(count)?))
    }

    /// What undo would take back.
    pub fn undo_label(&self) -> Option<&str> {
        self.past.back().map(|step| step.forth.label.as_str())
    }

    /// What redo would do again.
    pub fn redo_label(&self) -> Option<&str> {
        self.future.last().map(|step| step.forth.label.as_str())
    }

    /// What an act would do, if it did something.
    pub fn upcoming<'a>(&'a self, act: &'a Act) -> Option<&'a Change> {
        match act {
            Act::Commit { change, .. } => Some(change),
            Act::Undo => self.past.back().map(|step| &step.back),
            Act::Redo => self.future.last().map(|step| &step.forth),
        }
    }

    /// The next keystroke begins a step of its own, wherever it is.
    pub fn seal(&mut self) {
        self.sealed = true;
    }

    /// The act that a change comes to: it is joined to the step before where it goes on typing there.
    pub fn commitment(&self, change: Change) -> Act {
        let joined = !self.sealed && self.past.back().is_some_and(|step| step.forth.is_continued_by(&change));
        Act::Commit { change: Box::new(change), joined }
    }

    /// Applies a change as one step, or as a part of the step before when it goes on typing there.
    pub fn commit(&mut self, change: Change) -> Option<&Change> {
        let act = self.commitment(change);
        self.act(act)
    }

    /// Takes the last step back; returns the change that did it.
    pub fn undo(&mut self) -> Option<&Change> {
        self.act(Act::Undo)
    }

    /// Does the last undone step again; returns the change that did it.
    pub fn redo(&mut self) -> Option<&Change> {
        self.act(Act::Redo)
    }

    /// Does what an act says; returns the change that did it, `None` where nothing changed.
    pub fn act(&mut self, act: Act) -> Option<&Change> {
        match act {
            Act::Commit { change, .. } if change.is_empty() => None,
            Act::Commit { change, joined } => {
                let back = change.inverse(&self.present);
                self.go((*change).clone());
                self.sealed = false;
                self.forget_future();
                self.keep(*change, back, joined);
                self.latest()
            }
            Act::Undo => {
                let step = self.past.pop_back()?;
                self.go(step.back.clone());
                self.future.push(step);
                self.sealed = true;
                self.latest()
            }
            Act::Redo => {
                let step = self.future.pop()?;
                self.go(step.forth.clone());
                self.past.push_back(step);
                self.sealed = true;
                self.latest()
            }
        }
    }

    fn go(&mut self, change: Change) {
        self.present = change.apply(&self.present);
        let put = change.list.iter().flat_map(|list| &list.put).map(|profile| profile.id);
        self.highest = put.max().map_or(self.highest, |put| put.max(self.highest));
        self.trail.add(&change);
        self.recent.push_back(change);
        let weighs_much =
            |recent: &VecDeque<Change>| History::MAX_RECENT_WEIGHT < recent.iter().map(Change::weight).sum::<usize>();
        while 1 < self.recent.len() && (History::MAX_RECENT < self.recent.len() || weighs_much(&self.recent)) {
            self.recent.pop_front();
        }
    }

    fn keep(&mut self, change: Change, back: Change, joined: bool) {
        let step = match self.past.pop_back() {
            Some(step) if joined => {
                self.weight -= step.weight();
                let (joining, label) = (change.joining, change.label.clone());
                let mut forth = step.forth.then(change);
                // Where it stopped is what it did.
                (forth.joining, forth.label) = (joining, label);
                Step { forth, back: back.then(step.back) }
            }
            other => {
                self.past.extend(other);
                Step { forth: change, back }
            }
        };
        if step.forth.is_empty() || step.forth.is_taken_back(&step.back) {
            // Nothing is left to go on with; the step before was done with when this one began.
            self.sealed = true;
        } else {
            self.weight += step.weight();
            self.past.push_back(step);
        }
        self.forget_oldest();
    }

    fn forget_future(&mut self) {
        self.weight -= self.future.drain(..).map(|step| step.weight()).sum::<usize>();
    }

    fn forget_oldest(&mut self) {
        while 1 < self.past.len() && (History::MAX_WEIGHT < self.weight || History::MAX_STEPS < self.past.len()) {
            let Some(oldest) = self.past.pop_front() else { break };
            self.weight -= oldest.weight();
        }
    }
}
