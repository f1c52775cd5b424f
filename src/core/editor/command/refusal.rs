//! Why a wish cannot be granted.

use std::{error::Error, fmt};

/// Why a wish cannot be granted, for the person who had it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// XML 1.0 has no way to write this character (production Char).
    ForbiddenCharacter(char),
    /// An option is one line, and a list separates by commas.
    NotOneValue(char),
    /// Written into the option, it would be read as something else, or change another row.
    ReadsOtherwise(String),
    /// Another entry has this ID.
    IdTaken(String),
    /// An entry needs an ID.
    EmptyId,
    /// The file has neither entries nor an `agentStates` element to add one to.
    NowhereToAdd,
    /// The tag in this line, counted from 1, is broken: what it lacks may stand in the part that could not be read.
    BrokenTag(usize),
    /// The problem or its fix is gone: the text changed in the meantime.
    ProblemGone,
    /// The entry is gone: the text changed in the meantime.
    Gone,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::ForbiddenCharacter(character) => {
                write!(f, "XML cannot hold the character U+{:04X}; nothing was changed", u32::from(*character))
            }
            Refusal::NotOneValue(',') => {
                f.write_str("An ID cannot hold a comma: the option separates its rows by commas")
            }
            Refusal::NotOneValue(_) => f.write_str("The value of an option is one line"),
            Refusal::ReadsOtherwise(value) => {
                write!(f, "The option cannot hold {value} as it stands: it would be read as something else")
            }
            Refusal::IdTaken(id) => {
                write!(f, "{id} is taken by another entry; two entries with one ID would contradict each other")
            }
            Refusal::EmptyId => f.write_str("An entry needs an ID"),
            Refusal::NowhereToAdd => f.write_str(
                "The XML has no agentStates element to add an entry to; empty it, or write the element first",
            ),
            Refusal::BrokenTag(line) => {
                write!(f, "The tag in line {line} of the XML is broken; repair it there first")
            }
            Refusal::ProblemGone => f.write_str("This problem is no longer there"),
            Refusal::Gone => f.write_str("This entry is no longer in the file"),
        }
    }
}

impl Error for Refusal {}
