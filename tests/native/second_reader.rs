//! The second reader agrees wherever ours finds nothing wrong.

use std::time::Instant;

use presence_profile_core::source::xml::{Xml, second_reader};
use proptest::prelude::*;

use crate::documents::{agent_states, any_xml};

fn agrees(text: &str) -> bool {
    second_reader::agrees(text, &Xml::read(text, &[]))
}

#[test]
fn reads_the_example_alike() {
    assert!(agrees(agent_states::EXAMPLE));
}

#[test]
fn reads_every_way_of_writing_alike() {
    for text in [
        "<a b='1' c=\"&lt;&#x41;\"/>",
        "<a>x<![CDATA[<&]]>y&amp;z&#10;<!-- no --><b/>t</a>",
        "<?xml version=\"1.0\"?>\n<!-- before -->\n<p:a xmlns:p='u' p:b=' x\ty '>\n</p:a>\n",
    ] {
        assert!(agrees(text), "{text}");
    }
}

#[test]
fn does_not_agree_with_a_wrong_reading() {
    let text = "<a b=\"1\">x<c/></a>";
    let wrong = |change: fn(&mut Xml)| {
        let mut xml = Xml::read(text, &[]);
        change(&mut xml);
        !second_reader::agrees(text, &xml)
    };
    assert!(agrees(text));
    assert!(wrong(|xml| xml.texts.clear()));
    assert!(wrong(|xml| xml.elements.truncate(1)));
    assert!(wrong(|xml| xml.elements[0].attributes = 0..0));
    assert!(wrong(|xml| xml.attributes[0].value.end = xml.attributes[0].value.start));
    assert!(wrong(|xml| xml.elements[1].name = xml.elements[0].name));
}

#[test]
fn a_deep_file_takes_as_long_as_a_flat_one() {
    let flat = format!("<a>{}</a>", "<b>x</b>".repeat(50_000));
    let chain = format!("{}{}", "<b>x".repeat(200), "</b>".repeat(200));
    let deep = format!("<a>{}</a>", chain.repeat(250));
    let time = |text: &str| {
        let start = Instant::now();
        assert!(agrees(text));
        start.elapsed()
    };
    // Other work may disturb a measurement, but not every time.
    assert!((0..8).any(|_| time(&deep) < 20 * time(&flat)), "depth costs time");
}

#[test]
fn does_not_agree_where_it_stops() {
    for text in ["<a>", "<a></b>", "<a b='1' b='2'/>", "<a>&unknown;</a>"] {
        assert!(!agrees(text), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn agrees_on_xml_of_any_kind(text in any_xml::nearly_sound()) {
        let xml = Xml::read(&text, &[]);
        prop_assert!(!xml.is_well_formed() || second_reader::agrees(&text, &xml), "{}", text);
    }

    #[test]
    fn agrees_on_every_sound_document(document in agent_states::document()) {
        let xml = Xml::read(&document.text, &[]);
        prop_assert!(!xml.is_well_formed() || second_reader::agrees(&document.text, &xml), "{}", document.text);
    }
}
