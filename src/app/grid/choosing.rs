//! What could be meant by what is typed: which of it is marked, and which the arrows lead to.

use leptos::prelude::*;

use super::{Editing, Grid, Sheet};
use crate::app::choice::Choice;

impl<S: Sheet> Grid<S> {
    /// What could be meant by what is typed; everything, while a cell is merely open.
    pub fn choices(self, editing: &Editing) -> Vec<Choice> {
        let typed = if editing.typed { editing.text.as_str() } else { "" };
        self.sheet.choices(editing.at, typed)
    }

    pub(super) fn choose(self, choice: &Choice) {
        let Some(editing) = self.editing.get_untracked() else { return };
        if self.take(&editing, Some(choice)) {
            self.place(editing.at, true, true);
        }
    }

    pub(super) fn mark(self, step: isize) {
        self.editing.update(|editing| {
            let Some(editing) = editing else { return };
            let count = self.choices(editing).len();
            editing.marked = match editing.marked {
                _ if count == 0 => None,
                None if 0 < step => Some(0),
                None => Some(count - 1),
                // Behind both ends, nothing is marked: what is typed is meant again.
                Some(marked) => marked.checked_add_signed(step).filter(|marked| *marked < count),
            };
        });
    }

    pub(super) fn has_choices(self) -> bool {
        self.editing.with_untracked(|editing| editing.as_ref().is_some_and(|editing| !self.choices(editing).is_empty()))
    }

    pub(super) fn marked_choice(self, editing: &Editing) -> Option<Choice> {
        editing.marked.and_then(|marked| self.choices(editing).into_iter().nth(marked))
    }

    /// The text that would be taken.
    pub(super) fn meant_text(self) -> String {
        let Some(editing) = self.editing.get_untracked() else { return String::new() };
        self.marked_choice(&editing).map_or(editing.text, |choice| choice.value)
    }

    /// Whether an arrow leads on from what was typed, as in a spreadsheet: down, where the list has nothing to choose
    /// instead; up, as long as nothing is marked.
    pub(super) fn leads_on(self, is_up: bool) -> bool {
        let is_alone = |editing: &Editing| {
            let typed = editing.text.trim();
            let choices = self.choices(editing);
            choices.iter().all(|choice| choice.is_new)
                || choices.iter().any(|choice| !choice.is_new && choice.value == typed)
        };
        self.is_written_anew.get_value()
            && self.editing.with_untracked(|editing| {
                let begun = editing.as_ref().filter(|editing| editing.typed && editing.marked.is_none());
                begun.is_some_and(|editing| is_up || is_alone(editing))
            })
    }
}
