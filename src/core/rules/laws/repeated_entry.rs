//! No two entries have the same ID.

use crate::{
    mapping::agent_states::{StateEntry, writing},
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        fix::{Fix, Safety},
        law::{Basis, Law},
    },
    source::{indent, phrase::quoted, text::Part},
};

pub(super) static LAW: Law = Law {
    code: "repeated-entry",
    statement: "No two entries have the same ID",
    why: "The guide has one entry for each aggregated state; what T-Server does with two is not documented",
    basis: Basis::Guide("Configuring the Presence Profile, Configure the XML file"),
    example: Example::entry(
        r#"  <agentState ID="OOS" availability="18000">
    <activity LCID="1033">The device is out of service</activity>
  </agentState>
  <agentState ID="OOS" availability="15500">
    <activity LCID="1033">The device is broken</activity>
  </agentState>"#,
    ),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    for (first, later) in facts.map.repeats() {
        let (first, later) = (&facts.map.entries[first], &facts.map.entries[later]);
        let id = facts::id_of(later);
        if id.trim().is_empty() {
            continue;
        }
        let alike = says(first) == says(later) && !first.broken && !later.broken;
        let way_out = if alike { "remove one, they say the same" } else { "rename or remove one" };
        let span = writing::without_blanks_behind(facts.xml_text, later.span);
        let gone = indent::deletion(facts.xml_text, [span]);
        // Where something is broken, what is removed may hold what was meant to stand behind it.
        let safety = if alike && facts.xml.faults.is_empty() { Safety::Safe } else { Safety::Changes };
        let fix = Fix::new("remove-later-entry", "Remove the later entry", safety).and_all(Part::Xml, gone.iter());
        let wrong = format!("a second entry has the ID {}", quoted(id));
        let found = LAW.error(Part::Xml, facts::place_of(later), wrong).with_advice(way_out).about(id);
        acc.push(found.with_meaning("what T-Server does with two is not documented").with_fix(fix));
    }
}

/// What an entry says, its ID aside.
fn says(entry: &StateEntry) -> (Option<&str>, Vec<(Option<&str>, &str)>) {
    let texts = entry.activities.iter();
    let texts = texts.map(|text| (text.lcid.as_ref().map(|lcid| lcid.text.as_str()), text.text.text.as_str()));
    (entry.availability.as_ref().map(|availability| availability.text.as_str()), texts.collect())
}
