//! Where a law points at in the options, and what they say of the mode.

use super::facts::Facts;
use crate::{
    mapping::{option_name::OptionName, options::Mode},
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

/// What `map-presence-to-dnd` says: `true` is pull mode.
pub fn pull_value(facts: &Facts<'_>) -> Option<bool> {
    facts.options.pull_value(facts.options_text)
}

/// Whether the profile pulls presence; where the options say both, their own word counts.
pub fn pulls(facts: &Facts<'_>) -> bool {
    pull_value(facts).unwrap_or(facts.mode == Mode::Pull)
}
