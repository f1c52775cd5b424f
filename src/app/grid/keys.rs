//! Keys of a grid, at rest and while a cell is open.

use leptos::{ev, prelude::*};

use super::{At, CellAction, Field, Grid, Sheet};
use crate::browser::keyboard;

impl<S: Sheet> Grid<S> {
    /// Handles a key on the table.
    pub fn on_key(self, event: ev::KeyboardEvent) {
        if keyboard::is_composing(&event) {
            return;
        }
        let handled = match self.editing.with_untracked(Option::is_some) {
            true => self.on_key_in_field(&event),
            false => self.on_key_in_grid(&event),
        };
        if handled {
            event.prevent_default();
            event.stop_propagation();
        }
    }

    pub(super) fn on_key_in_field(self, event: &ev::KeyboardEvent) -> bool {
        match (keyboard::meant(event).as_str(), event.shift_key(), event.ctrl_key() || event.meta_key()) {
            ("Escape", ..) => {
                self.run.set_value(None);
                self.cancel();
            }
            ("Enter", _, true) if self.range().is_some() => {
                let text = self.meant_text();
                self.cancel();
                self.fill_range(&text);
            }
            ("Enter", _, true) | ("F2", ..) => {
                if self.commit_open() {
                    self.place(self.active.get_untracked(), true, true);
                }
            }
            (key @ ("Enter" | "Tab"), shift, false) if !event.alt_key() && self.is_in_range() => {
                if self.take_or_select() {
                    self.go_within_range(key == "Tab", shift);
                }
            }
            ("Enter", shift, false) if !event.alt_key() => {
                // The row that the eye sees next: what is taken may move the edited one to another place.
                let beside = self.step(if shift { -1 } else { 1 }, 0);
                let column = self.run.get_value().filter(|_| !shift).unwrap_or(beside.column);
                let seen = self.sheet.address(At { column, ..beside });
                if self.take_or_select() {
                    let below = self.opened.get_value().filter(|_| !shift);
                    if let Some(below) = below.and_then(|taken| self.sheet.below(&taken)) {
                        self.when_there(move || self.go_to(below));
                        return true;
                    }
                    // Behind a row that was written to the right, the next one begins where this one did.
                    self.run.set_value(Some(column));
                    let has_moved = self.opened.get_value().is_some_and(|taken| self.sheet.went(&taken).is_some());
                    if let Some(seen) = seen.filter(|_| has_moved).and_then(|seen| self.sheet.find(&seen)) {
                        self.when_there(move || self.go_to(seen));
                        return true;
                    }
                    let next = self.step(if shift { -1 } else { 1 }, 0);
                    self.go_to(At { column, ..next });
                }
            }
            ("Tab", shift, false) => {
                if !self.take_or_select() {
                    return true;
                }
                if self.run.with_value(Option::is_none) {
                    self.run.set_value(Some(self.active.get_untracked().column));
                }
                if self.opened.get_value().is_some_and(|taken| self.sheet.went(&taken).is_some()) {
                    self.when_there(move || {
                        self.go_aside(shift);
                    });
                } else if !self.go_aside(shift) && !shift {
                    // Whoever types on means the table, not a stop beside it. Behind the last cell, the next Tab leaves.
                    let (at, below) = (self.active.get_untracked(), self.step(1, 0));
                    if below != at {
                        self.go_to(At { column: self.run.get_value().unwrap_or(at.column), ..below });
                    }
                }
            }
            ("Enter", _, false) => self.break_line(),
            ("z" | "y", _, true) if !self.is_typed() || keyboard::meant(event) == "z" && !self.is_other() => {
                // There is nothing in the field to take back: the page takes back its last step.
                self.cancel();
                return false;
            }
            (key @ ("ArrowDown" | "ArrowUp"), false, false)
                if self.has_choices() && (event.alt_key() || !self.leads_on(key == "ArrowUp")) =>
            {
                self.mark(if key == "ArrowUp" { -1 } else { 1 });
            }
            (key @ ("ArrowDown" | "ArrowUp"), false, false) if self.is_written_anew.get_value() && !event.alt_key() => {
                let rows = if key == "ArrowUp" { -1 } else { 1 };
                if self.take_or_select() {
                    self.go_to(self.step(rows, 0));
                }
            }
            ("ArrowLeft" | "ArrowRight" | "Home" | "End", ..) => {
                self.is_written_anew.set_value(false);
                return false;
            }
            _ => return false,
        }
        true
    }

    pub(super) fn on_key_in_grid(self, event: &ev::KeyboardEvent) -> bool {
        if event.alt_key() {
            // As in a combo box, it opens the list.
            let is_opened = event.key() == "ArrowDown" && self.sheet.field(self.active.get_untracked()) == Field::Line;
            if is_opened {
                self.open();
            }
            return is_opened;
        }
        let was_pasted = self.is_pasted.get_value();
        if !matches!(event.key().as_str(), "Shift" | "Control" | "Meta") {
            self.is_pasted.set_value(false);
        }
        if let Some(action) = CellAction::meant(event) {
            return self.act(action);
        }
        if self.sheet.has_ranges() && self.on_range_key(event) {
            return true;
        }
        if event.key() == "Tab" {
            return self.run.with_value(Option::is_some) && !event.ctrl_key() && self.go_aside(event.shift_key());
        }
        const FAR: isize = isize::MAX / 2;
        let to = match (event.key().as_str(), event.ctrl_key() || event.meta_key()) {
            ("ArrowUp", false) => self.step(-1, 0),
            ("ArrowDown", false) => self.step(1, 0),
            ("ArrowLeft", false) => self.step(0, -1),
            ("ArrowRight", false) => self.step(0, 1),
            ("ArrowUp" | "PageUp", true) => self.step(-FAR, 0),
            ("ArrowDown" | "PageDown", true) => self.step(FAR, 0),
            ("ArrowLeft", true) | ("Home", false) => self.step(0, -FAR),
            ("ArrowRight", true) | ("End", false) => self.step(0, FAR),
            ("Home", true) => self.step(-FAR, -FAR),
            ("End", true) => self.step(FAR, FAR),
            ("PageUp", false) => self.step(-10, 0),
            ("PageDown", false) => self.step(10, 0),
            // What was pasted waits for an answer: it is not forgotten by a hand that goes on.
            ("Enter", false) if self.session.ask_again() => return true,
            ("Enter", false) if was_pasted => {
                let down = self.step(if event.shift_key() { -1 } else { 1 }, 0);
                let column = self.run.get_value().filter(|_| !event.shift_key()).unwrap_or(down.column);
                self.go_to(At { column, ..down });
                return true;
            }
            ("Enter" | "F2", false) => {
                self.open();
                return true;
            }
            ("Escape", _) => {
                self.run.set_value(None);
                return false;
            }
            _ => {
                self.tell_of_fixed(event);
                return false;
            }
        };
        self.run.set_value(None);
        self.go_to(to);
        true
    }

    /// Says why nothing is written, where somebody types into a cell that is not edited.
    fn tell_of_fixed(self, event: &ev::KeyboardEvent) {
        let is_typed = event.key().chars().count() == 1 && event.key().chars().all(char::is_alphanumeric);
        if is_typed
            && !event.ctrl_key()
            && !event.meta_key()
            && let Some(words) = self.sheet.fixed(self.active.get_untracked())
        {
            self.session.notice.set(words.to_owned());
        }
    }

    /// Takes what is open; whether nothing is open afterwards. What was refused waits where it stands.
    fn take_or_select(self) -> bool {
        let is_taken = self.commit_open();
        if !is_taken && self.sheet.types_over_refused() {
            self.select_all();
        }
        is_taken
    }

    /// Runs when a row that has just come is in the page, and those below it have moved, and when the focus is at rest.
    pub fn when_there(self, run: impl FnOnce() + 'static) {
        self.after_rendering(move || self.after_rendering(run));
    }

    /// Goes to the next cell to the right, or to the left; whether there is one. Behind the last column of a row that was
    /// written from left to right comes the next row.
    fn go_aside(self, is_back: bool) -> bool {
        let at = self.active.get_untracked();
        let mut next = self.step(0, if is_back { -1 } else { 1 });
        let start = self.run.get_value().filter(|start| !is_back && *start < at.column);
        if let Some(column) = start.filter(|_| next == at) {
            next = At { column, ..self.step(1, 0) };
            if next.row == at.row {
                next = at;
            }
        }
        if next == self.active.get_untracked() {
            self.place(next, true, false);
            return false;
        }
        self.go_to(next);
        true
    }

    /// A step from the active cell; it stays inside the grid and does not wrap.
    pub(super) fn step(self, rows: isize, columns: isize) -> At {
        let at = self.active.get_untracked();
        let (row_count, column_count) = self.sheet.size();
        At {
            row: at.row.saturating_add_signed(rows).min(row_count.saturating_sub(1)),
            column: at.column.saturating_add_signed(columns).min(column_count.saturating_sub(1)),
        }
    }
}
