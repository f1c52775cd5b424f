//! The behaviour of a grid: one tab stop, arrows, a field in the active cell that takes the first key of anything typed.
//!
//! The field is there before editing begins, invisible and with the cell's text selected, so that the first key, or the
//! first key of an input method, falls into it and replaces the text. Nothing here starts an edit from `keydown`.

mod cell_action;
mod cell_box;
mod choosing;
mod context_menu;
mod editing;
mod fields;
mod filling;
mod in_hand;
mod keys;
mod pasting;
mod placing;
mod pointer;
mod range;
mod sheet;
mod writing;

use leptos::{ev, html, prelude::*};

pub use self::{
    cell_action::CellAction,
    in_hand::Grids,
    sheet::{Asked, At, Field, Sheet, Takes},
};
use self::{cell_box::CellBox, placing::Preparation};
use super::{menu::Menu, session::Session, start::focus};
use crate::browser::cells;

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
    pub holder: NodeRef<html::Form>,
    line: NodeRef<html::Input>,
    area: NodeRef<html::Textarea>,
    /// The active cell.
    pub active: RwSignal<At>,
    /// The edit under way.
    pub editing: RwSignal<Option<Editing>>,
    /// What its cells offer, while it is open.
    pub menu: Menu,
    /// Where a selection of several cells begins and ends.
    selected: RwSignal<Option<(At, At)>>,
    /// What is filled from, while its handle is drawn.
    filled_from: StoredValue<Option<CellBox>>,
    /// How often rows and columns had been arranged when that was selected.
    arranged: StoredValue<u64>,
    session: Session,
    sheet: S,
    name: &'static str,
    /// What the active cell shows, whatever its place is.
    address: StoredValue<Option<S::Address>>,
    /// What the open cell shows, as it was when it was opened.
    opened: StoredValue<Option<S::Address>>,
    /// Whether the first key of the edit replaced what the cell held, and the caret was not moved since: then the arrows up
    /// and down lead on, as in a spreadsheet.
    is_written_anew: StoredValue<bool>,
    /// Whether a value was just pasted into the active cell: then Enter leads on from it, as from one that was typed.
    is_pasted: StoredValue<bool>,
    /// The column in which cells began to be written one after the other, while they are.
    run: StoredValue<Option<usize>>,
    /// The active cell as it was when it was last prepared.
    prepared: StoredValue<Option<Preparation>>,
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
            menu: Menu::new(),
            selected: RwSignal::new(None),
            filled_from: StoredValue::new(None),
            arranged: StoredValue::new(0),
            session: Session::current(),
            sheet,
            name,
            address: StoredValue::new(None),
            opened: StoredValue::new(None),
            is_written_anew: StoredValue::new(false),
            is_pasted: StoredValue::new(false),
            run: StoredValue::new(None),
            prepared: StoredValue::new(None),
        };
        Grids::current().come(name, move |action| {
            if !grid.is_gone() {
                grid.act(action);
            }
        });
        let let_go = window_event_listener(ev::mouseup, move |_| grid.end_filling());
        on_cleanup(move || let_go.remove());
        // The field follows the table: after an undo it may be in a cell that has another text, or is gone.
        Effect::new(move || {
            sheet.track();
            grid.table.track();
            grid.after_rendering(move || {
                grid.refresh();
                grid.resume();
                grid.paint();
            });
        });
        Effect::new(move || {
            if grid.session.importing.returns.with(|grid| grid.as_deref() == Some(name)) {
                grid.after_rendering(move || grid.open_again());
            }
        });
        Effect::new(move || {
            grid.selected.track();
            grid.after_rendering(move || grid.paint());
        });
        Effect::new(move || {
            grid.editing.track();
            grid.after_rendering(move || grid.place_list());
        });
        grid
    }

    /// The cell that had the focus when the page went has it again, open if it was open.
    fn resume(self) {
        if self.table.get_untracked().is_none() {
            return;
        }
        let Some((row, column, was_open)) = focus::coming_cell(self.name) else { return };
        let (rows, columns) = self.sheet.size();
        if row < rows && column < columns {
            self.go_to(self.sheet.again(At { row, column }));
            if was_open {
                self.when_there(move || self.open());
            }
        }
    }

    /// How a cell is edited.
    pub fn kind(self, at: At) -> Field {
        self.sheet.field(at)
    }

    /// Runs when the page has taken all pending updates, unless the grid has gone with its page by then.
    pub fn after_rendering(self, run: impl FnOnce() + 'static) {
        cells::after_rendering(move || {
            if !self.is_gone() {
                run();
            }
        });
    }

    /// Whether the grid has gone with its page: events of what was in it may still be on their way.
    pub(super) fn is_gone(self) -> bool {
        self.active.is_disposed()
    }

    /// What it shows, and what its cells do.
    pub fn sheet(self) -> S {
        self.sheet
    }

    /// What the table says of it where nothing may be changed.
    pub fn is_read_only(self) -> Option<&'static str> {
        self.session.read_only.with(Option::is_some).then_some("true")
    }

    pub(super) fn is_editable(self) -> bool {
        self.sheet.field(self.active.get_untracked()) != Field::None
    }
}
