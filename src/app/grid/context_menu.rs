//! The menu of a cell: what the cell offers by itself, and what can be done with all that is selected.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{At, CellAction, Field, Grid, Sheet, sheet::address};
use crate::{app::menu::MenuItem, browser::floating};

/// What stands in it of what can be done with all cells that are selected.
const LISTED: [CellAction; 7] = [
    CellAction::Cut,
    CellAction::Copy,
    CellAction::Paste,
    CellAction::Clear,
    CellAction::FillDown,
    CellAction::Column,
    CellAction::Row,
];

impl<S: Sheet> Grid<S> {
    /// Opens what a cell offers by itself; whether it offers something.
    pub(super) fn open_items(self, at: At) -> bool {
        let items = self.sheet.items(at);
        let has_some = !items.is_empty();
        if has_some {
            self.menu.open_at_cell(self.session, self.name, (at.row, at.column), items);
        }
        has_some
    }

    /// Opens the menu of a cell; whether it has one.
    pub(super) fn open_menu(self, at: At) -> bool {
        let items = self.all_items(at);
        let has_some = !items.is_empty();
        if has_some {
            self.menu.open_at_cell(self.session, self.name, (at.row, at.column), items);
        }
        has_some
    }

    /// Handles the wish for a menu by the pointer; in an open cell the browser's own stays.
    pub fn on_context_menu(self, event: ev::MouseEvent) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(at) = target.as_ref().and_then(address) else { return };
        if self.editing.with_untracked(Option::is_some) {
            return;
        }
        let items = self.all_items(at);
        if !items.is_empty() {
            event.prevent_default();
            // By a key it opens at the cell.
            let place = (event.client_x(), event.client_y());
            let place = if place == (0, 0) { floating::below(self.name, at.row, at.column) } else { None }
                .unwrap_or((f64::from(place.0), f64::from(place.1)));
            self.menu.open_at(self.session, place, items);
        }
    }

    fn all_items(self, at: At) -> Vec<MenuItem> {
        let mut items = self.sheet.items(at);
        if !self.sheet.has_ranges() || at.row < self.sheet.first_row() {
            return items;
        }
        let own = items.len();
        let is_locked = self.range().is_none() && self.sheet.field(at) == Field::None;
        items.extend(LISTED.into_iter().map(|action| {
            let writes = !matches!(action, CellAction::Copy | CellAction::Column | CellAction::Row);
            let is_off =
                action == CellAction::Paste || writes && (is_locked || self.session.keeping.refusal().is_some());
            let keys = action.keys().first().map(|keys| keys.words()).unwrap_or_default();
            MenuItem::new(action.name().to_owned(), move || {
                self.act(action);
            })
            .with_facts(keys)
            .off(is_off)
        }));
        if let Some(first) = items.get_mut(own).filter(|_| own != 0) {
            *first = first.clone().apart();
        }
        items
    }
}
