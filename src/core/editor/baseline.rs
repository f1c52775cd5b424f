//! What T-Server has, as far as anybody has said so: the state that changes are counted from.

use std::{collections::BTreeMap, sync::Arc};

use super::{assigned::Assigned, place::ProfileId};

/// What T-Server has of a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Baseline {
    /// The name of its VoIP Service DN; `None` where that is not known, or there is none.
    pub name: Option<Arc<str>>,
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

/// What T-Server has of a workspace.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baselines {
    /// That of each profile; of one that does not stand here nothing is known. Profiles that were deleted stay.
    pub profiles: BTreeMap<ProfileId, Baseline>,
    /// Which profile is used where; `None` where that is not known.
    pub assigned: Option<Arc<Assigned>>,
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
    pub const NEW: Baseline = Baseline { name: None, options: Live::Nothing, xml: Live::Nothing };

    /// That of a profile of which nothing was shown.
    pub const UNKNOWN: Baseline = Baseline { name: None, options: Live::Unknown, xml: Live::Unknown };
}

impl Baselines {
    /// That of a profile.
    pub fn of(&self, profile: ProfileId) -> &Baseline {
        self.profiles.get(&profile).unwrap_or(&Baseline::UNKNOWN)
    }

    pub(super) fn set(&mut self, profile: ProfileId, baseline: Baseline) {
        match baseline == Baseline::UNKNOWN {
            true => self.profiles.remove(&profile),
            false => self.profiles.insert(profile, baseline),
        };
    }
}
