//! Texts for several cells, written in one step: what becomes of each, what is asked first, what is said of it.

use leptos::prelude::*;

use super::{Asked, At, Grid, Sheet, Takes};
use crate::app::session::offering::{Offer, Way};
use presence_profile_core::{
    editor::command::{CellValue, Command},
    source::phrase::counted,
};

/// What becomes of texts for several cells.
#[derive(Default)]
struct Draft {
    /// What is written, where it is not so already.
    values: Vec<CellValue>,
    /// How many cells hold what they were to hold, afterwards.
    count: usize,
    /// Values that are perhaps not what was meant, and why.
    asked: Vec<Asked>,
}

impl<S: Sheet> Grid<S> {
    /// Writes texts into cells, in one step. `is_checked` is whether what is not written must be what stands there.
    pub(super) fn write(self, texts: Vec<(At, String)>, done: &'static str, is_checked: bool) {
        if !self.session.may_change() {
            return;
        }
        let mut draft = Draft::default();
        for (at, text) in texts {
            let takes = self.sheet.takes(at, &text);
            let is_misplaced = is_checked && takes.misplaces(&text);
            match takes {
                Takes::Value(value) => {
                    draft.count += 1;
                    // What is so already is no edit.
                    draft.values.extend((self.sheet.text(at) != text).then_some(value));
                }
                // What stands there already is meant.
                Takes::Asked(_) if self.sheet.text(at) == text => draft.count += 1,
                Takes::Asked(asked) => draft.asked.push(asked),
                Takes::Checked(is) if is_misplaced => {
                    let words = format!(
                        "Nothing was {done}: {is} stands there, and {} in the block; the rows are in another order",
                        text.trim()
                    );
                    return self.session.notice.set(words);
                }
                Takes::Refused(why) => return self.session.notice.set(format!("Nothing was {done}: {why}")),
                Takes::Checked(_) | Takes::Nothing => {}
            }
        }
        match draft.asked.is_empty() {
            true => self.put(draft.values, draft.count, done),
            false => self.ask(draft, done),
        }
    }

    /// What is perhaps not what was meant is asked, never guessed.
    fn ask(self, Draft { values, count, asked }: Draft, done: &'static str) {
        let first = asked.first().map(|asked| asked.why.clone()).unwrap_or_default();
        let others = match asked.len() - 1 {
            0 => String::new(),
            others => format!(", and {others} more of the kind"),
        };
        let words = format!("Not {done} yet: {first}{others}");
        let with = |more: Vec<CellValue>| -> Vec<CellValue> { values.iter().cloned().chain(more).collect() };
        let all_count = count + asked.len();
        let meant: Option<Vec<_>> = asked.iter().map(|asked| asked.meant.clone()).collect();
        let meant = meant.map(|meant| {
            let (more, written): (Vec<CellValue>, Vec<String>) = meant.into_iter().unzip();
            let words = match written.as_slice() {
                [one] => format!("Write {one}"),
                several => format!("Write {}, \u{2026}", several[0]),
            };
            let all = with(more);
            self.way(words, move || self.put(all.clone(), all_count, done))
        });
        let all = with(asked.into_iter().map(|asked| asked.value).collect());
        let as_it_is = self.way("As it is", move || self.put(all.clone(), all_count, done));
        let without = (count != 0).then(|| {
            let words = format!("Only the other {}", counted(count, "cell", "cells"));
            self.way(words, move || self.put(values.clone(), count, done))
        });
        let ways = meant.into_iter().chain(without).chain([as_it_is]);
        self.session.offer(Offer::of_cells(words, ways.collect(), move || self.take_focus()));
    }

    /// A way out of a question, which leads back to the cells.
    pub(super) fn way(self, words: impl Into<String>, write: impl Fn() + 'static) -> Way {
        Way::new(words, move || {
            write();
            self.take_focus();
        })
    }

    fn put(self, values: Vec<CellValue>, count: usize, done: &str) {
        let words = match (count, values.is_empty()) {
            (0, _) => format!("Nothing was {done}: these cells are not written"),
            (_, true) => format!("Nothing was {done}: the cells hold that already"),
            (count, false) => format!("{} {done}", counted(count, "cell", "cells")),
        };
        match values.is_empty() {
            true => self.session.notice.set(words),
            false => drop(self.session.dispatch_as(Command::SetCells(values), words)),
        }
    }
}
