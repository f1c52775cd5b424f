//! Ways out where map-presence-to-dnd is written twice and says both modes.

use crate::{
    mapping::options::{Mode, WrittenOption},
    rules::{facts::Facts, fix::Fix, places},
    source::{indent, text::Part},
};

/// Takes away one of two that say different modes; first the one that the other options do not speak for.
pub(super) fn without_one(facts: &Facts<'_>, [first, other]: [&WrittenOption; 2]) -> Vec<Fix> {
    let text = facts.options_text;
    let says_pull = |option: &WrittenOption| Mode::of(option.value.text(text)) == Mode::Pull;
    let fits = |kept: &WrittenOption| says_pull(kept) == facts.options.pulls();
    let mut ways = vec![
        (other, first, "remove-repeated-option", "Remove the repeated option"),
        (first, other, "remove-first-option", "Remove the first option"),
    ];
    if fits(other) {
        ways.reverse();
    }
    ways.retain(|(_, kept, ..)| fits(kept) || places::is_ready(facts, says_pull(kept)));
    let fix = |(gone, kept, kind, title): (&WrittenOption, &WrittenOption, &'static str, &'static str)| {
        let fix = Fix::changes(kind, title, Part::Options, indent::whole_lines(text, gone.line), "");
        let word = if says_pull(kept) { "true" } else { "false" };
        let fix = match kept.value.text(text) == word {
            true => fix,
            false => fix.and(Part::Options, kept.value, word),
        };
        fix.labelled(format!("Remove {}", gone.line.text(text).trim()))
    };
    ways.into_iter().map(fix).collect()
}
