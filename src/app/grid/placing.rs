//! The active cell: where it is, what it holds, and that it is seen.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

use super::{At, Field, Grid, Sheet};
use crate::browser::{cells, page, scrolling};

/// The class of the active cell.
const ACTIVE_CELL: &str = "cell--active";

/// Finds the box of a grid that scrolls by itself.
pub(super) const SCROLLED_BOX: &str = ".translations__scroll, .states__scroll, .extensions__rows";

/// What the field was prepared for: a cell, what it shows, and its name.
#[derive(PartialEq, Eq)]
pub(super) struct Preparation {
    at: At,
    text: String,
    label: String,
}

impl<S: Sheet> Grid<S> {
    pub(super) fn cell(self, at: At) -> Option<HtmlElement> {
        if let Some(cell) = self.cell_of_field().filter(|cell| cells::address(cell) == Some((at.row, at.column))) {
            return Some(cell);
        }
        let table = self.table.get_untracked()?;
        let selector = format!("[data-row=\"{}\"][data-column=\"{}\"]", at.row, at.column);
        table.query_selector(&selector).ok().flatten()?.dyn_into().ok()
    }

    /// The cell the field is in. Most often that is the one wanted, and looking through the table takes the browser longer.
    fn cell_of_field(self) -> Option<HtmlElement> {
        let cell = self.holder.get_untracked()?.parent_element()?;
        cell.is_connected().then_some(cell)?.dyn_into().ok()
    }

    pub(super) fn has_focus(self) -> bool {
        let focused = crate::browser::page::focused();
        self.table
            .get_untracked()
            .is_some_and(|table| table.contains(focused.as_ref().map(|element| element.as_ref() as &Node)))
    }

    pub(super) fn refresh(self) {
        if self.table.get_untracked().is_none() {
            return;
        }
        if let Some(editing) = self.editing.get_untracked() {
            return self.follow_open(&editing);
        }
        let (rows, columns) = self.sheet.size();
        let at = self.followed();
        let within = At { row: at.row.min(rows.saturating_sub(1)), column: at.column.min(columns.saturating_sub(1)) };
        let lost = cells::was_last_in(self.name) && cells::focus_is_lost();
        // Most keystrokes anywhere leave the active cell as it is.
        if !lost && self.is_prepared(within) {
            return;
        }
        self.place(within, self.has_focus() || lost, false);
    }

    /// Where the active cell is now: the focus stays with what the cell shows; where that is gone, with the place.
    pub fn followed(self) -> At {
        let address = self.address.get_value();
        let found = address.and_then(|address| self.sheet.find(&address));
        found.unwrap_or(self.active.get_untracked())
    }

    fn is_prepared(self, at: At) -> bool {
        let Some(cell) = self.cell(at) else { return true };
        // A cell that was rendered anew has only the classes of its view.
        let is_active = cell.class_list().contains(ACTIVE_CELL);
        let holds =
            |holder: &Element| is_active && (self.sheet.field(at) == Field::None || cell.contains(Some(holder)));
        self.holder.get_untracked().is_some_and(|holder| holds(&holder))
            && self.prepared.with_value(|before| before.as_ref() == Some(&self.preparation(at, &cell)))
    }

    /// What the field of a cell was prepared for. Of two empty cells only their names differ.
    fn preparation(self, at: At, cell: &HtmlElement) -> Preparation {
        Preparation { at, text: cell.text_content().unwrap_or_default(), label: self.sheet.label(at) }
    }

    /// Makes a cell the active one, and gives it the focus.
    pub fn go_to(self, at: At) {
        // What was refused stays open, with the focus: it is not lost, and the notice says why.
        if !self.commit_open() {
            return;
        }
        self.collapse();
        self.is_pasted.set_value(false);
        self.sheet.select(at);
        self.bring(at, true);
    }

    /// Makes a cell the active one; a row out of view is rendered first.
    pub(super) fn bring(self, at: At, focus: bool) {
        if self.cell(at).is_some() {
            return self.arrive(at, focus);
        }
        self.active.set(at);
        // Until it is rendered, what follows the active cell must not lead back to the one before.
        self.address.set_value(self.sheet.address(at));
        self.sheet.bring(at);
        self.after_rendering(move || self.arrive(at, focus));
    }

    /// A grid without the focus shows its cell in its own box, and leaves the page where the user looks.
    pub(super) fn arrive(self, at: At, focus: bool) {
        self.place(at, focus, focus);
        let Some(cell) = self.cell(at).filter(|_| self.sheet.scrolls()) else { return };
        if !focus {
            scrolling::cell_in_box(&cell, SCROLLED_BOX);
        }
        scrolling::no_sliver(&cell, SCROLLED_BOX);
    }

    /// Gives the active cell the focus; what is selected with it stays so.
    pub fn take_focus(self) {
        self.place(self.active.get_untracked(), true, false);
    }

    /// Makes a cell the active one without taking the focus.
    pub fn point_to(self, at: At) {
        if self.editing.with_untracked(Option::is_none) {
            self.bring(at, self.has_focus());
        }
    }

    pub(super) fn place(self, at: At, focus: bool, reveal: bool) {
        let Some(cell) = self.cell(at) else { return };
        if let Some(table) = self.table.get_untracked() {
            cells::rest_active(&table, &cell, ACTIVE_CELL);
        }
        if self.active.get_untracked() != at {
            self.active.set(at);
            self.collapse();
        }
        cells::mark(&cell, ACTIVE_CELL, true);
        let (Some(line), Some(area), Some(holder)) =
            (self.line.get_untracked(), self.area.get_untracked(), self.holder.get_untracked())
        else {
            return;
        };
        self.address.set_value(self.sheet.address(at));
        let kind = self.sheet.field(at);
        self.set_invalid(false);
        line.set_hidden(kind != Field::Line);
        area.set_hidden(kind != Field::Text);
        cell.set_tab_index(if kind == Field::None { 0 } else { -1 });
        if kind != Field::None && holder.parent_element().as_ref() != Some(cell.as_ref() as &Element) {
            // The cell takes the field behind its own content, which the view leaves alone.
            let _ = cell.append_child(&holder);
        }
        let text = self.sheet.text(at);
        let label = self.sheet.label(at);
        match kind {
            Field::None => {}
            Field::Line => cells::prepare(&line, &text, &label, None),
            Field::Text => cells::prepare_area(&area, &text, &label, self.sheet.language(at)),
        }
        // With a field inside, the cell's own text would be said twice.
        cells::name_by_own_text(&cell, &holder, kind != Field::None);
        self.prepared.set_value(Some(self.preparation(at, &cell)));
        if reveal {
            scrolling::cell_into_view(&cell, SCROLLED_BOX);
        }
        if focus {
            let target: HtmlElement = match kind {
                Field::None => cell,
                Field::Line => line.into(),
                Field::Text => area.into(),
            };
            page::focus_quietly(&target);
            cells::remember_focus(self.name);
            self.select_all();
        }
    }

    /// Selects the field's text, unless an edit has begun.
    pub(super) fn select_at_rest(self) {
        // Selecting gives the focus, which may have gone elsewhere since.
        if self.editing.with_untracked(Option::is_none) && self.has_focus() {
            self.select_all();
        }
    }

    pub(super) fn select_all(self) {
        let at = self.active.get_untracked();
        let Some(cell) = self.cell(at) else { return };
        scrolling::beside_scrolled(&cell, SCROLLED_BOX, || match self.sheet.field(at) {
            Field::None => {}
            Field::Line => self.line.get_untracked().into_iter().for_each(|field| field.select()),
            Field::Text => self.area.get_untracked().into_iter().for_each(|field| field.select()),
        });
    }
}
