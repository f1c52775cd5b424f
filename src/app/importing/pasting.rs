//! A paste: outside of all fields it comes in; in a cell or a text of the page, what is plainly something to import is
//! offered as that, and not written as one ID or one text.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement};

use super::coming;
use crate::{
    app::{
        session::{Session, offering::Offer},
        start::focus,
    },
    browser::{caret, cells, page},
};
use presence_profile_core::editor::incoming::{kind::Kind, plain};

/// Finds the fields that take a paste themselves.
const FIELDS: &str = "input, textarea, select, [contenteditable]";

/// Finds the field of a cell of a profile.
const CELL: &str = "[data-grid=states] .cell-input, [data-grid=pairs] .cell-input, [data-grid=texts] .cell-input";

/// A paste on the page.
pub fn on_paste(session: Session, event: &ev::ClipboardEvent) {
    if event.default_prevented()
        || target(event).is_some_and(|target| target.matches(FIELDS).unwrap_or_default()) && !is_choice(event)
    {
        return;
    }
    if page::has_dialog() && !session.importing.is_open.get_untracked() {
        return;
    }
    coming::paste(session, event);
}

/// A paste in a field of the page.
pub fn on_paste_in_field(session: Session, event: &ev::ClipboardEvent) {
    if event.default_prevented() || page::has_dialog() {
        return;
    }
    let Some(target) = target(event) else { return };
    let Some(text) = cells::pasted_text(event) else { return };
    let place = Place::of(&target);
    let is_at_rest = focus::open_grid().is_none();
    let kind = place.and_then(|place| plain::kind(&text).filter(|kind| place.is_foreign(*kind)));
    // A cell at rest is the beginning of a block.
    let is_of_grid = place == Some(Place::Cell) && is_at_rest && matches!(kind, None | Some(Kind::Table));
    // The same once more means it.
    if is_of_grid || session.takes_again(&text) {
        return;
    }
    if let Some(kind) = kind {
        let Some(input) = coming::of_clipboard(event) else { return };
        event.prevent_default();
        event.stop_propagation();
        let (place, written) = (target.clone(), text.clone());
        // One field serves all cells of a table: its name tells which it is in.
        let name = target.get_attribute("aria-label");
        let open = focus::open_grid();
        session.offer(Offer::new(
            kind,
            input,
            text.clone(),
            move || match target.get_attribute("aria-label") == name {
                true => put(&target, &written),
                false => session.notice.set("Nothing was pasted: it was meant for another cell".to_owned()),
            },
            move || {
                go_back(&place);
                open.iter().for_each(|grid| session.came_by_cell(grid.clone()));
            },
        ));
        return;
    }
    // A spreadsheet ends even a single cell with a line end.
    if place == Some(Place::Cell)
        && let Some(line) = plain::without_line_end(&text)
    {
        event.prevent_default();
        put(&target, line);
    }
}

/// Where a paste would be written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Cell,
    Options,
    Xml,
}

impl Place {
    fn of(target: &Element) -> Option<Place> {
        match () {
            () if target.matches(CELL).unwrap_or_default() => Some(Place::Cell),
            () if target.matches("[data-scroll=options]").unwrap_or_default() => Some(Place::Options),
            () if target.matches("[data-scroll=xml]").unwrap_or_default() => Some(Place::Xml),
            () => None,
        }
    }

    /// Whether what is pasted belongs elsewhere.
    fn is_foreign(self, kind: Kind) -> bool {
        match self {
            Place::Cell => true,
            Place::Options => !matches!(kind, Kind::Rows | Kind::Options),
            Place::Xml => !kind.is_markup(),
        }
    }
}

/// Writes a text where it was pasted, as the browser would have done.
fn put(target: &Element, text: &str) {
    if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
        page::focus_again(target);
        caret::insert(area, text);
    } else if let Some(field) = target.dyn_ref::<HtmlInputElement>() {
        page::focus_again(target);
        caret::insert_in_line(field, &text.replace(['\n', '\r'], " "));
    }
    page::tell_of_input(target);
}

/// Goes back to where a paste was. What was selected there is not any more: it would give way to the next letter.
fn go_back(place: &Element) {
    page::focus_again(place);
    if let Some(area) = place.dyn_ref::<HtmlTextAreaElement>() {
        caret::collapse(area);
    }
}

/// Whether the paste falls on a box or a radio, which take none.
fn is_choice(event: &ev::ClipboardEvent) -> bool {
    target(event).is_some_and(|target| target.matches("[type=checkbox], [type=radio], select").unwrap_or_default())
}

fn target(event: &ev::ClipboardEvent) -> Option<Element> {
    event.target().and_then(|target| target.dyn_into().ok())
}
