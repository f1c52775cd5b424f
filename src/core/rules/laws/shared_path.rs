//! Two profiles that push name one file only where it is the same file.

use crate::{
    mapping::option_name::OptionName,
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
    code: "shared-path",
    statement: "Two profiles whose agent-presence-map is the same path have the same XML",
    why: "At one path lies one file, so T-Server reads for one of the profiles what was made for the other",
    basis: Basis::Guide("Configuring the Presence Profile, Configure T-Server with location of XML file"),
    example: Example::options(
        "[TServer]
service-type=presence-profile
map-presence-to-dnd=false
agent-presence-map=C:\\Genesys\\Presence\\agentStates.xml
aggregated-states=1=IDLE_OUT, 2=IDLE_READY, 3=IDLE_NOTREADY, 4=IDLE_ACW, 5=IDLE_AWAY, 6=INCALL, \
         7=INCALL, 8=INCALL, 9=INCALL, 10=INCALL, 11=OOS, 12=OOS, 13=OOS, 14=OOS, 15=OOS
",
    )
    .named("Presence_EMEA")
    .sharing_its_path_with("Presence_APAC"),
    check,
    yields_to: &[],
};

/// More are not named.
const MOST: usize = 5;

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let path = facts.options.value(OptionName::AgentPresenceMap, facts.options_text).unwrap_or_default();
    if facts.options.pulls() || facts.same_path.is_empty() || path.is_empty() {
        return;
    }
    let own = facts.profile_name.map_or_else(String::new, |name| format!("of {} and ", quoted(name)));
    let named = facts.same_path.iter().take(MOST).map(|name| quoted(name));
    let rest = facts.same_path.len().saturating_sub(MOST);
    let others = phrase::listed(named.chain((0 < rest).then(|| format!("{rest} more"))));
    let whose = if facts.same_path.len() == 1 { "whose XML is another one" } else { "which have another XML" };
    let wrong = format!("{} is the file {own}of {others}, {whose}", quoted(path));
    let found = LAW.error(Part::Options, places::of(facts, OptionName::AgentPresenceMap), wrong);
    let found = found.with_meaning("one path holds one file").about(OptionName::AgentPresenceMap.name());
    acc.push(found.with_advice("give each profile a path of its own, or all of them the same XML"));
}
