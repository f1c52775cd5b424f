//! What can be done with an entry as a whole, and with the file: renaming, copying, moving, formatting.

use leptos::prelude::*;

use super::Session;
use presence_profile_core::editor::{cell_marks::Cell, command::Command};

impl Session {
    /// The position of the entry that is looked at: the selected one, or that of the selected row.
    pub fn entry_in_hand(self) -> Option<usize> {
        untrack(move || self.selected.entry_shown())
    }

    /// Opens the cell of an entry's ID: what is typed there renames it.
    pub fn rename_entry(self, entry: usize) {
        self.table.aim.update(|aim| *aim = (aim.0 + 1, Some(Cell::EntryId(entry)), true));
    }

    /// Puts a copy below an entry, whose ID is open to be typed. Returns whether there is one.
    pub fn duplicate_entry(self, entry: usize) -> bool {
        let count = || self.matrix.with_untracked(|matrix| matrix.entries.len());
        let before = count();
        let Some(place) = self.entry_place(entry) else { return false };
        let is_done = self.dispatch(Command::DuplicateEntry(place)) && before < count();
        if is_done {
            self.rename_entry(entry + 1);
        }
        is_done
    }

    /// Moves an entry by one place, and the focus with it. Returns whether it moved.
    pub fn move_entry(self, entry: usize, up: bool) -> bool {
        let Some(place) = self.entry_place(entry) else { return false };
        self.select_entry(entry);
        self.dispatch(Command::MoveEntry { entry: place, up })
    }

    /// Why the entry that is looked at cannot be renamed or copied, if so.
    pub fn no_entry(self) -> Option<&'static str> {
        self.keeping.refusal().or_else(|| self.entry_in_hand().is_none().then_some("No entry is selected"))
    }

    /// Why an entry cannot be moved, if so.
    pub fn no_move(self, entry: usize, up: bool) -> Option<&'static str> {
        let last = self.matrix.with_untracked(|matrix| matrix.entries.len()).saturating_sub(1);
        match up {
            true if entry == 0 => Some("It is the first entry"),
            false if last <= entry => Some("It is the last entry"),
            _ => self.keeping.refusal(),
        }
    }

    /// Writes the white space between the elements of the XML anew.
    pub fn format_xml(self) {
        let before = self.revision_untracked();
        if self.dispatch(Command::FormatXml) && self.revision_untracked() == before {
            self.notice.set("The XML is formatted already".to_owned());
        }
    }

    /// Why the XML cannot be formatted, if so.
    pub fn no_format(self) -> Option<&'static str> {
        let is_broken = self.analysis.with_untracked(|read| !read.0.xml.faults.is_empty());
        self.keeping.refusal().or(is_broken.then_some("The XML is broken"))
    }

    /// Runs `go` with each entry whose ID is to be opened from now on.
    pub fn follow_renaming(self, go: impl Fn(usize) + 'static) {
        let first = self.table.aim.with_untracked(|(count, ..)| *count);
        Effect::new(move || {
            if let (count, Some(Cell::EntryId(entry)), true) = self.table.aim.get()
                && first < count
            {
                go(entry);
            }
        });
    }
}
