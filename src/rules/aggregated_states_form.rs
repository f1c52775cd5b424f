//! The option aggregated-states is a list of comma-separated pairs, each a row's number and an ID.

use super::{Basis, Law, diagnostic::Diagnostic, example::Example, facts::Facts};
use crate::source::text::Part;

pub(super) static LAW: Law = Law {
    code: "aggregated-states-form",
    statement: "The option aggregated-states is a list of comma-separated pairs, each the number of a row and an ID",
    why: "What T-Server makes of a list in another form is not documented",
    basis: Basis::Guide("Configuring the Presence Profile, Provide details of aggregated states"),
    example: Example::options(
        "[TServer]
service-type=presence-profile
map-presence-to-dnd=false
agent-presence-map=C:\\Genesys\\Presence\\agentStates.xml
aggregated-states=1=IDLE_OUT, 2=IDLE_READY, 3=IDLE_NOTREADY, 4=IDLE_ACW, 5=IDLE_AWAY, 6=INCALL, 7=INCALL, 8=INCALL, \
         9=INCALL, 10=INCALL, 11=OOS, 12=OOS, 13=OOS, 14=OOS, 15=OOS, 16=OOS
",
    ),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    for problem in &facts.options.aggregated_states.problems {
        acc.push(LAW.error(Part::Options, problem.span, problem.message.as_str()).about("aggregated-states"));
    }
}
