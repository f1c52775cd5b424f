//! Prefixes and what they stand for: Namespaces in XML 1.0.

use std::{collections::HashMap, ops::Range};

use super::{
    attribute_value, characters,
    faults::{Kind, quoted},
    prefixes::XML,
    reader::Reader,
};
use crate::source::text::Span;

/// What the prefix `xmlns` stands for; it cannot be declared.
const XMLNS: &str = "http://www.w3.org/2000/xmlns/";

impl<'a> Reader<'a> {
    /// Checks the names of a start tag, and takes up the prefixes it declares. Whether anything is wrong.
    #[inline]
    pub(super) fn check_namespaces(&mut self, name: Span, attributes: Range<usize>) -> bool {
        let has_prefix = |name: Span| self.bytes[name.start..name.end].contains(&b':');
        let is_declaration = |name: Span| self.bytes[name.start..name.end].starts_with(b"xmlns");
        let mut names = self.xml.attributes[attributes.clone()].iter().map(|attribute| attribute.name);
        if has_prefix(name) || names.any(|name| is_declaration(name) || has_prefix(name)) {
            self.check_prefixes(name, attributes)
        } else {
            false
        }
    }

    fn check_prefixes(&mut self, name: Span, attributes: Range<usize>) -> bool {
        let mut fault = false;
        for index in attributes.clone() {
            let attribute = &self.xml.attributes[index];
            fault |= self.declare(attribute.name, attribute.value);
        }
        fault |= self.prefix(name, true).is_none();
        let mut prefixed = Vec::new();
        for index in attributes {
            let name = self.xml.attributes[index].name;
            match self.prefix(name, false) {
                None => fault = true,
                Some("" | "xmlns") => {}
                Some(prefix) => prefixed.push((name, prefix)),
            }
        }
        fault | self.repeated_expanded(&prefixed)
    }

    /// Takes up the prefix that an attribute declares, if it declares one. Whether it must not.
    fn declare(&mut self, attribute: Span, value: Span) -> bool {
        let text = self.text;
        let declared = attribute.text(text).strip_prefix("xmlns");
        let Some(prefix) = declared.and_then(|rest| if rest.is_empty() { Some("") } else { rest.strip_prefix(':') })
        else {
            return false;
        };
        let name = attribute_value(value.text(text));
        let fault = match (prefix, name.as_ref()) {
            ("xmlns", _) => Some("the prefix `xmlns` cannot be declared"),
            ("xml", XML) => None,
            ("xml", _) => Some("the prefix `xml` is reserved"),
            (_, XML | XMLNS) => Some("this namespace is reserved for XML itself"),
            ("", _) => None,
            (_, "") => Some("a prefix cannot be declared empty"),
            _ => None,
        };
        if let Some(message) = fault {
            self.faults.add(attribute, || message);
        } else if !prefix.is_empty() {
            self.namespaces.declare(prefix, name);
        }
        fault.is_some()
    }

    /// The prefix of a name, `""` when it has none; `None` when something is wrong with it.
    fn prefix(&mut self, span: Span, of_element: bool) -> Option<&'a str> {
        let name = span.text(self.text);
        let Some((prefix, local)) = name.split_once(':') else { return Some("") };
        let is_sound = !prefix.is_empty() && !local.contains(':') && 0 < characters::name_end(local, 0);
        if !is_sound {
            self.faults.add_of(Kind::Colon, span, || format!("`{}` is not a prefix, a colon and a name", quoted(name)));
            return None;
        }
        if prefix == "xmlns" && of_element {
            self.faults.add(span, || "the prefix `xmlns` cannot stand in front of an element's name");
            return None;
        }
        if prefix != "xmlns" && self.namespaces.name_of(prefix).is_none() {
            self.faults.add(span, || format!("the prefix `{}` is declared nowhere around here", quoted(prefix)));
            return None;
        }
        Some(prefix)
    }

    /// Reports attributes with different prefixes that stand for the same name. Whether there are any.
    fn repeated_expanded(&mut self, prefixed: &[(Span, &'a str)]) -> bool {
        if prefixed.len() < 2 {
            return false;
        }
        let text = self.text;
        let mut fault = false;
        let mut seen = HashMap::with_capacity(prefixed.len());
        for (span, prefix) in prefixed {
            let local = &span.text(text)[prefix.len() + 1..];
            let before = seen.insert((self.namespaces.name_of(prefix), local), *prefix);
            if let Some(before) = before.filter(|before| before != prefix) {
                fault = true;
                self.faults.add(*span, || {
                    let local = quoted(local);
                    format!("`{}:{local}` is the same name as `{}:{local}`", quoted(prefix), quoted(before))
                });
            }
        }
        fault
    }
}
