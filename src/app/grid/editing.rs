//! An edit from its first key to its end.

use leptos::prelude::*;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

use super::{At, Editing, Field, Grid, Sheet};
use crate::{
    app::choice::Choice,
    browser::{caret, cells},
};

impl<S: Sheet> Grid<S> {
    /// Opens the active cell with its text, the caret at the end.
    pub fn open(self) {
        let at = self.active.get_untracked();
        if self.sheet.field(at) == Field::None {
            if !self.open_items(at) {
                self.sheet.press(at);
            }
            return;
        }
        if !self.session.may_change() {
            return;
        }
        let text = self.sheet.text(at);
        self.is_written_anew.set_value(false);
        self.set_editing(Some(Editing { at, text: text.clone(), typed: false, marked: None }));
        let end = text.encode_utf16().count() as u32;
        match self.sheet.field(at) {
            Field::Line => drop(self.line.get_untracked().map(|field| field.set_selection_range(end, end))),
            _ => drop(self.area.get_untracked().map(|field| field.set_selection_range(end, end))),
        }
    }

    /// Opens the cell that was open last, where it has the focus again: what is typed on is meant for its text.
    pub(super) fn open_again(self) {
        let at = self.active.get_untracked();
        let opened = self.opened.get_value().and_then(|address| self.sheet.find(&address));
        if opened == Some(at) && self.has_focus() && self.editing.with_untracked(Option::is_none) {
            self.open();
        }
    }

    /// Handles text that arrived in the field, by whatever way.
    pub fn on_input(self) {
        let at = self.active.get_untracked();
        let text = self.field_text(at);
        self.set_invalid(false);
        if self.editing.with_untracked(Option::is_none) {
            self.is_written_anew.set_value(true);
        }
        self.set_editing(Some(Editing { at, text, typed: true, marked: None }));
    }

    /// An input method begins: the cell opens before its first letter is there.
    pub fn on_composition(self) {
        if self.editing.with_untracked(Option::is_none) {
            self.is_written_anew.set_value(true);
            let at = self.active.get_untracked();
            self.set_editing(Some(Editing { at, text: self.field_text(at), typed: true, marked: None }));
        }
    }

    pub(super) fn set_editing(self, editing: Option<Editing>) {
        let open = |editing: &Option<Editing>| editing.as_ref().map(|editing| editing.at);
        let at = open(&editing).unwrap_or(self.active.get_untracked());
        if editing.is_some() && self.editing.with_untracked(Option::is_none) {
            self.opened.set_value(self.sheet.address(at));
        }
        let is_as_before = self.editing.with_untracked(|before| open(before) == open(&editing));
        if !is_as_before && let Some(cell) = self.cell(at) {
            cells::mark(&cell, "cell--editing", editing.is_some());
            if let Some(holder) = self.holder.get_untracked() {
                cells::name_by_own_text(&cell, &holder, editing.is_none());
            }
        }
        let is_other = editing.as_ref().is_some_and(|editing| editing.typed && self.differs(editing));
        self.session.typing.note(is_other);
        self.editing.set(editing);
    }

    /// Shows that what the field holds was refused, or is another text now.
    pub(super) fn set_invalid(self, is_invalid: bool) {
        let Some(field) = self.line.get_untracked() else { return };
        // Setting an attribute fails for malformed names only.
        let _ = match is_invalid {
            true => field.set_attribute("aria-invalid", "true"),
            false => field.remove_attribute("aria-invalid"),
        };
    }

    pub(super) fn field_text(self, at: At) -> String {
        match self.sheet.field(at) {
            Field::None => String::new(),
            Field::Line => self.line.get_untracked().map(|field: HtmlInputElement| field.value()).unwrap_or_default(),
            Field::Text => {
                self.area.get_untracked().map(|field: HtmlTextAreaElement| field.value()).unwrap_or_default()
            }
        }
    }

    /// Takes what is being edited into the table; whether nothing is open afterwards.
    pub fn commit_open(self) -> bool {
        let Some(editing) = self.editing.get_untracked() else { return true };
        self.take(&editing, self.marked_choice(&editing).as_ref())
    }

    pub(super) fn take(self, editing: &Editing, choice: Option<&Choice>) -> bool {
        let text = choice.map_or(editing.text.as_str(), |choice| choice.value.as_str());
        let address = self.opened.get_value();
        // Closed first: what the commit changes must find the cell at rest.
        self.set_editing(None);
        if address.as_ref().is_none_or(|address| self.sheet.commit(address, text, choice)) {
            if let Some(at) = address.as_ref().and_then(|address| self.sheet.went(address)) {
                self.active.set(at);
                self.address.set_value(self.sheet.address(at));
            }
            return true;
        }
        // Visible where it stands, as long as that is the same cell.
        if address.as_ref().and_then(|address| self.sheet.find(address)) == Some(editing.at) {
            self.set_editing(Some(editing.clone()));
            self.opened.set_value(address);
            self.set_invalid(true);
        }
        false
    }

    /// What was refused does not wait unseen: where the focus has gone elsewhere, the cell is as it was, and the notice
    /// says why.
    pub(super) fn drop_refused(self) {
        self.set_editing(None);
        self.place(self.active.get_untracked(), false, false);
        self.sheet.session().keep_refusal();
    }

    /// What is open stays so only while the cell is there; it goes where the cell goes.
    pub(super) fn follow_open(self, editing: &Editing) {
        let address = self.opened.get_value();
        let at = address.as_ref().and_then(|address| self.sheet.find(address));
        if at == Some(editing.at) {
            return;
        }
        let has_focus = self.has_focus();
        self.set_editing(None);
        let Some(at) = at else {
            // The field holds the draft of a cell that is gone.
            self.prepared.set_value(None);
            return self.refresh();
        };
        self.place(at, has_focus, false);
        match self.sheet.field(at) {
            Field::None => return,
            Field::Line => drop(self.line.get_untracked().map(|field| field.set_value(&editing.text))),
            Field::Text => drop(self.area.get_untracked().map(|field| field.set_value(&editing.text))),
        }
        self.set_editing(Some(Editing { at, ..editing.clone() }));
        self.opened.set_value(address);
    }

    /// Whether something was typed since the cell was opened.
    pub(super) fn is_typed(self) -> bool {
        self.editing.with_untracked(|editing| editing.as_ref().is_some_and(|editing| editing.typed))
    }

    /// Whether the open cell holds another text than before.
    pub(super) fn is_other(self) -> bool {
        self.editing.with_untracked(|editing| editing.as_ref().is_some_and(|editing| self.differs(editing)))
    }

    fn differs(self, editing: &Editing) -> bool {
        editing.text != self.sheet.text(editing.at)
    }

    /// Puts a line end where the caret is in the open text.
    pub(super) fn break_line(self) {
        if self.sheet.field(self.active.get_untracked()) == Field::Text
            && let Some(area) = self.area.get_untracked()
        {
            caret::insert(&area, "\n");
            self.on_input();
        }
    }

    /// Puts a text into the active cell, as if it had been typed there. Returns whether it was taken.
    pub(super) fn put_in(self, text: &str) -> bool {
        self.open();
        if self.editing.with_untracked(Option::is_none) {
            return false;
        }
        match self.sheet.field(self.active.get_untracked()) {
            Field::None => {}
            Field::Line => {
                let line = text.replace(['\n', '\r'], " ");
                self.line.get_untracked().iter().for_each(|field| field.set_value(&line));
            }
            Field::Text => self.area.get_untracked().iter().for_each(|field| field.set_value(text)),
        }
        self.on_input();
        let is_taken = self.commit_open();
        if is_taken {
            self.place(self.active.get_untracked(), true, true);
        }
        is_taken
    }

    pub(super) fn cancel(self) {
        self.set_editing(None);
        self.sheet.session().settle_refusal();
        let at = self.active.get_untracked();
        self.place(at, true, false);
    }
}
