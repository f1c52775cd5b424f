//! The white space between elements: what it may change, and that it comes to rest.

use presence_profile_core::{
    editor::{analysis::Analysis, workspace::Profile},
    mapping::agent_states::{ELEMENTS, KINDS, PresenceMap},
    rules::diagnostic::Severity,
    source::xml::{Xml, formatting},
};
use proptest::prelude::*;

use crate::documents::{agent_states, any_xml};

/// All that a text says, without blanks that stand alone.
fn said(text: &str) -> Vec<String> {
    let xml = Xml::read(text, &ELEMENTS);
    let of = |kind: &str, spans: Vec<_>| {
        let written = spans.into_iter().map(|span: presence_profile_core::source::text::Span| span.text(text));
        written.filter(|text| !text.trim_ascii().is_empty()).map(|text| format!("{kind} {text}")).collect::<Vec<_>>()
    };
    [
        of("tag", xml.elements.iter().map(|element| element.start_tag).collect()),
        of("attribute", xml.attributes.iter().map(|attribute| attribute.span).collect()),
        of("text", xml.texts.iter().map(|piece| piece.span).collect()),
        of("comment", xml.comments.clone()),
    ]
    .concat()
}

/// What the entries say, and what the laws say of them, but for where it is.
fn judged(text: &str) -> (Vec<String>, Vec<(Severity, &'static str)>) {
    let map = PresenceMap::read(text);
    let entries = map.entries.iter().map(|entry| {
        let value = |written: &Option<presence_profile_core::mapping::agent_states::Written>| {
            written.as_ref().map(|written| written.text.clone())
        };
        let texts: Vec<_> = entry.activities.iter().map(|own| (value(&own.lcid), own.text.text.clone())).collect();
        format!("{:?} {:?} {texts:?}", value(&entry.id), value(&entry.availability))
    });
    let analysis = Analysis::of(&Profile::new("Presence", "", text));
    let mut found: Vec<_> =
        analysis.findings.iter().map(|own| (own.diagnostic.severity, own.diagnostic.code)).collect();
    // These are about lines.
    found.retain(|(_, code)| !["first-lines", "last-line"].contains(code));
    found.sort();
    (entries.collect(), found)
}

fn check(text: &str) {
    let xml = Xml::read(text, &ELEMENTS);
    let Some(edits) = formatting::format(text, &xml, KINDS) else {
        assert!(!xml.is_well_formed());
        return;
    };
    for edit in edits.iter() {
        let blanks = [edit.span.text(text), &edit.text].concat();
        assert!(blanks.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\n')), "{edit:?}");
    }
    let after = edits.apply(text);
    assert_eq!(said(text), said(&after));
    assert_eq!(judged(text), judged(&after), "{after}");
    let again = Xml::read(&after, &ELEMENTS);
    let twice = formatting::format(&after, &again, KINDS).expect("it is as sound as before");
    assert!(twice.is_empty(), "{after:?} {twice:?}");
}

proptest! {
    #[test]
    fn formatting_changes_white_space_and_comes_to_rest(text in any_xml::sound()) {
        check(&text);
    }

    #[test]
    fn so_it_does_with_files(document in agent_states::document()) {
        check(&document.text);
    }

    #[test]
    fn so_it_does_with_what_was_nearly_sound(text in any_xml::nearly_sound()) {
        check(&text);
    }
}

#[test]
fn the_example_stays_as_it_is() {
    check(agent_states::EXAMPLE);
    let xml = Xml::read(agent_states::EXAMPLE, &ELEMENTS);
    assert!(formatting::format(agent_states::EXAMPLE, &xml, KINDS).unwrap().is_empty());
}
