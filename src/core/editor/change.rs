//! One step of work: what it does to the workspace, and where to look afterwards.

mod applying;
mod joining;

use super::{
    assigned::Reassignment,
    declaring::Declaration,
    place::{EntryPlace, Place, ProfileId, RangePlace},
    workspace::{Choices, Profile},
};
use crate::source::{edit::Edits, text::Part};

/// Edits to any of the texts, new choices, profiles that come, go or get another name, all against the same workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What was done, as a title for undo: "Set availability of INCALL".
    pub label: String,
    /// The edits of each text; a place stands here once at most, and never without edits.
    pub texts: Vec<(Place, Edits)>,
    /// The choices profiles have afterwards.
    pub choices: Vec<(ProfileId, Choices)>,
    /// The names profiles have afterwards.
    pub names: Vec<(ProfileId, String)>,
    /// The profiles there are afterwards, where some come, go or change places.
    pub list: Option<List>,
    /// What is assigned otherwise; never without anything.
    pub assigned: Option<Reassignment>,
    /// What is declared of what T-Server has, with the texts as they are afterwards.
    pub live: Declaration,
    /// The entries that get another ID as a whole, and so stay who they are.
    pub renamed: Vec<Renamed>,
    /// The profiles whose texts others take the place of: what was in them is not there any more, whatever looks alike.
    pub replaced: Vec<ProfileId>,
    /// How it joins the step before.
    pub joining: Joining,
}

/// The profiles of a workspace in their order; those of the base that are not among them go.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct List {
    /// All of them, by identity.
    pub order: Vec<ProfileId>,
    /// Those that come, and those that others take the place of.
    pub put: Vec<Profile>,
}

/// An entry that gets another ID.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renamed {
    /// The profile it is in.
    pub profile: ProfileId,
    /// The entry before.
    pub entry: EntryPlace,
    /// Its ID afterwards.
    pub id: Option<String>,
}

/// Whether a change may become one step with its neighbour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joining {
    /// A step of its own.
    Whole,
    /// A keystroke in a text: joins the keystroke next to it.
    Keystroke,
    /// A piece of an unfinished input-method composition: joins the piece before, whatever it replaces.
    Composition,
    /// A number, or both, of a range on the way: joins the slide before of the same range by the same end.
    Slide(Slide),
}

/// What slides, and from where in the text to where: other numbers may be longer or shorter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slide {
    /// Where the range stands before.
    pub from: RangePlace,
    /// Where it stands afterwards.
    pub to: RangePlace,
    /// Whether its lower number is another one, and its higher one.
    pub ends: (bool, bool),
}

impl Change {
    /// Nothing yet.
    pub fn new(label: impl Into<String>) -> Change {
        Change {
            label: label.into(),
            texts: Vec::new(),
            choices: Vec::new(),
            names: Vec::new(),
            list: None,
            assigned: None,
            live: Declaration::default(),
            renamed: Vec::new(),
            replaced: Vec::new(),
            joining: Joining::Whole,
        }
    }

    /// A change of one text.
    pub fn of(label: impl Into<String>, place: Place, edits: impl Into<Edits>) -> Change {
        Change::new(label).with(place, edits)
    }

    /// Adds the edits of one more text.
    pub fn with(mut self, place: Place, edits: impl Into<Edits>) -> Change {
        let edits = edits.into();
        debug_assert!(self.texts.iter().all(|(taken, _)| *taken != place), "a place stands once in a change");
        if !edits.is_empty() {
            self.texts.push((place, edits));
        }
        self
    }

    /// Adds new choices for a profile.
    pub fn with_choices(mut self, profile: ProfileId, choices: Choices) -> Change {
        self.choices.push((profile, choices));
        self
    }

    /// Adds what is assigned otherwise.
    pub fn with_assigned(mut self, assigned: Reassignment) -> Change {
        self.assigned = Some(assigned).filter(|assigned| !assigned.is_empty());
        self
    }

    /// Adds what is declared of what T-Server has.
    pub fn declaring(mut self, live: Declaration) -> Change {
        self.live = self.live.then(live);
        self
    }

    /// Says that an entry gets another ID as a whole.
    pub fn with_renamed(mut self, renamed: Renamed) -> Change {
        self.renamed.push(renamed);
        self
    }

    /// Says that a profile's texts give way to others.
    pub fn replacing(mut self, profile: ProfileId) -> Change {
        self.replaced.push(profile);
        self
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
            && self.choices.is_empty()
            && self.names.is_empty()
            && self.list.is_none()
            && self.assigned.is_none()
            && self.live.is_empty()
    }

    /// The edits of one text.
    pub fn edits(&self, place: Place) -> Option<&Edits> {
        self.texts.iter().find(|(at, _)| *at == place).map(|(_, edits)| edits)
    }

    /// Bytes held, for the limit of the history.
    pub fn weight(&self) -> usize {
        let texts: usize = self.texts.iter().map(|(_, edits)| edits.weight()).sum();
        let put = self.list.iter().flat_map(|list| &list.put);
        let put: usize = put.map(|profile| profile.options.len() + profile.xml.len() + size_of::<Profile>()).sum();
        let choices: usize = self.choices.iter().map(|(_, choices)| choices.weight()).sum();
        let assigned = self.assigned.as_ref().map_or(0, Reassignment::weight);
        size_of::<Change>() + self.label.len() + texts + put + choices + assigned + self.live.weight()
    }

    /// The text to look at first: the XML, where both change.
    pub fn main_place(&self) -> Option<Place> {
        self.texts.iter().map(|(place, _)| *place).max_by_key(|place| place.part == Part::Xml)
    }

    /// The profile to look at: whose texts change, else whose choices, else whose name, else one that comes.
    pub fn main_profile(&self) -> Option<ProfileId> {
        let text = self.main_place().map(|place| place.profile);
        let choices = self.choices.first().map(|(profile, _)| *profile);
        let named = self.names.first().map(|(profile, _)| *profile);
        let put = self.list.as_ref().and_then(|list| list.put.first()).map(|profile| profile.id);
        text.or(choices).or(named).or(put)
    }
}
