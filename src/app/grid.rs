//! The behaviour of a grid: one tab stop, arrows, a field in the active cell that takes the first key of anything typed.
//!
//! The field is there before editing begins, invisible and with the cell's text selected, so that the first key, or the
//! first key of an input method, falls into it and replaces the text. Nothing here starts an edit from `keydown`.

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, HtmlInputElement, HtmlTextAreaElement, Node};

use crate::{browser::cells, mapping::availability::Class};

/// A cell: row and column, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct At {
    /// Row, from 0.
    pub row: usize,
    /// Column, from 0.
    pub column: usize,
}

fn address(target: &Element) -> Option<At> {
    cells::address(target).map(|(row, column)| At { row, column })
}

/// How a cell is edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Not at all.
    None,
    /// One line, in the code face, with choices.
    Line,
    /// A text that wraps.
    Text,
}

/// A choice under the field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The text it puts into the cell.
    pub value: String,
    /// The presence it comes to.
    pub class: Option<Class>,
    /// What is said about it, at the end of the line.
    pub facts: String,
    /// Whether it makes something new.
    pub is_new: bool,
}

/// What a grid shows, and what its cells do.
pub trait Sheet: Copy + Send + Sync + 'static {
    /// Rows and columns.
    fn size(self) -> (usize, usize);
    /// How a cell is edited.
    fn field(self, at: At) -> Field;
    /// The text of a cell, as one edits it.
    fn text(self, at: At) -> String;
    /// The accessible name of a cell's field.
    fn label(self, at: At) -> String;
    /// Language tag and direction of a cell's text.
    fn language(self, _at: At) -> Option<(&'static str, &'static str)> {
        None
    }
    /// What could be meant, while a cell is edited.
    fn choices(self, _at: At, _typed: &str) -> Vec<Choice> {
        Vec::new()
    }
    /// Takes a text into a cell; whether it was taken.
    fn commit(self, at: At, text: &str, choice: Option<&Choice>) -> bool;
    /// Empties a cell.
    fn clear(self, at: At) {
        self.commit(at, "", None);
    }
    /// Takes the text of the cell above.
    fn fill_down(self, at: At) {
        if 0 < at.row {
            let above = At { row: at.row - 1, ..at };
            self.commit(at, &self.text(above), None);
        }
    }
    /// The cell has become the active one.
    fn select(self, at: At);
    /// Opens what a cell offers beside its text; whether it offers something.
    fn open_menu(self, _at: At) -> bool {
        false
    }
    /// Has a cell rendered that is not.
    fn bring(self, _at: At) {}
    /// Whether the grid scrolls, so that what opens at a cell must be placed in the window.
    fn scrolls(self) -> bool {
        false
    }
    /// Subscribes the caller to everything the sheet shows.
    fn track(self);
}

/// An edit that is under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editing {
    /// The cell.
    pub at: At,
    /// What the field holds.
    pub text: String,
    /// Whether it was typed, not merely opened.
    pub typed: bool,
    /// The choice the arrows have marked.
    pub marked: Option<usize>,
}

/// A grid on the page.
pub struct Grid<S: Sheet> {
    /// The table; its cells carry `data-row` and `data-column`.
    pub table: NodeRef<html::Table>,
    /// What moves from cell to cell: the fields and what hangs on them.
    pub holder: NodeRef<html::Div>,
    line: NodeRef<html::Input>,
    area: NodeRef<html::Textarea>,
    /// The active cell.
    pub active: RwSignal<At>,
    /// The edit under way.
    pub editing: RwSignal<Option<Editing>>,
    sheet: S,
    name: &'static str,
}

impl<S: Sheet> Clone for Grid<S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S: Sheet> Copy for Grid<S> {}

impl<S: Sheet> Grid<S> {
    /// A grid whose tab stop is `first`; `name` is unique on the page.
    pub fn new(sheet: S, name: &'static str, first: At) -> Grid<S> {
        let grid = Grid {
            table: NodeRef::new(),
            holder: NodeRef::new(),
            line: NodeRef::new(),
            area: NodeRef::new(),
            active: RwSignal::new(first),
            editing: RwSignal::new(None),
            sheet,
            name,
        };
        // The field follows the table: after an undo it may be in a cell that has another text, or is gone.
        Effect::new(move || {
            sheet.track();
            grid.table.track();
            cells::after_rendering(move || grid.refresh());
        });
        Effect::new(move || {
            grid.editing.track();
            cells::after_rendering(move || grid.place_list());
        });
        grid
    }

    fn cell(self, at: At) -> Option<HtmlElement> {
        let table = self.table.get_untracked()?;
        let selector = format!("[data-row=\"{}\"][data-column=\"{}\"]", at.row, at.column);
        table.query_selector(&selector).ok().flatten()?.dyn_into().ok()
    }

    /// Puts the list where there is room for it, below its cell or above.
    pub fn place_list(self) {
        let Some(editing) = self.editing.get_untracked() else { return };
        let (Some(cell), Some(holder)) = (self.cell(editing.at), self.holder.get_untracked()) else { return };
        cells::place_list(&holder, &cell, self.sheet.scrolls());
        cells::keep_in_view(&holder, &cell);
    }

    fn has_focus(self) -> bool {
        let focused = crate::browser::page::focused();
        self.table
            .get_untracked()
            .is_some_and(|table| table.contains(focused.as_ref().map(|element| element.as_ref() as &Node)))
    }

    fn refresh(self) {
        if self.editing.with_untracked(Option::is_some) || self.table.get_untracked().is_none() {
            return;
        }
        let (rows, columns) = self.sheet.size();
        let at = self.active.get_untracked();
        let within = At { row: at.row.min(rows.saturating_sub(1)), column: at.column.min(columns.saturating_sub(1)) };
        let lost = cells::focus_is_lost() && cells::was_last_in(self.name);
        self.place(within, self.has_focus() || lost, false);
    }

    /// Makes a cell the active one, and gives it the focus.
    pub fn go_to(self, at: At) {
        self.commit_open();
        self.sheet.select(at);
        self.bring(at, true);
    }

    /// Makes a cell the active one; a row out of view is rendered first.
    fn bring(self, at: At, focus: bool) {
        if self.cell(at).is_some() {
            return self.arrive(at, focus);
        }
        self.active.set(at);
        self.sheet.bring(at);
        cells::after_rendering(move || self.arrive(at, focus));
    }

    /// A grid without the focus shows its cell in its own box, and leaves the page where the user looks.
    fn arrive(self, at: At, focus: bool) {
        self.place(at, focus, focus);
        if !focus && let Some(cell) = self.cell(at).filter(|_| self.sheet.scrolls()) {
            cells::scroll_box(&cell);
        }
    }

    /// Makes a cell the active one without taking the focus.
    pub fn point_to(self, at: At) {
        if self.editing.with_untracked(Option::is_none) {
            self.bring(at, self.has_focus());
        }
    }

    fn place(self, at: At, focus: bool, reveal: bool) {
        let Some(cell) = self.cell(at) else { return };
        if let Some(table) = self.table.get_untracked() {
            cells::rest_active(&table, &cell);
        }
        if self.active.get_untracked() != at {
            self.active.set(at);
        }
        cells::mark(&cell, "cell--active", true);
        let (Some(line), Some(area), Some(holder)) =
            (self.line.get_untracked(), self.area.get_untracked(), self.holder.get_untracked())
        else {
            return;
        };
        let kind = self.sheet.field(at);
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
        if reveal {
            cells::scroll_into_view(&cell);
        }
        if focus {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            let target: HtmlElement = match kind {
                Field::None => cell,
                Field::Line => line.into(),
                Field::Text => area.into(),
            };
            // An element that left the page refuses the focus; `refresh` finds another.
            let _ = target.focus_with_options(&options);
            cells::remember_focus(self.name);
            self.select_all();
        }
    }

    fn select_all(self) {
        match self.sheet.field(self.active.get_untracked()) {
            Field::None => {}
            Field::Line => self.line.get_untracked().into_iter().for_each(|field| field.select()),
            Field::Text => self.area.get_untracked().into_iter().for_each(|field| field.select()),
        }
    }

    /// Opens the active cell with its text, the caret at the end.
    pub fn open(self) {
        let at = self.active.get_untracked();
        if self.sheet.field(at) == Field::None {
            self.sheet.open_menu(at);
            return;
        }
        let text = self.sheet.text(at);
        self.set_editing(Some(Editing { at, text: text.clone(), typed: false, marked: None }));
        let end = text.encode_utf16().count() as u32;
        match self.sheet.field(at) {
            Field::Line => drop(self.line.get_untracked().map(|field| field.set_selection_range(end, end))),
            _ => drop(self.area.get_untracked().map(|field| field.set_selection_range(end, end))),
        }
    }

    fn set_editing(self, editing: Option<Editing>) {
        let at = editing.as_ref().map_or(self.active.get_untracked(), |editing| editing.at);
        if let Some(cell) = self.cell(at) {
            cells::mark(&cell, "cell--editing", editing.is_some());
            if let Some(holder) = self.holder.get_untracked() {
                cells::name_by_own_text(&cell, &holder, editing.is_none());
            }
        }
        self.editing.set(editing);
    }

    fn field_text(self, at: At) -> String {
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
        let choice = editing.marked.and_then(|marked| self.choices(&editing).into_iter().nth(marked));
        self.take(&editing, choice.as_ref())
    }

    fn take(self, editing: &Editing, choice: Option<&Choice>) -> bool {
        let text = choice.map_or(editing.text.as_str(), |choice| choice.value.as_str());
        // Closed first: what the commit changes must find the cell at rest.
        self.set_editing(None);
        if self.sheet.commit(editing.at, text, choice) {
            return true;
        }
        self.set_editing(Some(editing.clone()));
        false
    }

    fn cancel(self) {
        self.set_editing(None);
        let at = self.active.get_untracked();
        self.place(at, true, false);
    }

    /// What could be meant by what is typed; everything, while a cell is merely open.
    pub fn choices(self, editing: &Editing) -> Vec<Choice> {
        let typed = if editing.typed { editing.text.as_str() } else { "" };
        self.sheet.choices(editing.at, typed)
    }

    fn choose(self, choice: &Choice) {
        let Some(editing) = self.editing.get_untracked() else { return };
        if self.take(&editing, Some(choice)) {
            self.place(editing.at, true, true);
        }
    }

    fn mark(self, step: isize) {
        self.editing.update(|editing| {
            let Some(editing) = editing else { return };
            let count = self.choices(editing).len();
            editing.marked = match editing.marked {
                _ if count == 0 => None,
                None if 0 < step => Some(0),
                None => Some(count - 1),
                Some(marked) => marked.checked_add_signed(step).filter(|marked| *marked < count),
            };
        });
    }

    /// A step from the active cell; it stays inside the grid and does not wrap.
    fn step(self, rows: isize, columns: isize) -> At {
        let at = self.active.get_untracked();
        let (row_count, column_count) = self.sheet.size();
        At {
            row: at.row.saturating_add_signed(rows).min(row_count.saturating_sub(1)),
            column: at.column.saturating_add_signed(columns).min(column_count.saturating_sub(1)),
        }
    }

    /// Handles a key on the table.
    pub fn on_key(self, event: ev::KeyboardEvent) {
        if event.is_composing() || event.key_code() == 229 {
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

    fn on_key_in_field(self, event: &ev::KeyboardEvent) -> bool {
        match (event.key().as_str(), event.shift_key(), event.ctrl_key() || event.meta_key()) {
            ("Escape", ..) => self.cancel(),
            ("Enter", _, true) | ("F2", ..) => {
                if self.commit_open() {
                    self.place(self.active.get_untracked(), true, true);
                }
            }
            ("Enter", shift, false) if !event.alt_key() => {
                if self.commit_open() {
                    self.go_to(self.step(if shift { -1 } else { 1 }, 0));
                }
            }
            ("Tab", shift, false) => {
                if !self.commit_open() {
                    return true;
                }
                let next = self.step(0, if shift { -1 } else { 1 });
                if next == self.active.get_untracked() {
                    self.place(next, true, false);
                    return false;
                }
                self.go_to(next);
                if self.sheet.field(next) != Field::None {
                    self.open();
                    self.select_all();
                }
            }
            ("ArrowDown", false, false) if self.has_choices() => self.mark(1),
            ("ArrowUp", false, false) if self.has_choices() => self.mark(-1),
            _ => return false,
        }
        true
    }

    fn has_choices(self) -> bool {
        self.editing.with_untracked(|editing| editing.as_ref().is_some_and(|editing| !self.choices(editing).is_empty()))
    }

    fn on_key_in_grid(self, event: &ev::KeyboardEvent) -> bool {
        if event.alt_key() {
            return false;
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
            ("Enter" | "F2", false) => {
                self.open();
                return true;
            }
            ("Delete" | "Backspace", false) if self.is_editable() => {
                self.sheet.clear(self.active.get_untracked());
                return true;
            }
            ("d" | "D", true) if self.is_editable() => {
                self.sheet.fill_down(self.active.get_untracked());
                return true;
            }
            ("ContextMenu", _) => return self.sheet.open_menu(self.active.get_untracked()),
            ("F10", false) if event.shift_key() => return self.sheet.open_menu(self.active.get_untracked()),
            _ => return false,
        };
        self.go_to(to);
        true
    }

    fn is_editable(self) -> bool {
        self.sheet.field(self.active.get_untracked()) != Field::None
    }

    /// Handles text that arrived in the field, by whatever way.
    pub fn on_input(self) {
        let at = self.active.get_untracked();
        let text = self.field_text(at);
        self.set_editing(Some(Editing { at, text, typed: true, marked: None }));
    }

    /// An input method begins: the cell opens before its first letter is there.
    pub fn on_composition(self) {
        if self.editing.with_untracked(Option::is_none) {
            let at = self.active.get_untracked();
            self.set_editing(Some(Editing { at, text: self.field_text(at), typed: true, marked: None }));
        }
    }

    /// Handles a press on the table.
    pub fn on_press(self, event: ev::MouseEvent) {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        let inside = self.holder.get_untracked().is_some_and(|holder| holder.contains(Some(&target)));
        if inside || cells::closest(&target, "button").is_some() {
            return;
        }
        if let Some(at) = address(&target) {
            // The browser would give the focus to the cell, and begin to select its text.
            event.prevent_default();
            self.go_to(at);
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
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        cells::remember_focus(self.name);
        if !target.has_attribute("data-row") {
            if self.editing.with_untracked(Option::is_none) {
                self.select_all();
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
        let to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
        if to.is_some() && !self.table.get_untracked().is_some_and(|table| table.contains(to.as_ref())) {
            cells::forget_focus();
        }
        let stays = self.holder.get_untracked().is_some_and(|holder| to.is_some() && holder.contains(to.as_ref()));
        if !stays {
            self.commit_open();
        }
    }

    /// Cuts the text of the active cell.
    pub fn on_cut(self, event: ev::ClipboardEvent) {
        if self.editing.with_untracked(Option::is_some) || !self.is_editable() {
            return;
        }
        let at = self.active.get_untracked();
        if cells::put_on_clipboard(&event, &self.sheet.text(at)) {
            event.prevent_default();
            self.sheet.clear(at);
        }
    }

    /// The fields, to be put anywhere in the table's wrapper: they move into the active cell by themselves.
    pub fn fields(self, below: impl Fn(Editing) -> AnyView + Copy + Send + Sync + 'static) -> impl IntoView {
        let list = format!("{}-choices", self.name);
        let marked = move || self.editing.with(|editing| editing.as_ref().and_then(|editing| editing.marked));
        let name = self.name;
        view! {
            <div class="cell__field" node_ref=self.holder>
                <input class="cell-input cell-input--code" node_ref=self.line role="combobox" aria-autocomplete="list"
                    aria-expanded=move || self.editing.with(|editing| editing.is_some() && self.has_choices()).to_string()
                    aria-controls=list.clone()
                    aria-activedescendant=move || marked().map(|marked| format!("{name}-choice-{marked}"))
                    autocomplete="off" autocapitalize="off" spellcheck="false" tabindex="0" />
                <textarea class="cell-input" node_ref=self.area rows="1" tabindex="0" hidden spellcheck="true"></textarea>
                {move || self.draft().map(|text| view! { <div class="cell__draft" aria-hidden="true">{text}</div> })}
                {move || self.editing.get().map(below)}
                {move || self.editing.get().map(|editing| self.list(&list, editing))}
            </div>
        }
    }

    /// What is being typed into a text, so that the cell grows with it.
    fn draft(self) -> Option<String> {
        let editing = self.editing.get().filter(|editing| self.sheet.field(editing.at) == Field::Text)?;
        // A last line feed opens a line only if something stands in it.
        Some(format!("{}\u{200b}", editing.text))
    }

    fn list(self, id: &str, editing: Editing) -> Option<impl IntoView + use<S>> {
        let choices = self.choices(&editing);
        if choices.is_empty() {
            return None;
        }
        let name = self.name;
        let typed = if editing.typed { editing.text.trim().to_owned() } else { String::new() };
        let options = choices.into_iter().enumerate().map(move |(index, choice)| {
            let is_marked = editing.marked == Some(index);
            let taken = choice.clone();
            super::choice::option(choice, &typed, format!("{name}-choice-{index}"), is_marked, move || {
                self.choose(&taken)
            })
        });
        let options = options.collect::<Vec<_>>();
        Some(view! {
            <div class="suggest" class:suggest--floating=self.sheet.scrolls() on:mousedown=|event| event.prevent_default()>
                <div class="suggest__list" role="listbox" aria-label="Choices" id=id.to_owned()>{options}</div>
                <p class="suggest__keys" aria-hidden="true">
                    <kbd class="key">"↓"</kbd>"mark"<kbd class="key">"Enter"</kbd>"take"<kbd class="key">"Esc"</kbd>"keep"
                </p>
            </div>
        })
    }
}

impl<S: Sheet> Grid<S> {
    /// How a cell is edited.
    pub fn kind(self, at: At) -> Field {
        self.sheet.field(at)
    }

    /// Opens what a cell offers beside its text; whether it offers something.
    pub fn offers_menu(self, at: At) -> bool {
        self.sheet.open_menu(at)
    }
}
