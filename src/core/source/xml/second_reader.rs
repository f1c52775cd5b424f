//! A second reader, quick-xml, written by others: whether it makes the same of a text as we do.
//!
//! It judges less strictly and stops at its first error, so it cannot serve for typing; as a witness it is just right.

use std::borrow::Cow;

use quick_xml::{
    Reader, XmlVersion,
    escape::resolve_predefined_entity,
    events::{BytesStart, Event},
};

use super::{Xml, attribute_value};

/// Whether the second reader finds the same elements, in the same order, with the same attributes and texts.
pub fn agrees(text: &str, xml: &Xml) -> bool {
    compare(text, xml).unwrap_or(false)
}

/// `None` where the second reader gives up.
fn compare(text: &str, xml: &Xml) -> Option<bool> {
    let mut reader = Reader::from_str(text);
    let own_texts = own_texts(text, xml);
    let mut next = 0;
    let mut open: Vec<(usize, String)> = Vec::new();
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) => {
                if !same_start(text, xml, next, &start)? {
                    return Some(false);
                }
                open.push((next, String::new()));
                next += 1;
            }
            Event::Empty(start) => {
                if !same_start(text, xml, next, &start)? || !own_texts[next].is_empty() {
                    return Some(false);
                }
                next += 1;
            }
            Event::End(_) => {
                let (element, own) = open.pop()?;
                if own_texts[element] != own {
                    return Some(false);
                }
            }
            Event::Text(piece) => add(&mut open, &piece.xml_content(XmlVersion::Explicit1_0)),
            Event::CData(piece) => add(&mut open, &piece.xml_content(XmlVersion::Explicit1_0)),
            Event::GeneralRef(reference) => match reference.resolve_char_ref().ok()? {
                Some(character) => add(&mut open, character.encode_utf8(&mut [0; 4])),
                None => add(&mut open, resolve_predefined_entity(&reference)?),
            },
            Event::Eof => return Some(open.is_empty() && next == xml.elements.len()),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::DocType(_) => {}
        }
    }
}

/// The texts of all elements as [`Xml::inner_text`] has them, in one pass: that is linear, however deep they stand.
fn own_texts<'a>(text: &'a str, xml: &Xml) -> Vec<Cow<'a, str>> {
    let mut texts = vec![Cow::Borrowed(""); xml.elements.len()];
    for piece in &xml.texts {
        let Some(own) = piece.parent.and_then(|parent| texts.get_mut(parent)) else { continue };
        let meaning = piece.meaning(text);
        if own.is_empty() { *own = meaning } else { own.to_mut().push_str(&meaning) }
    }
    texts
}

fn add(open: &mut [(usize, String)], piece: &str) {
    if let Some((_, own)) = open.last_mut() {
        own.push_str(piece);
    }
}

fn same_start(text: &str, xml: &Xml, element: usize, start: &BytesStart<'_>) -> Option<bool> {
    let Some(own) = xml.elements.get(element) else { return Some(false) };
    if own.name.text(text) != start.name().as_ref() {
        return Some(false);
    }
    let mut theirs = start.attributes();
    for own in &xml.attributes[own.attributes.clone()] {
        let Some(attribute) = theirs.next() else { return Some(false) };
        let attribute = attribute.ok()?;
        let value: Cow<'_, str> = attribute.normalized_value(XmlVersion::Explicit1_0).ok()?;
        if attribute.key.as_ref() != own.name.text(text) || value != attribute_value(own.value.text(text)) {
            return Some(false);
        }
    }
    Some(theirs.next().is_none())
}
