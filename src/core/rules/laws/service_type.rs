//! The option service-type says that the DN is a presence profile.

use crate::{
    mapping::option_name::OptionName,
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        fix::Fix,
        law::{Basis, Law},
        places,
    },
    source::{phrase::quoted, text::Part},
};

pub(super) static LAW: Law = Law {
    code: "service-type",
    statement: "The option service-type is `presence-profile`",
    why: "Only then the VoIP Service DN is a presence profile",
    basis: Basis::Guide("Configuring the Presence Profile"),
    example: Example::options(
        "[TServer]
service-type=presence
map-presence-to-dnd=false
agent-presence-map=C:\\Genesys\\Presence\\agentStates.xml
aggregated-states=1=IDLE_OUT, 2=IDLE_READY, 3=IDLE_NOTREADY, 4=IDLE_ACW, 5=IDLE_AWAY, 6=INCALL, \
         7=INCALL, 8=INCALL, 9=INCALL, 10=INCALL, 11=OOS, 12=OOS, 13=OOS, 14=OOS, 15=OOS
",
    ),
    check,
    yields_to: &[],
};

const VALUE: &str = "presence-profile";

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let name = OptionName::ServiceType;
    let text = facts.options_text;
    // Of a text without options another law speaks, and so does one of a name that is spelt otherwise.
    if text.trim().is_empty() || places::is_misspelt(facts, name) {
        return;
    }
    let edit = facts.options.with_value(text, name, VALUE);
    let found = match facts.options.of(name) {
        None => {
            let wrong = "`service-type` is missing, so the DN is no presence profile";
            let found = LAW.error(Part::Options, places::home(facts), wrong);
            let found = found.with_advice("add `service-type=presence-profile`");
            found.with_fix(Fix::safe(
                "add-service-type",
                "Add service-type=presence-profile",
                Part::Options,
                edit.span,
                edit.text,
            ))
        }
        Some(option) if option.value.text(text) == VALUE => return,
        Some(option) => {
            let value = option.value.text(text);
            let wrong = match value {
                "" => "`service-type` is empty, so the DN is no presence profile".to_owned(),
                _ => format!("{} makes the DN no presence profile", quoted(value)),
            };
            let meant =
                value.chars().filter(|sign| !matches!(sign, '-' | '_' | ' ')).map(|sign| sign.to_ascii_lowercase());
            let fix = if meant.eq("presenceprofile".chars()) { Fix::safe } else { Fix::changes };
            let found = LAW.error(Part::Options, places::of(facts, name), wrong);
            let found = found.with_advice(format!("write `{VALUE}`"));
            found.with_fix(fix("use-presence-profile", "Use presence-profile", Part::Options, edit.span, edit.text))
        }
    };
    acc.push(found.about(name.name()));
}
