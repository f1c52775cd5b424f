//! The faults of one reading: what an XML reader meets and cannot take; the list is kept short.

use crate::source::{message::Message, phrase, sorting, text::Span};

/// More than anyone will read; rubbish of 5 MB would fill the page otherwise.
const MOST: usize = 200;

/// Longest culprit that a message quotes whole, in characters.
const LONGEST_QUOTE: usize = 40;

/// What cannot be taken, and what is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The culprit.
    pub span: Span,
    /// Of which kind it is.
    pub kind: Kind,
    /// What is wrong, for the administrator.
    pub message: Message,
}

/// The kinds of faults, as far as anyone asks for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A DOCTYPE.
    Doctype,
    /// Signs outside the outermost element, as pages draw them around a table.
    Leftover,
    /// A colon where the name of XML 1.0 may have one and that of Namespaces may not.
    Colon,
    /// A version of XML that there is none of.
    Version,
    /// So many faults that are not kept.
    LeftOut(usize),
    /// Any other.
    Other,
}

impl Fault {
    /// A fault of no kind that anyone asks for.
    pub(super) fn new(span: Span, message: impl Into<Message>) -> Fault {
        Fault { span, kind: Kind::Other, message: message.into() }
    }
}

/// What was found so far.
#[derive(Default)]
pub(super) struct Faults {
    found: Vec<Fault>,
    left_out: usize,
    first_left_out: Span,
}

impl Faults {
    /// Adds a fault. The message is made only when it will be kept.
    pub(super) fn add<Words: Into<Message>>(&mut self, span: Span, message: impl FnOnce() -> Words) {
        self.add_of(Kind::Other, span, message);
    }

    /// As [`Faults::add`], of a kind that somebody asks for.
    pub(super) fn add_of<Words: Into<Message>>(&mut self, kind: Kind, span: Span, message: impl FnOnce() -> Words) {
        if self.is_full() {
            if self.left_out == 0 {
                self.first_left_out = span;
            }
            self.left_out += 1;
        } else {
            self.found.push(Fault { span, kind, message: message().into() });
        }
    }

    /// Whether further faults are only counted.
    pub(super) fn is_full(&self) -> bool {
        self.found.len() == MOST
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The faults in the order of the text, and last how many more there are.
    pub(super) fn into_list(mut self) -> Vec<Fault> {
        sorting::by_numbers(&mut self.found, |fault| (fault.span.start, fault.span.end));
        if 0 < self.left_out {
            let message = Message::new(format!("and {} more", self.left_out)).with_advice("mend the ones above first");
            self.found.push(Fault { span: self.first_left_out, kind: Kind::LeftOut(self.left_out), message });
        }
        self.found
    }
}

/// The culprit as a message quotes it: shortened, without line breaks, and nothing that cannot be shown.
pub(super) fn quoted(culprit: &str) -> String {
    let mut characters = culprit.chars();
    let mut quote: String = characters.by_ref().take(LONGEST_QUOTE).map(phrase::in_code).collect();
    if characters.next().is_some() {
        quote.push('…');
    }
    quote
}
