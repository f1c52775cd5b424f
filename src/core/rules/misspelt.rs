//! Names of the guide that are misspelt in the file, so that what they name seems to be missing.

use super::{diagnostic::Diagnostic, facts::Facts, fix::Fix, law::Law, likeness, roles};
use crate::source::{
    message::Message,
    phrase::{Phrase, quoted},
    text::{Part, Span},
    xml::{Element, End},
};

/// An attribute that was meant to have another name.
pub struct Misspelt<'a> {
    /// As it is written.
    pub name: &'a str,
    /// Where its name stands.
    pub span: Span,
    /// What stands between its quotes.
    pub value: &'a str,
    meant: &'static str,
}

/// The attribute of a start tag that was meant to be `meant`, where no attribute has this name.
pub fn attribute<'a>(facts: &Facts<'a>, start_tag: Span, meant: &'static str) -> Option<Misspelt<'a>> {
    let all = &facts.xml.attributes;
    let own = &all[all.partition_point(|attribute| attribute.span.start < start_tag.start)..];
    let mut own = own.iter().take_while(|attribute| attribute.span.end <= start_tag.end);
    let is_near =
        |name: &str| !["ID", "availability", "LCID"].contains(&name) && likeness::nearest(name, [meant]).is_some();
    let found = own.find(|attribute| is_near(attribute.name.text(facts.xml_text)))?;
    let (name, value) = (found.name.text(facts.xml_text), found.value.text(facts.xml_text));
    Some(Misspelt { name, span: found.name, value, meant })
}

impl Misspelt<'_> {
    /// What a law says of it; `lack` is what is missing and what happens.
    pub fn judged(&self, law: &Law, lack: impl Into<Phrase>) -> Diagnostic {
        let message =
            Message::new(lack).with_advice(format!("it has {}, did you mean `{}`?", quoted(self.name), self.meant));
        let fix = Fix::changes("use-name-of-guide", "Use the name of the guide", Part::Xml, self.span, self.meant);
        law.error(Part::Xml, self.span, message).with_fix(fix.labelled(format!("Write {}", self.meant)))
    }
}

/// Whether an entry has an ID, but under another name, or with blanks around it.
pub fn is_misspelt_id(facts: &Facts<'_>, id: &str) -> bool {
    facts.map.entries.iter().any(|entry| match &entry.id {
        Some(written) => written.text.trim() == id,
        None => attribute(facts, entry.start_tag, "ID").is_some_and(|own| own.value == id),
    })
}

/// The element in the outermost one that has the ID of an entry, and nearly its name.
pub fn entry<'a>(facts: &Facts<'a>, id: &str) -> Option<&'a Element> {
    let (text, xml) = (facts.xml_text, facts.xml);
    xml.elements.iter().filter(|element| element.parent == Some(0)).find(|element| {
        let attributes = &xml.attributes[element.attributes.clone()];
        let has_id =
            attributes.iter().any(|attribute| attribute.name.text(text) == "ID" && attribute.value.text(text) == id);
        has_id && likeness::nearest(element.name.text(text), ["agentState"]).is_some()
    })
}

/// What the law on missing entries says of such an element.
pub fn judged_entry(law: &Law, facts: &Facts<'_>, id: &str, element: &Element) -> Diagnostic {
    let rows = facts.rows_with(id);
    let wrong = format!(
        "{} holds the entry {} that {} {}, but the guide has no such element",
        quoted(&format!("<{}>", element.name.text(facts.xml_text))),
        quoted(id),
        roles::named(rows),
        roles::verb(rows, "uses", "use"),
    );
    // In a broken file a renamed element may not find its end tag.
    let fix = facts.xml.faults.is_empty().then(|| rename(facts.xml_text, element, "agentState"));
    law.error(Part::Xml, element.name, wrong).with_advice("did you mean `agentState`?").about(id).with_fixes(fix)
}

/// Gives an element its right name, in both its tags.
fn rename(text: &str, element: &Element, name: &'static str) -> Fix {
    let fix = Fix::changes("use-name-of-guide", "Use the name of the guide", Part::Xml, element.name, name);
    let fix = fix.labelled(format!("Write {name}"));
    match element.end {
        End::Tag(tag) => match tag.text(text).rfind(element.name.text(text)) {
            Some(at) => fix.and(Part::Xml, Span::new(tag.start + at, tag.start + at + element.name.len()), name),
            None => fix,
        },
        End::Empty | End::Missing => fix,
    }
}
