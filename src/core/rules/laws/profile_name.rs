//! The name of a profile can be typed as it is seen, and is no other's.

mod signs;

use crate::{
    rules::{
        diagnostic::{Diagnostic, Severity},
        example::Example,
        facts::Facts,
        law::{Basis, Law},
        likeness, places,
    },
    source::{
        blanks,
        message::Message,
        phrase::{self, quoted},
        text::Part,
    },
};

pub(super) static LAW: Law = Law {
    code: "profile-name",
    statement: "The name of a profile, that of its VoIP Service DN, can be typed as it is seen and is no other profile's",
    why: "`presence-profile` names a profile by it, and whoever writes it there sees neither blanks at its end nor which of two letters that look alike it has",
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
    .named("Presence_EMEA "),
    check,
    yields_to: &[],
};

/// More are not named.
const MOST: usize = 5;

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let Some(name) = facts.profile_name else { return };
    let at = places::home(facts);
    let mut tell = |severity, message: Message, about: &str| {
        let found = match severity {
            Severity::Note => LAW.note(Part::Options, at, message),
            _ => LAW.warning(Part::Options, at, message),
        };
        acc.push(found.about(about));
    };
    if blanks::trim(name).is_empty() {
        let message = Message::new("the profile has no name").with_advice("give it that of its VoIP Service DN");
        return tell(Severity::Warning, message, name);
    }
    for (severity, message) in signs::told(name) {
        tell(severity, message, name);
    }
    let (same, alike) = namesakes(name, facts.profile_names);
    if 1 < same {
        let message = Message::new(format!("{same} profiles are called {}", quoted(name)));
        tell(Severity::Warning, message.with_advice("rename one, so that it is known which is meant"), name);
    }
    if let Some(first) = alike.first() {
        let all = [name].into_iter().chain(alike.iter().copied().take(MOST));
        let all = phrase::listed(all.map(quoted));
        let message = Message::new(format!("{all} differ only in letter case, blanks or letters that look alike"));
        tell(Severity::Warning, message.with_advice("rename one, so that nobody takes it for the other"), first);
    }
}

/// How many profiles have a name, and which others look like it.
fn namesakes<'a>(name: &str, names: &[&'a str]) -> (usize, Vec<&'a str>) {
    let same = names.iter().filter(|other| **other == name).count();
    let is_alike = |other: &&str| *other != name && likeness::looks_like(other, name);
    (same, names.iter().copied().filter(|other| is_alike(other)).collect())
}
