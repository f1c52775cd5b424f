//! Every entry is used by a row of the option.

use crate::{
    mapping::{
        agent_states::{StateEntry, writing},
        states::StateNumber,
    },
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        fix::{Fix, Safety},
        law::{Basis, Law},
        likeness, renaming, roles,
    },
    source::{indent, phrase::quoted, text::Part, xml},
};

pub(super) static LAW: Law = Law {
    code: "unused-entry",
    statement: "Every entry of the file is used by a row of the option",
    why: "T-Server never pushes it; perhaps the option spells its ID differently",
    basis: Basis::Guide("Configuring the Presence Profile, Configure the XML file"),
    example: Example::entry(
        r#"  <agentState ID="LUNCH" availability="15500">
    <activity LCID="1033">I am having lunch</activity>
  </agentState>"#,
    ),
    check,
    yields_to: &[],
};

/// More than these are told in one breath.
const FEW: usize = 20;

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let states = &facts.options.aggregated_states;
    // What was not read of the option may use any entry.
    if facts.options.pulls() || states.pairs.is_empty() || !states.flaws.is_empty() {
        return;
    }
    let is_unused = |(position, entry): &(usize, &StateEntry)| {
        let id = facts::id_of(entry);
        // Of an ID that no row could have, another law speaks.
        facts.rows_of(*position).is_empty()
            && !id.is_empty()
            && renaming::separator_in(id).is_none()
            && facts.map.entry_of(id) == Some(*position)
    };
    let unused: Vec<&StateEntry> =
        facts.map.entries.iter().enumerate().filter(is_unused).map(|(_, entry)| entry).collect();
    if unused.len() <= FEW {
        return acc.extend(unused.into_iter().map(|entry| judged(facts, entry)));
    }
    let first = unused[0];
    let first_id = facts::name_of(first);
    let count = unused.len();
    let wrong = format!("{count} entries, {first_id} the first, are used by no row, so T-Server never pushes them");
    let gone = indent::deletion(facts.xml_text, unused.iter().map(|entry| entry.span));
    let fix = Fix::new("remove-entries", "Remove the entries", Safety::Changes).and_all(Part::Xml, gone.iter());
    let more = unused[1..].iter().map(|entry| facts::place_of(entry));
    let found = LAW.warning(Part::Xml, facts::place_of(first), wrong).with_more(more).with_fix(fix);
    acc.push(found.with_advice("remove them, or give rows their IDs"));
}

fn judged(facts: &Facts<'_>, entry: &StateEntry) -> Diagnostic {
    let id = facts::id_of(entry);
    let states = &facts.options.aggregated_states;
    let lost = StateNumber::all().filter_map(|row| states.id_of(row)).filter(|id| facts.map.entry_of(id).is_none());
    let near = likeness::nearest(id, lost.filter(|id| xml::forbidden(id).is_none()));
    let way_out = match near {
        Some(near) => {
            let rows = facts.rows_with(near);
            format!("{} {} {}", roles::named(rows), roles::verb(rows, "uses", "use"), quoted(near))
        }
        None => "give a row its ID, or remove it".to_owned(),
    };
    let renamed = near.zip(entry.id.as_ref()).map(|(near, written)| {
        let edit = writing::attribute(facts.xml_text, Some(written), "ID", near, 0);
        Fix::changes("rename-entry", "Rename the entry", Part::Xml, edit.span, edit.text)
            .labelled(format!("Rename it to {near}"))
    });
    let span = writing::without_blanks_behind(facts.xml_text, entry.span);
    let gone = indent::deletion(facts.xml_text, [span]);
    let removed = Fix::new("remove-entry", "Remove the entry", Safety::Changes).and_all(Part::Xml, gone.iter());
    let wrong = format!("no row uses {}, so T-Server never pushes it", quoted(id));
    let found = LAW.warning(Part::Xml, facts::place_of(entry), wrong).with_advice(way_out).about(id);
    found.with_fixes(renamed).with_fix(removed.labelled(format!("Remove entry {id}")))
}
