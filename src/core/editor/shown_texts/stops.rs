//! The way from gap to gap: cells without a text, and cells with a problem, in the order in which they are shown.

use super::{ShownTexts, tally::is_gap};
use crate::{
    editor::{
        cell_marks::{Cell, CellMarks},
        matrix::Matrix,
    },
    mapping::lcid::Lcid,
};

/// What is gone through.
#[derive(Clone, Copy)]
pub struct Stops<'a> {
    /// What is shown.
    pub shown: &'a ShownTexts,
    /// The entries.
    pub matrix: &'a Matrix,
    /// Which cells have problems.
    pub marks: &'a CellMarks,
    /// Only the gaps of this language.
    pub only: Option<Lcid>,
    /// Only gaps, and no cells with a problem: who fills gaps writes over nothing.
    pub are_gaps: bool,
}

/// Where one stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stop {
    /// The cell.
    pub cell: Cell,
    /// Whether it lacks a text.
    pub is_gap: bool,
    /// Whether it is the first again, or the last again.
    pub is_around: bool,
}

/// What stands in front of the texts: the ID and the availability.
const FRONT: usize = 2;

impl Stops<'_> {
    /// The next stop behind a cell - its row and column as they are shown, from 0, the ID first - or before it; the first
    /// one where there is no cell to go from.
    pub fn next(self, from: Option<(usize, usize)>, is_back: bool) -> Option<Stop> {
        let (rows, width) = (self.shown.entries.len(), self.shown.columns.len() + FRONT);
        let count = rows * width;
        let start = from.map(|(row, column)| row * width + column.min(width - 1)).filter(|start| *start < count);
        let stop = |at: usize, is_around: bool| {
            let (cell, is_gap) = self.stop(at / width, at % width)?;
            Some(Stop { cell, is_gap, is_around })
        };
        let ahead = |range: std::ops::Range<usize>, is_around: bool| range.clone().find_map(|at| stop(at, is_around));
        let behind = |range: std::ops::Range<usize>| range.rev().find_map(|at| stop(at, true));
        match (start, is_back) {
            (None, _) => ahead(0..count, false),
            (Some(start), false) => ahead(start + 1..count, false).or_else(|| ahead(0..start + 1, true)),
            (Some(start), true) => (0..start).rev().find_map(|at| stop(at, false)).or_else(|| behind(start..count)),
        }
    }

    /// The cell at a place, where one stops at it, and whether it is a gap.
    fn stop(self, row: usize, column: usize) -> Option<(Cell, bool)> {
        let entry = *self.shown.entries.get(row)?;
        let language = column.checked_sub(FRONT).and_then(|language| self.shown.columns.get(language));
        let cell = match (column, language) {
            (_, Some(language)) => Cell::Text(entry, language.lcid),
            (0, None) => Cell::EntryId(entry),
            (_, None) => Cell::Availability(entry),
        };
        let is_gap = language.is_some_and(|language| is_gap(&self.matrix.entries[entry], *language));
        let is_stop = match self.only {
            Some(only) => is_gap && language.is_some_and(|language| language.lcid == only),
            None => is_gap || !self.are_gaps && self.marks.mark(cell).is_some(),
        };
        is_stop.then_some((cell, is_gap))
    }
}
