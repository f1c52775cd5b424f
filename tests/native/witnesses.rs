//! What our reader calls sound, readers written by others read alike: roxmltree always, libxml2 where it is installed.

mod libxml2;

use std::collections::HashMap;

use presence_profile_core::source::{
    decode::{self, FileStyle, Newline},
    xml::{self, Xml},
};
use proptest::prelude::*;
use roxmltree::{Document, Node};

use crate::documents::{agent_states, any_xml};

/// What a document says: each element in the order of the start tags.
#[derive(Debug, PartialEq, Eq)]
pub struct Said {
    /// The name as it is written.
    name: String,
    /// The position of the element around it.
    parent: Option<usize>,
    /// Names as they are written, and values; without what declares a namespace.
    attributes: Vec<(String, String)>,
    /// Its own text.
    text: String,
}

/// What our reader finds.
pub fn ours(text: &str, xml: &Xml) -> Vec<Said> {
    let attribute = |attribute: &xml::Attribute| {
        (attribute.name.text(text).to_owned(), xml::attribute_value(attribute.value.text(text)).into_owned())
    };
    let elements = xml.elements.iter().enumerate().map(|(at, element)| Said {
        name: element.name.text(text).to_owned(),
        parent: element.parent,
        attributes: xml.attributes[element.attributes.clone()]
            .iter()
            .map(attribute)
            .filter(|(name, _)| name != "xmlns" && !name.starts_with("xmlns:"))
            .collect(),
        text: xml.inner_text(text, at).into_owned(),
    });
    elements.collect()
}

/// What roxmltree finds.
fn theirs(text: &str, document: &Document<'_>) -> Vec<Said> {
    let elements: Vec<Node<'_, '_>> = document.descendants().filter(Node::is_element).collect();
    let positions: HashMap<_, _> = elements.iter().enumerate().map(|(at, node)| (node.id(), at)).collect();
    let said = |node: &Node<'_, '_>| {
        let tag = &text[node.range().start + 1..];
        let name = &tag[..tag.find([' ', '\t', '\n', '/', '>']).unwrap_or(tag.len())];
        let attributes =
            node.attributes().map(|it| (text[it.range_qname()].to_owned(), it.value().to_owned())).collect();
        let texts = node.children().filter(Node::is_text).filter_map(|text| text.text());
        let parent = node.parent_element().map(|parent| positions[&parent.id()]);
        Said { name: name.to_owned(), parent, attributes, text: texts.collect() }
    };
    elements.iter().map(said).collect()
}

/// Whether a document has an attribute `p:xmlns`, which is one like any other: only `xmlns` itself and the prefix
/// `xmlns` declare (Namespaces in XML 1.0, section 3). roxmltree 0.21 takes it for a declaration and drops it.
fn has_attribute_that_only_looks_like_a_declaration(text: &str, xml: &Xml) -> bool {
    xml.attributes.iter().any(|it| it.name.text(text).split_once(':').is_some_and(|(_, local)| local == "xmlns"))
}

/// Holds that roxmltree reads a text alike, if ours finds it sound; whether it does.
fn check(text: &str) -> Result<bool, TestCaseError> {
    let own = Xml::read(text, &[]);
    if !own.is_well_formed() || has_attribute_that_only_looks_like_a_declaration(text, &own) {
        return Ok(false);
    }
    let other = Document::parse(text);
    prop_assert!(other.is_ok(), "{:?}: {text}", other.err());
    let other = other.expect("it was just looked at");
    prop_assert_eq!(ours(text, &own), theirs(text, &other), "{}", text);
    let spans = other.descendants().filter(Node::is_element).map(|node| node.range());
    let own_spans = own.elements.iter().map(|element| element.span.start..element.span.end);
    prop_assert!(spans.eq(own_spans), "elements lie elsewhere: {text}");
    Ok(true)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn a_sound_document_is_sound(text in any_xml::sound()) {
        prop_assert_eq!(Xml::read(&text, &[]).faults, vec![], "{}", text);
        prop_assert!(check(&text)?);
    }

    #[test]
    fn roxmltree_reads_what_stays_sound(text in any_xml::nearly_sound()) {
        check(&text)?;
    }

    #[test]
    fn roxmltree_reads_damaged_files(document in agent_states::document()) {
        check(&document.text)?;
    }

    /// What is exported clean is, opened again, the same model: by bytes, and by the text of them.
    #[test]
    fn export_and_open_again(text in any_xml::nearly_sound(), bom: bool, windows: bool) {
        let xml = Xml::read(&text, &[]);
        let style = FileStyle { bom, newline: if windows { Newline::CrLf } else { Newline::Lf } };
        if xml.is_well_formed() {
            let opened = xml::verdict::judge(&decode::encode(&text, style));
            prop_assert!(opened.is_ok(), "{:?}: {text}", opened.err());
            let (decoded, again) = opened.expect("it was just looked at");
            prop_assert_eq!(&decoded.text, &text);
            prop_assert_eq!(again, xml);
        }
    }
}

/// A generated document with such an attribute came up in one run of thousands; ours keeps it.
#[test]
fn an_attribute_called_xmlns_behind_a_prefix_is_an_attribute() {
    let text = "<r xmlns:p='urn:p' p:xmlns='x'/>";
    let xml = Xml::read(text, &[]);
    assert!(xml.is_well_formed());
    assert_eq!(ours(text, &xml)[0].attributes, [("p:xmlns".to_owned(), "x".to_owned())]);
}
