//! Where it is looked for.

use crate::{mapping::options::Mode, source::text::Part};

/// What is looked through.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Scope {
    /// The texts that colleagues read.
    #[default]
    Texts,
    /// The IDs of the entries, and those in rows that no entry has.
    Ids,
    /// The XML as it is written.
    Xml,
    /// The options as they are written.
    Options,
}

impl Scope {
    /// All of them, in the order of the list.
    pub const ALL: [Scope; 4] = [Scope::Texts, Scope::Ids, Scope::Xml, Scope::Options];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Scope::Texts => "Texts",
            Scope::Ids => "IDs",
            Scope::Xml => "XML",
            Scope::Options => "Options",
        }
    }

    /// The one of a pane.
    pub fn of_pane(part: Part) -> Scope {
        match part {
            Part::Xml => Scope::Xml,
            Part::Options => Scope::Options,
        }
    }

    /// The text that is looked through as it is written.
    pub fn part(self) -> Option<Part> {
        match self {
            Scope::Texts | Scope::Ids => None,
            Scope::Xml => Some(Part::Xml),
            Scope::Options => Some(Part::Options),
        }
    }

    /// The scope where a profile is of a mode, and one of its texts is shown: in pull mode there are no tables.
    pub fn within(self, mode: Mode, pane: Part) -> Scope {
        match (mode, self) {
            (Mode::Pull, Scope::Texts | Scope::Ids) => Scope::of_pane(pane),
            _ => self,
        }
    }

    /// Whether it can be chosen in a mode.
    pub fn is_in(self, mode: Mode) -> bool {
        mode != Mode::Pull || self.part().is_some()
    }
}
