//! Cells in the shape of a box: from one corner to the other.

use std::ops::RangeInclusive;

use super::At;

/// Cells in the shape of a box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CellBox {
    pub rows: RangeInclusive<usize>,
    pub columns: RangeInclusive<usize>,
}

impl CellBox {
    pub fn of((one, other): (At, At)) -> CellBox {
        let between = |one: usize, other: usize| one.min(other)..=one.max(other);
        CellBox { rows: between(one.row, other.row), columns: between(one.column, other.column) }
    }

    pub fn count(&self) -> usize {
        self.height() * self.width()
    }

    pub fn height(&self) -> usize {
        self.rows.end() - self.rows.start() + 1
    }

    pub fn width(&self) -> usize {
        self.columns.end() - self.columns.start() + 1
    }

    pub fn first(&self) -> At {
        At { row: *self.rows.start(), column: *self.columns.start() }
    }

    pub fn contains(&self, at: At) -> bool {
        self.rows.contains(&at.row) && self.columns.contains(&at.column)
    }

    pub fn cells(&self) -> impl Iterator<Item = At> + '_ {
        self.rows.clone().flat_map(|row| self.columns.clone().map(move |column| At { row, column }))
    }
}
