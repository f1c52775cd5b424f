//! Options out of an export of a Configuration Server: as its XML (`CfgData`), and as the JSON of configuration tools.
//!
//! Neither form is in the documentation that the editor rests on: what is read is what such exports have in common, a
//! name, sections, and options in them.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::xml::{self, Element, Xml};

/// A section of the options of an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// What the object is called or numbered; `None` where the export does not say it.
    pub object: Option<String>,
    /// The name of the section.
    pub name: String,
    /// Names and values, in the order of the export where it has one.
    pub options: Vec<(String, String)>,
}

impl Section {
    /// As the text that Configuration Manager shows. A value is all of a line: what has line breaks is left out.
    pub fn text(&self) -> String {
        let mut text = format!("[{}]\n", self.name);
        for (name, value) in self.options.iter().filter(|(_, value)| !value.contains(['\n', '\r'])) {
            text.push_str(&format!("{name}={value}\n"));
        }
        text
    }
}

/// The elements in which the name of an object stands, by how well they name a DN.
const NAMES: [&str; 2] = ["number", "name"];

/// The sections of an export in XML; `None` where a text is none.
pub fn of_xml(text: &str) -> Option<Vec<Section>> {
    let read = Xml::read(text, &["CfgData", "list_pair", "str_pair"]);
    let name = |element: &Element| element.name.text(text);
    read.elements.first().filter(|first| name(first) == "CfgData")?;
    let attribute = |element: &Element, wanted: &str| {
        let attributes = &read.attributes[element.attributes.clone()];
        let found = attributes.iter().find(|attribute| attribute.name.text(text) == wanted)?;
        Some(xml::attribute_value(found.value.text(text)).into_owned())
    };
    // By the position of what they belong to.
    let mut options: BTreeMap<usize, Vec<(String, String)>> = BTreeMap::new();
    let mut names: BTreeMap<(usize, &str), String> = BTreeMap::new();
    for element in &read.elements {
        let Some(parent) = element.parent else { continue };
        match name(element) {
            "str_pair" if name(&read.elements[parent]) == "list_pair" => {
                let pair = attribute(element, "key").zip(attribute(element, "value").or_else(|| Some(String::new())));
                options.entry(parent).or_default().extend(pair);
            }
            own if NAMES.contains(&own) => {
                if let Some(value) = attribute(element, "value") {
                    names.entry((parent, own)).or_insert(value);
                }
            }
            _ => {}
        }
    }
    // In front of the sections, or as an attribute.
    let own_name = |object: usize| {
        let of_child = |wanted: &&str| names.get(&(object, *wanted)).cloned();
        let of_attribute = |wanted: &&str| attribute(&read.elements[object], wanted);
        NAMES.iter().find_map(of_child).or_else(|| NAMES.iter().find_map(of_attribute))
    };
    let section = |(at, options): (usize, Vec<(String, String)>)| {
        let up = std::iter::successors(read.elements[at].parent, |parent| read.elements[*parent].parent);
        Some(Section {
            object: up.into_iter().find_map(own_name),
            name: attribute(&read.elements[at], "key")?,
            options,
        })
    };
    Some(options.into_iter().filter_map(section).collect())
}

/// What the sections of an object are called in JSON.
const PROPERTIES: &str = "userProperties";

/// The sections of an export in JSON; `None` where a text is none.
pub fn of_json(text: &str) -> Option<Vec<Section>> {
    let value: Value = serde_json::from_str(text).ok()?;
    let mut sections = Vec::new();
    let is_export = collect(&value, &mut sections);
    is_export.then_some(sections)
}

/// Collects the sections of all objects in a value; whether there is an object that has some, or could.
fn collect(value: &Value, sections: &mut Vec<Section>) -> bool {
    match value {
        Value::Array(values) => values.iter().fold(false, |is_export, value| collect(value, sections) | is_export),
        Value::Object(object) => {
            let own = object.get(PROPERTIES).and_then(Value::as_object);
            if let Some(own) = own {
                sections.extend(of_object(object, own));
            }
            let rest = object.iter().filter(|(key, _)| *key != PROPERTIES);
            rest.fold(own.is_some(), |is_export, (_, value)| collect(value, sections) | is_export)
        }
        _ => false,
    }
}

fn of_object(object: &Map<String, Value>, properties: &Map<String, Value>) -> Vec<Section> {
    let name = NAMES.iter().find_map(|name| object.get(*name)).and_then(written);
    let section = |(section, options): (&String, &Value)| {
        let options = options.as_object()?.iter().filter_map(|(name, value)| Some((name.clone(), written(value)?)));
        Some(Section { object: name.clone(), name: section.clone(), options: options.collect() })
    };
    properties.iter().filter_map(section).collect()
}

fn written(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(is) => Some(is.to_string()),
        _ => None,
    }
}
