//! What the window is like, by a query of the kind that sheets have.

use wasm_bindgen::{JsCast, prelude::Closure};

use super::page::window;

/// Whether a query holds now.
pub fn holds(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|list| list.matches())
}

/// Runs `changed` whenever a query begins or ceases to hold, for as long as the page lives.
pub fn watch(query: &str, changed: impl Fn() + 'static) {
    let Ok(Some(list)) = window().match_media(query) else { return };
    let callback = Closure::<dyn Fn()>::new(changed);
    // The page listens for as long as it lives.
    let _ = list.add_event_listener_with_callback("change", callback.as_ref().unchecked_ref());
    callback.forget();
}
