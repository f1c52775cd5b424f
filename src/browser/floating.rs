//! What floats over the page - lists, menus - and where there is room for it.

use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlElement};

use super::{
    cells,
    page::{self, document, window},
};

/// The lower left corner of an element in the window, in CSS pixels.
pub fn below_element(element: &Element) -> (f64, f64) {
    let bounds = element.get_bounding_client_rect();
    (bounds.left(), bounds.bottom())
}

/// Moves something that floats at `--x` and `--y` until all of it is in the window, and ends before `right`, in CSS pixels.
pub fn keep_in_window(floating: &HtmlElement, right: Option<f64>) {
    let bounds = floating.get_bounding_client_rect();
    let length = |length: Result<JsValue, JsValue>| length.ok().and_then(|length| length.as_f64()).unwrap_or(f64::MAX);
    let (width, height) = (length(window().inner_width()), length(window().inner_height()));
    let shift = |end: f64, edge: f64| (end + EDGE - edge).max(0.0);
    let width = right.map_or(width, |right| width.min(right + EDGE / 2.0));
    for (name, start, shift) in
        [("--x", bounds.left(), shift(bounds.right(), width)), ("--y", bounds.top(), shift(bounds.bottom(), height))]
    {
        if 0.0 < shift {
            // Custom properties take any value.
            let _ = floating.style().set_property(name, &page::pixels((start - shift).max(EDGE)));
        }
    }
}

/// Room between what floats and the edge of the window, in CSS pixels.
const EDGE: f64 = 8.0;

/// The lower left corner of the first element a selector finds.
pub fn below_first(selector: &str) -> Option<(f64, f64)> {
    document().query_selector(selector).ok()?.as_ref().map(below_element)
}

/// The lower left corner of a grid's cell in the window, in CSS pixels; grids are told apart by their `data-grid`.
pub fn below(grid: &str, row: usize, column: usize) -> Option<(f64, f64)> {
    let selector = format!("[data-grid=\"{grid}\"] [data-row=\"{row}\"][data-column=\"{column}\"]");
    below_first(&selector)
}

/// The right edge of the panel that a grid is in, in CSS pixels from the left edge of the window.
pub fn panel_end(grid: &str) -> Option<f64> {
    let grid = document().query_selector(&format!("[data-grid=\"{grid}\"]")).ok()??;
    Some(cells::closest(&grid, "section")?.get_bounding_client_rect().right())
}

/// Puts a list below a cell, or above it where the window ends too soon. A list that floats is moved there; one that does
/// not has the class `above` then.
pub fn place_list(list: &HtmlElement, cell: &HtmlElement, is_floating: bool, above: &str) {
    let bounds = cell.get_bounding_client_rect();
    let height = f64::from(list.offset_height()) + 3.0;
    let seen = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(f64::MAX);
    let is_above = seen < bounds.bottom() + height && height < bounds.top();
    let width = window().inner_width().ok().and_then(|width| width.as_f64()).unwrap_or(f64::MAX);
    if !is_floating {
        // Custom properties take any value.
        let _ = list.style().set_property("--room", &format!("{}px", width - bounds.left() - 8.0));
        cells::mark(list, above, is_above);
        return;
    }
    let top = if is_above { bounds.top() - height } else { bounds.bottom() + 3.0 };
    put(list, bounds.left(), top);
}

/// Puts a list that floats below a place in a line of text, or above it: at a share of the width of one of the elements of
/// the line; `None` is the beginning of the line.
pub fn place_beside_text(list: &HtmlElement, line: &Element, at: Option<(usize, f64)>) {
    let element = at.and_then(|(position, _)| line.children().item(position as u32));
    let bounds = element.as_ref().unwrap_or(line).get_bounding_client_rect();
    let share = at.filter(|_| element.is_some()).map_or(0.0, |(_, share)| share);
    let height = f64::from(list.offset_height()) + 3.0;
    let seen = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(f64::MAX);
    let is_above = seen < bounds.bottom() + height && height < bounds.top();
    let top = if is_above { bounds.top() - height } else { bounds.bottom() + 3.0 };
    put(list, bounds.left() + share * bounds.width(), top);
}

fn put(list: &HtmlElement, left: f64, top: f64) {
    // Custom properties take any value.
    let _ = list.style().set_property("--x", &page::pixels(left));
    let _ = list.style().set_property("--y", &page::pixels(top));
}

/// Puts something that floats at `--x` and `--y` above an element, or below where there is no room above, and wholly in the
/// window; never over the element.
pub fn beside(floating: &HtmlElement, element: &Element) {
    let (anchor, own) = (element.get_bounding_client_rect(), floating.get_bounding_client_rect());
    let width = window().inner_width().ok().and_then(|width| width.as_f64()).unwrap_or(f64::MAX);
    let above = anchor.top() - own.height() - 4.0;
    let top = if above < EDGE { anchor.bottom() + 4.0 } else { above };
    let left = anchor.left().min(width - own.width() - EDGE).max(EDGE);
    // Custom properties take any value.
    let _ = floating.style().set_property("--x", &page::pixels(left));
    let _ = floating.style().set_property("--y", &page::pixels(top));
}
