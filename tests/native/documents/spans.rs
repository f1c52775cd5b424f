//! What holds for every reading of every text: spans on character boundaries, inside what they belong to.

use presence_profile_core::{
    mapping::{agent_states::PresenceMap, options::ProfileOptions},
    source::{
        text::Span,
        xml::{End, Xml, paint::paint},
    },
};

/// The names at which the readers of presence resume.
pub const RESUME: [&str; 3] = ["agentState", "agentStates", "activity"];

#[track_caller]
fn check_span(text: &str, span: Span) {
    let ends = span.start <= span.end && text.is_char_boundary(span.start) && text.is_char_boundary(span.end);
    assert!(ends, "{span:?} does not fit {text:?}");
}

#[track_caller]
fn check_inside(outer: Span, inner: Span) {
    assert!(outer.covers(inner), "{inner:?} is not inside {outer:?}");
}

/// Reads a text as XML and checks every span of it.
pub fn check_xml(text: &str) {
    let xml = Xml::read(text, &RESUME);
    for (at, element) in xml.elements.iter().enumerate() {
        check_span(text, element.span);
        check_inside(element.span, element.start_tag);
        check_inside(element.start_tag, element.name);
        check_inside(element.span, xml.content(at));
        if let End::Tag(tag) = element.end {
            check_inside(element.span, tag);
        }
        if let Some(parent) = element.parent {
            assert!(parent < at, "a parent stands before its children");
            check_inside(xml.elements[parent].span, element.span);
        }
        for attribute in &xml.attributes[element.attributes.clone()] {
            check_inside(element.start_tag, attribute.span);
            check_inside(attribute.span, attribute.name);
            check_inside(attribute.span, attribute.value);
        }
        for span in [element.name, element.start_tag, xml.content(at)] {
            check_span(text, span);
        }
        let _ = xml.inner_text(text, at);
    }
    for attribute in &xml.attributes {
        check_span(text, attribute.name);
        check_span(text, attribute.value);
    }
    for piece in &xml.texts {
        check_span(text, piece.span);
        if let Some(parent) = piece.parent {
            check_inside(xml.content(parent), piece.span);
        }
    }
    for fault in &xml.faults {
        check_span(text, fault.span);
        assert!(!fault.message.wrong.is_empty());
    }
    assert!(xml.elements.is_sorted_by_key(|element| element.start_tag.start));
    let whole = Span::new(0, text.len());
    let mut painted = 0;
    for part in paint(text, whole) {
        check_span(text, part.span);
        assert!(painted <= part.span.start && !part.span.is_empty(), "the colours overlap at {:?}", part.span);
        painted = part.span.end;
    }
}

/// Reads a text as an agentStates file and checks every span of it.
pub fn check_map(text: &str) {
    let map = PresenceMap::read(text);
    for (at, entry) in map.entries.iter().enumerate() {
        check_span(text, entry.span);
        check_inside(entry.span, entry.start_tag);
        check_inside(entry.start_tag, entry.name_span);
        for written in [&entry.id, &entry.availability].into_iter().flatten() {
            check_span(text, written.span);
            check_inside(entry.start_tag, written.span);
        }
        for activity in &entry.activities {
            check_span(text, activity.span);
            check_inside(entry.span, activity.span);
            check_inside(activity.span, activity.text.span);
            check_span(text, activity.text.span);
            if let Some(lcid) = &activity.lcid {
                check_inside(activity.start_tag, lcid.span);
            }
        }
        if let Some(id) = &entry.id {
            assert!(map.entry_of(&id.text).is_some_and(|first| first <= at), "the first entry with an ID is found");
        }
    }
    let shown = map.entries.iter().flat_map(|entry| &entry.activities).filter_map(|activity| activity.lcid_value());
    let languages = map.languages();
    assert!(shown.into_iter().all(|lcid| languages.contains(&lcid)));
}

/// Reads a text as options and checks every span of it.
pub fn check_options(text: &str) {
    let read = ProfileOptions::read(text);
    for option in &read.options {
        check_span(text, option.line);
        check_span(text, option.name);
        check_span(text, option.value);
        check_inside(option.line, option.name);
        check_inside(option.line, option.value);
    }
    for pair in &read.aggregated_states.pairs {
        check_span(text, pair.span);
        check_span(text, pair.number_span);
        check_span(text, pair.id_span);
        check_inside(pair.span, pair.number_span);
        check_inside(pair.span, pair.id_span);
    }
    for repair in read.repairs.iter().chain(&read.aggregated_states.repairs) {
        check_span(text, repair.span);
    }
    let mut pairs = read.aggregated_states.pairs.clone();
    pairs.sort_by_key(|pair| pair.span);
    assert!(pairs.windows(2).all(|two| two[0].span.end <= two[1].span.start), "pairs overlap in {text:?}");
    for problem in read.flaws.iter().chain(&read.aggregated_states.flaws) {
        check_span(text, problem.span);
        assert!(!problem.message.wrong.is_empty());
    }
}
