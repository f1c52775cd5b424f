//! What a mended draft says, value by value.

use std::collections::{HashMap, HashSet};

use super::{draft::LINES_IN_FRONT, kind::Kind, tables};
use crate::{
    editor::workspace::Profile,
    mapping::{
        agent_states::{Activity, ELEMENTS, PresenceMap, StateEntry},
        aggregated_states::Separator,
        lcid::Lcid,
        option_name::OptionName,
        options::{Mode, ProfileOptions},
        states::StateNumber,
    },
    source::{
        phrase::counted,
        text::{LineIndex, Span},
        xml::{self, Xml},
    },
};

/// What a piece brings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Values {
    /// Rows of `aggregated-states` and their IDs.
    pub rows: Vec<(StateNumber, String)>,
    /// What stands between number and ID.
    pub separator: Separator,
    /// Options but `aggregated-states`, by their names, as written.
    pub options: Vec<(String, String)>,
    /// Which way presence goes by them.
    pub mode: Mode,
    /// Entries, each ID once.
    pub entries: Vec<EntryValues>,
    /// The languages of their texts, in the order in which they first appear.
    pub languages: Vec<Lcid>,
    /// What of it brings nothing, and why.
    pub lost: Vec<String>,
    /// Comments, elements and attributes that no guide has; they come along with a whole file and with new entries.
    pub beside: Vec<String>,
}

/// An entry as a piece has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryValues {
    /// Its ID.
    pub id: String,
    /// Its availability as written; `None` where the piece has none for it.
    pub availability: Option<String>,
    /// Its texts as colleagues read them, each language once.
    pub texts: Vec<(Lcid, String)>,
    /// Where its element stands in the draft.
    pub span: Span,
}

/// So many options are read: a hundred times those of a section that has many.
const MOST_OPTIONS: usize = 2000;

/// So many things that bring nothing are told one by one.
const MOST_LOST: usize = 5;

impl Values {
    /// The values of a draft of a kind.
    pub fn of(profile: &Profile, kind: Kind) -> Values {
        let options = ProfileOptions::read(&profile.options);
        let states = &options.aggregated_states;
        let mut values = Values { separator: states.separator, mode: options.mode, ..Values::default() };
        values.rows = StateNumber::all().filter_map(|row| Some((row, states.id_of(row)?.to_owned()))).collect();
        let mut names = HashSet::new();
        for option in &options.options {
            let name = option.name.text(&profile.options);
            let is_rows = option.known == Some(OptionName::AggregatedStates);
            if !is_rows && names.len() < MOST_OPTIONS && names.insert(name) {
                values.options.push((name.to_owned(), option.value.text(&profile.options).to_owned()));
            }
        }
        if !profile.xml.trim().is_empty() {
            let xml = Xml::read(&profile.xml, &ELEMENTS);
            let map = PresenceMap::of(&profile.xml, &xml);
            values.read_entries(&map, &LineIndex::new(&profile.xml), kind);
            values.languages = map.languages();
            if kind.is_markup() {
                values.beside = beside(&profile.xml, &xml);
            }
        }
        values
    }

    fn read_entries(&mut self, map: &PresenceMap, lines: &LineIndex, kind: Kind) {
        let mut lost = Vec::new();
        let mut first: HashMap<&str, usize> = HashMap::new();
        // Of a table the lines are others than those of its draft.
        let front = if kind == Kind::Fragments { LINES_IN_FRONT } else { 0 };
        let line = |span: Span| match kind.is_markup() {
            true => format!("line {}: ", (lines.line_of(span.start) + 1).saturating_sub(front)),
            false => String::new(),
        };
        for (position, entry) in map.entries.iter().enumerate() {
            let Some(id) = entry.id.as_ref().map(|id| id.text.as_str()).filter(|id| !id.trim().is_empty()) else {
                lost.push(format!("{}an entry without an ID", line(entry.span)));
                continue;
            };
            if map.entry_of(id) != Some(position) {
                let before = first.get(id).filter(|_| kind == Kind::Fragments);
                let Some(before) = before.map(|at: &usize| &mut self.entries[*at]) else {
                    lost.push(format!("{}{id} is there again", line(entry.span)));
                    continue;
                };
                // Fragments of one entry, one language each, are one entry.
                let own = entry_values(entry, id, |span, why| lost.push(format!("{}{id}, {why}", line(span))));
                if !tables::takes(&mut before.availability, &mut before.texts, (own.availability, own.texts)) {
                    lost.push(format!("{}{id} is there again, and says otherwise", line(entry.span)));
                }
                continue;
            }
            if entry.availability.is_none() && entry.activities.is_empty() {
                lost.push(format!("{}{id} has neither availability nor text", line(entry.span)));
                continue;
            }
            first.insert(id, self.entries.len());
            self.entries.push(entry_values(entry, id, |span, why| lost.push(format!("{}{id}, {why}", line(span)))));
        }
        let more = lost.len().saturating_sub(MOST_LOST);
        lost.truncate(MOST_LOST);
        self.lost = lost;
        if 0 < more {
            self.lost.push(format!("and {more} more"));
        }
    }

    /// How many values there are.
    pub fn count(&self) -> usize {
        let of_entries = self.entries.iter().map(|entry| entry.texts.len() + usize::from(entry.availability.is_some()));
        self.rows.len() + self.options.len() + of_entries.sum::<usize>()
    }
}

/// The texts of an entry that bring nothing: those without a language that is known, those of one that is there already,
/// and empty ones.
pub(super) fn unread(entry: &StateEntry) -> impl Iterator<Item = &Activity> {
    let mut languages = HashSet::new();
    entry.activities.iter().filter(move |activity| {
        let is_first = activity.lcid_value().is_some_and(|lcid| languages.insert(lcid));
        !is_first || activity.text.text.is_empty()
    })
}

fn entry_values(entry: &StateEntry, id: &str, mut lost: impl FnMut(Span, String)) -> EntryValues {
    let mut texts: Vec<(Lcid, String)> = Vec::new();
    for activity in &entry.activities {
        match activity.lcid_value() {
            None => {
                let why = match &activity.lcid {
                    Some(lcid) => format!("a text of LCID \u{201c}{}\u{201d}, which is no language", lcid.text),
                    None => "a text without an LCID".to_owned(),
                };
                lost(activity.span, why);
            }
            Some(lcid) if texts.iter().any(|(own, _)| *own == lcid) => {
                lost(activity.span, format!("{} is there again", lcid.name()));
            }
            // An empty text is what a gap shows.
            Some(_) if activity.text.text.is_empty() => {}
            Some(lcid) => texts.push((lcid, activity.text.text.clone())),
        }
    }
    let availability = entry.availability.as_ref().map(|written| written.text.trim().to_owned());
    EntryValues { id: id.to_owned(), availability, texts, span: entry.span }
}

/// Comments, and what no guide has: "2 comments", "the attribute note".
fn beside(text: &str, read: &Xml) -> Vec<String> {
    let mut found = Vec::new();
    if !read.comments.is_empty() {
        found.push(counted(read.comments.len(), "comment", "comments"));
    }
    let local = |span: Span| xml::local_name(span.text(text));
    let mut names: Vec<String> = Vec::new();
    let mut note = |what: String| {
        if !names.contains(&what) {
            names.push(what);
        }
    };
    for element in &read.elements {
        let name = local(element.name);
        let known: &[&str] = match name {
            "agentStates" => &[],
            "agentState" => &["ID", "availability"],
            "activity" => &["LCID"],
            _ => {
                note(format!("the element {name}"));
                continue;
            }
        };
        for attribute in &read.attributes[element.attributes.clone()] {
            let written = attribute.name.text(text);
            if !known.contains(&written) && !written.starts_with("xmlns") {
                note(format!("the attribute {written}"));
            }
        }
    }
    found.extend(names);
    found
}
