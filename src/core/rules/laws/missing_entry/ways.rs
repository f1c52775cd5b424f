//! Ways out where a row's ID has no entry: the ID that was meant, the entry that was meant, a new entry.

use crate::{
    mapping::{
        agent_states::{StateEntry, writing},
        rows::Rows,
    },
    rules::{
        facts::{self, Facts},
        fix::{Fix, Safety, Turn},
        likeness, renaming, roles,
    },
    source::{
        edit::Edit,
        text::{Part, Span},
        xml,
    },
};

/// The entry whose ID is nearest.
pub(super) fn nearest<'a>(facts: &Facts<'a>, id: &str) -> Option<&'a StateEntry> {
    // What the option cannot hold is no way out for the rows.
    let helps = |own: &&str| fits(own) || is_slip(facts, id, own);
    let near = likeness::nearest(id, facts.map.entries.iter().map(facts::id_of).filter(helps))?;
    facts.map.entry_of(near).map(|entry| &facts.map.entries[entry])
}

/// Whether of two IDs that are near each other the one in the file has the slip: no row has it, and the other is of the
/// signs that the guide's IDs are made of.
fn is_slip(facts: &Facts<'_>, id: &str, own: &str) -> bool {
    is_plain(id) && !is_plain(own) && facts.rows_with(own).is_empty()
}

/// Whether the option can hold an ID.
fn fits(id: &str) -> bool {
    renaming::separator_in(id).is_none()
}

/// Whether an ID is of the signs that the guide's IDs are made of.
fn is_plain(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|sign| sign.is_ascii_alphanumeric() || sign == b'_')
}

/// Gives the rows the ID of the entry; or the entry the ID of the rows, where that is the better one.
pub(super) fn one_for_both(facts: &Facts<'_>, id: &str, spans: &[Span], near: &StateEntry) -> Fix {
    let own = facts::id_of(near);
    // A name that only looks the same is the same to the one who wrote it.
    let safety = if is_same(id, own) && is_alone(facts, own) { Safety::Safe } else { Safety::Changes };
    if is_slip(facts, id, own) {
        let Edit { span, text } = writing::attribute(facts.xml_text, near.id.as_ref(), "ID", id, near.name_span.end);
        let fix = Fix::new("use-id-of-rows", "Use the ID of the rows", safety).and(Part::Xml, span, text);
        return fix.labelled(format!("Write {id} in the file"));
    }
    let fix = Fix::new("use-near-id", "Use the ID that is near", safety).labelled(format!("Use {own}"));
    spans.iter().fold(fix, |fix, span| fix.and(Part::Options, *span, own))
}

/// Whether two IDs are one but for letter case, letters of other scripts that look alike, and what cannot be seen. A
/// blank inside, and a digit for a letter, may be what tells two IDs apart.
fn is_same(id: &str, own: &str) -> bool {
    likeness::cleaned(id).eq_ignore_ascii_case(&likeness::cleaned(own))
}

/// Whether no other entry has an ID that looks like this one.
fn is_alone(facts: &Facts<'_>, own: &str) -> bool {
    facts.map.entries.iter().filter(|entry| likeness::looks_like(facts::id_of(entry), own)).count() == 1
}

/// Writes an entry for the ID.
pub(super) fn created(facts: &Facts<'_>, id: &str, rows: Rows) -> Option<Fix> {
    // Beside a fragment, or with a prefix that is nowhere declared, a new entry would be as broken as the others.
    let root = facts.map.root.as_ref()?;
    let is_whole =
        root.is_agent_states && (facts.xml.faults.is_empty() || !root.name.text(facts.xml_text).contains(':'));
    if !is_whole || !fits(id) || xml::forbidden(id).is_some() {
        return None;
    }
    let number = roles::class_of_all(rows).map_or(6500, |class| class.customary().number()).to_string();
    let edit = facts.map.addition(facts.xml_text, id, &number)?;
    let fix = Fix::changes("create-entry", "Create the entry", Part::Xml, edit.span, edit.text);
    // The first entry of a file comes with lines of its own.
    let turn = if facts.map.entries.is_empty() { Turn::Waits } else { Turn::Behind };
    Some(fix.labelled(format!("Create entry {id}")).in_turn(turn))
}
