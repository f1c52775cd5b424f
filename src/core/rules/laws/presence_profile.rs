//! The T-Server application's presence-profile names a profile.

use crate::{
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        law::{Basis, Law},
        likeness, places,
    },
    source::{
        blanks,
        phrase::{self, quoted},
        text::{Part, Span},
    },
};

pub(super) static LAW: Law = Law {
    code: "presence-profile",
    statement: "The option presence-profile of the T-Server application names the VoIP Service DN of a profile",
    why: "T-Server uses the profile of this name; what it does where there is none is not documented",
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

/// More are not named.
const MOST: usize = 5;

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let place = "`presence-profile` of the T-Server application";
    let found = facts.presence_profile.and_then(|wanted| unknown(place, wanted, facts.profile_names));
    acc.extend(found.map(|found| Diagnostic { span: places::home(facts), ..found }));
}

/// What is told of a place, in words, that names a profile which none of the workspace's is called. Nothing where no name
/// is known, or none is wanted; blanks around the wanted one do not count.
///
/// Such a place lies in no text of a profile: what is told points at the start of the options.
pub fn unknown(place: &str, wanted: &str, names: &[&str]) -> Option<Diagnostic> {
    let wanted = blanks::trim(wanted);
    if wanted.is_empty() || names.is_empty() || names.contains(&wanted) {
        return None;
    }
    let wrong = format!("{place} names {}, but no profile is called so", quoted(wanted));
    let advice = match likeness::meant(wanted, names.iter().copied()) {
        Some(near) => format!("did you mean {}?", quoted(near)),
        None => {
            let rest = names.len().saturating_sub(MOST);
            let named = names.iter().take(MOST).map(|name| quoted(name));
            format!("there is {}", phrase::listed(named.chain((0 < rest).then(|| format!("{rest} more")))))
        }
    };
    Some(LAW.warning(Part::Options, Span::at(0), wrong).about(wanted).with_advice(advice))
}
