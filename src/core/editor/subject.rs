//! What a command works on: a profile of a workspace, and what was read in it.

use super::{
    analysis::Analysis,
    change::Change,
    place::Place,
    refusal::Refusal,
    workspace::{Profile, Workspace},
};
use crate::source::{
    edit::Edits,
    text::{Part, Span},
};

/// A profile, its workspace, and what it says.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The workspace it is in.
    pub workspace: &'a Workspace,
    /// Its texts and choices.
    pub profile: &'a Profile,
    /// What they say.
    pub analysis: &'a Analysis,
}

impl Subject<'_> {
    /// The place of one of its texts.
    pub fn place(self, part: Part) -> Place {
        Place { profile: self.profile.id, part }
    }

    /// A change of one of its texts.
    pub(super) fn change(self, label: impl Into<String>, part: Part, edits: impl Into<Edits>) -> Change {
        Change::of(label, self.place(part), edits)
    }

    /// Why nothing can be put into a tag that was not read whole.
    pub(super) fn broken(self, tag: Span) -> Refusal {
        Refusal::BrokenTag(self.analysis.xml_lines.line_of(tag.start) + 1)
    }
}
