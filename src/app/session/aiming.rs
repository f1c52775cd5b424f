//! Cells: what is to be made the active one, and what stands where.

use leptos::prelude::*;

use super::Session;
use presence_profile_core::{editor::cell_marks::Cell, mapping::states::StateNumber};

impl Session {
    /// Has a cell made the active one; a language that was hidden is shown.
    pub fn aim_at(self, cell: Option<Cell>) {
        if let Some(Cell::Text(_, lcid)) = cell {
            self.table.reveal(lcid);
        }
        self.table.aim.update(|aim| *aim = (aim.0 + 1, cell, false));
    }

    /// Runs `go` with each cell that is to be made the active one from now on: those before were meant for what was shown
    /// then.
    pub fn follow_aims(self, go: impl Fn(Cell) + 'static) {
        let first = self.table.aim.with_untracked(|(count, ..)| *count);
        Effect::new(move || {
            let (count, cell, opens) = self.table.aim.get();
            if let Some(cell) = cell.filter(|_| first < count && !opens) {
                go(cell);
            }
        });
    }

    /// The cell of a grid, by the grid's name and the cell's place in it.
    pub fn cell_at(self, grid: &str, row: usize, column: usize) -> Option<Cell> {
        let state = |index: usize| StateNumber::all().nth(index).map(Cell::StateId);
        let entry = || self.table.entry(row.checked_sub(1)?);
        match (grid, column) {
            ("states", _) => state(row),
            ("extensions", _) => None,
            ("pairs", _) => state(5 * row + column.checked_sub(1)?),
            (_, 0) => entry().map(Cell::EntryId),
            (_, 1) => entry().map(Cell::Availability),
            (_, column) => Some(Cell::Text(entry()?, self.table.lcid(column - 2)?)),
        }
    }
}
