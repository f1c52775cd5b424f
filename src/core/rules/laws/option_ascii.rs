//! The values of options are written in ASCII.

use crate::{
    mapping::{leftovers::Leftover, option_name::OptionName},
    rules::{
        controls,
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        fix::{Fix, Safety},
        law::{Basis, Law},
        likeness,
    },
    source::{
        blanks,
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
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let text = facts.options_text;
    for option in &facts.options.options {
        let value = option.value.text(text);
        if value.is_ascii() {
            continue;
        }
        // Dashes, marks of a page and control characters have their laws; in a value read wrongly, all are parts of letters.
        let may_go = !misread::is_misread(value);
        let is_range = option.known == Some(OptionName::PresenceAvailabilityRange);
        let has_law = |sign| Leftover::of_sign(sign).is_some() || may_go && controls::is_control(sign);
        let is_foreign = |sign: char| !sign.is_ascii() && !is_range && !has_law(sign);
        let name = option.name.text(text);
        let (mut letters, mut unseen): (Vec<Span>, Vec<(Span, char)>) = (Vec::new(), Vec::new());
        for (at, sign) in value.char_indices() {
            let place = Span::new(option.value.start + at, option.value.start + at + sign.len_utf8());
            match letters.last_mut().filter(|last| last.end == place.start) {
                _ if may_go && shows_nothing(sign) => unseen.push((place, sign)),
                Some(last) if is_foreign(sign) => last.end = place.end,
                None if is_foreign(sign) => letters.push(place),
                _ => {}
            }
        }
        if let Some((first, more)) = letters.split_first() {
            let (shown, name) = (quoted(first.text(text)), quoted(name));
            let wrong = format!("{shown} in {name} is not ASCII and may reach T-Server as other letters");
            let found = LAW.warning(Part::Options, *first, wrong).with_advice("use letters without accents, A to Z");
            acc.push(found.about(option.name.text(text)).with_more(more.iter().copied()));
        }
        if let Some(((first, sign), more)) = unseen.split_first() {
            let (what, way_out) = match sign.is_whitespace() {
                true => ("a blank that is not the usual one", "write a blank"),
                false => ("a character that cannot be seen", "remove it"),
            };
            let (shown, code) = (quoted(name), u32::from(*sign));
            let wrong =
                format!("{shown} has {what} in its value, U+{code:04X}, which may reach T-Server as another character");
            let fix = Fix::new("use-plain-characters", "Use blanks, and only what can be seen", Safety::Changes);
            let fix = unseen.iter().fold(fix, |fix, (place, sign)| {
                fix.and(Part::Options, *place, if sign.is_whitespace() { " " } else { "" })
            });
            let found = LAW.warning(Part::Options, *first, wrong).with_advice(way_out).about(name);
            acc.push(found.with_more(more.iter().map(|(place, _)| *place)).with_fix(fix));
        }
    }
}

/// Whether a sign is nothing, or a gap like that of a blank, to those who look at it.
fn shows_nothing(sign: char) -> bool {
    !sign.is_ascii() && (blanks::is_blank(sign) || likeness::is_invisible(sign))
}
