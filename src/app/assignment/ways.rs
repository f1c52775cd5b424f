//! Ways to the problems of the assignment by keyboard, and the menu of what can be done about one where it is.

use leptos::{ev, prelude::*};
use web_sys::Element;

use super::{
    super::{
        grid::{At, Grid},
        menu::{Menu, MenuItem, Popup},
    },
    application,
    desk::Desk,
    problems, profiles,
    sheet::{self, Extensions},
};
use crate::browser::{cells, floating, page};
use presence_profile_core::editor::{
    assignment::problems::{Problem, Spot},
    reassigning::Reassign,
};

/// What the keys need to know.
#[derive(Clone, Copy)]
pub(super) struct Ways {
    desk: Desk,
    grid: Grid<Extensions>,
    menu: Menu,
    /// What had the focus when the menu was opened.
    opener: StoredValue<Option<Element>, LocalStorage>,
    /// The problem that was gone to last, and its position.
    last: StoredValue<Option<(usize, Problem)>>,
}

impl Ways {
    /// Follows the keys as long as the page is there.
    pub fn new(desk: Desk, grid: Grid<Extensions>) -> Ways {
        let opener = StoredValue::new_local(None);
        let ways = Ways { desk, grid, menu: Menu::new(), opener, last: StoredValue::new(None) };
        let keys = window_event_listener(ev::keydown, move |event| ways.on_key(&event));
        on_cleanup(move || keys.remove());
        ways
    }

    fn on_key(self, event: &ev::KeyboardEvent) {
        if event.is_composing() || event.alt_key() || page::has_dialog() {
            return;
        }
        match (event.key().as_str(), event.ctrl_key() || event.meta_key()) {
            ("F8", false) => self.step(event.shift_key()),
            (".", true) => self.open(false),
            _ => return,
        }
        event.prevent_default();
    }

    /// Handles the keys that open the menu of a cell; whether this was one.
    pub fn opens_menu(self, event: &ev::KeyboardEvent) -> bool {
        let is_menu_key = event.key() == "ContextMenu" || event.key() == "F10" && event.shift_key();
        if !is_menu_key {
            return false;
        }
        event.prevent_default();
        event.stop_propagation();
        self.open(true);
        true
    }

    /// Goes to the problem behind the one that was gone to last, or to the one before.
    fn step(self, is_back: bool) {
        page::settle();
        let problems = self.desk.shown.with_untracked(|shown| shown.problems.clone());
        let count = problems.len();
        if count == 0 {
            self.desk.session.notice.set("No open problems".to_owned());
            return;
        }
        let next = match self.last.get_value() {
            None if is_back => count - 1,
            None => 0,
            Some((at, _)) if is_back => at.min(count).checked_sub(1).unwrap_or(count - 1),
            // Where the last one has gone, the next one has come into its place.
            Some((at, problem)) if problems.get(at) != Some(&problem) => at % count,
            Some((at, _)) => (at + 1) % count,
        };
        let problem = problems[next].clone();
        if let Some(spot) = problem.places.first() {
            problems::go_to(self.desk, self.grid, spot);
        }
        let words = format!("{} of {count}: {}: {}", next + 1, problem.severity.name(), problem.plain());
        self.desk.session.notice.set(words);
        self.last.set_value(Some((next, problem)));
    }

    /// Opens the menu of what can be done where the focus is.
    fn open(self, offers_removal: bool) {
        page::settle();
        let Some(focused) = page::focused() else { return };
        let session = self.desk.session;
        let Some((spot, place)) = self.spot(&focused) else {
            session.notice.set("No problem here".to_owned());
            return;
        };
        let problems = self.desk.shown.with_untracked(|shown| {
            let here = shown.problems.iter().filter(|problem| problem.places.contains(&spot));
            here.cloned().collect::<Vec<_>>()
        });
        let ways = problems.iter().flat_map(|problem| problem.ways_at(&spot));
        let mut items: Vec<_> = ways.map(|(words, wish)| self.item(words, wish)).collect();
        if let (true, Spot::Extension(number)) = (offers_removal, &spot) {
            let (sheet, number) = (self.grid.sheet(), number.clone());
            items.push(MenuItem::new(format!("Remove Extension {number}"), move || sheet.remove(&number)));
        }
        match (items.is_empty(), problems.first()) {
            (false, _) => {
                self.opener.set_value(Some(focused));
                self.menu.open_at(session, place, items);
            }
            (true, Some(problem)) => session.notice.set(format!("No fix is offered: {}", problem.plain())),
            (true, None) => session.notice.set("No problem here".to_owned()),
        }
    }

    /// What has the focus, and where its menu opens.
    fn spot(self, focused: &Element) -> Option<(Spot, (f64, f64))> {
        if let Some((name, row, column)) = cells::focused_cell() {
            let number = sheet::number_at(self.grid.sheet(), At { row, column })?;
            return Some((Spot::Extension((*number).clone()), floating::below(&name, row, column)?));
        }
        let id = focused.id();
        let spot = if id == application::FIELD { Spot::Application } else { profiles::spot(self.desk, &id)? };
        Some((spot, floating::below_element(focused)))
    }

    fn item(self, words: String, wish: Reassign) -> MenuItem {
        let session = self.desk.session;
        MenuItem::new(words, move || {
            session.reassign(&wish);
        })
    }

    fn back(self) {
        self.opener.get_value().iter().for_each(page::focus_again);
    }
}

/// The menu.
#[component]
pub(super) fn WaysMenu(ways: Ways) -> impl IntoView {
    view! { <Popup menu=ways.menu back=move || ways.back() /> }
}
