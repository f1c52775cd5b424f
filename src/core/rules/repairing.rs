//! Putting other words in the place of a text or of an ID, wherever it stands.

use super::{facts::Facts, fix::Fix};
use crate::{
    mapping::agent_states::{Activity, writing},
    source::{
        edit::Edit,
        text::{Part, Span},
        xml,
    },
};

/// Adds to a fix that a text of an entry becomes another; `None` where it holds more than letters and references, or where
/// XML cannot hold the other one.
pub fn text(facts: &Facts<'_>, activity: &Activity, fix: Fix, read: &str) -> Option<Fix> {
    let span = activity.text.span;
    let raw = span.text(facts.xml_text);
    if raw.contains('<') || read.is_empty() || read == activity.text.text || xml::forbidden(read).is_some() {
        return None;
    }
    let Edit { span: changed, text } = Edit::between(raw, &xml::escape_text(read))?;
    let place = Span::new(span.start + changed.start, span.start + changed.end);
    Some(fix.and(Part::Xml, place, text))
}

/// Adds to a fix that an ID becomes another one in its entry and in its rows, which stay together; `None` where that is
/// taken.
pub fn id(facts: &Facts<'_>, id: &str, fix: Fix, name: &str) -> Option<Fix> {
    let pairs = &facts.options.aggregated_states.pairs;
    let is_taken = facts.map.entry_of(name).is_some() || pairs.iter().any(|pair| pair.id == name);
    if is_taken || xml::forbidden(name).is_some() {
        return None;
    }
    let of_entry = facts.map.entry_of(id).map(|entry| {
        let entry = &facts.map.entries[entry];
        writing::attribute(facts.xml_text, entry.id.as_ref(), "ID", name, entry.name_span.end)
    });
    let fix = fix.and_all(Part::Xml, &of_entry);
    let pairs = pairs.iter().filter(|pair| pair.id == id);
    Some(pairs.fold(fix, |fix, pair| fix.and(Part::Options, pair.id_span, name)))
}
