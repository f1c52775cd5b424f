//! What the two texts of a profile say, by themselves: read once, and kept for as long as a text stays the same.

use std::sync::Arc;

use super::workspace::Profile;
use crate::{
    mapping::{
        agent_states::{self, PresenceMap},
        options::ProfileOptions,
    },
    source::{text::LineIndex, xml::Xml},
};

/// What both texts say.
#[derive(Debug, Clone)]
pub struct Reading {
    options_text: Arc<str>,
    xml_text: Arc<str>,
    /// The options text.
    pub options: Arc<ProfileOptions>,
    /// Its lines.
    pub options_lines: Arc<LineIndex>,
    /// The XML file, as XML.
    pub xml: Arc<Xml>,
    /// The XML file, as entries.
    pub map: Arc<PresenceMap>,
    /// Its lines.
    pub xml_lines: Arc<LineIndex>,
}

impl Reading {
    /// Reads a profile. Never fails: a broken text is a value. A text that was read `before` is not read again.
    pub fn of(profile: &Profile, before: Option<&Reading>) -> Reading {
        let options = before.filter(|before| Arc::ptr_eq(&before.options_text, &profile.options));
        let (options, options_lines) = match options {
            Some(before) => (before.options.clone(), before.options_lines.clone()),
            None => (ProfileOptions::read(&profile.options).into(), LineIndex::new(&profile.options).into()),
        };
        let xml = before.filter(|before| Arc::ptr_eq(&before.xml_text, &profile.xml));
        let (xml, map, xml_lines) = match xml {
            Some(before) => (before.xml.clone(), before.map.clone(), before.xml_lines.clone()),
            None => {
                let xml = Xml::read(&profile.xml, &agent_states::ELEMENTS);
                let map = PresenceMap::of(&profile.xml, &xml);
                (xml.into(), map.into(), LineIndex::new(&profile.xml).into())
            }
        };
        let (options_text, xml_text) = (profile.options.clone(), profile.xml.clone());
        Reading { options_text, xml_text, options, options_lines, xml, map, xml_lines }
    }

    /// Whether it is that of the same two texts.
    pub fn is_of(&self, profile: &Profile) -> bool {
        Arc::ptr_eq(&self.options_text, &profile.options) && Arc::ptr_eq(&self.xml_text, &profile.xml)
    }
}
