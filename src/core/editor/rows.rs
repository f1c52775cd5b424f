//! The fifteen rows as they are shown: what each state comes to in the viewer's language.

use super::analysis::Analysis;
use crate::mapping::{
    availability::{Availability, Class},
    lcid::Lcid,
    resolve,
    states::StateNumber,
};

/// A row of the table of aggregated states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its number.
    pub number: StateNumber,
    /// The ID the option gives it; empty when it is not set.
    pub id: String,
    /// Position of the entry it comes to.
    pub entry: Option<usize>,
    /// What colleagues see.
    pub shown: ShownPresence,
    /// Whether the row above has another ID.
    pub begins_run: bool,
    /// Whether the row below has another ID.
    pub ends_run: bool,
}

/// What a colleague sees of a state, as far as it is documented.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShownPresence {
    /// The option gives the state no ID.
    NotSet,
    /// The file has no entry with this ID.
    NoEntry(String),
    /// The entry has no number from 0 to 18000; what stands there instead.
    NoAvailability(String),
    /// A presence.
    Presence {
        /// The number pushed.
        availability: Availability,
        /// The text in the viewer's language.
        text: Text,
    },
}

/// The activity text a viewer gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Text {
    /// This text replaces the class word.
    Given(String),
    /// The entry has no text at all: the class word shows.
    ClassWord,
    /// The entry has texts, but none in this language: what a client shows is not documented.
    NotDocumented,
}

impl ShownPresence {
    /// The class of presence, where there is one.
    pub fn class(&self) -> Option<Class> {
        match self {
            ShownPresence::Presence { availability, .. } => Some(availability.class()),
            ShownPresence::NotSet | ShownPresence::NoEntry(_) | ShownPresence::NoAvailability(_) => None,
        }
    }

    /// The word that goes with the shape.
    pub fn word(&self) -> &'static str {
        match self {
            ShownPresence::NotSet => "Not set",
            ShownPresence::NoEntry(_) | ShownPresence::NoAvailability(_) => "Not known",
            ShownPresence::Presence { availability, .. } => availability.class().word(),
        }
    }

    /// What is read, or why nothing is; and whether that is no text of the file. `is_whole` is whether the file could be read to
    /// its end.
    pub fn told(&self, is_whole: bool) -> (String, bool) {
        match self {
            ShownPresence::NotSet => (String::new(), true),
            ShownPresence::NoEntry(id) if is_whole => (format!("the file has no entry {id}"), false),
            ShownPresence::NoEntry(id) => (format!("no entry {id} in what could be read"), false),
            ShownPresence::NoAvailability(text) if text.is_empty() => {
                ("the entry has no availability".to_owned(), false)
            }
            ShownPresence::NoAvailability(text) => (format!("{text} is no number from 0 to 18000"), false),
            ShownPresence::Presence { text: Text::Given(text), .. } => (text.clone(), false),
            ShownPresence::Presence { text: Text::ClassWord, .. } => ("no text".to_owned(), true),
            ShownPresence::Presence { text: Text::NotDocumented, .. } => {
                ("no text in this language; what shows is not documented".to_owned(), true)
            }
        }
    }

    /// The same in as few words as a row of the table has room for.
    pub fn told_briefly(&self, is_whole: bool) -> (String, bool) {
        match self {
            ShownPresence::NoEntry(id) if is_whole => (format!("no entry {id}"), false),
            ShownPresence::Presence { text: Text::NotDocumented, .. } => ("no text in this language".to_owned(), true),
            other => other.told(is_whole),
        }
    }

    /// What a colleague reads: the text, or the class word that stands in for it.
    pub fn reads(&self) -> Option<&str> {
        match self {
            ShownPresence::Presence { text: Text::Given(text), .. } => Some(text.trim()),
            ShownPresence::Presence { text: Text::ClassWord, availability } => Some(availability.class().word()),
            _ => None,
        }
    }
}

/// The fifteen rows, seen in a language.
pub fn rows(analysis: &Analysis, viewer: Lcid) -> Vec<Row> {
    let states = &analysis.options.aggregated_states;
    let id = |number: Option<StateNumber>| number.and_then(|number| states.id_of(number));
    let row = |number: StateNumber| {
        let above = StateNumber::new(number.number() - 1);
        let below = StateNumber::new(number.number() + 1);
        let own = id(Some(number));
        Row {
            number,
            id: own.unwrap_or_default().to_owned(),
            entry: own.and_then(|id| analysis.map.entry_of(id)),
            shown: shown(analysis, number, viewer),
            begins_run: above.is_none() || id(above) != own,
            ends_run: below.is_none() || id(below) != own,
        }
    };
    StateNumber::all().map(row).collect()
}

/// What a row shows in a language.
pub fn shown(analysis: &Analysis, number: StateNumber, viewer: Lcid) -> ShownPresence {
    let resolution = resolve::push(&analysis.options.aggregated_states, &analysis.map, number, viewer);
    match resolution.id {
        Some(id) => shown_by(analysis, id, viewer),
        None => ShownPresence::NotSet,
    }
}

/// What a state shows if its ID is `id`, whether or not the option says so.
pub fn shown_by(analysis: &Analysis, id: &str, viewer: Lcid) -> ShownPresence {
    if id.is_empty() {
        return ShownPresence::NotSet;
    }
    let Some(entry) = analysis.map.entry_of(id) else {
        return ShownPresence::NoEntry(id.to_owned());
    };
    let entry = &analysis.map.entries[entry];
    let Some(availability) = entry.availability_value() else {
        return ShownPresence::NoAvailability(
            entry.availability.as_ref().map(|written| written.text.clone()).unwrap_or_default(),
        );
    };
    let given = entry.activity_in(viewer).map(|activity| entry.activities[activity].text.text.clone());
    let text = match given {
        Some(text) if !text.trim().is_empty() => Text::Given(text),
        None if entry.activities.iter().any(|activity| !activity.text.text.trim().is_empty()) => Text::NotDocumented,
        _ => Text::ClassWord,
    };
    ShownPresence::Presence { availability, text }
}
