//! One step of work: what it does to the texts and choices, and where to look afterwards.

use super::workspace::{Choices, Workspace};
use crate::source::{
    edit::{Edit, Edits},
    text::{Part, Place},
};

/// Edits to any of the texts, and new choices, all against the same workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What was done, as a title for undo: "Set availability of INCALL".
    pub label: String,
    /// The edits of each text; a place stands here once at most, and never without edits.
    pub texts: Vec<(Place, Edits)>,
    /// The choices each profile has afterwards.
    pub choices: Vec<(usize, Choices)>,
    /// How it joins the step before.
    pub kind: Kind,
}

/// Whether a change may become one step with its neighbour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A step of its own.
    Whole,
    /// A keystroke in a text: joins the keystroke next to it.
    Keystroke,
    /// A piece of an unfinished input-method composition: joins the piece before, whatever it replaces.
    Composition,
}

impl Change {
    /// Nothing yet.
    pub fn new(label: impl Into<String>) -> Change {
        Change { label: label.into(), texts: Vec::new(), choices: Vec::new(), kind: Kind::Whole }
    }

    /// A change of one text.
    pub fn of(label: impl Into<String>, place: Place, edits: impl Into<Edits>) -> Change {
        Change::new(label).with(place, edits)
    }

    /// Adds the edits of one more text.
    pub fn with(mut self, place: Place, edits: impl Into<Edits>) -> Change {
        let edits = edits.into();
        debug_assert!(self.texts.iter().all(|(taken, _)| *taken != place), "a place stands once in a change");
        if !edits.is_empty() {
            self.texts.push((place, edits));
        }
        self
    }

    /// Adds new choices for a profile.
    pub fn with_choices(mut self, profile: usize, choices: Choices) -> Change {
        self.choices.push((profile, choices));
        self
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty() && self.choices.is_empty()
    }

    /// The edits of one text.
    pub fn edits(&self, place: Place) -> Option<&Edits> {
        self.texts.iter().find(|(at, _)| *at == place).map(|(_, edits)| edits)
    }

    /// The workspace afterwards.
    pub fn apply(&self, base: &Workspace) -> Workspace {
        let mut after = base.clone();
        for (place, edits) in &self.texts {
            after.profiles[place.profile].set_text(place.part, edits.apply(base.text(*place)));
        }
        for (profile, choices) in &self.choices {
            after.profiles[*profile].choices = choices.clone();
        }
        after
    }

    /// The change that leads back to `base`.
    pub fn inverse(&self, base: &Workspace) -> Change {
        Change {
            label: self.label.clone(),
            texts: self.texts.iter().map(|(place, edits)| (*place, edits.inverse(base.text(*place)))).collect(),
            choices: self
                .choices
                .iter()
                .map(|(profile, _)| (*profile, base.profiles[*profile].choices.clone()))
                .collect(),
            kind: self.kind,
        }
    }

    /// One change with the effect of `self`, then `next`; it keeps the label of `self`.
    pub fn then(mut self, next: Change) -> Change {
        for (place, edits) in next.texts {
            match self.texts.iter_mut().find(|(at, _)| *at == place) {
                Some((_, own)) => *own = own.then(&edits),
                None => self.texts.push((place, edits)),
            }
        }
        self.texts.retain(|(_, edits)| !edits.is_empty());
        for (profile, choices) in next.choices {
            self.choices.retain(|(at, _)| *at != profile);
            self.choices.push((profile, choices));
        }
        self
    }

    /// Whether `next` goes on typing where this change stopped.
    pub fn is_continued_by(&self, next: &Change) -> bool {
        if next.kind == Kind::Whole || self.kind == Kind::Whole {
            return false;
        }
        let (Some((place, last)), Some((next_place, edit))) = (self.only_edit(), next.only_edit()) else {
            return false;
        };
        if place != next_place {
            return false;
        }
        if self.kind == Kind::Composition {
            return next.kind == Kind::Composition;
        }
        if next.kind == Kind::Composition {
            return false;
        }
        let typed_to = last.span.start + last.text.len();
        match (last.text.is_empty(), edit.text.is_empty()) {
            // Typing on, a word at a time; a line feed closes the step.
            (false, false) => {
                edit.span.is_empty()
                    && edit.span.start == typed_to
                    && !last.text.ends_with('\n')
                    && !(last.text.ends_with(char::is_whitespace)
                        && edit.text.starts_with(|c: char| !c.is_whitespace()))
            }
            // Taking back what was just typed.
            (false, true) => edit.span.end == typed_to && last.span.start <= edit.span.start,
            // Deleting on, backwards or forwards.
            (true, true) => edit.span.end == last.span.start || edit.span.start == last.span.start,
            _ => false,
        }
    }

    fn only_edit(&self) -> Option<(Place, &Edit)> {
        let [(place, edits)] = self.texts.as_slice() else {
            return None;
        };
        let mut all = edits.iter();
        match (all.next(), all.next()) {
            (Some(edit), None) => Some((*place, edit)),
            _ => None,
        }
    }

    /// Bytes held, for the limit of the history.
    pub fn weight(&self) -> usize {
        size_of::<Change>() + self.label.len() + self.texts.iter().map(|(_, edits)| edits.weight()).sum::<usize>()
    }

    /// The text to look at first: the XML, where both change.
    pub fn main_place(&self) -> Option<Place> {
        self.texts.iter().map(|(place, _)| *place).max_by_key(|place| place.part == Part::Xml)
    }
}
