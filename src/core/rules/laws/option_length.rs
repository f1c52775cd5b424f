//! The value of an option has at most 255 characters.

use crate::{
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        law::{Basis, Law},
    },
    source::{phrase::quoted, text::Part},
};

pub(super) static LAW: Law = Law {
    code: "option-length",
    statement: "The value of an option has at most 255 characters",
    why: "How long a value may be is not documented; 255 is what administrators tell each other",
    basis: Basis::Advice,
    example: Example::options(
        "[TServer]
service-type=presence-profile
map-presence-to-dnd=false
agent-presence-map=C:\\Genesys\\Presence\\aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\\aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\\aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\\aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\\agentStates.xml
aggregated-states=1=IDLE_OUT, 2=IDLE_READY, 3=IDLE_NOTREADY, 4=IDLE_ACW, 5=IDLE_AWAY, 6=INCALL, \
         7=INCALL, 8=INCALL, 9=INCALL, 10=INCALL, 11=OOS, 12=OOS, 13=OOS, 14=OOS, 15=OOS
",
    ),
    check,
    yields_to: &[],
};

/// Not documented: folklore.
const LONGEST: usize = 255;

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let text = facts.options_text;
    for option in facts.options.options.iter().filter(|option| LONGEST < option.value.len()) {
        let length = option.value.text(text).chars().count();
        if LONGEST < length {
            let name = option.name.text(text);
            let wrong = format!("the value of {} has {length} characters", quoted(name));
            let found = LAW.note(Part::Options, option.name, wrong).about(name);
            acc.push(found.with_meaning("the limit is not documented, and some say 255"));
        }
    }
}
