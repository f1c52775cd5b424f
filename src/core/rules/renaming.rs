//! IDs of the option, and another name for one, in the option and in the file at once.

use super::{
    controls,
    facts::Facts,
    fix::{Fix, Safety},
    ligatures,
};
use crate::{
    mapping::states::StateNumber,
    source::{
        blanks,
        decode::misread,
        sorting,
        text::{Part, Span},
    },
};

/// The IDs that rows have, each once, with the places where they stand, in the order of the text.
pub fn used_ids<'a>(facts: &Facts<'a>) -> Vec<(&'a str, Vec<Span>)> {
    let states = &facts.options.aggregated_states;
    let mut used: Vec<(&str, Vec<Span>)> = Vec::new();
    for pair in StateNumber::all().filter_map(|row| states.of(row)).filter(|pair| !pair.id.is_empty()) {
        match used.iter_mut().find(|(id, _)| *id == pair.id) {
            Some((_, spans)) => spans.push(pair.id_span),
            None => used.push((&pair.id, vec![pair.id_span])),
        }
    }
    used.iter_mut().for_each(|(_, spans)| sorting::by_numbers(spans, |span| (span.start, span.end)));
    used
}

/// The first sign of an ID that the list of the option is made of, or parted by.
pub fn separator_in(id: &str) -> Option<char> {
    id.chars().find(|sign| matches!(sign, ',' | ':' | '=') || sign.is_whitespace())
}

/// Underscores for all that is no letter, digit or underscore, in the option and in the file; `None` where the name is
/// taken or would be no better.
pub fn with_underscores(facts: &Facts<'_>, id: &str) -> Option<Fix> {
    // Half a letter is worth keeping as long as somebody can put it right.
    if misread::is_misread(id) || controls::stand_alone_in(id) {
        return None;
    }
    let clean = |sign: char| if sign.is_alphanumeric() { sign } else { '_' };
    let name: String = blanks::trim(id).chars().map(clean).collect();
    let fix = Fix::new("use-underscores", "Use underscores", Safety::Changes);
    renamed(facts, id, &name, fix)
}

/// Letters in the place of ligatures, in the option and in the file; `None` where there are none, or the name is taken.
pub fn with_letters(facts: &Facts<'_>, id: &str) -> Option<Fix> {
    let name = ligatures::written_out(id)?;
    renamed(facts, id, &name, Fix::new("use-letters", "Use letters", Safety::Changes))
}

/// The same for all IDs of a value at once.
pub fn with_letters_in(facts: &Facts<'_>, value: Span) -> Option<Fix> {
    let ids = used_ids(facts).into_iter().filter(|(_, spans)| value.covers(spans[0]));
    ids.filter_map(|(id, _)| with_letters(facts, id)).reduce(Fix::joined)
}

fn renamed(facts: &Facts<'_>, id: &str, name: &str, fix: Fix) -> Option<Fix> {
    let states = &facts.options.aggregated_states;
    if name == id || facts.map.entry_of(name).is_some() || states.pairs.iter().any(|pair| pair.id == name) {
        return None;
    }
    let mut fix = fix.labelled(format!("Use {name}"));
    for pair in states.pairs.iter().filter(|pair| pair.id == id) {
        fix = fix.and(Part::Options, pair.id_span, name);
    }
    let entries = facts.map.entries.iter().filter_map(|entry| entry.id.as_ref());
    for written in entries.filter(|written| written.text == id) {
        fix = fix.and(Part::Xml, written.span, name);
    }
    Some(fix)
}
