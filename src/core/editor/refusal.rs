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
    /// The file was not read to its end: what is missing may stand in the rest.
    NotReadWhole,
    /// Elements of the file stand in each other, so that what becomes of one is not clear for the other.
    Entangled,
    /// The XML cannot be formatted: what is wrong in this line, counted from 1, could hide where elements end.
    NotFormatted(usize),
    /// There is no entry that this one could change places with: above it, or below.
    NoNeighbour(String, bool),
    /// The file has no entry with this ID.
    NoEntry(String),
    /// The text of an entry is another one than was looked at; the entry, as a label has it.
    OtherText(String),
    /// The problem is no longer there, or its fix is another one now.
    ProblemGone,
    /// The texts are others than those the fixes were shown for.
    OtherTexts,
    /// The profile is no longer in the workspace.
    ProfileGone,
    /// A profile needs a name.
    EmptyName,
    /// A name is one line of what can be seen.
    NotInName(char),
    /// Another profile has this name.
    NameTaken(String),
    /// There is no other profile.
    LastProfile,
    /// The entry is no longer there as it was; its ID, and why.
    EntryGone(Option<String>, Lost),
    /// The entry has another ID now, which was not given to it by a command.
    OtherId(String),
    /// The range is no longer there as it was, and why.
    RangeGone(Lost),
    /// What stands where the range stood is none.
    NoRange,
    /// This is no whole number from 0 to 18000.
    NoAvailability(String),
    /// The number a range is to begin with is above the one it is to end with.
    Backward(u16, u16),
    /// What it was about is no longer there.
    Gone(Lost),
    /// An Extension needs a number.
    EmptyNumber,
    /// Another row has this number.
    NumberTaken(String),
    /// What was typed as the number of an Extension, and what in it can be none.
    NotANumber(String, char),
    /// The name of a profile was typed as the number of an Extension.
    ProfileForNumber(String),
    /// There is no Extension of this number.
    NoExtension(String),
    /// The value of `presence-profile` is one line.
    NotAName(char),
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
            Refusal::NotReadWhole => f.write_str(
                "The XML could not be read whole, and what seems to be missing may stand in the rest; repair it first",
            ),
            Refusal::Entangled => f.write_str("Elements stand inside each other here; repair the XML first"),
            Refusal::NotFormatted(line) => {
                write!(f, "The XML is broken in line {line}, and was not formatted; repair it there first")
            }
            Refusal::NoNeighbour(id, true) => write!(f, "No entry stands above {id}"),
            Refusal::NoNeighbour(id, false) => write!(f, "No entry stands below {id}"),
            Refusal::NoEntry(id) => write!(f, "The file has no entry {id}; nothing was changed"),
            Refusal::OtherText(entry) => {
                write!(f, "A text of {entry} is another one now; nothing was replaced")
            }
            Refusal::ProblemGone => f.write_str("This problem is no longer there; nothing was changed"),
            Refusal::OtherTexts => f.write_str("The texts have changed since this was shown; look again"),
            Refusal::ProfileGone => f.write_str("This profile is no longer there; nothing was changed"),
            Refusal::EmptyName => f.write_str("A profile needs a name: that of its VoIP Service DN"),
            Refusal::NotInName(sign) => {
                write!(f, "The name of a profile cannot hold the control character U+{:04X}", u32::from(*sign))
            }
            Refusal::NameTaken(name) => {
                write!(
                    f,
                    "{name} is the name of another profile; presence-profile could not say which of them it means"
                )
            }
            Refusal::LastProfile => {
                f.write_str("The only profile cannot be deleted; add another one first, or empty its texts")
            }
            Refusal::EntryGone(Some(id), lost) => write!(f, "Nothing was changed in {id}: {lost}"),
            Refusal::EntryGone(None, lost) => write!(f, "Nothing was changed in an entry without ID: {lost}"),
            Refusal::OtherId(id) => write!(f, "{id} has another ID now; nothing was changed"),
            Refusal::RangeGone(lost) => write!(f, "Nothing was changed in the range: {lost}"),
            Refusal::NoRange => f.write_str("This range is no longer there; nothing was changed"),
            Refusal::NoAvailability(text) if text.is_empty() => {
                f.write_str("A range needs two whole numbers from 0 to 18000")
            }
            Refusal::NoAvailability(text) => write!(f, "{text} is no whole number from 0 to 18000"),
            Refusal::Backward(lowest, highest) => {
                write!(f, "{lowest} is above {highest}: a range begins with its lower number")
            }
            Refusal::Gone(lost) => write!(f, "Nothing was changed: {lost}"),
            Refusal::EmptyNumber => f.write_str("An Extension needs a number; Delete at rest removes the row"),
            Refusal::NumberTaken(number) => {
                write!(f, "Extension {number} is there already; one DN has one Annex, and so one presence-profile")
            }
            Refusal::NotANumber(number, sign) => not_a_number(f, number, *sign),
            Refusal::ProfileForNumber(name) => {
                write!(f, "{name} is the name of a profile; the number of an Extension is wanted here")
            }
            Refusal::NoExtension(number) => write!(f, "Extension {number} is not there; nothing was changed"),
            Refusal::NotAName(sign) => {
                write!(f, "The value of presence-profile is one line; it cannot hold U+{:04X}", u32::from(*sign))
            }
        }
    }
}

/// Says why a text cannot be the number of an Extension.
fn not_a_number(f: &mut fmt::Formatter<'_>, number: &str, sign: char) -> fmt::Result {
    match sign {
        ' ' => write!(f, "The number {number} has a blank inside; paste two columns to set number and profile at once"),
        ',' | ';' => {
            write!(f, "The number {number} holds \u{201c}{sign}\u{201d}, which parts columns; one row is one Extension")
        }
        '=' | '[' | ']' => {
            write!(f, "The number {number} holds \u{201c}{sign}\u{201d}, which belongs to an option and not to a DN")
        }
        sign => write!(f, "The number of an Extension cannot hold the unseen character U+{:04X}", u32::from(sign)),
    }
}

impl Error for Refusal {}

impl From<Lost> for Refusal {
    fn from(lost: Lost) -> Refusal {
        Refusal::Gone(lost)
    }
}
