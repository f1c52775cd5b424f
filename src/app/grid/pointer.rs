//! Presses, the focus and the clipboard of a grid.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::{At, Field, Grid, Sheet, sheet::address};
use crate::browser::{cells, page, scrolling};

impl<S: Sheet> Grid<S> {
    /// Handles a press on the table.
    pub fn on_press(self, event: ev::MouseEvent) {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        let inside = self.holder.get_untracked().is_some_and(|holder| holder.contains(Some(&target)));
        if inside || cells::closest(&target, "button").is_some() {
            // The caret is put somewhere by hand.
            self.is_written_anew.set_value(false);
            return;
        }
        self.run.set_value(None);
        if self.begin_filling(&event, &target) {
            return event.prevent_default();
        }
        // A menu is about all that is selected, where it is opened on one of these cells.
        let is_of_range = |at: At| self.range().is_some_and(|range| range.contains(at));
        if event.button() == 2 && address(&target).is_some_and(is_of_range) {
            return event.prevent_default();
        }
        if let Some(at) = address(&target).filter(|_| event.shift_key() && self.sheet.has_ranges() && self.has_focus())
        {
            event.prevent_default();
            return self.reach_to(at);
        }
        if let Some(at) = address(&target) {
            // The browser would give the focus to the cell, and begin to select its text.
            event.prevent_default();
            let meant = self.sheet.address(at);
            // Whoever goes elsewhere means what is typed next for there.
            if at != self.active.get_untracked() && !self.commit_open() {
                self.drop_refused();
            }
            // What was open may have brought a row, or moved one.
            self.go_to(meant.and_then(|meant| self.sheet.find(&meant)).unwrap_or(at));
        }
    }

    /// Handles a double press: the cell opens.
    pub fn on_double_press(self, event: ev::MouseEvent) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.as_ref().and_then(address).is_some() && self.editing.with_untracked(Option::is_none) {
            self.open();
        }
    }

    /// Handles a focus that was set on a cell itself.
    pub fn on_focus(self, event: ev::FocusEvent) {
        if self.is_gone() {
            return;
        }
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        cells::remember_focus(self.name);
        if !target.has_attribute("data-row") {
            if self.editing.with_untracked(Option::is_none) {
                // Selecting may report the focus again, which must not happen inside this report.
                self.after_rendering(move || {
                    self.select_at_rest();
                    // Of a field in a box that scrolls, browsers show where its caret is, not all of the cell.
                    if let Some(cell) = self.cell(self.active.get_untracked()).filter(|_| self.sheet.scrolls()) {
                        scrolling::into_view(&cell);
                    }
                });
                self.sheet.select(self.active.get_untracked());
            }
            return;
        }
        if let Some(at) = address(&target)
            && (self.sheet.field(at) != Field::None || at != self.active.get_untracked())
        {
            self.go_to(at);
        }
    }

    /// The focus leaves: what is open is taken.
    pub fn on_blur(self, event: ev::FocusEvent) {
        if self.is_gone() {
            return;
        }
        let to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
        if to.is_some() && !self.table.get_untracked().is_some_and(|table| table.contains(to.as_ref())) {
            cells::forget_focus();
        }
        let stays = self.holder.get_untracked().is_some_and(|holder| to.is_some() && holder.contains(to.as_ref()));
        let was_open = self.editing.with_untracked(Option::is_some);
        // Whoever looks at another window comes back to what was refused.
        if stays {
            return;
        }
        if self.commit_open() {
            if was_open && page::is_settling_in_place() {
                // Saving interrupts nobody: what is typed next belongs to the same text.
                self.when_there(move || self.open());
            }
            return;
        }
        if page::is_settling_in_place() {
            self.sheet.session().keep_refusal();
        } else if page::has_focus() {
            self.drop_refused();
        }
    }

    /// Cuts the text of the active cell.
    pub fn on_cut(self, event: ev::ClipboardEvent) {
        if self.editing.with_untracked(Option::is_some) {
            return;
        }
        if let Some(range) = self.range() {
            if self.put_range(&event, &range) {
                event.prevent_default();
                self.clear_range();
            }
            return;
        }
        if !self.is_editable() {
            return;
        }
        let at = self.active.get_untracked();
        if self.put_cell(&event, at) {
            event.prevent_default();
            self.sheet.clear(at);
        }
    }
}
