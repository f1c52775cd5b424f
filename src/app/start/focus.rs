//! Where the focus was when the page went, and where it is when the page is there again: in the same cell, open if it was
//! open, or in the same field. Anywhere else, what is typed on would land where nobody meant it.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use crate::{
    app::refuge,
    browser::{caret, cells, page, tab_memory},
};

/// What a tab remembers of the place.
const FOCUS: &str = "focus";

/// Finds a cell that is open.
const OPEN: &str = ".cell--editing";

/// A place that has the focus.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Place {
    /// A cell: its grid, row and column, and whether it is open.
    Cell(String, usize, usize, bool),
    /// Something with a label, and what is selected in its text, in UTF-16 units.
    Labelled(String, Option<(u32, u32)>),
    /// Something else.
    Other,
}

thread_local! {
    /// What the page that begins now was left with, until it is there.
    static COMING: RefCell<Option<Place>> = const { RefCell::new(None) };
}

/// Whether a cell is open: asked before what is in it is taken.
pub fn is_cell_open() -> bool {
    page::focused_in(OPEN).is_some()
}

/// The grid whose cell is open.
pub fn open_grid() -> Option<String> {
    let (grid, ..) = cells::focused_cell().filter(|_| is_cell_open())?;
    Some(grid)
}

/// The page goes: remembers where the focus is, in a cell that was open or not.
pub fn remember(was_open: bool) {
    let place = match (cells::focused_cell(), page::focused()) {
        (Some((grid, row, column)), _) => Place::Cell(grid, row, column, was_open),
        (None, Some(element)) => match element.get_attribute("aria-label") {
            Some(label) => Place::Labelled(label, selection(&element)),
            None => Place::Other,
        },
        (None, None) => Place::Other,
    };
    tab_memory::remember(FOCUS, &place.words());
}

/// The page begins; a tab that was not here before has nothing to go back to.
pub fn begin() {
    COMING.set(tab_memory::recall(FOCUS).map(|words| Place::read(&words)));
}

/// The cell of a grid that had the focus, by row and column, and whether it was open; once.
pub fn coming_cell(grid: &str) -> Option<(usize, usize, bool)> {
    COMING.with_borrow_mut(|coming| {
        match coming.take_if(|place| matches!(place, Place::Cell(own, ..) if own == grid)) {
            Some(Place::Cell(_, row, column, is_open)) => Some((row, column, is_open)),
            _ => None,
        }
    })
}

/// The page is there: where the place has not come back, nothing that is typed on does anything.
pub fn end() {
    let Some(place) = COMING.take().filter(|_| cells::focus_is_lost()) else { return };
    if let Place::Labelled(label, selected) = place
        && let Some(element) = page::labelled(&label)
    {
        select(&element, selected);
        page::focus_again(&element);
    }
    if cells::focus_is_lost() {
        refuge::take_focus();
    }
}

fn selection(element: &Element) -> Option<(u32, u32)> {
    let (start, end) = match (element.dyn_ref::<HtmlTextAreaElement>(), element.dyn_ref::<HtmlInputElement>()) {
        (Some(area), _) => return Some(caret::selection(area)),
        (None, Some(field)) => (field.selection_start(), field.selection_end()),
        (None, None) => return None,
    };
    start.ok().flatten().zip(end.ok().flatten())
}

fn select(element: &HtmlElement, selected: Option<(u32, u32)>) {
    let Some((start, end)) = selected else { return };
    // What is shorter now is selected as far as it goes.
    if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        let _ = area.set_selection_range(start, end);
    } else if let Some(field) = element.dyn_ref::<HtmlInputElement>() {
        let _ = field.set_selection_range(start, end);
    }
}

impl Place {
    fn words(&self) -> String {
        match self {
            Place::Cell(grid, row, column, is_open) => format!("cell {grid} {row} {column} {}", u8::from(*is_open)),
            Place::Labelled(label, Some((start, end))) => format!("text {start} {end} {label}"),
            Place::Labelled(label, None) => format!("label {label}"),
            Place::Other => String::new(),
        }
    }

    fn read(words: &str) -> Place {
        let cell = || {
            let mut words = words.strip_prefix("cell ")?.split(' ');
            let (grid, mut number) = (words.next()?.to_owned(), || words.next()?.parse().ok());
            Some(Place::Cell(grid, number()?, number()?, number()? == 1))
        };
        let text = || {
            let mut words = words.strip_prefix("text ")?.splitn(3, ' ');
            let selected = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
            Some(Place::Labelled(words.next()?.to_owned(), Some(selected)))
        };
        let label = || Some(Place::Labelled(words.strip_prefix("label ")?.to_owned(), None));
        cell().or_else(text).or_else(label).unwrap_or(Place::Other)
    }
}
