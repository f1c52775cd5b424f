//! Whether what could be taken away as a repeat says nothing of its own.

use super::facts::Facts;
use crate::{
    mapping::agent_states::{Activity, StateEntry},
    source::{blanks, text::Span},
};

/// Whether two entries of one ID say the same, and the later one holds nothing beside it: no attribute, element, comment
/// or text of its own.
pub fn of_entries(facts: &Facts<'_>, first: &StateEntry, later: &StateEntry) -> bool {
    let own = usize::from(later.id.is_some()) + usize::from(later.availability.is_some());
    let languages = later.activities.iter().filter(|activity| activity.lcid.is_some()).count();
    says(first) == says(later)
        && !first.broken
        && !later.broken
        && holds_only(facts, later.span, 1 + later.activities.len(), own + languages)
        && texts_are_in(facts, later.span, &later.activities)
}

/// Whether two texts of one language are the same, and the later one holds nothing beside it.
pub fn of_texts(facts: &Facts<'_>, first: &Activity, later: &Activity) -> bool {
    let is_same = first.text.text == later.text.text && !later.broken;
    is_same && holds_only(facts, later.span, 1, usize::from(later.lcid.is_some()))
}

/// What an entry says, its ID aside.
fn says(entry: &StateEntry) -> (Option<&str>, Vec<(Option<&str>, &str)>) {
    let texts = entry.activities.iter();
    let texts = texts.map(|text| (text.lcid.as_ref().map(|lcid| lcid.text.as_str()), text.text.text.as_str()));
    (entry.availability.as_ref().map(|availability| availability.text.as_str()), texts.collect())
}

/// Whether a stretch holds so many elements and attributes, and no comment or processing instruction.
fn holds_only(facts: &Facts<'_>, span: Span, elements: usize, attributes: usize) -> bool {
    let within = |starts: &mut dyn Iterator<Item = Span>| starts.take_while(|own| own.start < span.end).count();
    let xml = facts.xml;
    let first = xml.elements.partition_point(|element| element.span.start < span.start);
    let first_attribute = xml.attributes.partition_point(|attribute| attribute.span.start < span.start);
    within(&mut xml.elements[first..].iter().map(|element| element.span)) == elements
        && within(&mut xml.attributes[first_attribute..].iter().map(|attribute| attribute.span)) == attributes
        && !["<!--", "<?"].iter().any(|aside| span.text(facts.xml_text).contains(aside))
}

/// Whether all that is no blank stands in the texts.
fn texts_are_in(facts: &Facts<'_>, span: Span, activities: &[Activity]) -> bool {
    let pieces = &facts.xml.texts;
    let first = pieces.partition_point(|piece| piece.span.start < span.start);
    let own = pieces[first..].iter().take_while(|piece| piece.span.end <= span.end);
    own.filter(|piece| !blanks::trim(&piece.meaning(facts.xml_text)).is_empty()).all(|piece| {
        let behind = activities.partition_point(|activity| activity.span.start <= piece.span.start);
        behind.checked_sub(1).is_some_and(|at| activities[at].text.span.covers(piece.span))
    })
}
