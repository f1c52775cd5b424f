//! Which cells have problems, and the reading that says what they mean.

use std::sync::Arc;

use presence_profile_core::{
    editor::{
        analysis::Analysis,
        cell_marks::{Cell, CellMarks},
    },
    rules::diagnostic::Severity,
};

/// The marks of the cells.
#[derive(Clone)]
pub struct Marks {
    /// Which cells have problems.
    pub cells: Arc<CellMarks>,
    /// What was read when the marks were made.
    pub read: Arc<Analysis>,
}

/// What a cell shows of its problems: how grave the gravest is, and in words.
pub type Marking = Option<(Severity, String)>;

impl Marks {
    /// What a cell shows.
    pub fn of(&self, cell: Cell) -> Marking {
        Some((self.cells.mark(cell)?.severity, self.cells.phrase(cell, &self.read)?))
    }
}

impl PartialEq for Marks {
    fn eq(&self, other: &Marks) -> bool {
        self.cells == other.cells && self.cells.say_the_same(&self.read, &other.read)
    }
}
