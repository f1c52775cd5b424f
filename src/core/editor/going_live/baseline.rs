//! What T-Server has of a profile, as far as anybody has said so.

use std::sync::Arc;

/// What T-Server has of a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Baseline {
    /// Its options, the text of section `[TServer]`.
    pub options: Live,
    /// Its XML file, the one that was loaded when T-Server started.
    pub xml: Live,
}

/// What T-Server has of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Live {
    /// This one.
    Text(Arc<str>),
    /// Something that nobody has shown to the editor.
    Unknown,
    /// Nothing: the profile is new.
    Nothing,
}

impl Live {
    /// The text, where it is known; of a new profile an empty one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Live::Text(text) => Some(text),
            Live::Unknown => None,
            Live::Nothing => Some(""),
        }
    }
}

impl Baseline {
    /// That of a profile that T-Server does not have yet.
    pub const NEW: Baseline = Baseline { options: Live::Nothing, xml: Live::Nothing };

    /// That of a profile of which nothing was shown.
    pub const UNKNOWN: Baseline = Baseline { options: Live::Unknown, xml: Live::Unknown };
}
