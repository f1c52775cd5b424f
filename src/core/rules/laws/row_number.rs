//! Every pair of aggregated-states begins with the number of a row, 1 to 15, each once.

mod ways;

use crate::{
    mapping::leftovers::Slip,
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        fix::Fix,
        law::{Basis, Law},
    },
    source::{phrase::quoted, text::Part},
};

pub(super) static LAW: Law = Law {
    code: "row-number",
    statement: "Every pair of aggregated-states begins with the number of a row, 1 to 15, each once",
    why: "The number stands for the pair of agent state and device state; there are fifteen, and what T-Server does with one that is \
          given twice is not documented",
    basis: Basis::Guide("Configuring the Presence Profile, Provide details of aggregated states"),
    example: Example::options(
        "[TServer]
service-type=presence-profile
map-presence-to-dnd=false
agent-presence-map=C:\\Genesys\\Presence\\agentStates.xml
aggregated-states=1=IDLE_OUT, 2=IDLE_READY, 3=IDLE_NOTREADY, 4=IDLE_ACW, 5=IDLE_AWAY, 6=INCALL, \
         7=INCALL, 8=INCALL, 9=INCALL, 10=INCALL, 11=OOS, 12=OOS, 13=OOS, 14=OOS, 15=OOS, 16=OOS
",
    ),
    check,
    yields_to: &[],
};

/// More repeated rows are not told.
const MOST: usize = 200;

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let states = &facts.options.aggregated_states;
    for flaw in &states.flaws {
        let found = LAW.flaw(flaw).about(flaw.span.text(facts.options_text));
        acc.push(match flaw.slip {
            Slip::NoRow(whole) => {
                found.with_fix(Fix::changes("remove-pair", "Remove the pair", Part::Options, whole, ""))
            }
            Slip::NoNumber(whole) => {
                found.with_fix(Fix::changes("remove-piece", "Remove the piece", Part::Options, whole, ""))
            }
            Slip::Rest(gap) => found.with_fixes(ways::joined(facts.options_text, gap)),
            Slip::OtherStates(_) => found,
            _ => continue,
        });
    }
    let is_lone = ways::stands_alone(facts);
    let repeated = states.pairs.iter().filter_map(|pair| {
        let first = states.of(pair.number).filter(|first| !std::ptr::eq(*first, pair))?;
        Some((first, pair))
    });
    for (first, pair) in repeated.take(MOST) {
        let (number, is_same) = (pair.number.number(), first.id == pair.id);
        let first = if is_same { String::new() } else { format!(", and first as {}", quoted(&first.id)) };
        let fix = if is_same && is_lone { Fix::safe } else { Fix::changes };
        let fix = fix("remove-repeated-pair", "Remove the repeated pair", Part::Options, pair.whole, "");
        let found = LAW.error(Part::Options, pair.span, format!("is given again{first}")).of_rows(pair.number.into());
        let found = found.with_advice("what T-Server does with two is not documented, so remove one");
        acc.push(found.about(&number.to_string()).with_fix(fix));
    }
}
