//! What was found gives way to something else: in texts, in IDs with their rows, in the texts as they are written.

use super::{
    cells::{self, EntryValues},
    entries, ids, rows,
};
use crate::{
    editor::{
        change::{Change, Renamed},
        command::{NewId, NewText, Replacing},
        place::EntryPlace,
        refusal::Refusal,
        subject::Subject,
    },
    mapping::agent_states::{StateEntry, writing},
    source::{
        edit::{Edit, Edits},
        phrase::counted,
        text::Part,
    },
};

pub(super) fn replace(subject: Subject<'_>, replacing: &Replacing) -> Result<Change, Refusal> {
    match replacing {
        Replacing::Texts(texts) => in_texts(subject, texts),
        Replacing::Ids(ids) => in_ids(subject, ids),
        Replacing::Written { part, edits } => written(subject, *part, edits),
    }
}

fn in_texts(subject: Subject<'_>, texts: &[NewText]) -> Result<Change, Refusal> {
    // By the position of the entry.
    let mut own: Vec<(usize, EntryValues<'_>)> = Vec::new();
    let mut count = 0;
    for NewText { entry, lcid, old, new } in texts {
        let (position, entry) = entries::entry(subject, entry)?;
        let is_as_it_was =
            entry.activity_in(*lcid).is_some_and(|activity| entry.activities[activity].text.text == *old);
        if !is_as_it_was {
            return Err(Refusal::OtherText(entries::name(subject, entry)));
        }
        if old == new {
            continue;
        }
        count += 1;
        let at = own.binary_search_by_key(&position, |(position, _)| *position).unwrap_or_else(|at| {
            own.insert(at, (position, EntryValues::default()));
            at
        });
        own[at].1.texts.push((*lcid, new));
    }
    let label = format!("Replace {}", counted(count, "text", "texts"));
    Ok(subject.change(label, Part::Xml, cells::xml_edits(subject, &own)?))
}

/// All at once: an ID may become one that another entry gives up.
fn in_ids(subject: Subject<'_>, ids: &[NewId]) -> Result<Change, Refusal> {
    let map = &subject.analysis.map;
    let mut file: Vec<Edit> = Vec::new();
    let mut new_ids: Vec<(usize, &str)> = Vec::new();
    let mut in_rows: Vec<(&str, &str)> = Vec::new();
    let mut renamed: Vec<Renamed> = Vec::new();
    for id in ids {
        let new = match id {
            NewId::OfEntry { new, .. } | NewId::OfRows { new, .. } => new.trim(),
        };
        ids::check_entry(new)?;
        let (position, entry) = match id {
            NewId::OfRows { old, .. } => {
                in_rows.push((old, new));
                continue;
            }
            NewId::OfEntry { entry, .. } => entries::entry(subject, entry)?,
        };
        let old = id_of(entry);
        if old == new {
            continue;
        }
        new_ids.push((position, new));
        file.push(writing::attribute(&subject.profile.xml, entry.id.as_ref(), "ID", new, entry.name_span.end));
        renamed.push(Renamed { profile: subject.profile.id, entry: EntryPlace::of(entry), id: Some(new.to_owned()) });
        // Rows follow the entry they resolve to: the first with their ID, not its later namesakes.
        if map.entry_of(old) == Some(position) {
            in_rows.push((old, new));
        }
    }
    refuse_taken(subject, &new_ids)?;
    in_rows.retain(|(old, new)| old != new);
    let label = format!("Replace {}", counted(ids.len(), "ID", "IDs"));
    let file = Edits::new(file).ok_or(Refusal::Entangled)?;
    let change = subject.change(label, Part::Xml, file);
    let change = Change { renamed, ..change };
    Ok(change.with(subject.place(Part::Options), rows::renamed(subject, &in_rows)?))
}

/// Two entries that had two IDs never come to have one.
fn refuse_taken(subject: Subject<'_>, new_ids: &[(usize, &str)]) -> Result<(), Refusal> {
    let entries = &subject.analysis.map.entries;
    // With its ID of before, by the ID of afterwards.
    let mut after: Vec<(&str, &str)> = entries.iter().map(|entry| (id_of(entry), id_of(entry))).collect();
    for (position, new) in new_ids {
        after[*position].0 = new;
    }
    let is_new = |id: &str| new_ids.iter().any(|(_, new)| *new == id);
    after.sort_unstable();
    let taken = after.windows(2).find(|two| two[0].0 == two[1].0 && two[0].1 != two[1].1 && is_new(two[0].0));
    taken.map_or(Ok(()), |two| Err(Refusal::IdTaken(two[0].0.to_owned())))
}

fn id_of(entry: &StateEntry) -> &str {
    entry.id.as_ref().map_or("", |id| &id.text)
}

fn written(subject: Subject<'_>, part: Part, edits: &[Edit]) -> Result<Change, Refusal> {
    let text = subject.profile.text(part);
    let edits: Vec<Edit> = edits.iter().filter(|edit| edit.span.text(text) != edit.text).cloned().collect();
    let place = if part == Part::Xml { "XML source" } else { "Options" };
    let label = format!("Replace {} in {place}", counted(edits.len(), "hit", "hits"));
    Ok(subject.change(label, part, Edits::new(edits).ok_or(Refusal::Entangled)?))
}
