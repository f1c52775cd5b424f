//! The entries of the file: adding, removing, renaming, and their availability.

use super::{Change, Refusal, Subject, rows, writable};
use crate::{
    mapping::agent_states::{FIRST_LINES, LAST_LINE, StateEntry, Written},
    source::{
        edit::Edit,
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
    if entry.broken && entry.availability.is_none() {
        return Err(subject.broken(entry.start_tag));
    }
    // Beside the ID is where the guide has it.
    let behind = entry.id.as_ref().map_or(entry.name_span.end, |id| quotes(&subject.profile.xml, id.span).1);
    let edit = attribute(subject, entry.availability.as_ref(), "availability", value, behind);
    Ok(subject.change(label, Part::Xml, edit))
}

/// Replaces the value of an attribute; a missing attribute goes to `behind`.
fn attribute(subject: Subject<'_>, written: Option<&Written>, name: &str, value: &str, behind: usize) -> Edit {
    let text = &*subject.profile.xml;
    let Some(written) = written else {
        return Edit::insert(behind, format!(" {name}=\"{}\"", xml::escape_attribute(value, '"')));
    };
    let (quote, end) = quotes(text, written.span);
    let value = xml::escape_attribute(value, quote.unwrap_or('"'));
    match quote {
        Some(_) => Edit::replace(written.span, value),
        // Without quotes the new value could fall apart.
        None => Edit::replace(Span::new(written.span.start, end), format!("\"{value}\"")),
    }
}

/// The quote in front of an attribute's value, if it has one, and the offset behind the attribute.
fn quotes(text: &str, value: Span) -> (Option<char>, usize) {
    let is_quote = |sign: &char| matches!(sign, '"' | '\'');
    let closing = text[value.end..].chars().next().filter(is_quote);
    (text[..value.start].chars().next_back().filter(is_quote), value.end + usize::from(closing.is_some()))
}

/// The quote an attribute's value stands in; the usual one where it stands in none.
pub(super) fn quote_around(text: &str, value: Span) -> char {
    quotes(text, value).0.unwrap_or('"')
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
    let written = |name: &str, end: &str| {
        let (id, availability) = (xml::escape_attribute(id, '"'), xml::escape_attribute(availability, '"'));
        format!("<{name} ID=\"{id}\" availability=\"{availability}\">{end}</{name}>")
    };
    if let Some(last) = map.entries.last() {
        let name = last.name_span.text(text);
        return Ok(match indent::indent_of(text, last.span.start) {
            Some(indent) => Edit::insert(last.span.end, format!("\n{indent}{}", written(name, &format!("\n{indent}")))),
            None => Edit::insert(last.span.end, written(name, "")),
        });
    }
    let Some(root) = map.root.as_ref().filter(|root| root.is_agent_states) else {
        if !text.trim().is_empty() {
            return Err(Refusal::NowhereToAdd);
        }
        let [declaration, start] = FIRST_LINES;
        let whole = format!("{declaration}\n{start}\n  {}\n{LAST_LINE}\n", written("agentState", "\n  "));
        return Ok(Edit::replace(Span::new(0, text.len()), whole));
    };
    let root_name = root.name.text(text);
    let name = match root_name.split_once(':') {
        Some((prefix, _)) => format!("{prefix}:agentState"),
        None => "agentState".to_owned(),
    };
    let own = indent::indent_of(text, root.start_tag.start).unwrap_or_default();
    let inner = format!("{own}{}", indent_unit(subject));
    let entry = format!("\n{inner}{}", written(&name, &format!("\n{inner}")));
    if let Some(tag) = root.end_tag {
        // The line of the end tag stays its own.
        return Ok(match indent::indent_of(text, tag.start) {
            Some(blanks) => Edit::insert(tag.start - blanks.len(), format!("{}\n", &entry[1..])),
            None => Edit::insert(tag.start, format!("{entry}\n{own}")),
        });
    }
    if root.start_tag.text(text).ends_with("/>") {
        return Ok(opened(text, root.start_tag, &format!("{entry}\n{own}</{root_name}>")));
    }
    Ok(Edit::insert(root.start_tag.end, entry))
}

/// Gives an element without content, `<a/>`, the content and the end tag.
pub(super) fn opened(text: &str, start_tag: Span, content: &str) -> Edit {
    let end = start_tag.end - "/>".len();
    let front = text[start_tag.start..end].trim_end().len();
    Edit::replace(Span::new(start_tag.start + front, start_tag.end), format!(">{content}"))
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
    let text = &*subject.profile.xml;
    let edits = indent::deletion(text, [without_blanks_behind(text, entry.span)]);
    Ok(subject.change(format!("Remove {}", name(subject, entry)), Part::Xml, edits))
}

/// An element's span; an unclosed one leaves the blanks behind it to what follows.
pub(super) fn without_blanks_behind(text: &str, element: Span) -> Span {
    Span::new(element.start, element.start + element.text(text).trim_ascii_end().len())
}

pub(super) fn rename(subject: Subject<'_>, position: usize, id: &str) -> Result<Change, Refusal> {
    writable(id)?;
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
    let file = attribute(subject, entry.id.as_ref(), "ID", id, entry.name_span.end);
    let change = subject.change(label, Part::Xml, file);
    // Rows follow the entry they resolve to: the first with their ID, not its later namesakes.
    let Some(old) = old.filter(|old| subject.analysis.map.entry_of(old) == Some(position)) else {
        return Ok(change);
    };
    Ok(change.with(subject.place(Part::Options), rows::renamed(subject, old, id)?))
}
