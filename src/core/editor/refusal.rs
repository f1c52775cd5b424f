//! Why a wish cannot be granted.

use std::{error::Error, fmt};

use super::trail::Lost;

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
    /// Elements of the file stand in each other, so that what becomes of one is not clear for the other.
    Entangled,
    /// The file has no entry with this ID.
    NoEntry(String),
    /// The problem is no longer there, or its fix is another one now.
    ProblemGone,
    /// The texts are others than those the fixes were shown for.
    OtherTexts,
    /// The profile is no longer in the workspace.
    ProfileGone,
    /// The entry is no longer there as it was; its ID, and why.
    EntryGone(Option<String>, Lost),
    /// The entry has another ID now, which was not given to it by a command.
    OtherId(String),
    /// What it was about is no longer there.
    Gone(Lost),
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
            Refusal::Entangled => f.write_str("Elements stand inside each other here; repair the XML first"),
            Refusal::NoEntry(id) => write!(f, "The file has no entry {id}; nothing was changed"),
            Refusal::ProblemGone => f.write_str("This problem is no longer there; nothing was changed"),
            Refusal::OtherTexts => f.write_str("The texts have changed since these fixes were shown; look again"),
            Refusal::ProfileGone => f.write_str("This profile is no longer there; nothing was changed"),
            Refusal::EntryGone(Some(id), lost) => write!(f, "Nothing was changed in {id}: {lost}"),
            Refusal::EntryGone(None, lost) => write!(f, "Nothing was changed in an entry without ID: {lost}"),
            Refusal::OtherId(id) => write!(f, "{id} has another ID now; nothing was changed"),
            Refusal::Gone(lost) => write!(f, "Nothing was changed: {lost}"),
        }
    }
}

impl Error for Refusal {}

impl From<Lost> for Refusal {
    fn from(lost: Lost) -> Refusal {
        Refusal::Gone(lost)
    }
}
