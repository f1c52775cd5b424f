//! Every line of the options is an option, a section, or a row of the table.

use crate::{
    mapping::leftovers::Slip,
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        fix::Fix,
        law::{Basis, Law},
    },
    source::{indent, text::Part},
};

pub(super) static LAW: Law = Law {
    code: "option-line",
    statement: "Every line of the options is the section, an option `name=value`, or belongs to aggregated-states",
    why: "What is neither is lost on the way to Configuration Manager",
    basis: Basis::Guide("Configuring the Presence Profile"),
    example: Example::options(
        "[TServer]
service-type=presence-profile
map-presence-to-dnd=false
agent-presence-map=C:\\Genesys\\Presence\\agentStates.xml
The aggregated states are:
aggregated-states=1=IDLE_OUT, 2=IDLE_READY, 3=IDLE_NOTREADY, 4=IDLE_ACW, 5=IDLE_AWAY, 6=INCALL, \
         7=INCALL, 8=INCALL, 9=INCALL, 10=INCALL, 11=OOS, 12=OOS, 13=OOS, 14=OOS, 15=OOS
",
    ),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let text = facts.options_text;
    for flaw in &facts.options.flaws {
        let found = LAW.flaw(flaw);
        acc.push(match flaw.slip {
            Slip::Unreadable => {
                let line = indent::whole_lines(text, flaw.span);
                found.with_fix(Fix::changes("remove-line", "Remove the line", Part::Options, line, ""))
            }
            Slip::More => found,
            _ => continue,
        });
    }
}
