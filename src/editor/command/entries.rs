//! The entries of the file: adding, removing, renaming, and their availability.

use super::{Change, Refusal, Subject, writable};
use crate::{
    mapping::agent_states::{FIRST_LINES, LAST_LINE, StateEntry, Written},
    source::{
        edit::{Edit, Edits},
        indent,
        text::{Part, Span},
        xml,
    },
};

pub(super) fn entry<'a>(subject: Subject<'a>, position: usize) -> Result<&'a StateEntry, Refusal> {
    subject.analysis.map.entries.get(position).ok_or(Refusal::Gone)
}

/// The entry's ID for a label; a nameless one is told by its line.
pub(super) fn name(subject: Subject<'_>, entry: &StateEntry) -> String {
    match &entry.id {
        Some(id) if !id.text.is_empty() => id.text.clone(),
        _ => format!("the entry in line {}", subject.analysis.xml_lines.line_of(entry.span.start) + 1),
    }
}

pub(super) fn set_availability(subject: Subject<'_>, position: usize, value: &str) -> Result<Change, Refusal> {
    writable(value)?;
    let entry = entry(subject, position)?;
    let label = format!("Set availability of {}", name(subject, entry));
    if entry.availability.as_ref().is_some_and(|written| written.text == value) {
        return Ok(Change::new(label));
    }
    let after = entry.id.as_ref().map(|id| id.span.end + 1);
    Ok(subject.change(
        label,
        Part::Xml,
        attribute(subject, entry, entry.availability.as_ref(), "availability", value, after),
    ))
}

/// Replaces the value of an attribute; a missing one goes to `behind`, or behind the element's name.
fn attribute(
    subject: Subject<'_>,
    entry: &StateEntry,
    written: Option<&Written>,
    name: &str,
    value: &str,
    behind: Option<usize>,
) -> Edit {
    match written {
        Some(written) => {
            let quote = quote_before(&subject.profile.xml, written.span);
            Edit::replace(written.span, xml::escape_attribute(value, quote))
        }
        None => {
            let text = format!(" {name}=\"{}\"", xml::escape_attribute(value, '"'));
            Edit::insert(behind.unwrap_or(entry.name_span.end), text)
        }
    }
}

/// The quote an attribute's value stands in.
pub(super) fn quote_before(text: &str, value: Span) -> char {
    if text[..value.start].ends_with('\'') { '\'' } else { '"' }
}

pub(super) fn add(subject: Subject<'_>, id: &str, availability: &str) -> Result<Change, Refusal> {
    writable(id)?;
    writable(availability)?;
    if id.is_empty() {
        return Err(Refusal::EmptyId);
    }
    if subject.analysis.map.entry_of(id).is_some() {
        return Err(Refusal::IdTaken(id.to_owned()));
    }
    let edit = addition(subject, id, availability)?;
    Ok(subject.change(format!("Add entry {id}"), Part::Xml, edit))
}

fn addition(subject: Subject<'_>, id: &str, availability: &str) -> Result<Edit, Refusal> {
    let text = &*subject.profile.xml;
    let map = &subject.analysis.map;
    let written = |name: &str, indent: &str| {
        format!(
            "<{name} ID=\"{}\" availability=\"{}\">\n{indent}</{name}>",
            xml::escape_attribute(id, '"'),
            xml::escape_attribute(availability, '"')
        )
    };
    if let Some(last) = map.entries.last() {
        let name = last.name_span.text(text);
        return Ok(match indent::indent_of(text, last.span.start) {
            Some(indent) => Edit::insert(last.span.end, format!("\n{indent}{}", written(name, indent))),
            None => Edit::insert(last.span.end, written(name, "")),
        });
    }
    let Some(root) = map.root.as_ref().filter(|root| root.is_agent_states) else {
        if !text.trim().is_empty() {
            return Err(Refusal::NowhereToAdd);
        }
        let [declaration, start] = FIRST_LINES;
        let whole = format!("{declaration}\n{start}\n  {}\n{LAST_LINE}\n", written("agentState", "  "));
        return Ok(Edit::replace(Span::new(0, text.len()), whole));
    };
    let root_name = root.name.text(text);
    let name = match root_name.split_once(':') {
        Some((prefix, _)) => format!("{prefix}:agentState"),
        None => "agentState".to_owned(),
    };
    let own = indent::indent_of(text, root.start_tag.start).unwrap_or_default();
    let inner = format!("{own}{}", indent_unit(subject));
    let entry = written(&name, &inner);
    if root.start_tag.text(text).ends_with("/>") {
        let slash = Span::new(root.start_tag.end - 2, root.start_tag.end);
        return Ok(Edit::replace(slash, format!(">\n{inner}{entry}\n{own}</{root_name}>")));
    }
    match root.end_tag {
        // The blanks in front of the end tag stay its own.
        Some(end_tag) if indent::indent_of(text, end_tag.start).is_some() => {
            Ok(Edit::insert(indent::line_start(text, end_tag.start), format!("{inner}{entry}\n")))
        }
        Some(end_tag) => Ok(Edit::insert(end_tag.start, format!("\n{inner}{entry}\n{own}"))),
        None => Ok(Edit::insert(root.start_tag.end, format!("\n{inner}{entry}"))),
    }
}

/// How much deeper a child stands, as the file does it; two blanks where it gives no example.
pub(super) fn indent_unit(subject: Subject<'_>) -> &str {
    let text = &*subject.profile.xml;
    let example = subject.analysis.map.entries.iter().find_map(|entry| {
        let own = indent::indent_of(text, entry.span.start)?;
        let activity = entry.activities.first()?;
        let inner = indent::indent_of(text, activity.span.start)?;
        inner.strip_prefix(own).filter(|unit| !unit.is_empty())
    });
    example.unwrap_or("  ")
}

pub(super) fn remove(subject: Subject<'_>, position: usize) -> Result<Change, Refusal> {
    let entry = entry(subject, position)?;
    let span = indent::whole_lines(&subject.profile.xml, entry.span);
    Ok(subject.change(format!("Remove {}", name(subject, entry)), Part::Xml, Edit::delete(span)))
}

pub(super) fn rename(subject: Subject<'_>, position: usize, id: &str) -> Result<Change, Refusal> {
    writable(id)?;
    if let Some(character) = id.chars().find(|character| matches!(character, ',' | '\n' | '\r')) {
        return Err(Refusal::NotOneValue(character));
    }
    if id.is_empty() {
        return Err(Refusal::EmptyId);
    }
    let entry = entry(subject, position)?;
    let label = format!("Rename {} to {id}", name(subject, entry));
    let old = entry.id.as_ref().map(|id| id.text.as_str());
    if old == Some(id) {
        return Ok(Change::new(label));
    }
    if subject.analysis.map.entry_of(id).is_some() {
        return Err(Refusal::IdTaken(id.to_owned()));
    }
    let file = attribute(subject, entry, entry.id.as_ref(), "ID", id, None);
    let change = subject.change(label, Part::Xml, file);
    // Rows follow the entry they resolve to: the first with their ID, not its later namesakes.
    let Some(old) = old.filter(|old| subject.analysis.map.entry_of(old) == Some(position)) else {
        return Ok(change);
    };
    let states = &subject.analysis.options.aggregated_states;
    let rows = states.pairs.iter().filter(|pair| pair.id == old).map(|pair| Edit::replace(pair.id_span, id));
    let rows = Edits::new(rows.collect()).expect("the IDs of different pairs do not overlap");
    Ok(change.with(subject.place(Part::Options), rows))
}
