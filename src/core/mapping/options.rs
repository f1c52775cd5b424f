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

/// Which way presence goes, as `map-presence-to-dnd` says and nothing else does. A profile does one of the two, never
/// both (guide, "Presence").
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Mode {
    /// `false`: T-Server publishes agent states in Skype for Business.
    Push,
    /// `true`: T-Server turns Skype for Business presence into Do Not Disturb.
    Pull,
    /// The option is missing, empty, or has other words.
    #[default]
    NotSet,
    /// The option is written more than once, and says both.
    Contradictory,
}

impl Mode {
    /// What a value of `map-presence-to-dnd` says by itself: the guide's `true` and `false`, in whatever letters.
    pub fn of(value: &str) -> Mode {
        match value {
            _ if value.eq_ignore_ascii_case("true") => Mode::Pull,
            _ if value.eq_ignore_ascii_case("false") => Mode::Push,
            _ => Mode::NotSet,
        }
    }

    /// The options that belong to the other mode, in the order of the guide; none where no mode is said.
    pub fn options_of_other(self) -> &'static [OptionName] {
        match self {
            Mode::Push => &[OptionName::PresenceAvailabilityRange],
            Mode::Pull => &[OptionName::AggregatedStates, OptionName::AgentPresenceMap],
            Mode::NotSet | Mode::Contradictory => &[],
        }
    }

    /// As people call it.
    pub fn name(self) -> &'static str {
        match self {
            Mode::Push => "Push",
            Mode::Pull => "Pull",
            Mode::NotSet => "Not set",
            Mode::Contradictory => "Contradictory",
        }
    }
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

    /// The lines of an option, in the order of the text: all that have its name, and of `aggregated-states` those of rows
    /// without the name, too.
    pub fn lines_of(&self, name: OptionName) -> Vec<Span> {
        let named = self.options.iter().filter(|option| option.known == Some(name)).map(|option| option.line);
        let mut lines: Vec<Span> = named.collect();
        if name == OptionName::AggregatedStates {
            // The first stretch of rows is the option's value, where it is written.
            let named = usize::from(!lines.is_empty());
            lines.extend(self.aggregated_states.spans.iter().skip(named));
            lines.sort_unstable();
        }
        lines
    }

    /// What `map-presence-to-dnd` says, where it says one thing: `true` is pull mode.
    pub fn pull_value(&self) -> Option<bool> {
        match self.mode {
            Mode::Push => Some(false),
            Mode::Pull => Some(true),
            Mode::NotSet | Mode::Contradictory => None,
        }
    }

    /// Whether the profile is taken for one that pulls. Where the mode is not said, or said both ways, the other options
    /// speak: those of push mode for that, and a range without them for pull mode.
    pub fn pulls(&self) -> bool {
        let is_filled = |name| self.of(name).is_some_and(|option| !option.value.is_empty());
        let has_push = || is_filled(OptionName::AgentPresenceMap) || !self.aggregated_states.pairs.is_empty();
        self.pull_value().unwrap_or_else(|| is_filled(OptionName::PresenceAvailabilityRange) && !has_push())
    }
}
