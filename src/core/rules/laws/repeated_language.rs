//! No entry has two texts in the same language.

use crate::{
    mapping::agent_states::{StateEntry, writing},
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        fix::{Fix, Safety},
        law::{Basis, Law},
        sameness,
    },
    source::{indent, sorting, text::Part},
};

pub(super) static LAW: Law = Law {
    code: "repeated-language",
    statement: "No entry has two texts in the same language",
    why: "The guide has one text for each LCID; what T-Server does with two is not documented",
    basis: Basis::Guide("Configuring the Presence Profile, Configure the XML file"),
    example: Example::entry(
        r#"  <agentState ID="INCALL" availability="7001">
    <activity LCID="1033">Working with a customer</activity>
    <activity LCID="1033">In a call</activity>
  </agentState>"#,
    ),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    for entry in facts.map.entries.iter().filter(|entry| 1 < entry.activities.len()) {
        for (first, later) in repeats(entry) {
            let (first, later) = (&entry.activities[first], &entry.activities[later]);
            let (Some(written), Some(lcid)) = (&later.lcid, later.lcid_value()) else { continue };
            let alike = sameness::of_texts(facts, first, later);
            let way_out = if alike { "remove one, they are the same" } else { "remove one" };
            let wrong = format!("{} has a second text in {} `{lcid}`", facts::name_of(entry), lcid.name());
            let span = writing::without_blanks_behind(facts.xml_text, later.span);
            let gone = indent::deletion(facts.xml_text, [span]);
            let safety = if alike && facts.xml.faults.is_empty() { Safety::Safe } else { Safety::Changes };
            let fix = Fix::new("remove-later-text", "Remove the later text", safety).and_all(Part::Xml, gone.iter());
            let found = LAW.error(Part::Xml, written.span, wrong).about(facts::id_of(entry));
            let found = found.with_meaning("what T-Server does with two is not documented").with_advice(way_out);
            acc.push(found.in_language(Some(lcid)).with_fix(fix));
        }
    }
}

/// The first text of a language, and a later one, by their positions. Quick, however many there are.
fn repeats(entry: &StateEntry) -> Vec<(usize, usize)> {
    let languages = entry.activities.iter().enumerate();
    let mut seen: Vec<(u32, usize)> =
        languages.filter_map(|(at, activity)| Some((activity.lcid_value()?.number(), at))).collect();
    sorting::by_numbers(&mut seen, |(lcid, at)| (*lcid as usize, *at));
    let mut first = 0;
    let mut found = Vec::new();
    for at in 1..seen.len() {
        if seen[at].0 == seen[first].0 {
            found.push((seen[first].1, seen[at].1));
        } else {
            first = at;
        }
    }
    found
}
