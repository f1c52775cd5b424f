//! The agentStates file: an entry for each aggregated state, with an availability and a text per language.

mod reading;
pub mod writing;

use std::collections::HashSet;

use super::{availability::Availability, lcid::Lcid};
use crate::source::{
    text::Span,
    xml::{End, Xml, faults::Fault, formatting::Kinds},
};

/// The namespace of the outermost element (guide, the second of the two lines the file must start with).
pub const NAMESPACE: &str = "http://schemas.genesys.com/09/2014/mslyncteserver/agentStates";

/// The two lines the file "must start with" (guide).
pub const FIRST_LINES: [&str; 2] = [
    r#"<?xml version="1.0"?>"#,
    r#"<agentStates xmlns="http://schemas.genesys.com/09/2014/mslyncteserver/agentStates">"#,
];

/// The line the file "must end with" (guide).
pub const LAST_LINE: &str = "</agentStates>";

const ROOT: &str = "agentStates";
const ENTRY: &str = "agentState";
const ACTIVITY: &str = "activity";

/// The elements of the file. At these reading resumes after a broken tag.
pub const ELEMENTS: [&str; 3] = [ROOT, ENTRY, ACTIVITY];

/// What its elements hold.
pub const KINDS: Kinds<'static> = Kinds { outer: &[ROOT, ENTRY], texts: &[ACTIVITY] };

/// Something the file says, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Between the quotes of an attribute, or between the tags of an element.
    pub span: Span,
    /// What it means: references resolved, comments left out.
    pub text: String,
}

/// What an agentStates file says. Reading never fails: what could not be read is in `faults` and `lost`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PresenceMap {
    /// The first outermost element, whatever its name.
    pub root: Option<Root>,
    /// The entries in the order of the file, wherever they stand; several may have the same ID.
    pub entries: Vec<StateEntry>,
    /// Why the file is no sound XML.
    pub faults: Vec<Fault>,
    /// Entries and texts whose start tags are too broken to tell what they are about.
    pub lost: Vec<Span>,
    // Invariant: positions of the entries with an ID, sorted by the length of the ID, the ID, the position. By length
    // first, because numbered IDs are then in order already.
    by_id: Vec<usize>,
}

/// The outermost element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Root {
    /// Its name, with a prefix if it has one.
    pub name: Span,
    /// Its start tag.
    pub start_tag: Span,
    /// Its end tag; `None` when that is missing or when the element is written `<agentStates/>`.
    pub end_tag: Option<Span>,
    /// The namespace declared on it for its name, with or without prefix.
    pub namespace: Option<Written>,
    /// Whether its name, without the prefix, is `agentStates`.
    pub is_agent_states: bool,
}

/// An `agentState` element: an aggregated state, in spite of its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateEntry {
    /// The whole element; where its end tag is missing, as far as it was read.
    pub span: Span,
    /// Its name in the start tag.
    pub name_span: Span,
    /// Its start tag.
    pub start_tag: Span,
    /// How it ends.
    pub end: End,
    /// The attribute `ID`, the name by which the option refers to the entry.
    pub id: Option<Written>,
    /// The attribute `availability`, as it is written.
    pub availability: Option<Written>,
    /// Its texts, in the order of the file; several may be for the same language.
    pub activities: Vec<Activity>,
    /// Whether part of its start tag could not be read, so that an attribute it lacks may be there after all.
    pub broken: bool,
}

/// An `activity` element: what colleagues see, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// The whole element; where its end tag is missing, as far as it was read.
    pub span: Span,
    /// Its name in the start tag.
    pub name_span: Span,
    /// Its start tag.
    pub start_tag: Span,
    /// How it ends.
    pub end: End,
    /// The attribute `LCID`, as it is written.
    pub lcid: Option<Written>,
    /// Its text, and all that stands between its tags.
    pub text: Written,
    /// Whether part of its start tag could not be read.
    pub broken: bool,
}

impl PresenceMap {
    /// Reads the file, or a part of one.
    pub fn read(text: &str) -> PresenceMap {
        PresenceMap::of(text, &Xml::read(text, &ELEMENTS))
    }

    /// The first entry with exactly this ID, by its position in `entries`. Quick, however many there are.
    pub fn entry_of(&self, id: &str) -> Option<usize> {
        let wanted = Some((id.len(), id));
        let at = self.by_id.partition_point(|index| self.entries[*index].id_key() < wanted);
        self.by_id.get(at).copied().filter(|index| self.entries[*index].id_key() == wanted)
    }

    /// Entries that have the ID of one before: the first of the ID, then the later one, by their positions.
    pub fn repeats(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let mut first: Option<usize> = None;
        self.by_id.iter().filter_map(move |later| {
            let key = self.entries[*later].id_key();
            match first {
                Some(first) if self.entries[first].id_key() == key => Some((first, *later)),
                _ => {
                    first = Some(*later);
                    None
                }
            }
        })
    }

    /// The languages of all texts, in the order in which they first appear.
    pub fn languages(&self) -> Vec<Lcid> {
        let mut seen = HashSet::new();
        let activities = self.entries.iter().flat_map(|entry| &entry.activities);
        activities.filter_map(Activity::lcid_value).filter(|lcid| seen.insert(*lcid)).collect()
    }
}

impl StateEntry {
    fn id_text(&self) -> &str {
        self.id.as_ref().map_or("", |id| &id.text)
    }

    fn id_key(&self) -> Option<(usize, &str)> {
        self.id.as_ref().map(|id| (id.text.len(), id.text.as_str()))
    }

    /// The availability, when it is a whole number from 0 to 18000.
    pub fn availability_value(&self) -> Option<Availability> {
        Availability::parse(&self.availability.as_ref()?.text)
    }

    /// The first text for exactly this language, by its position in `activities`.
    pub fn activity_in(&self, lcid: Lcid) -> Option<usize> {
        self.activities.iter().position(|activity| activity.lcid_value() == Some(lcid))
    }
}

impl Activity {
    /// The language, when the LCID is a decimal number.
    pub fn lcid_value(&self) -> Option<Lcid> {
        Lcid::parse(&self.lcid.as_ref()?.text)
    }
}
