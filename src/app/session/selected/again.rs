//! What is selected in a profile, as it is kept, and as it is selected again.

use super::{EntryThere, Selected, Selection};
use presence_profile_core::{
    editor::place::{EntryPlace, ProfileId},
    mapping::states::StateNumber,
};

impl Selected {
    /// Asks to be told of another selection.
    pub(in crate::app::session) fn track(self) {
        self.selection.track();
    }

    /// The row and the entry that are selected in a profile, as far as they are known to be where they were.
    pub(in crate::app::session) fn of_untracked(
        self,
        profile: ProfileId,
        revision: u64,
    ) -> (StateNumber, Option<EntryPlace>) {
        let followed = self.followed.with_untracked(|followed| followed.now.clone());
        let first = StateNumber::new(1).expect("rows are numbered from 1");
        let of = self.selection.of_untracked(profile);
        let row = of.as_ref().map_or(first, |of| of.row);
        let entry =
            of.and_then(|of| of.entry).map(|entry| followed.filter(|now| now.profile == profile).unwrap_or(entry));
        (row, entry.filter(|entry| entry.revision == revision).map(|entry| entry.place))
    }

    /// What was selected in a profile when the page was open last.
    pub(in crate::app::session) fn select_again(self, profile: ProfileId, row: StateNumber, entry: Option<EntryPlace>) {
        let entry = entry.map(|place| EntryThere { profile, revision: 0, place });
        self.selection.set_of(profile, Selection { row, entry });
    }
}
