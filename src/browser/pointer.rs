//! Dragging: the pointer's moves, wherever it goes.

use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

/// Has all that the pointer does from now on told to the element that listens, until it is let go.
pub fn capture(event: &PointerEvent) {
    if let Some(element) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) {
        // A pointer that has been let go meanwhile cannot be held.
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}

/// How far from the left edge of an element the pointer is, and how wide the element is, in CSS pixels.
pub fn across(event: &PointerEvent, element: &Element) -> (f64, f64) {
    let area = element.get_bounding_client_rect();
    (f64::from(event.client_x()) - area.left(), area.width())
}
