//! A profile that pulls has no options of push mode, and the other way round.

use crate::{
    mapping::option_name::OptionName,
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        fix::{Fix, Safety},
        law::{Basis, Law},
        places,
    },
    source::{
        indent,
        phrase::{self, quoted},
        text::{Part, Span},
    },
};

pub(super) static LAW: Law = Law {
    code: "option-of-other-mode",
    statement: "A profile that pulls has no options of push mode, and one that pushes has no range",
    why: "It is not possible to use both modes in one profile; in pull mode T-Server ignores the value of agent-presence-map, and of the other options nothing is documented",
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
    let Some(pulls) = facts.options.pull_value() else { return };
    let kept: Vec<OptionName> =
        facts.mode.options_of_other().iter().copied().filter(|name| is_filled(facts, *name)).collect();
    let mut places: Vec<Span> = kept.iter().map(|name| pointed_at(facts, *name)).collect();
    places.sort_unstable();
    let Some((first, more)) = places.split_first() else { return };
    let names = phrase::listed(kept.iter().map(|name| quoted(name.name())));
    let are = if kept.len() == 1 { "is an option" } else { "are options" };
    let other = if pulls { "push" } else { "pull" };
    let wrong = format!("{names} {are} of {other} mode");
    let found = match pulls {
        true => LAW.note(Part::Options, *first, wrong),
        false => LAW.warning(Part::Options, *first, wrong + ", but `map-presence-to-dnd=false` is push mode"),
    };
    let meaning = match kept.contains(&OptionName::AgentPresenceMap) {
        true => "T-Server ignores `agent-presence-map` while `map-presence-to-dnd` is `true`",
        false => "a profile uses one of the two modes",
    };
    let advice = match (pulls, kept.len()) {
        (true, 1) => "keep it for push mode, or remove it",
        (true, _) => "keep them for push mode, or remove them",
        (false, _) => "remove it, or change the mode",
    };
    let found = found.with_meaning(meaning).with_advice(advice);
    let text = facts.options_text;
    let lines = indent::deletion(text, kept.iter().flat_map(|name| facts.options.lines_of(*name)));
    let removed = Fix::new("remove-option", "Remove the options of the other mode", Safety::Changes);
    let gone = if let [one] = kept.as_slice() { one.name() } else { "both options" };
    let removed = removed.and_all(Part::Options, lines.iter()).labelled(format!("Remove {gone}"));
    let changed = places::is_ready(facts, !pulls).then(|| {
        let label = if pulls { "Push instead" } else { "Pull instead" };
        let edits = facts.options.with_mode(text, !pulls);
        Fix::new("change-mode", "Change the mode", Safety::Changes).and_all(Part::Options, &edits).labelled(label)
    });
    let subject = if pulls { OptionName::MapPresenceToDnd } else { OptionName::PresenceAvailabilityRange };
    acc.push(found.about(subject.name()).with_more(more.iter().copied()).with_fix(removed).with_fixes(changed));
}

/// Whether an option says something; rows say it without the option's name, too.
fn is_filled(facts: &Facts<'_>, name: OptionName) -> bool {
    let has_rows = name == OptionName::AggregatedStates && !facts.options.aggregated_states.pairs.is_empty();
    has_rows || facts.options.of(name).is_some_and(|option| !option.value.is_empty())
}

fn pointed_at(facts: &Facts<'_>, name: OptionName) -> Span {
    facts.options.of(name).map_or_else(|| places::of(facts, name), |option| option.name)
}
