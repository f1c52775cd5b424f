//! Attributes that lack a sign, or stand twice.

use super::elements;
use crate::{
    rules::{
        facts::Facts,
        fix::{Fix, Safety},
    },
    source::{
        text::{Part, Span},
        xml::{Attribute, Element},
    },
};

/// What mends the attribute, or the rubbish, that a problem points at.
pub(super) fn way_out(facts: &Facts<'_>, span: Span) -> Option<Fix> {
    let text = facts.xml_text;
    let before = facts.xml.elements.partition_point(|element| element.start_tag.start <= span.start);
    let element = &facts.xml.elements[before.checked_sub(1)?];
    if !element.start_tag.covers(span) || span.start <= element.name.start {
        return None;
    }
    if let Some(fix) = elements::word(facts, element) {
        return Some(fix);
    }
    let attributes = &facts.xml.attributes[element.attributes.clone()];
    let at = attributes.partition_point(|attribute| attribute.span.end <= span.start);
    match attributes.get(at) {
        Some(attribute) if attribute.name == span => named(text, attributes, at),
        Some(attribute) if span.covers(attribute.value) && attribute.span.covers(span) => {
            unquoted(text, attribute, span)
        }
        _ => unclosed(text, attributes, element).or_else(|| nameless(text, span, element)),
    }
}

/// An attribute that was read: it stands twice, or a sign in front of its value or of itself is missing.
fn named(text: &str, attributes: &[Attribute], at: usize) -> Option<Fix> {
    let own = &attributes[at];
    let name = own.name.text(text);
    if let Some(first) = attributes[..at].iter().find(|first| first.name.text(text) == name) {
        let blanks = text[..own.span.start].trim_end().len();
        let alike = first.value.text(text) == own.value.text(text);
        let safety = if alike { Safety::Safe } else { Safety::Changes };
        return Some(Fix::new("remove-second", "Remove the second", safety).and(
            Part::Xml,
            Span::new(blanks, own.span.end),
            "",
        ));
    }
    if !text[..own.span.start].ends_with(char::is_whitespace) {
        return Some(Fix::safe("add-blank", "Add the blank", Part::Xml, Span::at(own.span.start), " "));
    }
    let behind = text[own.name.end..].trim_start();
    if behind.starts_with(':') {
        let at = text.len() - behind.len();
        return Some(Fix::safe("write-equals-sign", "Write the equals sign", Part::Xml, Span::new(at, at + 1), "="));
    }
    let is_equals_missing = behind.starts_with(['"', '\'']);
    is_equals_missing
        .then(|| Fix::safe("add-equals-sign", "Add the equals sign", Part::Xml, Span::at(own.name.end), "="))
}

/// A value without quotes, with one at its end only, or with typographic ones, which its place covers.
fn unquoted(text: &str, attribute: &Attribute, place: Span) -> Option<Fix> {
    let value = attribute.value;
    let straight = format!("\"{}\"", value.text(text).replace('"', "&quot;"));
    // What goes on with words may be the rest of the value.
    let is_whole = ends(text, attribute.span.end);
    let fix = if is_whole { Fix::safe } else { Fix::changes };
    if place != value {
        return Some(fix("write-straight-quotes", "Write straight quotes", Part::Xml, place, straight));
    }
    let closing = text[value.end..].chars().next().filter(|sign| matches!(sign, '"' | '\''));
    Some(match closing {
        Some(quote) => fix("add-quote", "Add the quote", Part::Xml, Span::at(value.start), quote.to_string()),
        None => fix("add-quotes", "Add the quotes", Part::Xml, value, straight),
    })
}

/// Whether the tag ends behind an attribute, or goes on with another one.
fn ends(text: &str, end: usize) -> bool {
    let behind = text[end..].trim_ascii_start();
    let name = behind.find(|sign: char| !sign.is_alphanumeric() && !"_-.:".contains(sign)).unwrap_or(behind.len());
    let is_attribute = 0 < name && behind[name..].trim_ascii_start().starts_with('=');
    behind.is_empty() || behind.starts_with(['>', '<', '?']) || behind.starts_with("/>") || is_attribute
}

/// A tag that goes on as text, because its `>` is missing behind the last attribute.
fn unclosed(text: &str, attributes: &[Attribute], element: &Element) -> Option<Fix> {
    let last = attributes.last().filter(|_| !element.start_tag.text(text).ends_with('>'))?;
    let rest = &text[last.span.end..element.start_tag.end];
    (!rest.contains(['=', '"', '\'']))
        .then(|| Fix::changes("close-tag", "Close the tag", Part::Xml, Span::at(last.span.end), ">"))
}

/// What was not read as an attribute: a value without its closing quote, or rubbish.
fn nameless(text: &str, span: Span, element: &Element) -> Option<Fix> {
    let behind = text[span.end..].trim_start();
    let Some(opened) = behind.strip_prefix('=').map(str::trim_start) else {
        let is_rubbish = !span.text(text).contains(['"', '\'', '=']) && span != element.name;
        let blanks = text[..span.start].trim_end().len();
        return is_rubbish
            .then(|| Fix::changes("remove-rubbish", "Remove it", Part::Xml, Span::new(blanks, span.end), ""));
    };
    let quote = opened.chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
    let value = text.len() - opened.len() + 1;
    let rest = &text[value..];
    let stop = rest.find(['<', '>', '\n']).unwrap_or(rest.len());
    // The value ends where the next attribute begins, or where the tag does.
    let next = rest[..stop].find('=').map(|equals| rest[..equals].trim_end());
    let end = next.and_then(|front| front.rfind(char::is_whitespace)).unwrap_or(stop);
    let kept = rest[..end].trim_end().trim_end_matches('/').trim_end();
    let end = Span::at(value + kept.len());
    (!kept.contains(quote)).then(|| Fix::changes("add-quote", "Add the quote", Part::Xml, end, quote.to_string()))
}
