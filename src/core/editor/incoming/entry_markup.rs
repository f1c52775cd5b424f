//! An entry as it is written where it comes from, for another file: with its comments and whatever else is in it.

use std::{borrow::Cow, collections::HashMap};

use super::{importing::Importing, values};
use crate::{
    editor::workspace::Profile,
    mapping::agent_states::{ELEMENTS, PresenceMap, StateEntry, writing},
    source::{
        edit::{Edit, Edits},
        indent,
        text::Span,
        xml::{self, End, Xml},
    },
};

/// The files that entries come from: those of the pieces, and the one that was there.
pub struct Sources<'a> {
    files: Vec<(Cow<'a, str>, PresenceMap)>,
    /// By ID the first piece that has it.
    first: HashMap<String, usize>,
    /// Whether the last file is the one that was there.
    has_present: bool,
}

impl<'a> Sources<'a> {
    /// Those of an import; whole files first.
    pub fn new(importing: &'a Importing, present: Option<&'a Profile>) -> Sources<'a> {
        let mut pieces: Vec<_> = importing.taken().map(|(_, piece)| piece).collect();
        pieces.sort_by_key(|piece| piece.kind != super::kind::Kind::AgentStates);
        let texts = pieces.into_iter().map(|piece| without_unread(&piece.profile().xml));
        let texts = texts.chain(present.map(|profile| Cow::from(&*profile.xml)));
        let read = |text: Cow<'a, str>| {
            let map = PresenceMap::read(&text);
            (text, map)
        };
        let files: Vec<(Cow<str>, PresenceMap)> = texts.map(read).collect();
        let mut first = HashMap::new();
        let of_pieces = files.len() - usize::from(present.is_some());
        for (at, (_, map)) in files[..of_pieces].iter().enumerate() {
            for id in map.entries.iter().filter_map(|entry| entry.id.as_ref()) {
                first.entry(id.text.clone()).or_insert(at);
            }
        }
        Sources { files, first, has_present: present.is_some() }
    }

    /// Where an entry comes from; one that stays, from the file that was there.
    pub fn of(&self, id: &str, is_kept: bool) -> Option<usize> {
        match is_kept {
            true => self.has_present.then(|| self.files.len() - 1),
            false => self.first.get(id).copied(),
        }
    }

    /// Its element, by the name that entries have in the other file, and indented as they are there.
    pub fn element(&self, source: usize, id: &str, name: &str, indent: Option<&str>) -> String {
        let (text, map) = &self.files[source];
        let entry = map.entry_of(id).map(|at| &map.entries[at]);
        let Some(entry) = entry else { return String::new() };
        let element = element(text, entry, name, indent);
        // What no reader of XML takes would make the whole file one that is not read.
        match Xml::read(&element, &ELEMENTS).faults.is_empty() {
            true => element,
            false => anew(entry, name, indent),
        }
    }
}

/// A file without the texts that bring nothing: what is not shown does not come along.
fn without_unread(text: &str) -> Cow<'_, str> {
    let map = PresenceMap::read(text);
    let unread: Vec<Span> = map.entries.iter().flat_map(values::unread).map(|activity| activity.span).collect();
    match unread.is_empty() {
        true => text.into(),
        false => indent::deletion(text, unread).apply(text).into(),
    }
}

/// An entry as it is written in a text, by the name that entries have in another one, and indented as they are there.
pub(in crate::editor) fn element(text: &str, entry: &StateEntry, name: &str, indent: Option<&str>) -> String {
    let own_name = entry.name_span.text(text);
    let whole = writing::without_blanks_behind(text, entry.span);
    let is_whole = !matches!(entry.end, End::Missing) && entry.activities.iter().all(|own| own.end != End::Missing);
    // What is broken, or has other names, is written anew.
    if own_name != name || !is_whole {
        return anew(entry, name, indent);
    }
    let Some(indent) = indent else { return whole.text(text).to_owned() };
    let own_indent = own_indent(text, entry);
    if own_indent == indent {
        return whole.text(text).to_owned();
    }
    // Lines that begin inside a text are a part of it, and inside a tag perhaps of a value.
    let is_in_text = |at: usize| {
        let position = entry.activities.partition_point(|own| own.span.end <= at);
        let own = entry.activities.get(position);
        let is_in = |span: Span| span.start < at && at <= span.end;
        is_in(entry.start_tag) || own.is_some_and(|own| is_in(own.start_tag) || is_in(own.text.span))
    };
    let feeds = whole.text(text).match_indices('\n').map(|(feed, _)| whole.start + feed + 1);
    let lines = feeds.filter(|line| !is_in_text(*line)).map(|line| {
        let shared = text[line..].bytes().zip(own_indent.bytes()).take_while(|(one, other)| one == other).count();
        Edit::replace(Span::new(line, line + shared), indent)
    });
    let moved =
        lines.map(|edit| Edit { span: Span::new(edit.span.start - whole.start, edit.span.end - whole.start), ..edit });
    Edits::new(moved.collect()).unwrap_or_default().apply(whole.text(text))
}

/// How far an entry is indented: of one that was copied from its tag on, its end tag says it.
fn own_indent<'a>(text: &'a str, entry: &StateEntry) -> &'a str {
    let front = indent::indent_of(text, entry.span.start).unwrap_or_default();
    let back = match entry.end {
        End::Tag(tag) => indent::indent_of(text, tag.start),
        End::Empty | End::Missing => None,
    };
    back.filter(|back| front.is_empty() && entry.span.text(text).contains('\n') && !back.is_empty()).unwrap_or(front)
}

/// An entry written anew, with nothing but what the guide has.
pub(super) fn anew(entry: &StateEntry, name: &str, indent: Option<&str>) -> String {
    let attribute = |written: &str| xml::escape_attribute(written, '"').into_owned();
    let id = entry.id.as_ref().map_or_else(String::new, |id| attribute(&id.text));
    let availability = entry.availability.as_ref();
    let availability =
        availability.map_or_else(String::new, |own| format!(" availability=\"{}\"", attribute(&own.text)));
    let prefix = name.split_once(':').map_or(String::new(), |(prefix, _)| format!("{prefix}:"));
    let (inner, outer) = match indent {
        Some(indent) => (format!("\n{indent}  "), format!("\n{indent}")),
        None => (String::new(), String::new()),
    };
    let texts = entry.activities.iter().filter_map(|own| {
        let lcid = own.lcid_value().filter(|_| !own.text.text.is_empty())?;
        let text = xml::escape_text(&own.text.text);
        Some(format!("{inner}<{prefix}activity LCID=\"{}\">{text}</{prefix}activity>", lcid.number()))
    });
    format!("<{name} ID=\"{id}\"{availability}>{}{outer}</{name}>", texts.collect::<String>())
}
