//! The values of options are written in ASCII.

use super::{Basis, Law, diagnostic::Diagnostic, example::Example, facts::Facts};
use crate::{
    mapping::{
        options::OptionName,
        residue::{Residue, quoted},
    },
    source::text::{Part, Span},
};

pub(super) static LAW: Law = Law {
    code: "option-ascii",
    statement: "The values of options are written in ASCII",
    why: "Configuration Server and T-Server keep text in the code page of their system unless they were installed for UTF-8; other letters may arrive as others",
    basis: Basis::Genesys("Deploying Genesys for Key Mixed Language Scenarios, white paper"),
    example: Example::options(
        "[TServer]
service-type=presence-profile
map-presence-to-dnd=false
agent-presence-map=C:\\Genesys\\Presence\\zustände.xml
aggregated-states=1=IDLE_OUT, 2=IDLE_READY, 3=IDLE_NOTREADY, 4=IDLE_ACW, 5=IDLE_AWAY, 6=INCALL, \
         7=INCALL, 8=INCALL, 9=INCALL, 10=INCALL, 11=OOS, 12=OOS, 13=OOS, 14=OOS, 15=OOS
",
    ),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let text = facts.options_text;
    for option in &facts.options.options {
        let value = option.value.text(text);
        // Dashes of a range and marks of a page have laws that say what to do.
        if value.is_ascii() || option.known == Some(OptionName::PresenceAvailabilityRange) {
            continue;
        }
        let is_foreign = |sign: char| !sign.is_ascii() && Residue::of_sign(sign).is_none();
        let mut runs: Vec<Span> = Vec::new();
        for (at, sign) in value.char_indices().filter(|(_, sign)| is_foreign(*sign)) {
            let place = Span::new(option.value.start + at, option.value.start + at + sign.len_utf8());
            match runs.last_mut().filter(|last| last.end == place.start) {
                Some(last) => last.end = place.end,
                None => runs.push(place),
            }
        }
        let Some((first, more)) = runs.split_first() else { continue };
        let name = option.name.text(text);
        let message = format!(
            "{} in `{name}` is not ASCII and may reach T-Server as other letters; use letters without accents, A to Z",
            quoted(first.text(text))
        );
        acc.push(LAW.warning(Part::Options, *first, message).about(name).with_more(more.iter().copied()));
    }
}
