//! Where a law points at in the options, and whether they fit a mode.

use super::facts::Facts;
use crate::{
    mapping::{option_name::OptionName, states::StateNumber},
    source::text::Span,
};

/// Where something that is missing is pointed at: the section's name in its brackets, else the start of the text.
pub fn home(facts: &Facts<'_>) -> Span {
    let Some(name) = facts.options.section else { return Span::default() };
    let (front, behind) = (&facts.options_text[..name.start], &facts.options_text[name.end..]);
    Span::new(name.start - usize::from(front.ends_with('[')), name.end + usize::from(behind.starts_with(']')))
}

/// Where an option is pointed at: its value; its name where that is empty or of many parts; where it is missing, its home.
pub fn of(facts: &Facts<'_>, name: OptionName) -> Span {
    match facts.options.of(name) {
        Some(option) if option.value.is_empty() || name == OptionName::AggregatedStates => option.name,
        Some(option) => option.value,
        None if name == OptionName::AggregatedStates => {
            facts.options.aggregated_states.spans.first().copied().unwrap_or_else(|| home(facts))
        }
        None => home(facts),
    }
}

/// Whether an option is there by another spelling of its name, so that it cannot be said to be missing.
pub fn is_misspelt(facts: &Facts<'_>, name: OptionName) -> bool {
    facts.misspelt_options.iter().any(|(_, meant)| *meant == name)
}

/// Whether the options of a mode are there, so that it could be the one that was meant.
pub fn is_ready(facts: &Facts<'_>, pull: bool) -> bool {
    let options = facts.options;
    if pull {
        return options.availability_ranges.as_ref().is_some_and(|read| read.faults.is_empty());
    }
    let has_path = options.of(OptionName::AgentPresenceMap).is_some_and(|path| !path.value.is_empty());
    has_path && StateNumber::all().any(|row| options.aggregated_states.id_of(row).is_some())
}
