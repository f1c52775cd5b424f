//! What the cells of the Extensions hold and do. The last row is the one that adds; column 0 holds the number, 1 the
//! profile, 2 its mode, 3 what removes the row.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    super::{
        choice::Choice,
        grid::{At, Field, Sheet},
        session::Session,
    },
    desk::Desk,
    profile_choices::profile_choices,
    window::Window,
};
use presence_profile_core::editor::{
    assigned::ExtensionDn,
    assignment::{Assignment, ExtensionRow},
    reassigning::{self, Reassign},
};

/// The column of the profiles' names.
pub(super) const NAME: usize = 1;
/// The column of what removes a row.
pub(super) const REMOVE: usize = 3;
const COLUMNS: usize = 4;

#[derive(Clone, Copy)]
pub(super) struct Extensions {
    pub desk: Desk,
    pub window: Window,
    went: StoredValue<Option<Went>>,
}

/// A row that went to its place in the order when its number was taken.
#[derive(Clone, PartialEq)]
struct Went {
    /// The number it had; `None` in the row that adds.
    from: Option<ExtensionDn>,
    to: ExtensionDn,
}

/// An Extension, or `None` for the row that adds; and the column.
pub(super) type ExtensionCell = (Option<ExtensionDn>, usize);

impl Extensions {
    pub fn new(desk: Desk, window: Window) -> Extensions {
        Extensions { desk, window, went: StoredValue::new(None) }
    }

    fn shown<T>(self, read: impl FnOnce(&Assignment) -> T) -> T {
        self.desk.shown.with_untracked(|shown| read(shown))
    }

    fn row<T>(self, at: At, read: impl FnOnce(&ExtensionRow) -> T) -> Option<T> {
        self.shown(|shown| shown.rows.get(at.row).map(read))
    }

    fn reassign(self, wish: &Reassign) -> bool {
        self.desk.session.reassign(wish)
    }

    /// Takes a number, and notes where its row goes.
    fn take_number(self, from: Option<&ExtensionDn>, text: &str) -> bool {
        if from.is_none() && text.trim().is_empty() {
            return true;
        }
        let wish = match from {
            Some(from) => Reassign::RenumberExtension { from: from.to_string(), to: text.to_owned() },
            None => Reassign::AddExtension { number: text.to_owned(), profile: String::new() },
        };
        let is_taken = self.reassign(&wish);
        if is_taken && let Ok(to) = reassigning::number(text) {
            self.desk.session.asked.ask_row(&to);
            self.went.set_value(Some(Went { from: from.cloned(), to }));
        }
        is_taken
    }

    /// The row that adds.
    fn last(self) -> usize {
        self.shown(|shown| shown.rows.len())
    }

    /// Removes an Extension; the one that comes into its place is asked about.
    pub fn remove(self, number: &ExtensionDn) {
        if self.reassign(&Reassign::RemoveExtension(number.to_string())) {
            self.desk.session.notice.set(format!("Removed Extension {number}; Ctrl+Z brings it back"));
        }
    }
}

impl Sheet for Extensions {
    type Address = ExtensionCell;

    fn address(self, at: At) -> Option<ExtensionCell> {
        match self.row(at, |row| row.number.clone()) {
            Some(number) => Some((Some(number), at.column)),
            None => (at.row == self.last()).then_some((None, at.column)),
        }
    }

    fn find(self, (number, column): &ExtensionCell) -> Option<At> {
        let row = match number {
            Some(number) => self.shown(|shown| shown.position(number))?,
            None => self.last(),
        };
        Some(At { row, column: *column })
    }

    fn size(self) -> (usize, usize) {
        (self.last() + 1, COLUMNS)
    }

    fn field(self, at: At) -> Field {
        match at.column {
            0 => Field::Line,
            NAME if at.row < self.last() => Field::Line,
            _ => Field::None,
        }
    }

    fn text(self, at: At) -> String {
        let text = self.row(at, |row| match at.column {
            0 => row.number.to_string(),
            NAME => row.naming.name.to_string(),
            _ => row.naming.standing.words().to_owned(),
        });
        text.unwrap_or_default()
    }

    fn label(self, at: At) -> String {
        let label = self.row(at, |row| match at.column {
            0 => format!("Number of Extension {}", row.number),
            _ => format!("presence-profile of Extension {}", row.number),
        });
        label.unwrap_or_else(|| "Number of a new Extension".to_owned())
    }

    fn choices(self, at: At, typed: &str) -> Vec<Choice> {
        if at.column == NAME { profile_choices(self.desk)(typed).0 } else { Vec::new() }
    }

    fn commit(self, (number, column): &ExtensionCell, text: &str, _choice: Option<&Choice>) -> bool {
        match (number, *column) {
            (from, 0) => self.take_number(from.as_ref(), text),
            (Some(number), NAME) => {
                self.reassign(&Reassign::SetExtension { number: number.to_string(), profile: text.to_owned() })
            }
            _ => true,
        }
    }

    fn went(self, (number, column): &ExtensionCell) -> Option<At> {
        let went = self.went.get_value().filter(|went| *column == 0 && went.from == *number)?;
        self.find(&(Some(went.to), 0))
    }

    fn below(self, (number, _): &ExtensionCell) -> Option<At> {
        // Behind an Extension that was just added, its profile with it, comes the next one to be added.
        let added = self.went.get_value().filter(|went| went.from.is_none())?;
        let is_added = number.as_ref().is_none_or(|number| *number == added.to);
        is_added.then(|| At { row: self.last(), column: 0 })
    }

    fn session(self) -> Session {
        self.desk.session
    }

    fn types_over_refused(self) -> bool {
        // Whoever writes down a list does not see that a number was refused: what comes next is another one.
        true
    }

    fn clear(self, at: At) {
        match self.address(at) {
            Some((Some(number), 0)) => self.remove(&number),
            Some((Some(number), NAME)) => drop(self.commit(&(Some(number), NAME), "", None)),
            _ => {}
        }
    }

    fn fill_down(self, at: At) {
        if let Some(address) = self.address(at).filter(|_| 0 < at.row && at.column == NAME) {
            let above = At { row: at.row - 1, ..at };
            self.commit(&address, &self.text(above), None);
        }
    }

    fn select(self, at: At) {
        let Some(number) = self.row(at, |row| row.number.clone()) else { return };
        if self.went.with_value(|went| went.as_ref().is_some_and(|went| went.to != number)) {
            self.went.set_value(None);
        }
        self.desk.session.asked.ask_row(&number);
    }

    fn press(self, at: At) -> bool {
        let number = self.row(at, |row| row.number.clone()).filter(|_| at.column == REMOVE);
        number.map(|number| self.remove(&number)).is_some()
    }

    fn bring(self, at: At) {
        self.window.bring(at.row, self.last());
    }

    fn scrolls(self) -> bool {
        true
    }

    fn track(self) {
        self.desk.shown.track();
    }
}

/// The number of the row of a cell; `None` in the row that adds.
pub(super) fn number_at(sheet: Extensions, at: At) -> Option<Arc<ExtensionDn>> {
    sheet.row(at, |row| Arc::new(row.number.clone()))
}
