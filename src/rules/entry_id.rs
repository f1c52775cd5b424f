//! Every entry has an ID that the option can name.

use super::{
    Basis, Law,
    diagnostic::Diagnostic,
    example::Example,
    facts::{self, Facts},
    fix::Fix,
    misspelt,
};
use crate::{
    mapping::residue::quoted,
    source::text::{Part, Span},
};

pub(super) static LAW: Law = Law {
    code: "entry-id",
    statement: "Every entry has an ID that the option can name: not empty, without blanks, comma, colon and equals sign",
    why: "The option refers to an entry by its ID, and its own list is made of these signs",
    basis: Basis::Guide("Configuring the Presence Profile, Configure the XML file"),
    example: Example::entry(
        r#"  <agentState availability="15500">
    <activity LCID="1033">I am having lunch</activity>
  </agentState>"#,
    ),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    for entry in &facts.map.entries {
        let Some(written) = &entry.id else {
            let lack = "this entry has no ID, so no row can use it";
            if let Some(misspelt) = misspelt::attribute(facts, entry.start_tag, "ID") {
                acc.push(misspelt.judged(&LAW, lack));
            } else if !entry.broken {
                let message = format!("{lack}; give it one");
                acc.push(LAW.error(Part::Xml, entry.name_span, message));
            }
            continue;
        };
        let id = written.text.trim();
        if id.is_empty() {
            let message = "the ID of this entry is empty, so no row can use it; write one";
            acc.push(LAW.error(Part::Xml, facts::place_of(entry), message));
        } else if id.len() < written.text.len() {
            let message = format!(
                "blanks stand around the ID {}; T-Server compares exactly, so remove them",
                quoted(&written.text)
            );
            let found = LAW.error(Part::Xml, written.span, message).about(id);
            // Without its blanks it might be a second of its name.
            let is_free = facts.map.entry_of(id).is_none() && facts.is_literal(written);
            let fix = is_free.then(|| Fix::safe("Trim", Part::Xml, written.span, id));
            acc.push(found.with_fixes(fix));
        } else if let Some(sign) = id.chars().find(|sign| matches!(sign, ',' | ':' | '=') || sign.is_whitespace()) {
            let message = format!(
                "the ID {} has a `{sign}`, which ends a pair of the option aggregated-states; use another name",
                quoted(id)
            );
            let clean: String = id.chars().map(|sign| if sign.is_alphanumeric() { sign } else { '_' }).collect();
            let found = LAW.error(Part::Xml, written.span, message).about(id);
            let is_free = facts.map.entry_of(&clean).is_none();
            let label = format!("Use {clean}");
            let pairs = facts.options.aggregated_states.pairs.iter().filter(|pair| pair.id == id);
            let spans: Vec<Span> = pairs.map(|pair| pair.id_span).collect();
            let fix = is_free.then(|| {
                let fix = Fix::changes("Use underscores", Part::Xml, written.span, clean.as_str()).labelled(label);
                spans.iter().fold(fix, |fix, span| fix.and(Part::Options, *span, clean.as_str()))
            });
            acc.push(found.with_fixes(fix));
        }
    }
}
