//! Reading XML and the agentStates file: cases, and what holds for any text.

pub mod floods;
mod outline;
mod verdict;

use presence_profile_core::{
    mapping::agent_states::{FIRST_LINES, LAST_LINE, NAMESPACE, PresenceMap},
    source::{
        text::Span,
        xml::{self, Xml, faults::Fault, paint},
    },
};
use proptest::prelude::*;

use self::{
    floods::PIECES,
    outline::{check_paint, check_spans, entries, outline},
};
use crate::cases;

const EXAMPLE: &str = include_str!("../cases/example/agentStates.xml");
const RESUME: [&str; 3] = ["agentStates", "agentState", "activity"];

fn begins(fault: &Fault, words: &str) -> bool {
    fault.message.wrong.to_string().starts_with(words)
}

#[test]
fn elements_attributes_texts_and_faults() {
    cases::check("xml", |text| {
        let xml = Xml::read(text, &RESUME);
        check_spans(text, &xml);
        outline(text, &xml)
    });
}

#[test]
fn entries_of_the_file() {
    cases::check("agent-states", |text| entries(text, &PresenceMap::read(text)));
}

#[test]
fn colours() {
    cases::check("paint", |text| {
        let whole = paint::paint(text, Span::new(0, text.len()));
        check_paint(text, Span::new(0, text.len()), &whole);
        whole.iter().map(|paint| format!("{:?} {}\n", paint.kind, paint.span.text(text).escape_debug())).collect()
    });
}

#[test]
fn the_example_is_read_whole() {
    let map = PresenceMap::read(EXAMPLE);
    assert_eq!(map.faults, []);
    assert_eq!(map.entries.len(), 7);
    assert_eq!(map.entries.iter().map(|entry| entry.activities.len()).sum::<usize>(), 10);
    assert_eq!(map.languages().iter().map(|lcid| lcid.number()).collect::<Vec<_>>(), [1033, 3082, 1049, 1036]);
    let root = map.root.as_ref().unwrap();
    assert!(root.is_agent_states);
    assert_eq!(root.namespace.as_ref().unwrap().text, NAMESPACE);
    assert_eq!(root.end_tag.unwrap().text(EXAMPLE), LAST_LINE);
    assert!(EXAMPLE.starts_with(&FIRST_LINES.join("\n")));
    let in_call = &map.entries[map.entry_of("INCALL").unwrap()];
    assert_eq!(in_call.availability.as_ref().unwrap().span.text(EXAMPLE), "7001");
    assert_eq!(map.entry_of("INCAL"), None);
    assert!(Xml::read(EXAMPLE, &RESUME).is_well_formed());
}

#[test]
fn the_first_of_several_entries_is_found() {
    let text =
        r#"<x><agentState ID="b"/><agentState ID="a"/><agentState/><agentState ID="b"/><agentState ID="a"/></x>"#;
    let map = PresenceMap::read(text);
    assert_eq!((map.entry_of("a"), map.entry_of("b"), map.entry_of("c")), (Some(1), Some(0), None));
}

#[test]
fn every_prefix_and_every_deletion_of_the_example() {
    let characters: Vec<(usize, char)> = EXAMPLE.char_indices().collect();
    for (at, character) in &characters {
        check_reading(&EXAMPLE[..*at]);
        let deleted = format!("{}{}", &EXAMPLE[..*at], &EXAMPLE[at + character.len_utf8()..]);
        let map = check_reading(&deleted);
        assert!(6 <= map.entries.len(), "without the character at {at}: {:?}", map.faults);
        if *character == '"' {
            assert!(!map.faults.is_empty());
            let whole = map.entries.iter().filter(|entry| EXAMPLE.contains(entry.span.text(&deleted))).count();
            assert!(6 <= whole, "an unclosed quote at {at} loses more than one entry");
            assert!(map.faults.len() <= 2, "one slip, many problems: {:?}", map.faults);
        }
    }
}

#[test]
fn every_insertion_of_markup_in_the_example() {
    for (at, _) in EXAMPLE.char_indices() {
        for inserted in ["<", ">", "&", "\"", "/", "<!--", "]]>", "<?xml?>", "<![CDATA[", "<a>", "</a>", "\u{FFFE}"] {
            let map = check_reading(&format!("{}{inserted}{}", &EXAMPLE[..at], &EXAMPLE[at..]));
            assert!(6 <= map.entries.len() || inserted == "<!--" || inserted == "<![CDATA[", "{inserted} at {at}");
        }
    }
}

proptest! {
    #[test]
    fn any_soup_of_pieces(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
        check_reading(&pieces.concat());
    }

    #[test]
    fn any_text(text in any::<String>()) {
        check_reading(&text);
    }

    #[test]
    fn escaping_is_undone(text in any::<String>(), extra in "[&<>\"'\r\n\t\\]]{0,9}") {
        let text: String = (text + &extra).chars().filter(|it| xml::forbidden(&it.to_string()).is_none()).collect();
        let escaped = xml::escape_text(&text);
        prop_assert_eq!(xml::unescape(&escaped), text.as_str());
        let document = format!(
            "<a b=\"{}\" c='{}'>{}</a>",
            xml::escape_attribute(&text, '"'), xml::escape_attribute(&text, '\''), xml::escape_text(&text),
        );
        let read = Xml::read(&document, &[]);
        prop_assert!(read.is_well_formed(), "{:?}", read.faults);
        prop_assert_eq!(read.inner_text(&document, 0), text.as_str());
        for attribute in &read.attributes {
            prop_assert_eq!(xml::attribute_value(attribute.value.text(&document)), text.as_str());
        }
    }
}

#[test]
fn forbidden_characters() {
    assert_eq!(xml::forbidden("a\t\n\r é\u{7F}\u{FFFD}\u{FEFF}😀\u{1FFFE}"), None);
    assert_eq!(xml::forbidden("é\u{B}"), Some((2, '\u{B}')));
    assert_eq!(xml::forbidden("\u{FFFD}\u{FFFE}"), Some((3, '\u{FFFE}')));
    assert_eq!(xml::forbidden("\u{FFFF}"), Some((0, '\u{FFFF}')));
    let faults = Xml::read("<a \u{1} b='\u{1}'>\u{FFFF}<!--\u{2}--><?c \u{3}?><![CDATA[\u{4}]]></a>", &[]).faults;
    assert_eq!(faults.len(), 6, "{faults:?}");
    assert!(faults.iter().all(|fault| begins(fault, "the character U+")), "{faults:?}");
}

#[test]
fn elements_stand_250_deep_at_most() {
    let nested = |depth: usize| format!("{}x{}", "<a>".repeat(depth), "</a>".repeat(depth));
    let text = nested(250);
    let xml = Xml::read(&text, &RESUME);
    assert!(xml.is_well_formed());
    assert_eq!(xml.inner_text(&text, 249), "x");
    let text = nested(251);
    let xml = Xml::read(&text, &RESUME);
    check_spans(&text, &xml);
    // That their end tags are missing is not said: nothing was read where they stand.
    let [fault] = xml.faults.as_slice() else { panic!("{:?}", xml.faults) };
    assert!(begins(fault, "`<a>` stands more than 250 elements deep"), "{fault:?}");
    assert_eq!(fault.span, Span::new(751, 752));
    assert_eq!((xml.elements.len(), xml.unread), (250, Some(Span::new(753, text.len()))));
}

#[test]
fn elements_without_end_tags_are_named_however_deep_the_text() {
    let text = format!("<agentStates>{}</agentStates>", "<agentState ID='A'><activity b=''/>".repeat(300));
    let xml = Xml::read(&text, &RESUME);
    check_spans(&text, &xml);
    assert_eq!((xml.elements.len(), xml.attributes.len()), (250 + 248, 249 + 248));
    let count = |words: &str| xml.faults.iter().filter(|fault| begins(fault, words)).count();
    assert_eq!(count("`<agentStates>` has no end tag"), 0, "its end tag stands where nothing was read");
    assert_eq!(count("`<agentState>` has no end tag"), 199);
    assert_eq!(count("`<activity>` stands more than 250"), 1);
    assert_eq!(count("and 50 more"), 1);
}

/// Reads a text and checks all that holds for any text.
fn check_reading(text: &str) -> PresenceMap {
    let xml = Xml::read(text, &RESUME);
    check_spans(text, &xml);
    assert_eq!(xml.is_well_formed(), Xml::read(text, &[]).is_well_formed(), "resuming changes the verdict on {text:?}");
    let window = Span::new(text.floor_char_boundary(text.len() / 3), text.floor_char_boundary(text.len() / 3 * 2));
    for window in [Span::new(0, text.len()), window] {
        check_paint(text, window, &paint::paint(text, window));
    }
    PresenceMap::read(text)
}
