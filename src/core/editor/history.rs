//! Past, present and future of the workspace.

use std::collections::VecDeque;

use super::{change::Change, workspace::Workspace};

/// The present workspace with the way back and the way forth.
#[derive(Debug, Clone)]
pub struct History {
    present: Workspace,
    past: VecDeque<Step>,
    future: Vec<Step>,
    weight: usize,
    revision: u64,
    latest: Option<Change>,
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

    /// A history that begins here.
    pub fn new(present: Workspace) -> History {
        History {
            present,
            past: VecDeque::new(),
            future: Vec::new(),
            weight: 0,
            revision: 0,
            latest: None,
            sealed: false,
        }
    }

    /// The workspace now.
    pub fn present(&self) -> &Workspace {
        &self.present
    }

    /// Grows by one with every change, undo and redo.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// What led from the revision before to this one.
    pub fn latest(&self) -> Option<&Change> {
        self.latest.as_ref()
    }

    /// What undo would take back.
    pub fn undo_label(&self) -> Option<&str> {
        self.past.back().map(|step| step.forth.label.as_str())
    }

    /// What redo would do again.
    pub fn redo_label(&self) -> Option<&str> {
        self.future.last().map(|step| step.forth.label.as_str())
    }

    /// The next keystroke begins a step of its own, wherever it is.
    pub fn seal(&mut self) {
        self.sealed = true;
    }

    /// Applies a change as one step, or as a part of the step before when it goes on typing there.
    pub fn commit(&mut self, change: Change) {
        if change.is_empty() {
            return;
        }
        let back = change.inverse(&self.present);
        let after = change.apply(&self.present);
        self.present = after;
        self.revision += 1;
        self.latest = Some(change.clone());
        self.weight -= self.future.drain(..).map(|step| step.weight()).sum::<usize>();
        let goes_on = !self.sealed && self.past.back().is_some_and(|step| step.forth.is_continued_by(&change));
        self.sealed = false;
        let step = match self.past.pop_back() {
            Some(step) if goes_on => {
                self.weight -= step.weight();
                let kind = change.kind;
                let mut forth = step.forth.then(change);
                forth.kind = kind;
                Step { forth, back: back.then(step.back) }
            }
            other => {
                self.past.extend(other);
                Step { forth: change, back }
            }
        };
        if !step.forth.is_empty() {
            self.weight += step.weight();
            self.past.push_back(step);
        }
        while 1 < self.past.len() && (History::MAX_WEIGHT < self.weight || History::MAX_STEPS < self.past.len()) {
            let Some(oldest) = self.past.pop_front() else { break };
            self.weight -= oldest.weight();
        }
    }

    /// Takes the last step back; returns the change that did it.
    pub fn undo(&mut self) -> Option<&Change> {
        let step = self.past.pop_back()?;
        self.present = step.back.apply(&self.present);
        self.revision += 1;
        self.latest = Some(step.back.clone());
        self.future.push(step);
        self.sealed = true;
        self.latest.as_ref()
    }

    /// Does the last undone step again; returns the change that did it.
    pub fn redo(&mut self) -> Option<&Change> {
        let step = self.future.pop()?;
        self.present = step.forth.apply(&self.present);
        self.revision += 1;
        self.latest = Some(step.forth.clone());
        self.past.push_back(step);
        self.sealed = true;
        self.latest.as_ref()
    }
}
