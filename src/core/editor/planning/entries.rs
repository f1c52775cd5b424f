//! The entries of the file: adding, removing, renaming, and their availability.

use super::{ids, rows, writable};
use crate::{
    editor::{
        change::{Change, Renamed},
        place::EntryPlace,
        refusal::Refusal,
        subject::Subject,
    },
    mapping::agent_states::{StateEntry, writing},
    source::{indent, text::Part},
};

/// The entry at a place of the present text, and its position.
///
/// # Errors
/// Another entry, or none, begins there.
pub(super) fn entry<'a>(subject: Subject<'a>, place: &EntryPlace) -> Result<(usize, &'a StateEntry), Refusal> {
    let entries = &subject.analysis.map.entries;
    match place.position(entries) {
        Some(position) => Ok((position, &entries[position])),
        None => Err(Refusal::OtherId(place.id.clone().unwrap_or_else(|| "The entry".to_owned()))),
    }
}

/// The entry's ID for a label; a nameless one is told by its line.
pub(super) fn name(subject: Subject<'_>, entry: &StateEntry) -> String {
    match &entry.id {
        Some(id) if !id.text.is_empty() => id.text.clone(),
        _ => format!("the entry in line {}", subject.analysis.xml_lines.line_of(entry.span.start) + 1),
    }
}

pub(super) fn set_availability(subject: Subject<'_>, place: &EntryPlace, value: &str) -> Result<Change, Refusal> {
    let (_, entry) = entry(subject, place)?;
    availability_of(subject, entry, value)
}

/// The change that sets the availability of an entry that was found.
pub(super) fn availability_of(subject: Subject<'_>, entry: &StateEntry, value: &str) -> Result<Change, Refusal> {
    writable(value)?;
    let label = format!("Availability of {} set", name(subject, entry));
    if entry.availability.as_ref().is_some_and(|written| written.text == value) {
        return Ok(Change::new(label));
    }
    if entry.broken && entry.availability.is_none() {
        return Err(subject.broken(entry.start_tag));
    }
    // Beside the ID is where the guide has it.
    let behind = entry.id.as_ref().map_or(entry.name_span.end, |id| writing::quotes(&subject.profile.xml, id.span).1);
    let edit = writing::attribute(&subject.profile.xml, entry.availability.as_ref(), "availability", value, behind);
    Ok(subject.change(label, Part::Xml, edit))
}

pub(super) fn add(subject: Subject<'_>, id: &str, availability: &str) -> Result<Change, Refusal> {
    ids::check_entry(id)?;
    writable(availability)?;
    if subject.analysis.map.entry_of(id).is_some() {
        return Err(Refusal::IdTaken(id.to_owned()));
    }
    let edit = subject.analysis.map.addition(&subject.profile.xml, id, availability).ok_or(Refusal::NowhereToAdd)?;
    Ok(subject.change(format!("Entry {id} added"), Part::Xml, edit))
}

pub(super) fn remove(subject: Subject<'_>, place: &EntryPlace) -> Result<Change, Refusal> {
    let (_, entry) = entry(subject, place)?;
    let text = &*subject.profile.xml;
    let edits = indent::deletion(text, [writing::without_blanks_behind(text, entry.span)]);
    Ok(subject.change(format!("{} removed", name(subject, entry)), Part::Xml, edits))
}

pub(super) fn rename(subject: Subject<'_>, place: &EntryPlace, id: &str) -> Result<Change, Refusal> {
    ids::check_entry(id)?;
    let (position, entry) = entry(subject, place)?;
    let label = format!("{} renamed to {id}", name(subject, entry));
    let old = entry.id.as_ref().map(|id| id.text.as_str());
    if old == Some(id) {
        return Ok(Change::new(label));
    }
    if subject.analysis.map.entry_of(id).is_some() {
        return Err(Refusal::IdTaken(id.to_owned()));
    }
    let file = writing::attribute(&subject.profile.xml, entry.id.as_ref(), "ID", id, entry.name_span.end);
    let renamed = Renamed { profile: subject.profile.id, entry: EntryPlace::of(entry), id: Some(id.to_owned()) };
    let change = subject.change(label, Part::Xml, file).with_renamed(renamed);
    // Rows follow the entry they resolve to: the first with their ID, not its later namesakes.
    let Some(old) = old.filter(|old| subject.analysis.map.entry_of(old) == Some(position)) else {
        return Ok(change);
    };
    Ok(change.with(subject.place(Part::Options), rows::renamed(subject, &[(old, id)])?))
}
