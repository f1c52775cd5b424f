//! A preset: the IDs of the rows, and copies of entries for those that the file lacks.

use super::rows;
use crate::{
    editor::{
        change::Change,
        incoming::entry_markup,
        preset::{Missing, Preset},
        refusal::Refusal,
        subject::Subject,
    },
    mapping::{
        advised_class,
        agent_states::{PresenceMap, writing},
        states::StateNumber,
    },
    source::{edit::Edits, text::Part, xml},
};

pub(super) fn apply(subject: Subject<'_>, preset: Preset) -> Result<Change, Refusal> {
    let (states, map) = (&subject.analysis.options.aggregated_states, &subject.analysis.map);
    let ids = preset.ids(states);
    let rows: Vec<(StateNumber, &str)> = ids.iter().map(|(row, id)| (*row, id.as_str())).collect();
    let missing = preset.missing(states, map);
    if !missing.is_empty() && !map.faults.is_empty() {
        // What is missing in what could be read may stand in the rest.
        return Err(Refusal::NotReadWhole);
    }
    let label = format!("Preset: {}", lower_case(preset.name()));
    let change = subject.change(label, Part::Options, rows::edits(subject, &rows)?);
    if missing.is_empty() {
        return Ok(change);
    }
    let elements = |name: &str, indent: Option<&str>| {
        missing.iter().map(|missing| element(subject, missing, name, indent)).collect()
    };
    let edit = map.additions(&subject.profile.xml, elements).ok_or(Refusal::NowhereToAdd)?;
    Ok(change.with(subject.place(Part::Xml), edit))
}

/// The entry that was missing: a copy, by its own ID, or one that has the customary number of its row and no text.
fn element(subject: Subject<'_>, missing: &Missing, name: &str, indent: Option<&str>) -> String {
    let Some(copied) = missing.copied else {
        let id = xml::escape_attribute(&missing.id, '"');
        let number = advised_class::of(missing.row).customary().number();
        let feed = indent.map_or_else(String::new, |indent| format!("\n{indent}"));
        return format!("<{name} ID=\"{id}\" availability=\"{number}\">{feed}</{name}>");
    };
    let entry = &subject.analysis.map.entries[copied];
    let copy = entry_markup::element(&subject.profile.xml, entry, name, indent);
    let read = PresenceMap::read(&copy);
    let own = read.entries.first().and_then(|own| own.id.as_ref());
    let edit = own.map(|id| writing::attribute(&copy, Some(id), "ID", &missing.id, id.span.end));
    edit.map_or_else(Edits::default, Edits::from).apply(&copy)
}

fn lower_case(name: &str) -> String {
    let mut signs = name.chars();
    signs.next().map_or_else(String::new, |first| first.to_lowercase().chain(signs).collect())
}
