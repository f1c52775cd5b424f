//! How large an element is, and being told when that changes.

use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{Element, ResizeObserver};

use super::page;

/// Width and height of the first element that a selector finds, in CSS pixels; nothing where none is seen.
pub fn of(selector: &str) -> (f64, f64) {
    page::found(selector).map_or((0.0, 0.0), |element| {
        let area = element.get_bounding_client_rect();
        (area.width(), area.height())
    })
}

/// How much of what an element holds is out of its view downwards, in CSS pixels.
pub fn beyond(selector: &str) -> f64 {
    page::found(selector).map_or(0.0, |element| f64::from(element.scroll_height() - element.client_height()))
}

/// Height of the window, in CSS pixels.
pub fn window_height() -> f64 {
    page::window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}

/// Runs `changed` now and whenever the element has another size, for as long as the page lives.
pub fn watch(element: &Element, changed: impl Fn() + 'static) {
    let callback = Closure::<dyn Fn()>::new(changed);
    if let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) {
        observer.observe(element);
    }
    // The panels stay until the page goes; so does the observer.
    callback.forget();
}
