//! Every entry has an ID that the option can name.

mod swallowed;

use crate::{
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        fix::Fix,
        law::{Basis, Law},
        misspelt, renaming,
    },
    source::{blanks, phrase::quoted, text::Part},
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
                acc.push(LAW.error(Part::Xml, entry.name_span, lack).with_advice("give it one"));
            }
            continue;
        };
        let id = blanks::trim(&written.text);
        if id.is_empty() {
            let wrong = "the ID of this entry is empty, so no row can use it";
            acc.push(LAW.error(Part::Xml, facts::place_of(entry), wrong).with_advice("write one"));
        } else if id.len() < written.text.len() {
            let wrong = format!("blanks stand around the ID {}", quoted(&written.text));
            let advice = "the guide's IDs agree letter by letter, so remove them";
            let found = LAW.error(Part::Xml, written.span, wrong).with_advice(advice).about(id);
            // Without its blanks it might be a second of its name.
            // Between other quotes than those of XML it may go on.
            let is_quoted = facts.xml_text[..written.span.start].ends_with(['"', '\'']);
            let is_free = is_quoted && facts.map.entry_of(id).is_none() && facts.is_literal(written);
            let fix = is_free.then(|| Fix::safe("trim", "Trim", Part::Xml, written.span, id));
            acc.push(found.with_fixes(fix));
        } else if let Some(found) = swallowed::judged(&LAW, facts, written.span) {
            acc.push(found.about(id));
        } else if let Some(sign) = renaming::separator_in(id) {
            // Where rows use it, the option has the same slip, and its law mends both.
            if !facts.rows_with(id).is_empty() {
                continue;
            }
            let what = match sign {
                ',' => "a comma, which ends a pair of the option aggregated-states".to_owned(),
                ':' | '=' => {
                    format!("`{sign}`, which in the option aggregated-states stands between a number and its ID")
                }
                _ => "a blank, as it stands between the pairs of the option aggregated-states".to_owned(),
            };
            let wrong = format!("the ID {} has {what}, so a row may not find it", quoted(id));
            let found = LAW.error(Part::Xml, written.span, wrong).with_advice("use another name").about(id);
            acc.push(found.with_fixes(renaming::with_underscores(facts, id)));
        }
    }
}
