//! What was done in another life of the page: it is done again, or comes under what is done since.

use super::{Act, Done, History, Step};
use crate::editor::change::Change;

impl History {
    /// Does again what was done once, by the change that was applied then: as the acts did, and also where the step that is
    /// taken back or done again is older than what is held.
    pub fn replay(&mut self, done: Done, change: Change) {
        match done {
            Done::Commit { joined } => {
                self.act(Act::Commit { change: Box::new(change), joined });
            }
            Done::Undo if self.past.back().is_some_and(|step| step.back == change) => {
                self.act(Act::Undo);
            }
            Done::Redo if self.future.last().is_some_and(|step| step.forth == change) => {
                self.act(Act::Redo);
            }
            Done::Undo => {
                let forth = change.inverse(&self.present);
                self.forget_past();
                self.go(change.clone());
                self.hold_ahead(Step { forth, back: change });
            }
            Done::Redo => {
                let back = change.inverse(&self.present);
                self.forget_future();
                self.go(change.clone());
                self.keep(change, back, false);
                self.sealed = true;
            }
        }
    }

    /// Puts what happened before this history began under it: `earlier` ended where this one began.
    pub fn recall(&mut self, mut earlier: History) {
        self.highest = self.highest.max(earlier.highest);
        // What was undone then can be done again unless something else was done since.
        if self.revision() == 0 {
            self.future = earlier.future;
        }
        earlier.past.append(&mut self.past);
        self.past = earlier.past;
        self.weight = self.past.iter().chain(&self.future).map(Step::weight).sum();
        self.forget_oldest();
    }

    fn forget_past(&mut self) {
        self.weight -= self.past.drain(..).map(|step| step.weight()).sum::<usize>();
    }

    fn hold_ahead(&mut self, step: Step) {
        self.weight += step.weight();
        self.future.push(step);
        self.sealed = true;
    }
}
