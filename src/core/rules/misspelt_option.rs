//! Names of options that are not the guide's but near to one of them.

use super::likeness;
use crate::{
    mapping::{
        leftovers::{LIMIT, Slip},
        option_name::OptionName,
        options::ProfileOptions,
    },
    source::text::Span,
};

/// The names that stand for an option, and which one; in the order of the text.
///
/// The reader knows those in other letters. A name with a slip is taken for an option only where that option is missing:
/// beside it, or in the other mode, it may be anybody's own.
pub fn names(text: &str, options: &ProfileOptions) -> Vec<(Span, OptionName)> {
    let mut found: Vec<(Span, OptionName)> = Vec::new();
    let in_other_letters = options.flaws.iter().filter_map(|flaw| match flaw.slip {
        Slip::OtherName(meant) => Some((flaw.span, meant)),
        _ => None,
    });
    found.extend(in_other_letters);
    let pulls = options.pull_value();
    let is_missing = |meant: OptionName| match meant {
        _ if options.of(meant).is_some() => false,
        // Rows without the option's name are the option, too.
        OptionName::AggregatedStates => pulls != Some(true) && options.aggregated_states.spans.is_empty(),
        OptionName::AgentPresenceMap => pulls != Some(true),
        OptionName::PresenceAvailabilityRange => pulls != Some(false),
        OptionName::ServiceType | OptionName::MapPresenceToDnd => true,
    };
    let unknown = options.options.iter().filter(|option| option.known.is_none());
    for option in unknown.take(LIMIT) {
        let is_meant = |meant: OptionName| is_missing(meant) && found.iter().all(|(_, own)| *own != meant);
        let missing = OptionName::ALL.into_iter().filter(|meant| is_meant(*meant)).map(OptionName::name);
        let near = likeness::nearest_within(MOST_SLIPS, option.name.text(text), missing);
        found.extend(near.and_then(OptionName::of).map(|meant| (option.name, meant)));
    }
    found.sort_unstable();
    found
}

/// Any two of the guide's names are further apart than twice this.
const MOST_SLIPS: usize = 4;
