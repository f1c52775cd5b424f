//! From the elements of the XML to entries and their texts.

use std::borrow::Cow;

use super::{ACTIVITY, Activity, ENTRY, PresenceMap, ROOT, Root, StateEntry, Written};
use crate::source::{
    sorting,
    xml::{self, Attribute, Element, End, Xml},
};

impl PresenceMap {
    /// What a file says whose XML was read already, with resumption at [`ELEMENTS`].
    pub fn of(text: &str, xml: &Xml) -> PresenceMap {
        let mut map = PresenceMap { root: root(text, xml), faults: xml.faults.clone(), ..PresenceMap::default() };
        // By element: the entry that an activity inside it belongs to, and the activity that it is.
        let mut owners: Vec<Option<usize>> = Vec::with_capacity(xml.elements.len());
        let mut activities: Vec<Option<(usize, usize)>> = Vec::with_capacity(xml.elements.len());
        for (index, element) in xml.elements.iter().enumerate() {
            let outer = element.parent.and_then(|parent| owners[parent]);
            let mut activity = None;
            owners.push(match xml::local_name(element.name.text(text)) {
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
        sorting::by_text(&mut map.by_id, |index| map.entries[*index].id_text());
        sorting::by_numbers(&mut map.by_id, |index| (map.entries[*index].id_text().len(), 0));
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
        is_agent_states: xml::local_name(name) == ROOT,
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
