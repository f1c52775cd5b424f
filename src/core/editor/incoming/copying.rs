//! A part of one profile as what comes in to another: an entry with its texts, or a language.

use std::fmt::Write;

use super::inputs::Input;
use crate::{
    editor::workspace::Profile,
    mapping::{agent_states::PresenceMap, lcid::Lcid},
    source::xml,
};

/// An entry, by its position, as it is written; `None` where it has no ID.
pub fn entry(profile: &Profile, map: &PresenceMap, position: usize) -> Option<Input> {
    let entry = map.entries.get(position)?;
    let id = entry.id.as_ref().map(|id| id.text.as_str()).filter(|id| !id.trim().is_empty())?;
    let name = entry.name_span.text(&profile.xml);
    let written = match name.contains(':') {
        // A prefix means nothing elsewhere.
        true => super::entry_markup::anew(entry, "agentState", Some("")),
        false => entry.span.text(&profile.xml).trim_end().to_owned(),
    };
    Some(Input::of_profile(&format!("{id} of {}", profile.name), &written))
}

/// The texts in a language, each in an entry without other texts.
pub fn language(profile: &Profile, map: &PresenceMap, lcid: Lcid) -> Input {
    let mut written = String::new();
    for entry in &map.entries {
        let Some(id) = entry.id.as_ref().map(|id| xml::escape_attribute(&id.text, '"')) else { continue };
        let Some(at) = entry.activity_in(lcid) else { continue };
        let text = xml::escape_text(&entry.activities[at].text.text);
        let number = lcid.number();
        // Where the other profile has no such entry, it comes with its number.
        let availability = entry
            .availability
            .as_ref()
            .map_or_else(String::new, |own| format!(" availability=\"{}\"", xml::escape_attribute(&own.text, '"')));
        // Writing to a string does not fail.
        let _ = writeln!(
            written,
            "<agentState ID=\"{id}\"{availability}>\n  <activity LCID=\"{number}\">{text}</activity>\n</agentState>"
        );
    }
    Input::of_language(&format!("{} of {}", lcid.name(), profile.name), &written)
}
