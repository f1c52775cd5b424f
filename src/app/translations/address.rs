//! What a cell of the translations shows, whatever its place is: an entry and a language stay who they are.

use super::super::{grid::At, session::Session};
use presence_profile_core::{
    editor::{
        command::{Command, Wish},
        place::{EntryPlace, ProfileId},
    },
    mapping::lcid::Lcid,
    source::text::Part,
};

/// What a cell of the translations shows, whatever its place is.
#[derive(Clone, PartialEq)]
pub(super) struct TextsAddress {
    profile: ProfileId,
    revision: u64,
    /// `None` is the head.
    entry: Option<EntryPlace>,
    column: Column,
}

/// What stands in a column.
#[derive(Clone, Copy, PartialEq)]
enum Column {
    Id,
    Availability,
    Language(Lcid),
}

impl TextsAddress {
    /// That of a cell as it stands now.
    pub fn of(session: Session, at: At) -> Option<TextsAddress> {
        let entry = match at.row.checked_sub(1) {
            Some(row) => Some(session.entry_place(session.table.entry(row)?)?),
            None => None,
        };
        let column = match at.column.checked_sub(2) {
            Some(language) => Column::Language(session.table.lcid(language)?),
            None if at.column == 0 => Column::Id,
            None => Column::Availability,
        };
        let profile = session.place(Part::Xml).profile;
        Some(TextsAddress { profile, revision: session.revision_untracked(), entry, column })
    }

    /// Where it is now.
    pub fn find(&self, session: Session) -> Option<At> {
        let row = match &self.entry {
            Some(entry) => {
                let entry = session
                    .with_history_untracked(|history| history.trail().entry(self.revision, self.profile, entry).ok())?;
                let entry = session.analysis.with_untracked(|read| entry.position(&read.0.map.entries))?;
                1 + session.table.shown.with_untracked(|shown| shown.row_of(entry))?
            }
            None => 0,
        };
        let column = match self.column {
            Column::Id => 0,
            Column::Availability => 1,
            Column::Language(lcid) => 2 + session.table.shown.with_untracked(|shown| shown.column_of(lcid))?,
        };
        Some(At { row, column })
    }

    /// Whether it is the availability of an entry.
    pub fn is_availability(&self) -> bool {
        self.entry.is_some() && self.column == Column::Availability
    }

    /// The wish that it be what was typed; `None` for the head.
    pub fn wish(&self, text: &str) -> Option<Wish> {
        let entry = self.entry.clone()?;
        let text = text.to_owned();
        let command = match self.column {
            Column::Id => Command::RenameEntry { entry, id: text },
            Column::Availability => Command::SetAvailability { entry, value: text },
            Column::Language(lcid) => Command::SetText { entry, lcid, text },
        };
        Some(Wish { profile: self.profile, revision: self.revision, command })
    }
}
