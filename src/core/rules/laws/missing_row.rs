//! Every one of the fifteen rows has an ID.

use crate::{
    mapping::{
        aggregated_states::Pair,
        leftovers::{Flaw, Slip},
        option_name::OptionName,
        states::StateNumber,
    },
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        fix::{Fix, Safety},
        law::{Basis, Law},
        places, roles,
    },
    source::text::{Part, Span},
};

pub(super) static LAW: Law = Law {
    code: "missing-row",
    statement: "Each of the fifteen rows has an ID in aggregated-states",
    why: "An agent in a state without an ID publishes what nobody knows: it is not documented",
    basis: Basis::Guide("Configuring the Presence Profile, Provide details of aggregated states"),
    example: Example::options(
        "[TServer]
service-type=presence-profile
map-presence-to-dnd=false
agent-presence-map=C:\\Genesys\\Presence\\agentStates.xml
aggregated-states=1=IDLE_OUT, 2=IDLE_READY, 3=IDLE_NOTREADY, 4=IDLE_ACW, 5=IDLE_AWAY, 6=INCALL, \
         7=INCALL, 8=INCALL, 9=INCALL, 10=INCALL, 11=OOS, 12=OOS, 13=OOS, 14=OOS
",
    ),
    check,
    yields_to: &["other-numbering"],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let states = &facts.options.aggregated_states;
    // A row may stand in the piece that could not be read; of an option that is missing another law speaks.
    let hides = |flaw: &Flaw| {
        !matches!(flaw.slip, Slip::Semicolon | Slip::NoComma | Slip::RepeatedRow(_) | Slip::OtherStates(_))
    };
    if facts.options.pulls() || states.spans.is_empty() || states.flaws.iter().any(hides) {
        return;
    }
    let missing: Vec<StateNumber> = StateNumber::all().filter(|row| states.id_of(*row).is_none()).collect();
    let place = places::of(facts, OptionName::AggregatedStates);
    let found = if missing.is_empty() {
        return;
    } else if missing.len() == StateNumber::COUNT {
        LAW.error(Part::Options, place, "`aggregated-states` gives no row an ID, so nothing is pushed")
            .with_advice("write `1=…, 2=…` to `15=…`")
    } else {
        let rows = missing.iter().copied().collect();
        let found = LAW.warning(Part::Options, place, roles::predicate(rows, "has", "have") + " no ID").of_rows(rows);
        found.with_meaning("what is pushed then is not documented").with_fixes(filling(facts, &missing))
    };
    acc.push(found.about("aggregated-states"));
}

/// Puts each row behind the one before it, with the ID that all other rows of its device state have; only where the
/// list is as it should be.
fn filling(facts: &Facts<'_>, missing: &[StateNumber]) -> Option<Fix> {
    let states = &facts.options.aggregated_states;
    let value = facts.options.of(OptionName::AggregatedStates)?.value;
    let is_clean = states.spans == [value] && states.repairs.is_empty() && states.flaws.is_empty();
    if !is_clean || states.pairs.iter().any(|pair| pair.id.is_empty()) {
        return None;
    }
    let mut fix = Fix::new("fill-rows", "Fill the rows", Safety::Changes);
    let (mut at, mut written, mut label) = (usize::MAX, String::new(), String::new());
    for row in missing {
        let kin = |pair: &&Pair| pair.number.pair().1 == row.pair().1;
        let id = &states.pairs.iter().find(kin)?.id;
        let before = StateNumber::all().take(row.index()).rev().find_map(|row| states.of(row))?;
        if states.pairs.iter().filter(kin).any(|pair| pair.id != *id) {
            return None;
        }
        if before.id_span.end != at && !written.is_empty() {
            fix = fix.and(Part::Options, Span::at(at), std::mem::take(&mut written));
        }
        at = before.id_span.end;
        let pair = format!("{}{}{id}", row.number(), states.separator.sign());
        written += &format!(", {pair}");
        label = if missing.len() == 1 { pair } else { format!("{} rows", missing.len()) };
    }
    Some(fix.and(Part::Options, Span::at(at), written).labelled(format!("Add {label}")))
}
