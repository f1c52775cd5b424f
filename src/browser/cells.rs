//! Cells of a table, and the fields that move from one to the next.

use std::{cell::Cell, ops::RangeInclusive};

use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{ClipboardEvent, Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement, Node};

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

/// Finds what is seen no more; what had the focus in it keeps it until the browser paints again.
const GONE: &str = "[hidden], dialog:not([open])";

/// Whether the element that had the focus is gone, or about to lose it because it is hidden.
pub fn focus_is_lost() -> bool {
    document().active_element().is_none_or(|element| element == *body() || closest(&element, GONE).is_some())
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

/// The same with a table of a page beside the text.
pub fn put_table_on_clipboard(event: &ClipboardEvent, html: &str) -> bool {
    event.clipboard_data().is_some_and(|data| data.set_data("text/html", html).is_ok())
}

/// The classes of a cell that is one of several selected ones: inside the box of them, and at its edges - above, below, in
/// front and behind.
pub struct RangeClasses {
    /// Of each.
    pub inside: &'static str,
    /// Of those at the edges.
    pub edges: [&'static str; 4],
}

/// The attribute of a table of which several cells are selected.
const RANGED: &str = "data-ranged";

/// Marks the cells of a table that are selected together: those of the rows and columns.
pub fn mark_range(
    table: &Element,
    range: Option<(RangeInclusive<usize>, RangeInclusive<usize>)>,
    RangeClasses { inside, edges }: RangeClasses,
) {
    let found = |selector: &str| {
        let list = table.query_selector_all(selector).ok();
        let cells = list.into_iter().flat_map(|list| (0..list.length()).filter_map(move |at| list.item(at)));
        cells.filter_map(|cell| cell.dyn_into::<HtmlElement>().ok()).collect::<Vec<_>>()
    };
    for cell in found("[data-row][aria-selected]") {
        mark(&cell, inside, false);
        edges.iter().for_each(|edge| mark(&cell, edge, false));
        // Taking an attribute away fails for malformed names only.
        let _ = cell.remove_attribute("aria-selected");
    }
    let Some((rows, columns)) = range else {
        let _ = table.remove_attribute(RANGED);
        return;
    };
    let _ = table.set_attribute(RANGED, "");
    for cell in found("[data-row]") {
        let Some((row, column)) = address(&cell).filter(|(row, column)| rows.contains(row) && columns.contains(column))
        else {
            continue;
        };
        mark(&cell, inside, true);
        let is_edge = [row == *rows.start(), row == *rows.end(), column == *columns.start(), column == *columns.end()];
        edges.iter().zip(is_edge).for_each(|(edge, is_edge)| mark(&cell, edge, is_edge));
        let _ = cell.set_attribute("aria-selected", "true");
    }
}

/// Whether a place in the window is at the lower right corner of a cell, not farther than `reach`, and over the cell itself or
/// beside it. In CSS pixels.
pub fn is_at_corner(cell: &Element, (x, y): (f64, f64), reach: f64, over: &Element) -> bool {
    let bounds = cell.get_bounding_client_rect();
    let is_near = |at: f64, edge: f64| -reach <= at - edge && at - edge <= reach / 2.0;
    let is_over = cell.contains(Some(over)) || closest(over, "[data-row]").is_some();
    is_over && is_near(x, bounds.right()) && is_near(y, bounds.bottom())
}

/// The text that a paste brings.
pub fn pasted_text(event: &ClipboardEvent) -> Option<String> {
    event.clipboard_data()?.get_data("text/plain").ok().filter(|text| !text.is_empty())
}

/// The cell that has the focus: its grid's name, its row and its column.
pub fn focused_cell() -> Option<(String, usize, usize)> {
    let focused = page::focused()?;
    let grid = closest(&focused, "[data-grid]")?.get_attribute("data-grid")?;
    address(&focused).map(|(row, column)| (grid, row, column))
}

/// The row and the column of the first cell that a selector finds.
pub fn found_cell(selector: &str) -> Option<(usize, usize)> {
    address(&document().query_selector(selector).ok().flatten()?)
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
        let text = label.unwrap_or_else(|| words(&child));
        own.extend(text.split_whitespace().flat_map(|word| [word, " "]));
    }
    // Setting an attribute fails for malformed names only.
    let _ = match own.trim_end() {
        // What is said of several parts is more than the field says.
        own if on && !own.is_empty() && parts - signs == 1 => cell.set_attribute("aria-label", own),
        _ => cell.remove_attribute("aria-label"),
    };
}

/// The words in an element, those of elements beside each other apart. Not its inner text, for which the browser would
/// lay out the page in the middle of a key.
fn words(element: &Element) -> String {
    let (nodes, parts) = (element.child_nodes(), element.children());
    let mut nodes = (0..nodes.length()).filter_map(|index| nodes.item(index));
    if nodes.any(|node| node.node_type() == Node::TEXT_NODE) {
        return element.text_content().unwrap_or_default();
    }
    let parts = (0..parts.length()).filter_map(|index| parts.item(index)?.text_content());
    parts.collect::<Vec<_>>().join(" ")
}

/// Puts the active cell of a table, the one of that class, at rest, unless it is `next`.
pub fn rest_active(table: &Element, next: &HtmlElement, class: &str) {
    let Ok(Some(old)) = table.query_selector(&format!(".{class}")) else { return };
    let Ok(old) = old.dyn_into::<HtmlElement>() else { return };
    if old != *next {
        mark(&old, class, false);
        if old.get_attribute("role").as_deref() == Some("gridcell") {
            // Taking an attribute away fails for malformed names only.
            let _ = old.remove_attribute("aria-label");
        }
        old.set_tab_index(-1);
    }
}
