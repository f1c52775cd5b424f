//! The T-Server application's presence-profile names a profile.

use crate::{
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        law::{Basis, Law},
        places,
    },
    source::{
        phrase::{self, quoted},
        text::Part,
    },
};

pub(super) static LAW: Law = Law {
    code: "presence-profile",
    statement: "The option presence-profile of the T-Server application names the VoIP Service DN of a profile",
    why: "T-Server uses the profile of this name; of one that is not there it can use nothing",
    basis: Basis::Guide("Configuring the Presence Profile"),
    example: Example::options(
        "[TServer]
service-type=presence-profile
map-presence-to-dnd=false
agent-presence-map=C:\\Genesys\\Presence\\agentStates.xml
aggregated-states=1=IDLE_OUT, 2=IDLE_READY, 3=IDLE_NOTREADY, 4=IDLE_ACW, 5=IDLE_AWAY, 6=INCALL, \
         7=INCALL, 8=INCALL, 9=INCALL, 10=INCALL, 11=OOS, 12=OOS, 13=OOS, 14=OOS, 15=OOS
",
    )
    .named_by_application("Presence2"),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let Some(wanted) = facts.presence_profile.map(str::trim).filter(|wanted| !wanted.is_empty()) else { return };
    let names = facts.profile_names;
    if names.is_empty() || names.contains(&wanted) {
        return;
    }
    let known = phrase::listed(names.iter().map(|name| quoted(name)));
    let wrong =
        format!("`presence-profile` of the T-Server application names {}, but no profile is called so", quoted(wanted));
    let found = LAW.warning(Part::Options, places::home(facts), wrong).about(wanted);
    acc.push(found.with_advice(format!("there is {known}")));
}
