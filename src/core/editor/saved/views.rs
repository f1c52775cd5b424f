//! The record of how a workspace is looked at.

use serde::{Deserialize, Serialize};

use super::{
    Unread,
    envelope::{self, Kind},
    places::{SavedEntry, SavedPart},
};
use crate::{
    editor::place::{EntryPlace, ProfileId},
    mapping::{lcid::Lcid, states::StateNumber},
    source::text::Part,
};

/// How a workspace is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// The profile that is looked at.
    pub looked_at: ProfileId,
    /// Whether the assignment is in front of it.
    pub is_assignment: bool,
    /// How each profile was looked at last.
    pub profiles: Vec<(ProfileId, ProfileView)>,
}

/// How a profile is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileView {
    /// The language of the previews.
    pub viewer: Lcid,
    /// The pane in front in push mode.
    pub push: Part,
    /// The pane in front in pull mode.
    pub pull: Part,
    /// The row that is selected.
    pub row: StateNumber,
    /// The entry that is selected.
    pub entry: Option<EntryPlace>,
}

#[derive(Serialize, Deserialize)]
struct SavedView<'a> {
    looked_at: u64,
    is_assignment: bool,
    #[serde(borrow)]
    profiles: Vec<(u64, SavedProfileView<'a>)>,
}

#[derive(Serialize, Deserialize)]
struct SavedProfileView<'a> {
    viewer: u32,
    push: SavedPart,
    pull: SavedPart,
    row: u8,
    #[serde(borrow)]
    entry: Option<SavedEntry<'a>>,
}

/// The record of a view.
pub fn view(view: &View) -> Vec<u8> {
    let View { looked_at, is_assignment, profiles } = view;
    let profiles = profiles.iter().map(|(id, view)| (id.number(), SavedProfileView::of(view)));
    let (looked_at, profiles) = (looked_at.number(), profiles.collect());
    envelope::seal(Kind::View, &SavedView { looked_at, is_assignment: *is_assignment, profiles })
}

/// The view in a record. Its profiles and entries may be gone.
///
/// # Errors
/// Why it is not read.
pub fn read_view(bytes: &[u8]) -> Result<View, Unread> {
    let saved: SavedView<'_> = envelope::open(Kind::View, bytes)?;
    saved.restore().ok_or(Unread::Damaged)
}

impl SavedView<'_> {
    fn restore(&self) -> Option<View> {
        let profiles = self.profiles.iter().map(|(id, view)| Some((ProfileId::numbered(*id)?, view.restore()?)));
        Some(View {
            looked_at: ProfileId::numbered(self.looked_at)?,
            is_assignment: self.is_assignment,
            profiles: profiles.collect::<Option<_>>()?,
        })
    }
}

impl<'a> SavedProfileView<'a> {
    fn of(view: &'a ProfileView) -> SavedProfileView<'a> {
        let ProfileView { viewer, push, pull, row, entry } = view;
        SavedProfileView {
            viewer: viewer.number(),
            push: SavedPart::of(*push),
            pull: SavedPart::of(*pull),
            row: row.number(),
            entry: entry.as_ref().map(SavedEntry::of),
        }
    }

    fn restore(&self) -> Option<ProfileView> {
        let entry = match &self.entry {
            Some(entry) => Some(entry.restore()?),
            None => None,
        };
        Some(ProfileView {
            viewer: Lcid::new(self.viewer),
            push: self.push.restore(),
            pull: self.pull.restore(),
            row: StateNumber::new(self.row)?,
            entry,
        })
    }
}
