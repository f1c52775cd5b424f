//! Ways out: edits that a law proposes.

use crate::source::{
    edit::{Edit, Edits},
    text::{Part, Span},
};

/// Edits that make a diagnostic go away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What it does, a verb with its object: "Use `INCALL`".
    pub label: String,
    /// Equal for fixes that do the same in different places: "Fix all 6" gathers those of one law and one kind.
    pub kind: &'static str,
    /// What is promised.
    pub safety: Safety,
    /// What is edited, each edit against the texts that were judged.
    pub edits: Vec<(Part, Edit)>,
}

/// What a fix promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Safety {
    /// The meaning is kept: what was meant is what is written afterwards.
    Safe,
    /// The meaning may change; a person looks at it first.
    Changes,
}

impl Fix {
    /// A fix that keeps the meaning; it puts `text` in the place of `span`.
    pub fn safe(label: &'static str, part: Part, span: Span, text: impl Into<String>) -> Fix {
        Fix::new(label, Safety::Safe).and(part, span, text)
    }

    /// A fix that may change the meaning; it puts `text` in the place of `span`.
    pub fn changes(label: &'static str, part: Part, span: Span, text: impl Into<String>) -> Fix {
        Fix::new(label, Safety::Changes).and(part, span, text)
    }

    /// A fix without edits so far.
    pub fn new(kind: &'static str, safety: Safety) -> Fix {
        Fix { label: kind.to_owned(), kind, safety, edits: Vec::new() }
    }

    /// Adds a replacement.
    pub fn and(mut self, part: Part, span: Span, text: impl Into<String>) -> Fix {
        self.edits.push((part, Edit::replace(span, text)));
        self
    }

    /// Adds edits of one part.
    pub fn and_all<'a>(mut self, part: Part, edits: impl IntoIterator<Item = &'a Edit>) -> Fix {
        self.edits.extend(edits.into_iter().map(|edit| (part, edit.clone())));
        self
    }

    /// Says what it does here, where the name of its kind is too general.
    pub fn labelled(mut self, label: impl Into<String>) -> Fix {
        self.label = label.into();
        self
    }

    /// What it does to one of the texts.
    pub fn edits_of(&self, part: Part) -> Edits {
        together([self], part)
    }
}

/// The edits of several fixes to one of the texts.
///
/// Where two would touch the same place, the one that comes later is left out whole, in both texts; it can be applied
/// in another round.
pub fn together<'a>(fixes: impl IntoIterator<Item = &'a Fix>, part: Part) -> Edits {
    std::mem::take(&mut joined(fixes).edits[part as usize])
}

/// Several fixes as one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Joined {
    /// The edits of the options, then of the XML.
    pub edits: [Edits; 2],
    /// The positions of the fixes that are among them.
    pub taken: Vec<usize>,
}

/// As [`together`], for both texts, and which fixes were taken.
pub fn joined<'a>(fixes: impl IntoIterator<Item = &'a Fix>) -> Joined {
    let mut taken: [Vec<Edit>; 2] = [Vec::new(), Vec::new()];
    let mut positions = Vec::new();
    for (position, fix) in fixes.into_iter().enumerate() {
        if fix.edits.iter().all(|(part, edit)| is_free(&taken[*part as usize], edit)) {
            for (part, edit) in &fix.edits {
                let taken = &mut taken[*part as usize];
                let at = taken.partition_point(|other| key(other) < key(edit));
                taken.insert(at, edit.clone());
            }
            positions.push(position);
        }
    }
    Joined { edits: taken.map(|edits| Edits::new(edits).unwrap_or_default()), taken: positions }
}

fn key(edit: &Edit) -> (usize, usize) {
    (edit.span.start, edit.span.end)
}

/// Whether an edit keeps clear of all others, which are sorted and disjoint; two insertions at one offset do not.
fn is_free(taken: &[Edit], edit: &Edit) -> bool {
    let at = taken.partition_point(|other| key(other) < key(edit));
    let clear = |one: Span, next: Span| one.end <= next.start && (one != next || !one.is_empty());
    at.checked_sub(1).is_none_or(|before| clear(taken[before].span, edit.span))
        && taken.get(at).is_none_or(|behind| clear(edit.span, behind.span))
}
