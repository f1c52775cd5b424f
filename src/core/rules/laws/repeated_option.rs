//! Every option is set once.

mod two_modes;

use crate::{
    mapping::{
        leftovers::Slip,
        options::{Mode, WrittenOption},
    },
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        fix::Fix,
        law::{Basis, Law},
    },
    source::{
        indent,
        phrase::quoted,
        text::{Part, Span},
    },
};
use std::collections::HashMap;

pub(super) static LAW: Law = Law {
    code: "repeated-option",
    statement: "Every option is set once",
    why: "What T-Server does with two of one name is not documented; in the Annex a name is unique",
    basis: Basis::Guide("Configuring the Presence Profile"),
    example: Example::options(
        "[TServer]
service-type=presence-profile
map-presence-to-dnd=false
agent-presence-map=C:\\Genesys\\Presence\\agentStates.xml
map-presence-to-dnd=false
aggregated-states=1=IDLE_OUT, 2=IDLE_READY, 3=IDLE_NOTREADY, 4=IDLE_ACW, 5=IDLE_AWAY, 6=INCALL, \
         7=INCALL, 8=INCALL, 9=INCALL, 10=INCALL, 11=OOS, 12=OOS, 13=OOS, 14=OOS, 15=OOS
",
    ),
    check,
    yields_to: &[],
};

/// More are not told.
const MOST: usize = 200;

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let text = facts.options_text;
    // The options of another section, or of another profile behind this one, are no repeats.
    let is_divided = facts.options.flaws.iter().any(|flaw| flaw.slip == Slip::SecondSection);
    let mut first: HashMap<&str, &WrittenOption> = HashMap::new();
    let repeated = facts.options.options.iter().filter_map(|option| {
        let first = *first.entry(option.name.text(text)).or_insert(option);
        (!std::ptr::eq(first, option)).then_some((first, option))
    });
    for (first, option) in repeated.take(MOST) {
        let (name, value) = (option.name.text(text), first.value.text(text));
        let is_same = value == option.value.text(text);
        let says = if is_same { String::new() } else { format!(", and the first says {}", quoted(value)) };
        let found = LAW.error(Part::Options, option.name, format!("{} is set again{says}", quoted(name))).about(name);
        let found = found.with_advice("what T-Server does with two is not documented, so remove one");
        let modes = [first, option].map(|option| Mode::of(option.value.text(text)));
        if facts.mode == Mode::Contradictory && matches!(modes, [Mode::Pull, Mode::Push] | [Mode::Push, Mode::Pull]) {
            let found = found.with_meaning("so the profile says both pull mode and push mode");
            acc.push(found.with_fixes(two_modes::without_one(facts, [first, option])));
            continue;
        }
        let is_safe = is_same && !is_divided && !may_go_on(facts, first.line) && !may_go_on(facts, option.line);
        let fix = if is_safe { Fix::safe } else { Fix::changes };
        let whole = indent::whole_lines(text, option.line);
        acc.push(found.with_fix(fix("remove-repeated-option", "Remove the repeated option", Part::Options, whole, "")));
    }
}

/// Whether the line behind an option's may be the rest of its value.
fn may_go_on(facts: &Facts<'_>, line: Span) -> bool {
    let (options, text) = (facts.options, facts.options_text);
    let next = text.len() - text[line.end..].trim_start().len();
    [&options.flaws, &options.aggregated_states.flaws].into_iter().any(|flaws| {
        let flaw = flaws.get(flaws.partition_point(|flaw| flaw.span.start < next));
        flaw.is_some_and(|flaw| flaw.span.start == next && matches!(flaw.slip, Slip::Unreadable | Slip::Rest(_)))
    })
}
