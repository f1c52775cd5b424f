//! Ways out for rows: a torn ID in one line again, and when a repeated pair may go without a loss.

use crate::{
    mapping::{aggregated_states::Pair, leftovers::Slip},
    rules::{facts::Facts, fix::Fix},
    source::text::{Part, Span},
};

/// The rest of an ID in the line of the ID. Whether a hyphen at its end is part of it, nobody but the user knows.
pub fn joined(text: &str, gap: Span) -> Vec<Fix> {
    let fix = |kind, title, gap| Fix::changes(kind, title, Part::Options, gap, "");
    match text[..gap.start].ends_with('-') {
        true => vec![
            fix("join-without-hyphen", "Join it without the hyphen", Span::new(gap.start - 1, gap.end)),
            fix("join-with-hyphen", "Join it with the hyphen", gap),
        ],
        false => vec![fix("join-lines", "Join it to the line before", gap)],
    }
}

/// Whether the list says no more than its pairs, and no row two things: half a pair of a line that was torn may look like
/// another one, a table has columns of its own, and two lists may be those of two profiles.
pub fn stands_alone(facts: &Facts<'_>) -> bool {
    let (options, states) = (facts.options, &facts.options.aggregated_states);
    let is_repeat = |pair: &Pair| states.id_of(pair.number).is_none_or(|first| first == pair.id);
    states.flaws.iter().all(|flaw| matches!(flaw.slip, Slip::RepeatedRow(_)))
        && states.pairs.iter().all(is_repeat)
        && !options.flaws.iter().any(|flaw| flaw.slip == Slip::SecondSection)
        && !options.is_torn(facts.options_text)
        && options.says_rows_only(facts.options_text)
}
