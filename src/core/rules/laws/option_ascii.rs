//! The values of options are written in ASCII.

mod unseen;

use crate::{
    mapping::{leftovers::Leftover, option_name::OptionName},
    rules::{
        controls,
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        law::{Basis, Law},
        renaming,
    },
    source::{
        decode::misread,
        phrase::quoted,
        text::{Part, Span},
    },
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
    yields_to: &["misread-text"],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let text = facts.options_text;
    for option in facts.options.options.iter().filter(|option| !option.line.text(text).is_ascii()) {
        let value = option.value.text(text);
        // Dashes, marks of a page and control characters have their laws; in a value read wrongly, all are parts of letters.
        let may_go = !misread::is_misread(value);
        let is_range = option.known == Some(OptionName::PresenceAvailabilityRange);
        let has_law = |sign| may_go && (Leftover::of_sign(sign).is_some() || controls::is_control(sign));
        let is_foreign = |sign: char| !sign.is_ascii() && !is_range && !has_law(sign);
        let mut letters: Vec<Span> = Vec::new();
        for (place, sign) in unseen::signs(text, option.value) {
            match letters.last_mut().filter(|last| last.end == place.start) {
                _ if may_go && unseen::shows_nothing(sign) => {}
                Some(last) if is_foreign(sign) => last.end = place.end,
                None if is_foreign(sign) => letters.push(place),
                _ => {}
            }
        }
        if let Some((first, more)) = letters.split_first() {
            let (shown, name) = (quoted(first.text(text)), quoted(option.name.text(text)));
            let wrong = format!("{shown} in {name} is not ASCII and may reach T-Server as other letters");
            let found = LAW.warning(Part::Options, *first, wrong).with_advice("use letters without accents, A to Z");
            let found = found.about(option.name.text(text)).with_more(more.iter().copied());
            acc.push(found.with_fixes(renaming::with_letters_in(facts, option.value)));
        }
        if may_go {
            unseen::judge(&LAW, text, option, acc);
        }
    }
}
