//! The handle at the corner of what is selected: drawn over other cells, it fills them with what is selected.

use leptos::{ev, prelude::*};
use web_sys::Element;

use super::{At, Field, Grid, Sheet, cell_box::CellBox};
use crate::browser::cells;

/// So near to the corner the handle is meant, in CSS pixels.
const REACH: f64 = 12.0;

impl<S: Sheet> Grid<S> {
    /// Begins to fill, where a press is on the handle; whether it is.
    pub(super) fn begin_filling(self, event: &ev::MouseEvent, target: &Element) -> bool {
        if event.button() != 0 || event.shift_key() || !self.sheet.has_ranges() || !self.has_focus() {
            return false;
        }
        let at = self.active.get_untracked();
        let own = self.range().unwrap_or_else(|| CellBox::of((at, at)));
        let is_single = own.count() == 1;
        if is_single && (self.sheet.field(at) == Field::None || self.editing.with_untracked(Option::is_some)) {
            return false;
        }
        let last = self.cell(At { row: *own.rows.end(), column: *own.columns.end() });
        let place = (f64::from(event.client_x()), f64::from(event.client_y()));
        let is_on_handle = last.is_some_and(|last| cells::is_at_corner(&last, place, REACH, target));
        if is_on_handle {
            self.filled_from.set_value(Some(own));
        }
        is_on_handle
    }

    /// Goes on to fill, as the pointer is over another cell; whether something is being filled.
    pub(super) fn fill_to(self, to: At) -> bool {
        let Some(from) = self.filled_from.get_value() else { return false };
        let (top, bottom) = (*from.rows.start(), *from.rows.end());
        let (start, end) = (*from.columns.start(), *from.columns.end());
        // Down or up where it leaves the rows, to a side otherwise: never to both.
        let corners = match (from.rows.contains(&to.row), from.columns.contains(&to.column)) {
            (false, _) => ((top.min(to.row), start), (bottom.max(to.row), end)),
            (true, false) => ((top, start.min(to.column)), (bottom, end.max(to.column))),
            (true, true) => ((top, start), (bottom, end)),
        };
        let at = |(row, column)| At { row, column };
        let first_row = self.sheet.first_row();
        let first = At { row: corners.0.0.max(first_row), ..at(corners.0) };
        self.arranged.set_value(self.sheet.arranged());
        self.selected.set(Some((first, at(corners.1))));
        true
    }

    /// The handle is let go: what was drawn over gets what was selected, over and over.
    pub(super) fn end_filling(self) {
        let Some(from) = self.filled_from.try_get_value().flatten() else { return };
        self.filled_from.set_value(None);
        let Some(all) = self.range() else { return };
        let source = |at: At| At {
            row: from.rows.start() + wrapped(at.row, *from.rows.start(), from.height()),
            column: from.columns.start() + wrapped(at.column, *from.columns.start(), from.width()),
        };
        let is_new = |at: &At| !from.contains(*at);
        let texts: Vec<(At, String)> = all.cells().filter(is_new).map(|at| (at, self.sheet.text(source(at)))).collect();
        if !texts.is_empty() {
            self.write(texts, "filled", false);
        }
    }
}

/// How far something is behind the start of what repeats itself; in front of it, from its end.
fn wrapped(at: usize, start: usize, length: usize) -> usize {
    (at as isize - start as isize).rem_euclid(length as isize) as usize
}
