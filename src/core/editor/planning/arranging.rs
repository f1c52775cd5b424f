//! Entries that are copied within the file, or change places with a neighbour.

use super::{entries, ids};
use crate::{
    editor::{change::Change, place::EntryPlace, refusal::Refusal, subject::Subject},
    mapping::agent_states::{PresenceMap, StateEntry, writing},
    source::{
        edit::{Edit, Edits},
        indent,
        text::{Part, Span},
        xml::{End, Xml},
    },
};

/// Puts a copy below an entry, with an ID of its own and without the comments.
pub(super) fn duplicate(subject: Subject<'_>, place: &EntryPlace) -> Result<Change, Refusal> {
    let (position, entry) = entries::entry(subject, place)?;
    let id = entry.id.as_ref().filter(|id| !id.text.is_empty()).ok_or(Refusal::EmptyId)?;
    alone(subject, entry)?;
    let text = &*subject.profile.xml;
    let new = free_id(&subject.analysis.map, &id.text);
    ids::check_entry(&new)?;
    let within = |span: &Span| entry.span.covers(*span);
    let comments: Vec<Span> = subject.analysis.xml.comments.iter().copied().filter(within).collect();
    // In a text, the lines around a comment are a part of it.
    let is_in_text = |span: &Span| entry.activities.iter().any(|activity| activity.span.covers(*span));
    let (inside, between): (Vec<Span>, Vec<Span>) = comments.into_iter().partition(is_in_text);
    let between = between.into_iter().map(|comment| with_blanks_in_front(text, comment));
    let mut edits: Vec<Edit> = indent::deletion(text, between).iter().cloned().collect();
    edits.extend(inside.into_iter().map(Edit::delete));
    edits.push(writing::attribute(text, entry.id.as_ref(), "ID", &new, entry.name_span.end));
    let moved = edits.into_iter().map(|edit| Edit {
        span: Span::new(edit.span.start - entry.span.start, edit.span.end - entry.span.start),
        text: edit.text,
    });
    let edits = Edits::new(moved.collect()).ok_or(Refusal::Entangled)?;
    let front = indent::indent_of(text, entry.span.start).map_or_else(String::new, |indent| format!("\n{indent}"));
    let copy = Edit::insert(with_comments_behind(text, entry.span).end, front + &edits.apply(entry.span.text(text)));
    let after = Edits::from(copy.clone()).apply(text);
    let again = PresenceMap::read(&after);
    let (mut now, before) = (said(&again, &after), said(&subject.analysis.map, text));
    let at = position + 1;
    let is_same = again.entries.get(at).is_some_and(|copy| texts(copy) == texts(entry));
    if is_same {
        now.remove(at);
    }
    // What is open in the copy would take what stands behind it; what a comment has parted would be read as one.
    if !is_same || now != before {
        return Err(Refusal::Entangled);
    }
    Ok(subject.change(format!("{} duplicated as {new}", id.text), Part::Xml, copy))
}

/// A comment at the end of its line, with the blanks that part it from what it stands behind.
fn with_blanks_in_front(text: &str, comment: Span) -> Span {
    let is_last = text[comment.end..indent::line_end(text, comment.end)].trim_ascii().is_empty();
    match is_last {
        true => Span::new(text[..comment.start].trim_end_matches([' ', '\t']).len(), comment.end),
        false => comment,
    }
}

/// The next of `INCALL_2`, `INCALL_3`, ... that no entry has.
fn free_id(map: &PresenceMap, id: &str) -> String {
    let stem = id.rsplit_once('_').filter(|(stem, number)| !stem.is_empty() && number.parse::<u32>().is_ok());
    let stem = stem.map_or(id, |(stem, _)| stem);
    let mut numbers = (2_u64..).map(|number| format!("{stem}_{number}"));
    numbers.find(|id| map.entry_of(id).is_none()).expect("a file has fewer entries than there are numbers")
}

/// Moves an entry in front of the one before it, or behind the next one. What moves in the text is the neighbour, so that
/// the entry stays who it is.
pub(super) fn shift(subject: Subject<'_>, place: &EntryPlace, up: bool) -> Result<Change, Refusal> {
    let (position, entry) = entries::entry(subject, place)?;
    let (map, xml, text) = (&subject.analysis.map, &subject.analysis.xml, &*subject.profile.xml);
    let name = entries::name(subject, entry);
    let label = format!("{name} moved {}", if up { "up" } else { "down" });
    let beside = if up { position.checked_sub(1) } else { Some(position + 1) };
    let Some(neighbour) = beside.and_then(|beside| map.entries.get(beside)) else {
        return Err(Refusal::NoNeighbour(name, up));
    };
    alone(subject, entry)?;
    alone(subject, neighbour)?;
    if parent(xml, entry) != parent(xml, neighbour) {
        return Err(Refusal::NoNeighbour(name, up));
    }
    let (own, other) = (block(text, xml, entry.span), block(text, xml, neighbour.span));
    let (moved, to) = match up {
        true => (Span::new(other.start, own.start.max(other.end)), own.end),
        false => (Span::new(own.end, other.end), own.start),
    };
    let edits = Edits::new(vec![Edit::delete(moved), Edit::insert(to, moved.text(text))]).ok_or(Refusal::Entangled)?;
    let mut expected = said(map, text);
    expected.swap(position, if up { position - 1 } else { position + 1 });
    let after = edits.apply(text);
    if said(&PresenceMap::read(&after), &after) != expected {
        return Err(Refusal::Entangled);
    }
    Ok(subject.change(label, Part::Xml, edits))
}

/// What an entry says besides its ID.
fn texts(entry: &StateEntry) -> (Option<&str>, Vec<(Option<&str>, &str)>) {
    let texts = entry.activities.iter().map(|own| (own.lcid.as_ref().map(|lcid| &*lcid.text), &*own.text.text));
    (entry.availability.as_ref().map(|written| &*written.text), texts.collect())
}

/// The entries as they are written: what is broken in one of them may reach into others when it comes to stand elsewhere.
fn said<'a>(map: &PresenceMap, text: &'a str) -> Vec<&'a str> {
    map.entries.iter().map(|entry| entry.span.text(text)).collect()
}

/// # Errors
/// The entry is broken, or another one stands in it, or around it.
fn alone(subject: Subject<'_>, entry: &StateEntry) -> Result<(), Refusal> {
    let is_other = |other: &&StateEntry| other.span.start != entry.span.start;
    let meets = |other: &StateEntry| other.span.start < entry.span.end && entry.span.start < other.span.end;
    match entry.end {
        End::Missing => Err(subject.broken(entry.start_tag)),
        _ if entry.broken || !entry.start_tag.text(&subject.profile.xml).ends_with('>') => {
            Err(subject.broken(entry.start_tag))
        }
        _ if subject.analysis.map.entries.iter().filter(is_other).any(meets) => Err(Refusal::Entangled),
        _ => Ok(()),
    }
}

/// The element that an entry stands in.
fn parent(xml: &Xml, entry: &StateEntry) -> Option<usize> {
    let at = xml.elements.binary_search_by_key(&entry.span.start, |element| element.span.start).ok()?;
    xml.elements[at].parent
}

/// What moves with an element: the blanks in front of it, the comments directly above it, and those behind it in its line.
fn block(text: &str, xml: &Xml, element: Span) -> Span {
    let mut start = element.start;
    loop {
        let blanks = text[..start].len() - text[..start].trim_ascii_end().len();
        let above = start - blanks;
        let is_direct = text[above..start].matches('\n').count() <= 1;
        let comment = xml.comments.iter().rev().find(|comment| comment.end == above && !comment.is_empty());
        match comment.filter(|comment| is_direct && !is_behind(text, xml, **comment)) {
            Some(comment) => start = comment.start,
            None => return Span::new(above, with_comments_behind(text, element).end),
        }
    }
}

/// Whether a comment stands behind a tag in its line, and so belongs to that.
fn is_behind(text: &str, xml: &Xml, comment: Span) -> bool {
    let front = text[indent::line_start(text, comment.start)..comment.start].trim_ascii_end();
    let end = indent::line_start(text, comment.start) + front.len();
    let before = xml.comments.iter().find(|before| before.end == end && !front.is_empty());
    match before {
        Some(before) => is_behind(text, xml, *before),
        None => front.ends_with('>'),
    }
}

/// An element with the comments behind it in its line, where nothing else follows there.
fn with_comments_behind(text: &str, element: Span) -> Span {
    let line = &text[element.end..indent::line_end(text, element.end)];
    let mut rest = line.trim_ascii();
    while let Some(behind) = rest.strip_prefix("<!--").and_then(|inside| inside.split_once("-->")) {
        rest = behind.1.trim_ascii_start();
    }
    match rest.is_empty() {
        true => Span::new(element.start, element.end + line.trim_ascii_end().len()),
        false => element,
    }
}
