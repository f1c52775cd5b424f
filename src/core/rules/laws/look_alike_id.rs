//! No ID is told apart by letter case, blanks or look-alike letters alone.

use crate::{
    mapping::agent_states::{StateEntry, writing},
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        fix::Fix,
        law::{Basis, Law},
        likeness,
    },
    source::{message::Message, phrase::quoted, text::Part},
};

pub(super) static LAW: Law = Law {
    code: "look-alike-id",
    statement: "IDs differ in more than letter case, blanks or letters that look alike, and mix no scripts",
    why: "Nobody sees the difference, and a row gets no entry, or the wrong one",
    basis: Basis::Guide("Configuring the Presence Profile, Configure the XML file"),
    example: Example::entry(
        r#"  <agentState ID="OOS" availability="18000">
    <activity LCID="1033">The device is out of service</activity>
  </agentState>
  <agentState ID="Oos" availability="18000">
    <activity LCID="1033">The device is out of service</activity>
  </agentState>"#,
    )
    .along_with(&["unused-entry"]),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let mut looks: Vec<(u64, usize)> = Vec::with_capacity(facts.map.entries.len());
    for (position, entry) in facts.map.entries.iter().enumerate() {
        let id = facts::id_of(entry);
        if facts.map.entry_of(id) == Some(position) && !id.trim().is_empty() {
            looks.push((likeness::look_hash(id), position));
            acc.extend(mixed(facts, entry, id));
        }
    }
    looks.sort_unstable();
    for pair in looks.windows(2) {
        let [first, later] = [pair[0].1, pair[1].1].map(|position| &facts.map.entries[position]);
        let (one, other) = (facts::id_of(first), facts::id_of(later));
        if pair[0].0 == pair[1].0 && likeness::looks_like(one, other) {
            let wrong = format!(
                "{} and {} differ only in letter case, blanks or letters that look alike, and are two",
                quoted(other),
                quoted(one)
            );
            let found = LAW.warning(Part::Xml, facts::place_of(later), wrong).about(other);
            acc.push(found.with_advice("rename or remove one").with_more([facts::place_of(first)]));
        }
    }
}

/// An ID of Latin letters in which one is of another script, or one is invisible.
fn mixed(facts: &Facts<'_>, entry: &StateEntry, id: &str) -> Option<Diagnostic> {
    if id.is_ascii() {
        return None;
    }
    let clean = likeness::cleaned(id);
    if clean == id
        || clean.contains(|sign: char| !sign.is_ascii_alphanumeric() && !"_-. ".contains(sign))
        || facts.map.entry_of(&clean).is_some()
    {
        return None;
    }
    let message = match id.chars().find(|letter| likeness::latin(*letter).is_some()) {
        Some(letter) => Message::new(format!(
            "{} is written with a letter that only looks Latin, U+{:04X}, so no row written with Latin letters comes to it",
            quoted(id),
            u32::from(letter)
        ))
        .with_advice(format!("write {}", quoted(&clean))),
        None => format!("{} has a character that cannot be seen, so no row written without it comes to it", quoted(id))
            .into(),
    };
    let edit = writing::attribute(facts.xml_text, entry.id.as_ref(), "ID", &clean, entry.name_span.end);
    let mut fix = Fix::safe("use-latin-letters", "Use Latin letters", Part::Xml, edit.span, edit.text)
        .labelled(format!("Use {clean}"));
    for pair in facts.options.aggregated_states.pairs.iter().filter(|pair| pair.id == id) {
        fix = fix.and(Part::Options, pair.id_span, clean.as_str());
    }
    Some(LAW.warning(Part::Xml, facts::place_of(entry), message).about(id).with_fix(fix))
}
