//! What stands in the file besides the elements and attributes of the guide.

use super::facts::Facts;
use crate::source::{
    text::Span,
    xml::{self, Attribute, Element, End},
};

/// Something the guide does not have, or has elsewhere.
pub struct Stray<'a> {
    /// What it is.
    pub kind: Kind,
    /// Its name, without a prefix; of a text, the text.
    pub name: &'a str,
    /// Where the name stands.
    pub span: Span,
    /// Where the name stands in the end tag.
    pub end_name: Option<Span>,
    /// The names that could have been meant: those that are missing here.
    pub known: &'static [&'static str],
}

/// What a stray is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// An attribute of another name.
    Attribute,
    /// An element of another name.
    Element,
    /// An element of the guide in the wrong one.
    Misplaced,
    /// A text outside of an activity.
    Text,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Root,
    Entry,
    Activity,
    Other,
}

/// All strays, in the order of the text; of those inside an unknown element only the outermost.
pub fn strays<'a>(facts: &Facts<'a>) -> Vec<Stray<'a>> {
    let (text, xml) = (facts.xml_text, facts.xml);
    // Where something is broken, what stands in what is a guess.
    let is_sound = xml.faults.is_empty();
    let mut roles: Vec<Role> = Vec::with_capacity(xml.elements.len());
    let mut found = Vec::new();
    for element in &xml.elements {
        let name = element.name.text(text);
        let local = xml::local_name(name);
        let outer = element.parent.map(|parent| roles[parent]);
        let role = match local {
            "agentStates" => Role::Root,
            "agentState" => Role::Entry,
            "activity" => Role::Activity,
            _ => Role::Other,
        };
        roles.push(role);
        let span = Span::new(element.name.end - local.len(), element.name.end);
        let fits = matches!(
            (outer, role),
            (None, _) | (Some(Role::Root), Role::Entry) | (Some(Role::Entry), Role::Activity) | (Some(Role::Other), _)
        );
        if role == Role::Other && outer.is_some_and(|outer| outer != Role::Other) {
            let end_name = end_name(text, element, local);
            found.push(Stray { kind: Kind::Element, name: local, span, end_name, known: expected(outer) });
        } else if role != Role::Other && !fits && is_sound {
            found.push(Stray { kind: Kind::Misplaced, name: local, span, end_name: None, known: &[] });
        }
        if role != Role::Other {
            attributes(facts, element, role, &mut found);
        }
    }
    if is_sound {
        texts(facts, &roles, &mut found);
    }
    found
}

fn attributes<'a>(facts: &Facts<'a>, element: &Element, role: Role, found: &mut Vec<Stray<'a>>) {
    let attributes = &facts.xml.attributes[element.attributes.clone()];
    let known: &[&str] = match role {
        Role::Entry => &["ID", "availability"],
        Role::Activity => &["LCID"],
        Role::Root | Role::Other => &[],
    };
    let name_of = |attribute: &Attribute| attribute.name.text(facts.xml_text);
    for attribute in attributes {
        let name = name_of(attribute);
        if known.contains(&name) || name.starts_with("xmlns") {
            continue;
        }
        // What is there already cannot have been meant.
        let lacks = |known: &str| !attributes.iter().any(|attribute| name_of(attribute) == known);
        let known: &'static [&'static str] = match role {
            Role::Entry if lacks("ID") && lacks("availability") => &["ID", "availability"],
            Role::Entry if lacks("ID") => &["ID"],
            Role::Entry if lacks("availability") => &["availability"],
            Role::Activity if lacks("LCID") => &["LCID"],
            _ => &[],
        };
        found.push(Stray { kind: Kind::Attribute, name, span: attribute.name, end_name: None, known });
    }
}

fn texts<'a>(facts: &Facts<'a>, roles: &[Role], found: &mut Vec<Stray<'a>>) {
    for piece in &facts.xml.texts {
        let Some(Role::Root | Role::Entry) = piece.parent.map(|parent| roles[parent]) else { continue };
        let name = piece.span.text(facts.xml_text).trim();
        if let Some(span) = Span::of(facts.xml_text, name).filter(|span| !span.is_empty()) {
            found.push(Stray { kind: Kind::Text, name, span, end_name: None, known: &[] });
        }
    }
}

fn expected(outer: Option<Role>) -> &'static [&'static str] {
    match outer {
        Some(Role::Root) => &["agentState"],
        Some(Role::Entry) => &["activity"],
        _ => &[],
    }
}

fn end_name(text: &str, element: &Element, local: &str) -> Option<Span> {
    let End::Tag(tag) = element.end else { return None };
    let at = tag.text(text).rfind(local)?;
    Some(Span::new(tag.start + at, tag.start + at + local.len()))
}
