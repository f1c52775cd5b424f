//! Scrolling: what is looked for, or typed in, comes into view, and nothing else moves.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::{
    cells,
    page::{document, window},
};

/// Scrolls no farther than needed.
pub fn into_view(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls the first element a selector finds into view, no farther than needed.
pub fn reveal(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        into_view(&element);
    }
}

/// Keeps what is being typed in sight while its cell grows: what a selector finds below it, or the cell; `outer` finds the box it
/// lies in.
pub fn keep_in_view(holder: &Element, cell: &HtmlElement, below: &str, outer: &str) {
    beside_scrolled(cell, outer, || match holder.query_selector(below) {
        Ok(Some(below)) => into_view(&below),
        _ => into_view(cell),
    });
    if let Ok(Some(marked)) = holder.query_selector("[aria-selected=\"true\"]") {
        into_view(&marked);
    }
}

/// Scrolls the box a cell lies in, and nothing around it, until the cell is in view; `outer` finds the box.
pub fn cell_in_box(cell: &HtmlElement, outer: &str) {
    let Some(outer) = cells::closest(cell, outer) else { return };
    let corner = outer.query_selector("thead th").ok().flatten();
    // What stays in view is never behind itself.
    let width = |corner: &Element| if is_kept(cell) { 0 } else { corner.client_width().max(kept_free(&outer)) };
    let covered = corner.map_or((0, 0), |corner| (width(&corner), corner.client_height()));
    within(&outer, cell, covered);
}

/// How much of the left edge of a box its sheet keeps free of what is scrolled into view, in CSS pixels.
fn kept_free(outer: &Element) -> i32 {
    let style = window().get_computed_style(outer).ok().flatten();
    let room = style.and_then(|style| style.get_property_value("scroll-padding-left").ok());
    room.and_then(|room| room.strip_suffix("px")?.parse::<f64>().ok()).unwrap_or_default() as i32
}

/// Whether a cell stays in view while those behind it are scrolled, or is the one before all of them.
fn is_kept(cell: &HtmlElement) -> bool {
    is_sticky(cell) || cells::address(cell).is_some_and(|(_, column)| column == 0)
}

fn is_sticky(element: &Element) -> bool {
    let style = window().get_computed_style(element).ok().flatten();
    style.and_then(|style| style.get_property_value("position").ok()).as_deref() == Some("sticky")
}

/// Scrolls a cell into view, no farther than needed, with the head over it where that stays in view. Of a cell that stays in view
/// itself, those that are scrolled under it stay where they are. `outer` finds the box it lies in.
pub fn cell_into_view(cell: &HtmlElement, outer: &str) {
    if let Some(outer) = cells::closest(cell, outer)
        && let Ok(Some(head)) = outer.query_selector("thead")
        && is_sticky(&head)
        && let Ok(Some(corner)) = head.query_selector("th")
    {
        let left = outer.scroll_left();
        into_view(&corner);
        outer.set_scroll_left(left);
    }
    beside_scrolled(cell, outer, || into_view(cell));
}

/// Does something in a cell that a browser scrolls to the cell for. Where the cell stays in view itself, those that are scrolled
/// under it stay where they are.
pub fn beside_scrolled(cell: &HtmlElement, outer: &str, run: impl FnOnce()) {
    let outer = cells::closest(cell, outer).filter(|outer| outer.scroll_left() != 0 && is_kept(cell));
    let left = outer.as_ref().map(Element::scroll_left);
    run();
    if let (Some(outer), Some(left)) = (outer, left)
        && outer.scroll_left() != left
    {
        outer.set_scroll_left(left);
    }
}

/// Scrolls the box a cell lies in, found by `outer`, on to where a column begins: of the one before, no sliver stays behind
/// what covers the box's left edge. Not so far that the cell itself would go there.
pub fn no_sliver(cell: &HtmlElement, outer: &str) {
    let Some(outer) = cells::closest(cell, outer).filter(|outer| outer.scroll_left() != 0) else { return };
    if is_kept(cell) {
        // What the sheet keeps free at the edge is for what stands behind the first column.
        if cell.get_bounding_client_rect().left() < outer.get_bounding_client_rect().left() {
            outer.set_scroll_left(0);
        }
        return;
    }
    let heads = outer.query_selector_all("thead th").ok();
    let heads = heads.into_iter().flat_map(|heads| (0..heads.length()).filter_map(move |at| heads.item(at)));
    let heads: Vec<_> =
        heads.filter_map(|head| Some(head.dyn_into::<Element>().ok()?.get_bounding_client_rect())).collect();
    let Some(corner) = heads.first() else { return };
    let edge = outer.get_bounding_client_rect().left() + corner.width().max(f64::from(kept_free(&outer)));
    let end = cell.get_bounding_client_rect().left();
    let starts = heads[1..].iter().map(|head| head.left());
    let next = starts.filter(|start| edge - 1.0 < *start && *start <= end + 1.0).fold(f64::MAX, f64::min);
    if next < f64::MAX {
        outer.set_scroll_left(outer.scroll_left() + (next - edge).round() as i32);
    }
}

/// Scrolls the list around the item that a selector finds, and nothing around the list, until the item is in view.
pub fn item_in_list(item: &str, list: &str) {
    let Ok(Some(item)) = document().query_selector(item) else { return };
    if let Some(list) = cells::closest(&item, list) {
        within(&list, &item, (0, 0));
    }
}

/// Scrolls a text area up or down until one of its lines, which is painted beside it, is in view; no farther than needed.
pub fn down_to(area: &HtmlElement, line: &Element) {
    let (inside, outside) = (line.get_bounding_client_rect(), area.get_bounding_client_rect());
    let bottom = outside.top() + f64::from(area.client_height());
    let step = match (inside.top() - outside.top(), inside.bottom() - bottom) {
        (above, _) if above < 0.0 => above,
        (_, below) => below.max(0.0),
    };
    if step != 0.0 {
        area.set_scroll_top(area.scroll_top() + step.round() as i32);
    }
}

/// `covered` is how much of the box's left and upper edge is covered by what stays in view, in CSS pixels.
fn within(outer: &Element, inner: &Element, covered: (i32, i32)) {
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

/// Scrolls a text area, and nothing around it, until a stretch of it is in view: from a height to another, from its upper
/// edge, in CSS pixels.
pub fn stretch_in_area(area: &Element, from: i32, to: i32) {
    let (top, room) = (area.scroll_top(), area.client_height());
    if from < top || top + room < to {
        area.set_scroll_top((from - (room - (to - from)).max(0) / 2).max(0));
    }
}

/// What an event of scrolling is about, where that has a name (`data-scroll`): the name, and how far it is scrolled from
/// the left and from the top, in CSS pixels.
pub fn scrolled(event: &Event) -> Option<(String, (i32, i32))> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    let name = element.get_attribute("data-scroll")?;
    Some((name, (element.scroll_left(), element.scroll_top())))
}

/// Scrolls what has a name.
pub fn scroll_to(name: &str, (left, top): (i32, i32)) {
    if let Ok(Some(element)) = document().query_selector(&format!("[data-scroll=\"{name}\"]")) {
        element.set_scroll_left(left);
        element.set_scroll_top(top);
    }
}
