//! An option is written name=value, with nothing around name and value.

use crate::{
    mapping::leftovers::Slip,
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        fix::Fix,
        law::{Basis, Law},
        leftovers,
    },
    source::text::Part,
};

pub(super) static LAW: Law = Law {
    code: "option-form",
    statement: "An option is written `name=value`, with nothing around name and value",
    why: "What a page or a word processor left there becomes part of the name or the value",
    basis: Basis::Guide("Configuring the Presence Profile"),
    example: Example::options(
        "[TServer]
**service-type**=presence-profile
map-presence-to-dnd=false
agent-presence-map=C:\\Genesys\\Presence\\agentStates.xml
aggregated-states=1=IDLE_OUT, 2=IDLE_READY, 3=IDLE_NOTREADY, 4=IDLE_ACW, 5=IDLE_AWAY, 6=INCALL, \
         7=INCALL, 8=INCALL, 9=INCALL, 10=INCALL, 11=OOS, 12=OOS, 13=OOS, 14=OOS, 15=OOS
",
    ),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    leftovers::judge(&LAW, facts.options_text, &facts.options.repairs, "", acc);
    for flaw in facts.options.flaws.iter().filter(|flaw| flaw.slip == Slip::Colon) {
        let fix = Fix::safe("use-equals-sign", "Use =", Part::Options, flaw.span, "=");
        acc.push(LAW.flaw(flaw).with_fix(fix));
    }
}
