//! Every entry has a text, and no text is empty.

use crate::{
    mapping::agent_states::{StateEntry, writing},
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        fix::{Fix, Safety},
        law::{Basis, Law},
    },
    source::{indent, text::Part, xml::End},
};

pub(super) static LAW: Law = Law {
    code: "empty-text",
    statement: "Every entry has a text, and no text is empty or blank",
    why: "Where no text applies, colleagues read the word of the class instead",
    basis: Basis::Microsoft("activity of the state publication: a text for each LCID"),
    example: Example::entry(
        r#"  <agentState ID="OOS" availability="18000">
  </agentState>"#,
    ),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    for entry in &facts.map.entries {
        if entry.activities.is_empty() && !entry.broken && !facts.may_hide_texts(entry) {
            let wrong = format!("{} has no text", facts::name_of(entry));
            let found = LAW.warning(Part::Xml, facts::place_of(entry), wrong).with_meaning(instead(entry));
            acc.push(found.with_advice("add one").about(facts::id_of(entry)));
        }
        for activity in entry.activities.iter().filter(|activity| activity.text.text.trim().is_empty()) {
            // A text that goes on behind a fault is not empty.
            if activity.broken || activity.end == End::Missing || facts.may_hide_texts(entry) {
                continue;
            }
            let span = if activity.text.span.is_empty() { activity.start_tag } else { activity.text.span };
            let whole = writing::without_blanks_behind(facts.xml_text, activity.span);
            let gone = indent::deletion(facts.xml_text, [whole]);
            // Without its only text the entry would have none.
            let has_another = entry.activities.iter().any(|other| !other.text.text.trim().is_empty());
            let removed = || {
                Fix::new("remove-empty-text", "Remove the empty text", Safety::Changes).and_all(Part::Xml, gone.iter())
            };
            let language = activity.lcid_value();
            let name = language.map_or("one language".into(), |lcid| lcid.name());
            let wrong = format!("the text of {} in {name} is empty", facts::name_of(entry));
            let found = LAW.warning(Part::Xml, span, wrong).with_meaning(instead(entry));
            acc.push(found.about(facts::id_of(entry)).in_language(language).with_fixes(has_another.then(removed)));
        }
    }
}

fn instead(entry: &StateEntry) -> String {
    match entry.availability_value() {
        Some(availability) => format!("colleagues read the word of its class, {}", availability.class().word()),
        None => "colleagues read the word of its class".to_owned(),
    }
}
