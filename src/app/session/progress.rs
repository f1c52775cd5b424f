//! How far the steps of going live are done.

use leptos::prelude::*;

use super::Session;

/// What is done, and by which way.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// The steps that are done, by what they do: one that does something else now is to be done again.
    pub ticks: Vec<String>,
    /// Whether a change without a safe order goes live while T-Server is stopped.
    pub is_by_stop: bool,
}

impl Session {
    /// Says that a step is done, or is not.
    pub fn tick(self, step: String, is_done: bool) {
        self.progress.update(|progress| {
            progress.ticks.retain(|own| *own != step);
            if is_done {
                progress.ticks.push(step);
            }
        });
    }
}
