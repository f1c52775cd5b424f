//! What a grid shows, and what its cells do: the part that differs from grid to grid.

use crate::{
    app::{choice::Choice, menu::MenuItem, session::Session},
    browser::cells,
};
use presence_profile_core::editor::{command::CellValue, incoming::below_heads::BelowHeads};
use web_sys::Element;

/// A cell: row and column, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct At {
    /// Row, from 0.
    pub row: usize,
    /// Column, from 0.
    pub column: usize,
}

pub(super) fn address(target: &Element) -> Option<At> {
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

/// What becomes of one of several cells that is to hold a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Takes {
    /// It gets this value.
    Value(CellValue),
    /// It is not written, and must hold this already: what stands in the row of something else belongs elsewhere.
    Checked(String),
    /// It is not written, and not looked at.
    Nothing,
    /// It would get a value which is perhaps not what was meant.
    Asked(Asked),
    /// It cannot be written, and why.
    Refused(String),
}

impl Takes {
    /// Whether the text is that of another row: the cell is not written, and something else stands there.
    pub fn misplaces(&self, text: &str) -> bool {
        matches!(self, Takes::Checked(is) if is.trim() != text.trim() && !text.trim().is_empty())
    }
}

/// A value that is perhaps not what was meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The value as it came.
    pub value: CellValue,
    /// Why it is asked.
    pub why: String,
    /// What was perhaps meant, and how that is written.
    pub meant: Option<(CellValue, String)>,
}

/// What a grid shows, and what its cells do.
pub trait Sheet: Copy + Send + Sync + 'static {
    /// What a cell shows, whatever its place is: that moves when rows and columns come and go.
    type Address: Clone + PartialEq + Send + Sync;
    /// What a cell shows now.
    fn address(self, at: At) -> Option<Self::Address>;
    /// Where that is shown now; `None` where it is not there any more.
    fn find(self, address: &Self::Address) -> Option<At>;
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
    /// What is said where somebody types into a cell that is not edited.
    fn fixed(self, _at: At) -> Option<&'static str> {
        None
    }
    /// What could be meant, while a cell is edited.
    fn choices(self, _at: At, _typed: &str) -> Vec<Choice> {
        Vec::new()
    }
    /// Takes a text into the cell of an address; whether it was taken.
    fn commit(self, address: &Self::Address, text: &str, choice: Option<&Choice>) -> bool;
    /// Where the row of a cell that was just taken is now, where that is elsewhere: a new one goes to its place in the order.
    fn went(self, _address: &Self::Address) -> Option<At> {
        None
    }
    /// Where Enter leads from a cell that was just taken, where that is not the row below.
    fn below(self, _address: &Self::Address) -> Option<At> {
        None
    }
    /// Whose status line says what was refused.
    fn session(self) -> Session;
    /// Whether what is typed behind a refusal replaces what was refused, rather than going on with it.
    fn types_over_refused(self) -> bool {
        false
    }
    /// Empties a cell.
    fn clear(self, at: At) {
        if let Some(address) = self.address(at) {
            self.commit(&address, "", None);
        }
    }
    /// Takes the text of the cell above.
    fn fill_down(self, at: At) {
        if let Some(address) = self.address(at).filter(|_| 0 < at.row) {
            let above = At { row: at.row - 1, ..at };
            self.commit(&address, &self.text(above), None);
        }
    }
    /// Whether several cells can be selected, and what a block of them brings.
    fn has_ranges(self) -> bool {
        false
    }
    /// The first row that can be selected with others.
    fn first_row(self) -> usize {
        0
    }
    /// What a cell shows, as it is copied: of one that is not edited, too.
    fn copied(self, at: At) -> String {
        self.text(at)
    }
    /// What becomes of a cell that is to hold a text, as one of several.
    fn takes(self, _at: At, _text: &str) -> Takes {
        Takes::Nothing
    }
    /// Where the cells of a block go whose first row says it; `first` is the row that one without IDs begins in. `None` where
    /// it says nothing of the kind.
    fn below_heads(self, _rows: &[Vec<String>], _first: usize) -> Option<BelowHeads> {
        None
    }
    /// How often somebody has arranged the rows and the columns anew.
    fn arranged(self) -> u64 {
        0
    }
    /// Where a cell is that had the focus when the page went, by where it was then.
    fn again(self, at: At) -> At {
        at
    }
    /// The cell has become the active one.
    fn select(self, at: At);
    /// What a cell offers beside its text, in its menu.
    fn items(self, _at: At) -> Vec<MenuItem> {
        Vec::new()
    }
    /// Does what Enter does in a cell that is not edited and has no menu; whether it does something.
    fn press(self, _at: At) -> bool {
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
