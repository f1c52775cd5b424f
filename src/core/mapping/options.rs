//! The options of a profile: the `[TServer]` section of a VoIP Service DN, as a text.

mod line;
mod reading;
mod writing;

use reading::Reader;

use super::{
    aggregated_states::AggregatedStates,
    availability_ranges::AvailabilityRanges,
    leftovers::{Flaw, Repair},
    option_name::OptionName,
};
use crate::source::{ini, text::Span};

/// What an options text says. Names count exactly as the guide spells them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProfileOptions {
    /// All `name=value` lines in order, known or not; lines of `aggregated-states` without a name are not among them.
    pub options: Vec<WrittenOption>,
    /// The name of the first section, between its brackets.
    pub section: Option<Span>,
    /// Read from the option of that name and from the loose lines that belong to it. Its own problems and repairs are
    /// not repeated here.
    pub aggregated_states: AggregatedStates,
    /// Read from the option `presence-availability-range`; `None` where it is not written.
    pub availability_ranges: Option<AvailabilityRanges>,
    /// Which way presence goes.
    pub mode: Mode,
    /// What must be deleted around names and values so that the lines are options; at most 200.
    pub repairs: Vec<Repair>,
    /// What could not be read, and what was read but contradicts itself; at most 200, in the order of the text.
    pub flaws: Vec<Flaw>,
    first: [Option<usize>; OptionName::ALL.len()], // Invariant: the first of `options` with that name.
}

/// One option as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrittenOption {
    /// The name without what stands around it.
    pub name: Span,
    /// The value without blanks around it; empty, at the end of the line, when there is none.
    pub value: Span,
    /// The whole line without its line feed.
    pub line: Span,
    /// Which option of a profile it is.
    pub known: Option<OptionName>,
}

/// Which way presence goes. A profile does one of the two, never both (guide, "Presence").
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Mode {
    /// T-Server publishes agent states in Skype for Business.
    #[default]
    Push,
    /// T-Server turns Skype for Business presence into Do Not Disturb.
    Pull,
    /// The options say both.
    Contradictory,
}

/// The section a profile's options live in.
pub const SECTION: &str = "TServer";

impl ProfileOptions {
    /// Reads an options text, however it was pasted. Never fails.
    pub fn read(text: &str) -> ProfileOptions {
        let mut reader = Reader::new(text);
        for line in ini::lines(text) {
            reader.line(line);
        }
        reader.finish()
    }

    /// The first option of a name.
    pub fn of(&self, name: OptionName) -> Option<&WrittenOption> {
        self.first[name as usize].map(|at| &self.options[at])
    }

    /// The value of the first option of a name, in the text that was read.
    pub fn value<'a>(&self, name: OptionName, text: &'a str) -> Option<&'a str> {
        self.of(name).map(|option| option.value.text(text))
    }

    /// What `map-presence-to-dnd` says, in the text that was read: `true` is pull mode.
    pub fn pull_value(&self, text: &str) -> Option<bool> {
        self.value(OptionName::MapPresenceToDnd, text).and_then(reading::boolean)
    }
}
