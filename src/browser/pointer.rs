//! Dragging: the pointer's moves, wherever it goes.

use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{AddEventListenerOptions, Element, HtmlElement, PointerEvent};

use super::page::window;

/// Has all that the pointer does from now on told to the element that listens, until it is let go.
pub fn capture(event: &PointerEvent) {
    if let Some(element) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) {
        // A pointer that has been let go meanwhile cannot be held.
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}

/// Runs once, when the pointer that is down is let go.
pub fn once_let_go(run: impl FnOnce() + 'static) {
    let options = AddEventListenerOptions::new();
    options.set_once(true);
    let run = Closure::once_into_js(run);
    // Listening fails for no event of a known name.
    let _ = window().add_event_listener_with_callback_and_add_event_listener_options(
        "pointerup",
        run.unchecked_ref(),
        &options,
    );
}

/// How far from the left edge of an element the pointer is, and how wide the element is, in CSS pixels.
pub fn across(event: &PointerEvent, element: &Element) -> (f64, f64) {
    let area = element.get_bounding_client_rect();
    (f64::from(event.client_x()) - area.left(), area.width())
}

/// The first element that a selector finds in another which lies under a point of the window, in CSS pixels.
pub fn found_under(within: &Element, selector: &str, (x, y): (f64, f64)) -> Option<HtmlElement> {
    let all = within.query_selector_all(selector).ok()?;
    let mut elements = (0..all.length()).filter_map(|at| all.item(at)?.dyn_into::<HtmlElement>().ok());
    elements.find(|element| {
        let area = element.get_bounding_client_rect();
        area.left() <= x && x < area.right() && area.top() <= y && y < area.bottom()
    })
}

/// How many elements stand in front of one in what it stands in.
pub fn place_among(element: &Element) -> usize {
    std::iter::successors(element.previous_element_sibling(), Element::previous_element_sibling).count()
}

/// Where the pointer is in the window, in CSS pixels from its left and upper edge.
pub fn place(event: &PointerEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}
