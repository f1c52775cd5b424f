//! A profile that pulls has no options of push mode, and the other way round.

use crate::{
    mapping::{option_name::OptionName, states::StateNumber},
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        fix::Fix,
        law::{Basis, Law},
        places,
    },
    source::{indent, text::Part},
};

pub(super) static LAW: Law = Law {
    code: "option-of-other-mode",
    statement: "A profile that pulls has no options of push mode, and one that pushes has no range",
    why: "T-Server uses one of the two modes and ignores the options of the other",
    basis: Basis::Guide("Push Presence Mode, Important"),
    example: Example::options(
        "[TServer]
service-type=presence-profile
map-presence-to-dnd=true
agent-presence-map=C:\\Genesys\\Presence\\agentStates.xml
presence-availability-range=3000-5999
",
    ),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let text = facts.options_text;
    let Some(pulls) = places::pull_value(facts) else { return };
    let foreign: &[OptionName] = match pulls {
        true => &[OptionName::AgentPresenceMap, OptionName::AggregatedStates],
        false => &[OptionName::PresenceAvailabilityRange],
    };
    for name in foreign.iter().copied() {
        let Some(option) = facts.options.of(name).filter(|option| !option.value.is_empty()) else { continue };
        let (mode, other) = if pulls { ("pull", "push") } else { ("push", "pull") };
        let wrong = format!(
            "`{}` is an option of {other} mode, but `map-presence-to-dnd={pulls}` is {mode} mode, where it is ignored",
            name.name()
        );
        let line = indent::whole_lines(text, option.line);
        let removed = Fix::changes("remove-option", "Remove the option", Part::Options, line, "");
        let found = LAW.warning(Part::Options, option.name, wrong).with_advice("remove it, or change the mode");
        let found = found.about(name.name()).with_fix(removed.labelled(format!("Remove {}", name.name())));
        acc.push(found.with_fixes(is_ready(facts, !pulls).then(|| {
            let (value, label) = if pulls { ("false", "Push instead") } else { ("true", "Pull instead") };
            let edit = facts.options.with_value(text, OptionName::MapPresenceToDnd, value);
            Fix::changes("change-mode", "Change the mode", Part::Options, edit.span, edit.text).labelled(label)
        })));
    }
}

/// Whether the options of a mode are there, so that it could be the one that was meant.
fn is_ready(facts: &Facts<'_>, pull: bool) -> bool {
    let options = facts.options;
    if pull {
        return options.availability_ranges.as_ref().is_some_and(|read| read.faults.is_empty());
    }
    let has_path = options.value(OptionName::AgentPresenceMap, facts.options_text).is_some_and(|path| !path.is_empty());
    has_path && StateNumber::all().any(|row| options.aggregated_states.id_of(row).is_some())
}
