//! Several cells: which they are, how they are selected by keys and by the pointer, and what is done to all of them at once.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{At, CellAction, Field, Grid, Sheet, cell_box::CellBox, sheet::address};
use crate::browser::{
    cells::{self, RangeClasses},
    clipboard, scrolling,
};
use presence_profile_core::source::{block, phrase::counted};

/// How they are drawn.
const CLASSES: RangeClasses = RangeClasses {
    inside: "cell--ranged",
    edges: ["cell--range-top", "cell--range-bottom", "cell--range-start", "cell--range-end"],
};

const FAR: isize = isize::MAX / 2;

impl<S: Sheet> Grid<S> {
    /// The cells that are selected; `None` while it is one.
    pub(super) fn range(self) -> Option<CellBox> {
        let (rows, columns) = self.sheet.size();
        let (one, other) = self.corners()?;
        let within = |at: At| At {
            row: at.row.min(rows.saturating_sub(1)).max(self.sheet.first_row()),
            column: at.column.min(columns.saturating_sub(1)),
        };
        Some(CellBox::of((within(one), within(other)))).filter(|range| 1 < range.count())
    }

    /// Where the selection begins and ends; it ends where the rows and columns are others.
    fn corners(self) -> Option<(At, At)> {
        self.selected.get_untracked().filter(|_| self.arranged.get_value() == self.sheet.arranged())
    }

    /// Whether the active cell is one of several that are selected.
    pub(super) fn is_in_range(self) -> bool {
        self.range().is_some_and(|range| range.contains(self.active.get_untracked()))
    }

    /// Goes to the next cell of what is selected, down or to the side; behind the last one comes the first. Cells that are
    /// not edited are passed over.
    pub(super) fn go_within_range(self, is_across: bool, is_back: bool) {
        let Some(range) = self.range() else { return };
        let mut cells: Vec<At> = range.cells().filter(|at| self.sheet.field(*at) != Field::None).collect();
        if !is_across {
            cells.sort_by_key(|at| (at.column, at.row));
        }
        let at = self.active.get_untracked();
        let Some(here) = cells.iter().position(|cell| *cell == at) else { return };
        let there = if is_back { here + cells.len() - 1 } else { here + 1 } % cells.len();
        self.is_pasted.set_value(false);
        self.sheet.select(cells[there]);
        // The active cell goes first: what is selected stays while it does.
        self.active.set(cells[there]);
        self.bring(cells[there], true);
    }

    /// One cell is selected again; whether several were.
    pub(super) fn collapse(self) -> bool {
        let was = self.selected.get_untracked().is_some();
        if was {
            self.selected.set(None);
        }
        was
    }

    /// Handles a key that selects several cells, or does something to them.
    pub(super) fn on_range_key(self, event: &ev::KeyboardEvent) -> bool {
        let (shift, ctrl) = (event.shift_key(), event.ctrl_key() || event.meta_key());
        let to = match (event.key().as_str(), shift, ctrl) {
            ("ArrowUp", true, false) => self.reached(-1, 0),
            ("ArrowDown", true, false) => self.reached(1, 0),
            ("ArrowLeft", true, false) => self.reached(0, -1),
            ("ArrowRight", true, false) => self.reached(0, 1),
            ("ArrowUp", true, true) => self.reached(-FAR, 0),
            ("ArrowDown", true, true) => self.reached(FAR, 0),
            ("ArrowLeft", true, true) | ("Home", true, false) => self.reached(0, -FAR),
            ("ArrowRight", true, true) | ("End", true, false) => self.reached(0, FAR),
            ("Home", true, true) => self.reached(-FAR, -FAR),
            ("End", true, true) => self.reached(FAR, FAR),
            ("PageUp", true, _) => self.reached(-10, 0),
            ("PageDown", true, _) => self.reached(10, 0),
            ("Escape", false, false) => return self.collapse(),
            _ => return false,
        };
        self.reach_to(to);
        true
    }

    /// A step from where the selection reaches.
    fn reached(self, rows: isize, columns: isize) -> At {
        let at = self.corners().map_or(self.active.get_untracked(), |(_, to)| to);
        let (row_count, column_count) = self.sheet.size();
        At {
            row: at.row.saturating_add_signed(rows).min(row_count.saturating_sub(1)).max(self.sheet.first_row()),
            column: at.column.saturating_add_signed(columns).min(column_count.saturating_sub(1)),
        }
    }

    /// Selects from the active cell to this one.
    pub(super) fn reach_to(self, to: At) {
        let from = self.corners().map_or(self.active.get_untracked(), |(from, _)| from);
        self.select_range(from, to);
        match self.cell(to) {
            Some(cell) => scrolling::into_view(&cell),
            None => self.sheet.bring(to),
        }
    }

    fn select_range(self, from: At, to: At) {
        if !self.sheet.has_ranges() || !self.commit_open() {
            return;
        }
        self.arranged.set_value(self.sheet.arranged());
        self.selected.set(Some((from, to)));
        let count = self.range().map_or(1, |range| range.count());
        self.session.notice.set(format!("{} selected", counted(count, "cell", "cells")));
    }

    /// Does something with what is selected; whether there was something to do.
    pub(super) fn act(self, action: CellAction) -> bool {
        let at = self.active.get_untracked();
        let has_ranges = self.sheet.has_ranges();
        match action {
            CellAction::Cut => clipboard::command("cut"),
            CellAction::Copy => clipboard::command("copy"),
            CellAction::Paste => self.session.notice.set("Press Ctrl+V: a page may not read the clipboard".to_owned()),
            CellAction::Clear if self.clear_range() => {}
            CellAction::Clear if self.is_editable() => self.sheet.clear(at),
            CellAction::FillDown if self.fill_range_down() => {}
            CellAction::FillDown if self.is_editable() => self.sheet.fill_down(at),
            CellAction::Fill => return self.fill_range(&self.sheet.text(at)),
            CellAction::All if has_ranges => return self.select_box(true, true),
            CellAction::Column if has_ranges => return self.select_box(true, false),
            CellAction::Row if has_ranges => return self.select_box(false, true),
            CellAction::Menu => return self.open_menu(at),
            _ => return false,
        }
        true
    }

    /// Selects all rows, or all columns, or both.
    fn select_box(self, is_all_rows: bool, is_all_columns: bool) -> bool {
        let (rows, columns) = self.sheet.size();
        let at = self.active.get_untracked();
        let own = CellBox::of(self.corners().unwrap_or((at, at)));
        let rows = if is_all_rows { self.sheet.first_row()..=rows.saturating_sub(1) } else { own.rows };
        let columns = if is_all_columns { 0..=columns.saturating_sub(1) } else { own.columns };
        let corner = |row: &usize, column: &usize| At { row: *row, column: *column };
        self.select_range(corner(rows.start(), columns.start()), corner(rows.end(), columns.end()));
        true
    }

    /// Draws what is selected, in what is rendered of the table.
    pub fn paint(self) {
        let Some(table) = (!self.is_gone()).then(|| self.table.get_untracked()).flatten() else { return };
        let range = self.range().map(|range| (range.rows, range.columns));
        cells::mark_range(&table, range, CLASSES);
    }

    /// Handles the pointer, which is over another cell: held down, it selects.
    pub fn on_drag(self, event: ev::MouseEvent) {
        if event.buttons() & 1 == 0 || !self.sheet.has_ranges() || self.editing.with_untracked(Option::is_some) {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        // Only what was pressed in the table is drawn over it.
        if let Some(at) = target.as_ref().and_then(address).filter(|_| self.has_focus()) {
            if self.fill_to(at) {
                return;
            }
            let is_other = self.corners().is_some() || at != self.active.get_untracked();
            if is_other && self.sheet.first_row() <= at.row {
                self.reach_to(at);
            }
        }
    }

    /// Copies what is selected.
    pub fn on_copy(self, event: ev::ClipboardEvent) {
        if self.editing.with_untracked(Option::is_some) || !self.sheet.has_ranges() {
            return;
        }
        let at = self.active.get_untracked();
        let (is_put, count) = match self.range() {
            Some(range) => (self.put_range(&event, &range), range.count()),
            None => (self.put_cell(&event, at), 1),
        };
        if is_put {
            event.prevent_default();
            self.session.notice.set(format!("{} copied", counted(count, "cell", "cells")));
        }
    }

    /// Puts one cell on the clipboard: as its text alone, where that is taken for one cell and nothing else.
    pub(super) fn put_cell(self, event: &ev::ClipboardEvent, at: At) -> bool {
        let text = self.sheet.copied(at);
        match text.is_empty() || text.contains(['\n', '\t', '"']) {
            true => self.put_range(event, &CellBox::of((at, at))),
            false => cells::put_on_clipboard(event, &text),
        }
    }

    pub(super) fn put_range(self, event: &ev::ClipboardEvent, range: &CellBox) -> bool {
        let row = |row: usize| range.columns.clone().map(|column| self.sheet.copied(At { row, column })).collect();
        let rows: Vec<Vec<String>> = range.rows.clone().map(row).collect();
        cells::put_on_clipboard(event, &block::tabs(&rows)) && cells::put_table_on_clipboard(event, &block::html(&rows))
    }

    /// Empties what is selected; whether several cells are.
    pub(super) fn clear_range(self) -> bool {
        let Some(range) = self.range() else { return false };
        self.write(range.cells().map(|at| (at, String::new())).collect(), "emptied", false);
        true
    }

    /// Gives the rows below the first what that holds; whether several rows are selected.
    fn fill_range_down(self) -> bool {
        let Some(range) = self.range().filter(|range| 1 < range.height()) else { return false };
        let first = *range.rows.start();
        let below = range.cells().filter(|at| at.row != first);
        let texts = below.map(|at| (at, self.sheet.text(At { row: first, ..at })));
        self.write(texts.collect(), "filled", false);
        true
    }

    /// Gives all that is selected a text; whether several cells are.
    pub(super) fn fill_range(self, text: &str) -> bool {
        let Some(range) = self.range() else { return false };
        self.write(range.cells().map(|at| (at, text.to_owned())).collect(), "filled", false);
        true
    }
}
