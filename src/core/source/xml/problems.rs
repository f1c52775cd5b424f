//! The list of problems of one reading, kept short.

use crate::source::{
    order,
    text::{Problem, Span},
};

/// More than anyone will read; rubbish of 5 MB would fill the page otherwise.
const MOST: usize = 200;

/// Longest culprit that a message quotes whole, in characters.
const LONGEST_QUOTE: usize = 40;

/// What was found so far.
#[derive(Default)]
pub(super) struct Problems {
    found: Vec<Problem>,
    left_out: usize,
    first_left_out: Span,
}

impl Problems {
    /// Adds a problem. The message is made only when it will be kept.
    pub(super) fn add(&mut self, span: Span, message: impl FnOnce() -> String) {
        if self.is_full() {
            if self.left_out == 0 {
                self.first_left_out = span;
            }
            self.left_out += 1;
        } else {
            self.found.push(Problem { span, message: message() });
        }
    }

    /// Whether further problems are only counted.
    pub(super) fn is_full(&self) -> bool {
        self.found.len() == MOST
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The problems in the order of the text, and last how many more there are.
    pub(super) fn into_list(mut self) -> Vec<Problem> {
        order::by_numbers(&mut self.found, |problem| (problem.span.start, problem.span.end));
        if 0 < self.left_out {
            let message = format!("and {} more; mend the ones above first", self.left_out);
            self.found.push(Problem { span: self.first_left_out, message });
        }
        self.found
    }
}

/// The culprit as a message quotes it: shortened, without line breaks, and nothing that cannot be shown.
pub(super) fn quoted(culprit: &str) -> String {
    let shown = |character: char| match character {
        '\n' | '\t' => ' ',
        character if character.is_control() => char::REPLACEMENT_CHARACTER,
        character => character,
    };
    let mut characters = culprit.chars();
    let mut quote: String = characters.by_ref().take(LONGEST_QUOTE).map(shown).collect();
    if characters.next().is_some() {
        quote.push('…');
    }
    quote
}
