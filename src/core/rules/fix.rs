//! Ways out: edits that a law proposes.

use crate::source::{
    edit::{Edit, Edits},
    text::{Part, Span},
};

/// Edits that make a diagnostic go away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// A key for what it does, of which each law has its own: equal for fixes that do the same in different places.
    pub kind: &'static str,
    /// Which of several fixes of its kind it is, where a diagnostic has several: what it puts.
    pub choice: String,
    /// What fixes of its kind do, a verb with its object: "Use the number".
    pub title: &'static str,
    /// What it does here, as its button says it: "Use 6500 (Busy)".
    pub label: String,
    /// What is promised.
    pub safety: Safety,
    /// What it does where another fix of its kind inserts at the same offset.
    pub turn: Turn,
    /// What is edited, each edit against the texts that were judged.
    pub edits: Vec<(Part, Edit)>,
}

/// What tells a fix from the others of its diagnostic, whatever its words are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identity {
    /// [`Fix::kind`].
    pub kind: &'static str,
    /// [`Fix::choice`].
    pub choice: String,
}

/// What a fix promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Safety {
    /// The meaning is kept: what was meant is what is written afterwards. No word or sign that could mean something is
    /// lost, and nothing is guessed.
    Safe,
    /// The meaning may change; a person looks at it first.
    Changes,
}

/// Whose text comes first when fixes of one kind insert at one offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Turn {
    /// It is left for another round.
    Waits,
    /// The text of the later fix stands behind.
    Behind,
    /// The text of the later fix stands in front, as the end tag of what lies inside does.
    InFront,
}

impl Fix {
    /// A fix that keeps the meaning; it puts `text` in the place of `span`.
    pub fn safe(kind: &'static str, title: &'static str, part: Part, span: Span, text: impl Into<String>) -> Fix {
        Fix::new(kind, title, Safety::Safe).and(part, span, text)
    }

    /// A fix that may change the meaning; it puts `text` in the place of `span`.
    pub fn changes(kind: &'static str, title: &'static str, part: Part, span: Span, text: impl Into<String>) -> Fix {
        Fix::new(kind, title, Safety::Changes).and(part, span, text)
    }

    /// A fix without edits so far.
    #[inline(never)]
    pub fn new(kind: &'static str, title: &'static str, safety: Safety) -> Fix {
        let (label, turn) = (title.to_owned(), Turn::Waits);
        Fix { kind, choice: String::new(), title, label, safety, turn, edits: Vec::new() }
    }

    /// Says which of several of its kind it is.
    pub fn choosing(mut self, choice: impl Into<String>) -> Fix {
        self.choice = choice.into();
        self
    }

    /// What tells it from the others of its diagnostic.
    pub fn identity(&self) -> Identity {
        Identity { kind: self.kind, choice: self.choice.clone() }
    }

    /// Whether it is the one of this identity.
    pub fn is(&self, identity: &Identity) -> bool {
        (self.kind, &self.choice) == (identity.kind, &identity.choice)
    }

    /// Says that it can be carried out together with others of its kind at the same offset.
    #[inline(never)]
    pub fn in_turn(mut self, turn: Turn) -> Fix {
        self.turn = turn;
        self
    }

    /// Adds a replacement.
    pub fn and(self, part: Part, span: Span, text: impl Into<String>) -> Fix {
        self.replacing(part, span, text.into())
    }

    #[inline(never)]
    fn replacing(mut self, part: Part, span: Span, text: String) -> Fix {
        self.edits.push((part, Edit::replace(span, text)));
        self
    }

    /// Adds edits of one part.
    pub fn and_all<'a>(mut self, part: Part, edits: impl IntoIterator<Item = &'a Edit>) -> Fix {
        self.edits.extend(edits.into_iter().map(|edit| (part, edit.clone())));
        self
    }

    /// Both at once, as one fix of their kind.
    pub fn joined(mut self, other: Fix) -> Fix {
        self.title.clone_into(&mut self.label);
        self.edits.extend(other.edits);
        self
    }

    /// Says what it does here, where the title of its kind is too general.
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
/// in another round. Insertions of one kind at one offset can stand beside each other, see [`Turn`].
pub fn together<'a>(fixes: impl IntoIterator<Item = &'a Fix>, part: Part) -> Edits {
    std::mem::take(&mut joined(fixes)[part as usize])
}

/// As [`together`], for both texts: the options, then the XML.
pub fn joined<'a>(fixes: impl IntoIterator<Item = &'a Fix>) -> [Edits; 2] {
    let mut taken: [Vec<Taken<'a>>; 2] = [Vec::new(), Vec::new()];
    for fix in fixes {
        if fix.edits.iter().all(|(part, edit)| is_free(&taken[*part as usize], edit, fix)) {
            for (part, edit) in &fix.edits {
                let taken = &mut taken[*part as usize];
                let at = match fix.turn {
                    Turn::Behind => taken.partition_point(|(other, _)| key(other) <= key(edit)),
                    Turn::Waits | Turn::InFront => taken.partition_point(|(other, _)| key(other) < key(edit)),
                };
                taken.insert(at, (edit, fix.kind));
            }
        }
    }
    let edits = taken.map(|taken| taken.into_iter().map(|(edit, _)| edit.clone()).collect());
    edits.map(|edits| Edits::new(edits).unwrap_or_default())
}

/// An edit, and the kind of the fix it belongs to.
type Taken<'a> = (&'a Edit, &'static str);

fn key(edit: &Edit) -> (usize, usize) {
    (edit.span.start, edit.span.end)
}

/// Whether an edit keeps clear of all others, which are sorted and disjoint; of two insertions at one offset the later
/// one waits, unless they are of one kind and take turns.
fn is_free(taken: &[Taken<'_>], edit: &Edit, fix: &Fix) -> bool {
    let at = taken.partition_point(|(other, _)| key(other) < key(edit));
    let clear = |one: Span, next: Span| one.end <= next.start && (one != next || !one.is_empty());
    let is_in_turn = |kind: &str| fix.turn != Turn::Waits && kind == fix.kind;
    at.checked_sub(1).is_none_or(|before| clear(taken[before].0.span, edit.span))
        && taken.get(at).is_none_or(|(behind, kind)| {
            let are_insertions_at_one_offset = behind.span == edit.span && edit.span.is_empty();
            clear(edit.span, behind.span) || are_insertions_at_one_offset && is_in_turn(kind)
        })
}
