//! The text in the default language comes first.

use crate::{
    mapping::agent_states::StateEntry,
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        fix::{Fix, Safety},
        law::{Basis, Law},
    },
    source::{
        indent,
        text::{Part, Span},
        xml::End,
    },
};

pub(super) static LAW: Law = Law {
    code: "default-language-first",
    statement: "The text in the default language comes first in its entry",
    why: "What a viewer without a text of their own sees is not documented; some clients take the first one",
    basis: Basis::Microsoft("activity of the state publication: matched by the LCID of the viewer"),
    example: Example::entry(
        r#"  <agentState ID="INCALL" availability="7001">
    <activity LCID="1036">Travaille avec un client</activity>
    <activity LCID="1033">Working with a customer</activity>
  </agentState>"#,
    )
    .along_with(&["language-gap"]),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let default = facts.default_language;
    for entry in facts.map.entries.iter().filter(|entry| 1 < entry.activities.len()) {
        let Some(position) = entry.activity_in(default).filter(|position| 0 < *position) else { continue };
        let wrong = format!("the text in {} `{default}` is not the first of {}", default.name(), facts::name_of(entry));
        let found = LAW.note(Part::Xml, entry.activities[position].start_tag, wrong).about(facts::id_of(entry));
        let found = found.with_meaning("some clients take the first, whatever its language");
        acc.push(found.in_language(Some(default)).with_fixes(to_the_front(facts.xml_text, entry, position)));
    }
}

/// Moves a text in front of the first one of its entry.
fn to_the_front(text: &str, entry: &StateEntry, position: usize) -> Option<Fix> {
    let (first, own) = (&entry.activities[0], &entry.activities[position]);
    if own.end == End::Missing || own.span.start < first.span.end {
        return None;
    }
    let lines = indent::whole_lines(text, own.span);
    let blanks = indent::indent_of(text, first.span.start).filter(|_| lines != own.span);
    let between = blanks.map(|blanks| format!("\n{blanks}")).unwrap_or_default();
    let moved = format!("{}{between}", own.span.text(text));
    let fix = Fix::new("move-to-front", "Move it to the front", Safety::Safe).and(
        Part::Xml,
        Span::at(first.span.start),
        moved,
    );
    Some(fix.and(Part::Xml, lines, ""))
}
