//! Cells of a table, and the fields that move from one to the next.

use std::cell::Cell;

use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{
    ClipboardEvent, Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

use super::page::{self, body, document, window};

thread_local! {
    static LAST: Cell<&'static str> = const { Cell::new("") };
}

/// Row and column of the cell something in a table belongs to.
pub fn address(element: &Element) -> Option<(usize, usize)> {
    let cell = closest(element, "[data-row]")?;
    let number = |name: &str| cell.get_attribute(name)?.parse().ok();
    Some((number("data-row")?, number("data-column")?))
}

/// The nearest element that matches, from here outwards.
pub fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

/// Sets or takes away a class.
pub fn mark(element: &HtmlElement, class: &str, on: bool) {
    // A class name without blanks is always taken.
    let _ = element.class_list().toggle_with_force(class, on);
}

/// Puts a text into a line field that is at rest.
pub fn prepare(field: &HtmlInputElement, text: &str, label: &str, language: Option<(&str, &str)>) {
    if field.value() != text {
        field.set_value(text);
    }
    name(field, label, language);
}

/// Puts a text into a text field that is at rest.
pub fn prepare_area(field: &HtmlTextAreaElement, text: &str, label: &str, language: Option<(&str, &str)>) {
    if field.value() != text {
        field.set_value(text);
    }
    name(field, label, language);
}

fn name(field: &HtmlElement, label: &str, language: Option<(&str, &str)>) {
    let (tag, direction) = language.unwrap_or(("", ""));
    for (attribute, value) in [("aria-label", label), ("lang", tag), ("dir", direction)] {
        // Setting an attribute fails for malformed names only.
        let _ = match value {
            "" => field.remove_attribute(attribute),
            value => field.set_attribute(attribute, value),
        };
    }
}

/// Scrolls no farther than needed.
pub fn scroll_into_view(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Whether the element that had the focus is gone.
pub fn focus_is_lost() -> bool {
    document().active_element().is_none_or(|element| element == *body())
}

/// Notes which grid has the focus.
pub fn remember_focus(grid: &'static str) {
    LAST.with(|last| last.set(grid));
}

/// Notes that something else has the focus.
pub fn forget_focus() {
    LAST.with(|last| last.set(""));
}

/// Whether a grid was the last to have the focus.
pub fn was_last_in(grid: &str) -> bool {
    LAST.with(|last| last.get() == grid)
}

/// Runs when the page has taken all pending updates.
pub fn after_rendering(run: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(run);
    window().queue_microtask(callback.unchecked_ref());
}

/// Answers a copy or cut with a text; whether the browser gave a clipboard.
pub fn put_on_clipboard(event: &ClipboardEvent, text: &str) -> bool {
    event.clipboard_data().is_some_and(|data| data.set_data("text/plain", text).is_ok())
}

/// The cell that has the focus: its grid's name, its row and its column.
pub fn focused_cell() -> Option<(String, usize, usize)> {
    let focused = page::focused()?;
    let grid = closest(&focused, "[data-grid]")?.get_attribute("data-grid")?;
    address(&focused).map(|(row, column)| (grid, row, column))
}

/// The lower left corner of an element in the window, in CSS pixels.
pub fn below_element(element: &Element) -> (f64, f64) {
    let bounds = element.get_bounding_client_rect();
    (bounds.left(), bounds.bottom())
}

/// Moves something that floats at `--x` and `--y` until all of it is in the window.
pub fn keep_in_window(floating: &HtmlElement) {
    let bounds = floating.get_bounding_client_rect();
    let length = |length: Result<JsValue, JsValue>| length.ok().and_then(|length| length.as_f64()).unwrap_or(f64::MAX);
    let (width, height) = (length(window().inner_width()), length(window().inner_height()));
    let shift = |end: f64, edge: f64| (end + EDGE - edge).max(0.0);
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

/// Puts the list inside `holder` below a cell, or above it where the window ends too soon.
pub fn place_list(holder: &Element, cell: &HtmlElement, is_floating: bool) {
    let Ok(Some(list)) = holder.query_selector(".suggest") else { return };
    let Ok(list) = list.dyn_into::<HtmlElement>() else { return };
    let bounds = cell.get_bounding_client_rect();
    let height = f64::from(list.offset_height()) + 3.0;
    let seen = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(f64::MAX);
    let is_above = seen < bounds.bottom() + height && height < bounds.top();
    let width = window().inner_width().ok().and_then(|width| width.as_f64()).unwrap_or(f64::MAX);
    if !is_floating {
        // Custom properties take any value.
        let _ = list.style().set_property("--room", &format!("{}px", width - bounds.left() - 8.0));
        mark(&list, "suggest--above", is_above);
        return;
    }
    let top = if is_above { bounds.top() - height } else { bounds.bottom() + 3.0 };
    // Custom properties take any value.
    let _ = list.style().set_property("--x", &page::pixels(bounds.left()));
    let _ = list.style().set_property("--y", &page::pixels(top));
}

/// Keeps what is being typed in sight while its cell grows: the counter below it, or the cell.
pub fn keep_in_view(holder: &Element, cell: &HtmlElement) {
    match holder.query_selector(".translations__counter") {
        Ok(Some(counter)) => scroll_into_view(&counter),
        _ => scroll_into_view(cell),
    }
    if let Ok(Some(marked)) = holder.query_selector("[aria-selected=\"true\"]") {
        scroll_into_view(&marked);
    }
}

/// Scrolls the box a cell lies in, and nothing around it, until the cell is in view.
pub fn scroll_box(cell: &HtmlElement) {
    let Some(outer) = closest(cell, ".translations__scroll") else { return };
    let corner = outer.query_selector("thead th").ok().flatten();
    // What stays in view is never behind itself.
    let is_front = address(cell).is_some_and(|(_, column)| column == 0);
    let width = |corner: &Element| if is_front { 0 } else { corner.client_width() };
    let covered = corner.map_or((0, 0), |corner| (width(&corner), corner.client_height()));
    scroll_within(&outer, cell, covered);
}

/// Scrolls the list around the item that a selector finds, and nothing around the list, until the item is in view.
pub fn scroll_list(item: &str, list: &str) {
    let Ok(Some(item)) = document().query_selector(item) else { return };
    if let Some(list) = closest(&item, list) {
        scroll_within(&list, &item, (0, 0));
    }
}

/// `covered` is how much of the box's left and upper edge is covered by what stays in view, in CSS pixels.
fn scroll_within(outer: &Element, inner: &Element, covered: (i32, i32)) {
    let (inside, outside) = (inner.get_bounding_client_rect(), outer.get_bounding_client_rect());
    let step = |before: f64, after: f64| if 0.0 < before { -before } else { after.max(0.0) } as i32;
    let (left, top) = (outside.left() + f64::from(covered.0), outside.top() + f64::from(covered.1));
    let across = step(left - inside.left(), inside.right() - outside.right());
    let down = step(top - inside.top(), inside.bottom() - outside.bottom());
    if across != 0 {
        outer.set_scroll_left(outer.scroll_left() + across);
    }
    outer.set_scroll_top(outer.scroll_top() + down);
}

/// Names a cell by its text without what the field in it holds, or lets it be named by all it contains; a header keeps
/// the name it has.
pub fn name_by_own_text(cell: &HtmlElement, holder: &Element, on: bool) {
    if cell.get_attribute("role").as_deref() != Some("gridcell") {
        return;
    }
    let mut own = String::new();
    let children = cell.children();
    let parts = children.length() - u32::from(cell.contains(Some(holder)));
    let signs = u32::from(cell.query_selector(":scope > [role=img]").is_ok_and(|sign| sign.is_some()));
    for child in (0..children.length()).filter_map(|index| children.item(index)).filter(|child| child != holder) {
        // A sign says what its label says.
        let label = child.get_attribute("aria-label");
        let text = label.or_else(|| child.dyn_ref::<HtmlElement>().map(HtmlElement::inner_text)).unwrap_or_default();
        own.extend(text.split_whitespace().flat_map(|word| [word, " "]));
    }
    // Setting an attribute fails for malformed names only.
    let _ = match own.trim_end() {
        // What is said of several parts is more than the field says.
        own if on && !own.is_empty() && parts - signs == 1 => cell.set_attribute("aria-label", own),
        _ => cell.remove_attribute("aria-label"),
    };
}

/// Puts the active cell of a table at rest, unless it is `next`.
pub fn rest_active(table: &Element, next: &HtmlElement) {
    let Ok(Some(old)) = table.query_selector(".cell--active") else { return };
    let Ok(old) = old.dyn_into::<HtmlElement>() else { return };
    if old != *next {
        mark(&old, "cell--active", false);
        if old.get_attribute("role").as_deref() == Some("gridcell") {
            // Taking an attribute away fails for malformed names only.
            let _ = old.remove_attribute("aria-label");
        }
        old.set_tab_index(-1);
    }
}
