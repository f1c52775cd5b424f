//! An availability is a number, not the name of a presence.

use crate::{
    mapping::availability::{Availability, Class},
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        fix::Fix,
        law::{Basis, Law},
    },
    source::{phrase::quoted, text::Part},
};

pub(super) static LAW: Law = Law {
    code: "availability-word",
    statement: "An availability is a number, not the name of a presence",
    why: "T-Server pushes a number; the names belong to the custom states of the client, another file",
    basis: Basis::Guide("Skype for Business Presence Availability"),
    example: Example::entry(
        r#"  <agentState ID="INCALL" availability="Busy">
    <activity LCID="1033">Working with a customer</activity>
  </agentState>"#,
    ),
    check,
    yields_to: &[],
};

/// What people write for a class besides its name and its word; in lower case, without blanks and hyphens.
const WORDS: [(&str, Class); 9] = [
    ("free", Class::Online),
    ("idle", Class::IdleOnline),
    ("oncall", Class::Busy),
    ("incall", Class::Busy),
    ("dnd", Class::DoNotDisturb),
    ("brb", Class::BeRightBack),
    ("offwork", Class::Offline),
    ("appearoffline", Class::Offline),
    ("unavailable", Class::Offline),
];

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    for entry in &facts.map.entries {
        let Some(written) = &entry.availability else { continue };
        if Availability::parse(&written.text).is_some() {
            continue;
        }
        let Some(class) = meant(&written.text) else { continue };
        let number = class.customary().number();
        let range = class.range();
        let numbers = match range.start() == range.end() {
            true => range.start().to_string(),
            false => format!("a number from {} to {}", range.start(), range.end()),
        };
        let word = quoted(&written.text);
        let found = LAW.error(Part::Xml, written.span, format!("{word} is a word where a number belongs"));
        let found = found.with_advice(format!("for {} write {numbers}", class.word()));
        // Each presence has many numbers.
        let fix = Fix::changes("use-number", "Use the number", Part::Xml, written.span, number.to_string());
        let fix = fix.labelled(format!("Use {number} ({})", class.word()));
        acc.push(found.about(facts::id_of(entry)).with_fix(fix));
    }
}

fn meant(word: &str) -> Option<Class> {
    let folded = Class::folded(word);
    Class::named(word).or_else(|| WORDS.iter().find(|(other, _)| *other == folded).map(|(_, class)| *class))
}
