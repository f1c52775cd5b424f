//! The truth: named profiles of two texts each, and the user's choices.

use std::sync::Arc;

use crate::{
    mapping::lcid::Lcid,
    rules::diagnostic::Subject,
    source::{
        decode::FileStyle,
        text::{Part, Place},
    },
};

/// All profiles being edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workspace {
    /// At least one.
    pub profiles: Vec<Profile>,
    /// The value of `presence-profile` in the T-Server application, where it is known: the name of a profile.
    pub presence_profile: Option<Arc<str>>,
}

/// A presence profile: a VoIP Service DN's options and its XML file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Name of the VoIP Service DN.
    pub name: String,
    /// The `[TServer]` section as it is written; lines end with LF.
    pub options: Arc<str>,
    /// The agentStates file as it is written; lines end with LF.
    pub xml: Arc<str>,
    /// What the user chose about this profile.
    pub choices: Choices,
}

/// What the user chose: undone and redone like texts, never exported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// Name of the file that was opened, if one was.
    pub file_name: Option<String>,
    /// Byte order mark and newline the XML file is written with.
    pub style: FileStyle,
    /// Languages shown although no text may use them.
    pub pinned: Vec<Lcid>,
    /// Problems that are told no more.
    pub set_aside: Vec<SetAside>,
    /// The language every entry should have; 1033 unless the site says otherwise.
    pub default_language: Lcid,
}

/// What is told no more: never a place in the text, so that it outlives edits.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SetAside {
    /// The law's code.
    pub code: &'static str,
    /// What it is about; `None` is all that the law says.
    pub subject: Option<Subject>,
}

impl Default for Choices {
    fn default() -> Choices {
        Choices {
            file_name: None,
            style: FileStyle::default(),
            pinned: Vec::new(),
            set_aside: Vec::new(),
            default_language: Lcid::ENGLISH,
        }
    }
}

impl Profile {
    /// A profile of two texts.
    pub fn new(name: &str, options: &str, xml: &str) -> Profile {
        Profile { name: name.into(), options: options.into(), xml: xml.into(), choices: Choices::default() }
    }

    /// One of its texts.
    pub fn text(&self, part: Part) -> &Arc<str> {
        match part {
            Part::Options => &self.options,
            Part::Xml => &self.xml,
        }
    }

    pub(super) fn set_text(&mut self, part: Part, text: String) {
        match part {
            Part::Options => self.options = text.into(),
            Part::Xml => self.xml = text.into(),
        }
    }
}

impl Workspace {
    /// A workspace of one profile.
    pub fn of(profile: Profile) -> Workspace {
        Workspace { profiles: vec![profile], presence_profile: None }
    }

    /// The guide's example, as a first visitor finds it.
    pub fn example() -> Workspace {
        let options = include_str!("example/options.txt");
        let xml = include_str!("example/agentStates.xml");
        Workspace::of(Profile::new("Presence", options, xml))
    }

    /// The text at a place.
    pub fn text(&self, place: Place) -> &Arc<str> {
        self.profiles[place.profile].text(place.part)
    }
}
