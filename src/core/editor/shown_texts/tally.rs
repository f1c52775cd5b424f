//! Which filters each entry passes, and how many entries each filter finds.

use std::sync::Arc;

use super::{
    columns::Column,
    filter::{ADVISED_LENGTH, EntryFilter},
};
use crate::{
    editor::{
        cell_marks::{Cell, CellMarks},
        live_cells::LiveCells,
        matrix::{EntryRow, Matrix, TextCell},
    },
    mapping::lcid::Lcid,
};

/// What is known of an entry.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Facts {
    has_gap: bool,
    has_problem: bool,
    is_long: bool,
    is_unused: bool,
    is_changed: bool,
}

/// Which filters each entry passes.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    facts: Vec<Facts>,
    rows: Vec<Arc<EntryRow>>,
    columns: Arc<[Column]>,
    live: Arc<LiveCells>,
}

/// What is counted.
#[derive(Clone, Copy)]
pub struct Counted<'a> {
    /// The entries.
    pub matrix: &'a Matrix,
    /// The languages that are looked at.
    pub columns: &'a Arc<[Column]>,
    /// Which cells have problems.
    pub marks: &'a CellMarks,
    /// What T-Server has.
    pub live: &'a Arc<LiveCells>,
}

impl Tally {
    /// The tally of what there is. What is known of a row that is as it was `before` is taken over, since a keystroke
    /// changes one of them.
    pub fn after(before: Option<&Tally>, counted: Counted<'_>) -> Tally {
        let Counted { matrix, columns, marks, live } = counted;
        let before = before.filter(|before| before.columns == *columns && Arc::ptr_eq(&before.live, live));
        let known = |at: usize, row: &Arc<EntryRow>| {
            let before = before.filter(|before| before.rows.get(at).is_some_and(|own| Arc::ptr_eq(own, row)))?;
            before.facts.get(at).copied()
        };
        let facts = matrix.entries.iter().enumerate().map(|(at, row)| Facts {
            has_problem: marks.cells_of_entry(at).any(|cell| is_shown(columns, cell)),
            ..known(at, row).unwrap_or_else(|| Facts::of(row, columns, live))
        });
        Tally { facts: facts.collect(), rows: matrix.entries.clone(), columns: columns.clone(), live: live.clone() }
    }

    /// Whether a filter finds an entry.
    pub fn passes(&self, filter: EntryFilter, entry: usize) -> bool {
        let Some(facts) = self.facts.get(entry) else { return false };
        match filter {
            EntryFilter::All => true,
            EntryFilter::Gaps => facts.has_gap,
            EntryFilter::GapsIn(lcid) => self.is_gap_in(lcid, entry),
            EntryFilter::Problems => facts.has_problem,
            EntryFilter::Long => facts.is_long,
            EntryFilter::Unused => facts.is_unused,
            EntryFilter::Changed => facts.is_changed,
        }
    }

    /// How many entries a filter finds.
    pub fn count(&self, filter: EntryFilter) -> usize {
        (0..self.facts.len()).filter(|entry| self.passes(filter, *entry)).count()
    }

    fn is_gap_in(&self, lcid: Lcid, entry: usize) -> bool {
        let column = self.columns.iter().find(|column| column.lcid == lcid);
        column.is_some_and(|column| is_gap(&self.rows[entry], *column))
    }
}

/// Whether a row lacks a text in a language.
pub fn is_gap(row: &EntryRow, column: Column) -> bool {
    row.cells.get(column.position).is_none_or(|cell| cell.text().trim().is_empty())
}

/// Whether a cell stands in a column that is shown.
fn is_shown(columns: &[Column], cell: Cell) -> bool {
    match cell {
        Cell::Text(_, lcid) => columns.iter().any(|column| column.lcid == lcid),
        Cell::EntryId(_) | Cell::Availability(_) | Cell::StateId(_) => true,
    }
}

impl Facts {
    /// What a row alone says.
    fn of(row: &EntryRow, columns: &[Column], live: &LiveCells) -> Facts {
        let cells = || columns.iter().filter_map(|column| Some((column.lcid, row.cells.get(column.position)?)));
        Facts {
            has_gap: columns.iter().any(|column| is_gap(row, *column)),
            has_problem: false,
            is_long: cells().any(|(_, cell)| is_long(cell)),
            is_unused: row.uses == 0,
            is_changed: live.lacks(&row.id)
                || live.availability(&row.id, &row.availability).is_some()
                || cells().any(|(lcid, cell)| live.text(&row.id, lcid, cell).is_some()),
        }
    }
}

fn is_long(cell: &TextCell) -> bool {
    let text = cell.text();
    // A text has no more units than bytes.
    ADVISED_LENGTH < text.len() && ADVISED_LENGTH < text.encode_utf16().count()
}
