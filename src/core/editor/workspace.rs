//! The truth: named profiles of two texts each, and the user's choices.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    assigned::Assigned,
    baseline::{Baseline, Baselines, Live},
    columns,
    place::{Place, ProfileId},
};
use crate::{
    mapping::lcid::Lcid,
    rules::diagnostic::Subject,
    source::{decode::FileStyle, text::Part},
};

/// All profiles being edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workspace {
    /// At least one. Shared, so that a key in one of many copies none of them.
    pub profiles: Vec<Arc<Profile>>,
    /// Which profile is used where.
    pub assigned: Arc<Assigned>,
    /// What T-Server has of all that, as far as anybody has said so.
    pub live: Arc<Baselines>,
}

/// A presence profile: a VoIP Service DN's options and its XML file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Who it is.
    pub id: ProfileId,
    /// Name of the VoIP Service DN.
    pub name: Arc<str>,
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
    /// Which opening of a file the XML came by, so that its file is known again whatever its name is; 0 where by none.
    pub opened: u64,
    /// Byte order mark and newline the XML file is written with.
    pub style: FileStyle,
    /// The columns of the translations in their order. Languages of the file that are not among them come behind.
    pub languages: Vec<Lcid>,
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
            opened: 0,
            style: FileStyle::default(),
            languages: Vec::new(),
            set_aside: Vec::new(),
            default_language: Lcid::ENGLISH,
        }
    }
}

impl Choices {
    /// Bytes held, for the limit of the history.
    pub(super) fn weight(&self) -> usize {
        size_of::<Choices>() + self.languages.len() * size_of::<Lcid>() + self.set_aside.len() * size_of::<SetAside>()
    }
}

impl Profile {
    /// A first profile of two texts, its columns in the order of the file.
    pub fn new(name: &str, options: &str, xml: &str) -> Profile {
        let mut choices = Choices::default();
        choices.languages = columns::of_file(xml, choices.default_language);
        Profile { id: ProfileId::FIRST, name: name.into(), options: options.into(), xml: xml.into(), choices }
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

/// What the profile of a first visitor is called, and a new one as far as the name is free.
pub const EXAMPLE_NAME: &str = "Presence";

impl Workspace {
    /// A workspace of one profile.
    pub fn of(profile: Profile) -> Workspace {
        Workspace { profiles: vec![Arc::new(profile)], assigned: Arc::default(), live: Arc::default() }
    }

    /// The guide's example, as a first visitor finds it.
    pub fn example() -> Workspace {
        let options = include_str!("example/options.txt");
        let xml = include_str!("example/agentStates.xml");
        let example = Profile::new(EXAMPLE_NAME, options, xml);
        // Whatever is done to it is told as a change of it.
        let baseline = Baseline {
            name: Some(example.name.clone()),
            options: Live::Text(example.options.clone()),
            xml: Live::Text(example.xml.clone()),
        };
        let profiles = BTreeMap::from([(example.id, baseline)]);
        let live = Baselines { profiles, assigned: Some(Arc::default()) };
        Workspace { live: live.into(), ..Workspace::of(example) }
    }

    /// Whether these are the options of the guide's example, which nobody has touched.
    pub fn is_of_example(options: &str) -> bool {
        options == include_str!("example/options.txt")
    }

    /// A profile by its identity.
    pub fn profile(&self, id: ProfileId) -> Option<&Profile> {
        self.profiles.iter().find(|profile| profile.id == id).map(Arc::as_ref)
    }

    /// The profile of a name.
    pub fn profile_named(&self, name: &str) -> Option<&Profile> {
        self.profiles.iter().find(|profile| *profile.name == *name).map(Arc::as_ref)
    }

    /// What T-Server has of profiles that were deleted here, as far as it is known to have something.
    pub fn deleted(&self) -> impl Iterator<Item = (ProfileId, &Baseline)> {
        let own = self.live.profiles.iter().filter(|(id, own)| self.profile(**id).is_none() && **own != Baseline::NEW);
        own.map(|(id, own)| (*id, own))
    }

    /// Where a profile stands among the others, from 0.
    pub fn position(&self, id: ProfileId) -> Option<usize> {
        self.profiles.iter().position(|profile| profile.id == id)
    }

    /// The profile that a change made against this workspace speaks of.
    pub(super) fn of_change(&mut self, id: ProfileId) -> &mut Profile {
        let own = self.profiles.iter_mut().find(|profile| profile.id == id);
        Arc::make_mut(own.expect("a change speaks of profiles of its base"))
    }

    /// The text at a place of one of its profiles.
    pub fn text(&self, place: Place) -> &Arc<str> {
        self.profile(place.profile).expect("a place is in a profile of the workspace").text(place.part)
    }
}
