//! The option map-presence-to-dnd says whether presence is pulled or pushed.

use super::{Basis, Law, diagnostic::Diagnostic, example::Example, facts::Facts, fix::Fix, places};
use crate::{
    mapping::{
        options::{Mode, OptionName},
        residue::quoted,
    },
    source::text::Part,
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
    let meant = if facts.mode == Mode::Pull { "true" } else { "false" };
    let found = match facts.options.value(name, text) {
        Some("true" | "false") => return,
        None => {
            let message = format!(
                "`map-presence-to-dnd` is missing; add `map-presence-to-dnd={meant}`: the other options are those of \
                 {} mode",
                if facts.mode == Mode::Pull { "pull" } else { "push" }
            );
            let edit = facts.options.with_value(text, name, meant);
            let fix = Fix::changes("Add map-presence-to-dnd", Part::Options, edit.span, edit.text);
            let label = format!("Add map-presence-to-dnd={meant}");
            LAW.error(Part::Options, places::home(facts), message).with_fix(fix.labelled(label))
        }
        Some(value) => {
            let message = match value {
                "" => "`map-presence-to-dnd` is empty; write `true`, pull mode, or `false`, push mode".to_owned(),
                _ => format!("{} is neither `true`, pull mode, nor `false`, push mode", quoted(value)),
            };
            let found = LAW.error(Part::Options, places::of(facts, name), message);
            let written = ["true", "false"].into_iter().find(|word| value.eq_ignore_ascii_case(word));
            let fix = if written.is_some() { Fix::safe } else { Fix::changes };
            let wanted = written.unwrap_or(match value.to_ascii_lowercase().as_str() {
                "yes" | "on" | "1" => "true",
                "no" | "off" | "0" => "false",
                _ => meant,
            });
            let edit = facts.options.with_value(text, name, wanted);
            let fix = fix("Use true or false", Part::Options, edit.span, edit.text);
            found.with_fix(fix.labelled(format!("Use {wanted}")))
        }
    };
    acc.push(found.about(name.name()));
}
