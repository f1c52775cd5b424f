//! No two entries have the same ID.

use std::collections::HashSet;

use crate::{
    mapping::agent_states::writing,
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        fix::{Fix, Safety},
        law::{Basis, Law},
        sameness,
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
    let mut taken: HashSet<&str> = HashSet::new();
    let mut last = ("", 1_u32);
    for (first, later) in facts.map.repeats() {
        let (first, later) = (&facts.map.entries[first], &facts.map.entries[later]);
        let id = facts::id_of(later);
        if id.trim().is_empty() {
            continue;
        }
        if taken.is_empty() {
            taken.extend(facts.options.aggregated_states.pairs.iter().map(|pair| pair.id.as_str()));
        }
        let alike = sameness::of_entries(facts, first, later);
        let way_out = if alike { "remove one, they say the same" } else { "rename or remove one" };
        let span = writing::without_blanks_behind(facts.xml_text, later.span);
        let gone = indent::deletion(facts.xml_text, [span]);
        // Where something is broken, what is removed may hold what was meant to stand behind it.
        let safety = if alike { Safety::Safe } else { Safety::Changes };
        let removed = Fix::new("remove-later-entry", "Remove the later entry", safety);
        let removed = facts.xml.faults.is_empty().then(|| removed.and_all(Part::Xml, gone.iter()));
        if last.0 != id {
            last = (id, 1);
        }
        let free = (last.1 + 1..).map(|number| (number, format!("{}_{number}", id.trim())));
        let mut free = free.filter(|(_, name)| facts.map.entry_of(name).is_none() && !taken.contains(name.as_str()));
        let renamed = free.next().filter(|_| !alike).map(|(number, name)| {
            last.1 = number;
            let written = writing::attribute(facts.xml_text, later.id.as_ref(), "ID", &name, later.name_span.end);
            Fix::changes("rename-later-entry", "Rename the later entry", Part::Xml, written.span, written.text)
                .labelled(format!("Rename it {name}"))
        });
        let wrong = format!("a second entry has the ID {}", quoted(id));
        let found = LAW.error(Part::Xml, facts::place_of(later), wrong).with_advice(way_out).about(id);
        let found = found.with_meaning("what T-Server does with two is not documented");
        acc.push(found.with_fixes(renamed).with_fixes(removed));
    }
}
