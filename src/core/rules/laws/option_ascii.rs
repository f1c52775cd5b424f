//! The values of options are written in ASCII.

use crate::{
    mapping::{option_name::OptionName, residue::Residue},
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        fix::{Fix, Safety},
        law::{Basis, Law},
        likeness,
    },
    source::{
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
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let text = facts.options_text;
    for option in &facts.options.options {
        let value = option.value.text(text);
        if value.is_ascii() {
            continue;
        }
        // Dashes of a range and marks of a page have laws that say what to do.
        let is_range = option.known == Some(OptionName::PresenceAvailabilityRange);
        let is_foreign = |sign: char| !sign.is_ascii() && !is_range && Residue::of_sign(sign).is_none();
        let name = option.name.text(text);
        let (mut letters, mut unseen): (Vec<Span>, Vec<(Span, char)>) = (Vec::new(), Vec::new());
        for (at, sign) in value.char_indices() {
            let place = Span::new(option.value.start + at, option.value.start + at + sign.len_utf8());
            match letters.last_mut().filter(|last| last.end == place.start) {
                _ if shows_nothing(sign) => unseen.push((place, sign)),
                Some(last) if is_foreign(sign) => last.end = place.end,
                None if is_foreign(sign) => letters.push(place),
                _ => {}
            }
        }
        if let Some((first, more)) = letters.split_first() {
            let shown = quoted(first.text(text));
            let wrong = format!("{shown} in {} is not ASCII and may reach T-Server as other letters", quoted(name));
            let found = LAW.warning(Part::Options, *first, wrong).with_advice("use letters without accents, A to Z");
            acc.push(found.about(name).with_more(more.iter().copied()));
        }
        if let Some(((first, sign), more)) = unseen.split_first() {
            let what = if sign.is_whitespace() {
                "a blank that is not the usual one"
            } else {
                "a character that cannot be seen"
            };
            let wrong = format!(
                "{} has {what} in its value, U+{:04X}, which may reach T-Server as another character",
                quoted(name),
                u32::from(*sign)
            );
            let advice = if sign.is_whitespace() { "write a blank" } else { "remove it" };
            let fix = Fix::new("use-plain-characters", "Use blanks, and only what can be seen", Safety::Changes);
            let fix = unseen.iter().fold(fix, |fix, (place, sign)| {
                fix.and(Part::Options, *place, if sign.is_whitespace() { " " } else { "" })
            });
            let found = LAW.warning(Part::Options, *first, wrong).with_advice(advice).about(name);
            acc.push(found.with_more(more.iter().map(|(place, _)| *place)).with_fix(fix));
        }
    }
}

/// Whether a sign is nothing, or a gap like that of a blank, to those who look at it.
fn shows_nothing(sign: char) -> bool {
    !sign.is_ascii() && (sign.is_whitespace() || likeness::is_invisible(sign))
}
