//! Where the focus was when the page went, and where it is when the page is there again.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTextAreaElement};

use crate::{
    app::refuge,
    browser::{caret, cells, page, tab_memory},
};

/// What a tab remembers of the panel that had the focus, and of the selection in it.
const FOCUS: &str = "focus";

/// Finds the text of the source panel.
const SOURCE: &str = ".source__area";

/// What can have had the focus: what it is remembered by, and what finds it.
const PLACES: [(&str, &str); 7] = [
    ("translations", "[data-grid=texts]"),
    ("states", "[data-grid=states], [data-grid=pairs]"),
    ("ranges", ".pull__ranges"),
    ("extensions", "[data-grid=extensions]"),
    ("source", SOURCE),
    ("application", ".name-field__input"),
    ("problems", ".problems"),
];

/// The page goes: remembers where the focus is.
pub fn remember() {
    let place = PLACES.iter().find(|(_, selector)| page::focused_in(selector).is_some());
    let name = place.map_or("", |(name, _)| name);
    let selected = page::focused_in(SOURCE).and_then(area).map(|area| caret::selection(&area));
    let selected = selected.map(|(start, end)| format!(" {start} {end}")).unwrap_or_default();
    tab_memory::remember(FOCUS, &format!("{name}{selected}"));
}

/// The page of a tab that was here before stands: keys fall where they fell before, or into its table.
pub fn restore() {
    let Some(before) = tab_memory::recall(FOCUS).filter(|_| cells::focus_is_lost()) else { return };
    let mut words = before.split(' ');
    let name = words.next().unwrap_or_default();
    let mut number = || words.next().and_then(|word| word.parse().ok());
    let selected = number().zip(number());
    if let (Some(selected), Some(area)) = (selected, page::found(SOURCE).and_then(area)) {
        return caret::select_again(&area, selected);
    }
    let remembered = PLACES.iter().filter(|(own, _)| *own == name);
    // A text that is typed in without having looked at it is none of these.
    let others = PLACES.iter().filter(|(_, selector)| *selector != SOURCE);
    for (_, selector) in remembered.chain(others) {
        page::focus_in(selector);
        if !cells::focus_is_lost() {
            return;
        }
    }
    refuge::take_focus();
}

fn area(element: Element) -> Option<HtmlTextAreaElement> {
    element.dyn_into().ok()
}
