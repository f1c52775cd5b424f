//! What the user looks at: the selection, and stretches of text to be shown.

use leptos::prelude::*;

use super::{Reveal, Selection, Session};
use presence_profile_core::{editor::cell_marks::Cell, mapping::states::StateNumber, source::text::Part};

impl Session {
    /// Says in the status line what happened, if anything need be said of it, and how many problems there are now.
    pub fn tell(self, what: &str) {
        let counts = self.analysis.with_untracked(|read| read.0.counts().words());
        let counts = if counts.is_empty() { "no problems" } else { &counts };
        let semicolon = if what.is_empty() { "" } else { "; " };
        self.notice.set(format!("{what}{semicolon}{counts}"));
    }

    /// Brings a stretch of text into view.
    pub fn show(self, reveal: Reveal) {
        self.pane.set(reveal.part);
        self.reveal.set(Some(reveal));
    }

    /// The title of what undo takes back, and of what redo does again.
    pub fn undo_label(self) -> Option<String> {
        self.history.with(|history| history.undo_label().map(str::to_owned))
    }

    /// See [`Session::undo_label`].
    pub fn redo_label(self) -> Option<String> {
        self.history.with(|history| history.redo_label().map(str::to_owned))
    }

    /// Selects what an offset of a text belongs to.
    pub fn select_at(self, part: Part, offset: usize) {
        let (row, entry) = self.analysis.with_untracked(|read| match part {
            Part::Options => (read.0.row_at(offset), None),
            Part::Xml => (None, read.0.entry_at(offset)),
        });
        match (row, entry) {
            (Some(row), _) => self.select_row(row),
            (None, Some(entry)) => self.select_entry(entry),
            (None, None) => {}
        }
    }

    /// Selects a row.
    pub fn select_row(self, row: StateNumber) {
        self.select(Selection { row, entry: None });
    }

    /// Selects an entry; the preview follows to a row that comes to it, if one does.
    pub fn select_entry(self, entry: usize) {
        let current = self.selection.get_untracked().row;
        let rows = self.rows.get_untracked();
        let row = if rows[current.index()].entry == Some(entry) {
            current
        } else {
            rows.iter().find(|row| row.entry == Some(entry)).map_or(current, |row| row.number)
        };
        self.select(Selection { row, entry: Some(entry) });
    }

    fn select(self, selection: Selection) {
        if self.selection.get_untracked() != selection {
            self.selection.set(selection);
        }
    }

    /// The entry that is selected, or that the selected row comes to.
    pub fn selected_entry(self) -> Option<usize> {
        let selection = self.selection.get();
        selection.entry.or_else(|| self.rows.with(|rows| rows[selection.row.index()].entry))
    }

    /// The cell of a grid, by the grid's name and the cell's place in it.
    pub fn cell_at(self, grid: &str, row: usize, column: usize) -> Option<Cell> {
        let state = |index: usize| StateNumber::all().nth(index).map(Cell::StateId);
        let entry = row.checked_sub(1);
        match (grid, column) {
            ("states", _) => state(row),
            ("pairs", _) => state(5 * row + column.checked_sub(1)?),
            (_, 0) => entry.map(Cell::EntryId),
            (_, 1) => entry.map(Cell::Availability),
            (_, column) => {
                let lcid = self.matrix.with_untracked(|matrix| Some(matrix.languages.get(column - 2)?.lcid))?;
                Some(Cell::Text(entry?, lcid))
            }
        }
    }
}
