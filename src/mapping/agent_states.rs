//! The agentStates file: an entry for each aggregated state, with an availability and a text per language.

use std::{borrow::Cow, collections::HashSet};

use super::{availability::Availability, lcid::Lcid};
use crate::source::{
    text::{Problem, Span},
    xml::{self, Attribute, Element, End, Xml},
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

/// Something the file says, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Between the quotes of an attribute, or between the tags of an element.
    pub span: Span,
    /// What it means: references resolved, comments left out.
    pub text: String,
}

/// What an agentStates file says. Reading never fails: what could not be read is in `problems` and `lost`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PresenceMap {
    /// The first outermost element, whatever its name.
    pub root: Option<Root>,
    /// The entries in the order of the file, wherever they stand; several may have the same ID.
    pub entries: Vec<StateEntry>,
    /// Why the file is no sound XML.
    pub problems: Vec<Problem>,
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

    /// What a file says whose XML was read already, with resumption at [`ELEMENTS`].
    pub fn of(text: &str, xml: &Xml) -> PresenceMap {
        let mut map = PresenceMap { root: root(text, xml), problems: xml.problems.clone(), ..PresenceMap::default() };
        // By element: the entry that an activity inside it belongs to, and the activity that it is.
        let mut owners: Vec<Option<usize>> = Vec::with_capacity(xml.elements.len());
        let mut activities: Vec<Option<(usize, usize)>> = Vec::with_capacity(xml.elements.len());
        for (index, element) in xml.elements.iter().enumerate() {
            let outer = element.parent.and_then(|parent| owners[parent]);
            let mut activity = None;
            owners.push(match local_name(element.name.text(text)) {
                ENTRY => map.take_entry(text, xml, element),
                ACTIVITY => {
                    activity = map.take_activity(text, xml, index, outer);
                    through(element, outer)
                }
                _ => through(element, outer),
            });
            activities.push(activity);
        }
        // One pass over all texts is linear, however the activities are nested.
        for piece in &xml.texts {
            if let Some((entry, activity)) = piece.parent.and_then(|parent| activities[parent]) {
                map.entries[entry].activities[activity].text.text.push_str(&piece.meaning(text));
            }
        }
        map.by_id = (0..map.entries.len()).filter(|index| map.entries[*index].id.is_some()).collect();
        map.by_id.sort_by_key(|index| map.entries[*index].id_key());
        map
    }

    fn take_entry(&mut self, text: &str, xml: &Xml, element: &Element) -> Option<usize> {
        // Entries mostly have texts in the same languages.
        let activities = self.entries.last().map_or(0, |entry| entry.activities.len());
        let mut entry = StateEntry {
            span: element.span,
            name_span: element.name,
            start_tag: element.start_tag,
            end: element.end,
            id: None,
            availability: None,
            activities: Vec::with_capacity(activities),
            broken: element.broken,
        };
        for attribute in &xml.attributes[element.attributes.clone()] {
            match attribute.name.text(text) {
                "ID" if entry.id.is_none() => entry.id = Some(written(text, attribute)),
                "availability" if entry.availability.is_none() => entry.availability = Some(written(text, attribute)),
                _ => {}
            }
        }
        if entry.broken && entry.id.is_none() {
            self.lost.push(entry.span);
            return None;
        }
        self.entries.push(entry);
        Some(self.entries.len() - 1)
    }

    /// Takes up a text that is still empty. The positions of its entry and of itself in the entry.
    fn take_activity(&mut self, text: &str, xml: &Xml, index: usize, entry: Option<usize>) -> Option<(usize, usize)> {
        let element = &xml.elements[index];
        let attributes = &xml.attributes[element.attributes.clone()];
        let lcid = attributes.iter().find(|attribute| attribute.name.text(text) == "LCID");
        if element.broken && lcid.is_none() {
            self.lost.push(element.span);
            return None;
        }
        let entry = entry?;
        let activities = &mut self.entries[entry].activities;
        activities.push(Activity {
            span: element.span,
            name_span: element.name,
            start_tag: element.start_tag,
            end: element.end,
            lcid: lcid.map(|lcid| written(text, lcid)),
            text: Written { span: xml.content(index), text: String::new() },
            broken: element.broken,
        });
        Some((entry, activities.len() - 1))
    }

    /// The first entry with exactly this ID, by its position in `entries`. Quick, however many there are.
    pub fn entry_of(&self, id: &str) -> Option<usize> {
        let wanted = Some((id.len(), id));
        let at = self.by_id.partition_point(|index| self.entries[*index].id_key() < wanted);
        self.by_id.get(at).copied().filter(|index| self.entries[*index].id_key() == wanted)
    }

    /// The languages of all texts, in the order in which they first appear.
    pub fn languages(&self) -> Vec<Lcid> {
        let mut seen = HashSet::new();
        let activities = self.entries.iter().flat_map(|entry| &entry.activities);
        activities.filter_map(Activity::lcid_value).filter(|lcid| seen.insert(*lcid)).collect()
    }
}

impl StateEntry {
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

fn root(text: &str, xml: &Xml) -> Option<Root> {
    let element = xml.elements.first()?;
    let name = element.name.text(text);
    let declaration = match name.split_once(':') {
        Some((prefix, _)) => Cow::Owned(format!("xmlns:{prefix}")),
        None => Cow::Borrowed("xmlns"),
    };
    let attributes = &xml.attributes[element.attributes.clone()];
    let namespace = attributes.iter().find(|attribute| attribute.name.text(text) == declaration);
    Some(Root {
        name: element.name,
        start_tag: element.start_tag,
        end_tag: if let End::Tag(tag) = element.end { Some(tag) } else { None },
        namespace: namespace.map(|namespace| written(text, namespace)),
        is_agent_states: local_name(name) == ROOT,
    })
}

/// The entry that an activity inside a foreign element belongs to. A sound element keeps to itself; a broken or
/// unclosed one may be a slip of the pen.
fn through(element: &Element, outer: Option<usize>) -> Option<usize> {
    if element.broken || element.end == End::Missing { outer } else { None }
}

fn written(text: &str, attribute: &Attribute) -> Written {
    Written { span: attribute.value, text: xml::attribute_value(attribute.value.text(text)).into_owned() }
}

fn local_name(name: &str) -> &str {
    name.split_once(':').map_or(name, |(_, local)| local)
}
