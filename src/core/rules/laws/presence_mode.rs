//! The option map-presence-to-dnd says whether presence is pulled or pushed.

use crate::{
    mapping::option_name::OptionName,
    rules::{diagnostic::Diagnostic, example::Example, facts::Facts, fix::Fix, law::Basis, law::Law, places},
    source::{message::Message, phrase::quoted, text::Part},
};

pub(super) static LAW: Law = Law {
    code: "presence-mode",
    statement: "The option map-presence-to-dnd is `true` for pull mode or `false` for push mode",
    why: "A profile does one of the two, and nothing documents what T-Server does when it is not told",
    basis: Basis::Guide("Push Presence Mode"),
    example: Example::options(
        "[TServer]
service-type=presence-profile
map-presence-to-dnd=no
agent-presence-map=C:\\Genesys\\Presence\\agentStates.xml
aggregated-states=1=IDLE_OUT, 2=IDLE_READY, 3=IDLE_NOTREADY, 4=IDLE_ACW, 5=IDLE_AWAY, 6=INCALL, \
         7=INCALL, 8=INCALL, 9=INCALL, 10=INCALL, 11=OOS, 12=OOS, 13=OOS, 14=OOS, 15=OOS
",
    ),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let name = OptionName::MapPresenceToDnd;
    let text = facts.options_text;
    if text.trim().is_empty() || places::is_misspelt(facts, name) {
        return;
    }
    let meant = if facts.options.pulls() { "true" } else { "false" };
    let found = match facts.options.value(name, text) {
        Some("true" | "false") => return,
        None => {
            let mode = if facts.options.pulls() { "pull" } else { "push" };
            let (has_range, has_push) = others(facts);
            let found = LAW.error(Part::Options, places::home(facts), "`map-presence-to-dnd` is missing");
            let why = match has_range || has_push {
                true => format!("the other options are those of {mode} mode"),
                false => "`false` is push mode, `true` is pull mode".to_owned(),
            };
            let edit = facts.options.with_value(text, name, meant);
            let fix = Fix::changes("add-option", "Add map-presence-to-dnd", Part::Options, edit.span, edit.text);
            let fix = fix.labelled(format!("Add map-presence-to-dnd={meant}"));
            found.with_advice(format!("add `map-presence-to-dnd={meant}`: {why}")).with_fix(fix)
        }
        Some(value) => {
            let message = match value {
                "" => Message::new("`map-presence-to-dnd` is empty")
                    .with_advice("write `true`, pull mode, or `false`, push mode"),
                _ => format!("{} is neither `true`, pull mode, nor `false`, push mode", quoted(value)).into(),
            };
            let found = LAW.error(Part::Options, places::of(facts, name), message);
            let written = ["true", "false"].into_iter().find(|word| value.eq_ignore_ascii_case(word));
            let fix = if written.is_some() { Fix::safe } else { Fix::changes };
            let wanted = written.map_or_else(|| fitting(facts, value), |word| vec![word]);
            found.with_fixes(wanted.into_iter().map(|word| {
                let edit = facts.options.with_value(text, name, word);
                let fix = fix("use-true-or-false", "Use true or false", Part::Options, edit.span, edit.text);
                fix.choosing(word).labelled(format!("Use {word}"))
            }))
        }
    };
    acc.push(found.about(name.name()));
}

/// The values that the other options speak for, of two the one first that the word written here comes nearer to. Where
/// they speak for none, what the word says is all there is; but pull mode without its range would be one error more.
fn fitting(facts: &Facts<'_>, word: &str) -> Vec<&'static str> {
    let is_pull = match word.to_ascii_lowercase().as_str() {
        "yes" | "on" | "1" | "pull" => true,
        "no" | "off" | "0" | "push" => false,
        _ => facts.options.pulls(),
    };
    let value = |pull| if pull { "true" } else { "false" };
    match others(facts) {
        (true, true) => vec![value(is_pull), value(!is_pull)],
        (false, false) => Vec::from_iter((!is_pull).then_some(value(false))),
        (pull, _) => vec![value(pull)],
    }
}

/// Whether there are options of pull mode, and of push mode.
fn others(facts: &Facts<'_>) -> (bool, bool) {
    let has = |name| facts.options.value(name, facts.options_text).is_some_and(|value| !value.is_empty());
    let has_push = has(OptionName::AgentPresenceMap) || !facts.options.aggregated_states.pairs.is_empty();
    (has(OptionName::PresenceAvailabilityRange), has_push)
}
