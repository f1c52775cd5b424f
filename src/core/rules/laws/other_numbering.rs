//! The rows are numbered as in the guide's table, five to each device state.

use crate::{
    mapping::{aggregated_states::Separator, option_name::OptionName, states::StateNumber},
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        law::{Basis, Law},
        places,
    },
    source::text::Part,
};

pub(super) static LAW: Law = Law {
    code: "other-numbering",
    statement: "The rows are numbered as in the guide's table, five to each device state",
    why: "The option reference shows a list with colons, eight numbers and names that repeat after three; by the guide's numbers its IDs would fall on other states",
    basis: Basis::OptionReference,
    example: Example::options(
        "[TServer]
service-type=presence-profile
map-presence-to-dnd=false
agent-presence-map=C:\\Genesys\\Presence\\agentStates.xml
aggregated-states=1:IDLE_OUT, 2:IDLE_READY, 3:IDLE_NOTREADY, 4:IDLE_ACW, 5:IDLE_AWAY, 6:INCALL, 7:INCALL, 8:OOS
",
    ),
    check,
    yields_to: &[],
};

/// After so many numbers the names of the option reference repeat.
const PERIOD: usize = 3;
/// So many numbers has the list of the option reference.
const NUMBERS: usize = 8;

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let states = &facts.options.aggregated_states;
    if states.pairs.is_empty() || !states.pairs.iter().all(|pair| pair.separator == Separator::Colon) {
        return;
    }
    let ids: Vec<&str> = StateNumber::all().map_while(|row| states.id_of(row)).collect();
    let is_short = ids.len() == NUMBERS && states.pairs.len() == NUMBERS;
    let differ = ids.get(..PERIOD).is_some_and(|first| first.iter().any(|id| *id != first[0]));
    let repeats = PERIOD + 1 < ids.len() && differ && ids.iter().zip(&ids[PERIOD..]).all(|(one, next)| one == next);
    if !is_short && !repeats {
        return;
    }
    let what = if repeats { "the IDs repeat after three" } else { "the list has only eight numbers" };
    let wrong = format!(
        "with colons, and {what}: this looks like the example of the option reference, which numbers other states"
    );
    let place = places::of(facts, OptionName::AggregatedStates);
    let found = LAW.warning(Part::Options, place, wrong).with_meaning("by the guide, row 8 is NotReady and Busy");
    acc.push(found.with_advice("compare the table row by row").about("aggregated-states"));
}
