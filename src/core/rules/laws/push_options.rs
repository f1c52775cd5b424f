//! A profile that pushes has agent-presence-map and aggregated-states.

use crate::{
    mapping::{option_name::OptionName, options::SECTION},
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        fix::Fix,
        law::{Basis, Law},
        places,
    },
    source::text::{Part, Span},
};

pub(super) static LAW: Law = Law {
    code: "push-options",
    statement: "A profile that pushes has the options agent-presence-map and aggregated-states",
    why: "Without them T-Server does not push presence",
    basis: Basis::Guide("Push Presence Mode"),
    example: Example::options(
        "[TServer]
service-type=presence-profile
map-presence-to-dnd=false
aggregated-states=1=IDLE_OUT, 2=IDLE_READY, 3=IDLE_NOTREADY, 4=IDLE_ACW, 5=IDLE_AWAY, 6=INCALL, \
         7=INCALL, 8=INCALL, 9=INCALL, 10=INCALL, 11=OOS, 12=OOS, 13=OOS, 14=OOS, 15=OOS
",
    ),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let (text, options) = (facts.options_text, facts.options);
    // Which mode is meant shows once its option is spelt right.
    if facts.options.pulls() || places::is_misspelt(facts, OptionName::MapPresenceToDnd) {
        return;
    }
    if text.trim().is_empty() {
        let wrong = "the profile has no options, so T-Server takes nothing of it";
        let needs =
            "push mode needs `service-type`, `map-presence-to-dnd`, `agent-presence-map` and `aggregated-states`";
        let start = format!("[{SECTION}]\nservice-type=presence-profile\nmap-presence-to-dnd=false\n");
        let fix = Fix::changes(
            "begin-with-push-mode",
            "Begin with push mode",
            Part::Options,
            Span::new(0, text.len()),
            start,
        );
        return acc.push(LAW.error(Part::Options, Span::at(0), wrong).with_advice(needs).with_fix(fix));
    }
    let is_empty = |name| options.value(name, text).is_none_or(str::is_empty) && !places::is_misspelt(facts, name);
    let no_path = is_empty(OptionName::AgentPresenceMap);
    let no_states = options.aggregated_states.spans.is_empty() && is_empty(OptionName::AggregatedStates);
    let (what, name) = match (no_path, no_states) {
        (true, true) => ("`agent-presence-map`, the path of the XML file, and `aggregated-states` are", NAMES[0]),
        (true, false) => ("`agent-presence-map`, the path of the XML file, is", NAMES[0]),
        (false, true) => ("`aggregated-states` is", NAMES[1]),
        (false, false) => return,
    };
    let wrong = format!("{what} missing, without which T-Server does not push presence");
    let found = LAW.error(Part::Options, places::of(facts, name), wrong).about(name.name());
    let found = found.with_advice("add what is missing");
    let edit = options.with_value(text, OptionName::AgentPresenceMap, PATH);
    let fix =
        no_path.then(|| Fix::changes("add-guide-path", "Add the guide's path", Part::Options, edit.span, edit.text));
    acc.push(found.with_fixes(fix.map(|fix| fix.labelled(format!("Use {PATH}")))));
}

const NAMES: [OptionName; 2] = [OptionName::AgentPresenceMap, OptionName::AggregatedStates];

/// The guide's folder, and the usual name.
const PATH: &str = "C:\\Genesys\\Presence\\agentStates.xml";
