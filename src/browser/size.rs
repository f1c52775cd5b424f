//! Being told when an element changes its size.

use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{Element, ResizeObserver};

/// Runs `changed` now and whenever the element has another size, for as long as the page lives.
pub fn watch(element: &Element, changed: impl Fn() + 'static) {
    let callback = Closure::<dyn Fn()>::new(changed);
    if let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) {
        observer.observe(element);
    }
    // The panels stay until the page goes; so does the observer.
    callback.forget();
}
