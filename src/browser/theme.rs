//! Light or dark: the system's choice until the user makes one.

use wasm_bindgen::{JsCast, prelude::Closure};

use super::page::{document, window};

const KEY: &str = "theme";

/// The theme in force: `light` or `dark`.
pub fn current() -> String {
    let root = document().document_element();
    root.and_then(|root| root.get_attribute("data-theme")).unwrap_or_else(|| "light".to_owned())
}

/// Sets the theme and remembers it where the browser allows that.
pub fn set(theme: &str) {
    if let Some(root) = document().document_element() {
        // Setting an attribute fails for malformed names only.
        let _ = root.set_attribute("data-theme", theme);
    }
    // A browser without storage forgets the choice at the end of the visit; nothing else depends on it.
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(KEY, theme);
    }
}

/// Forgets the choice: the next visit begins with the system's.
pub fn forget() {
    if let Ok(Some(storage)) = window().local_storage() {
        // What cannot be forgotten was not remembered.
        let _ = storage.remove_item(KEY);
    }
}

/// Whether a choice is remembered.
pub fn is_remembered() -> bool {
    window()
        .local_storage()
        .ok()
        .flatten()
        .is_some_and(|storage| storage.get_item(KEY).is_ok_and(|theme| theme.is_some()))
}

/// Runs `changed` whenever the system's theme changes, after the page has taken it.
pub fn watch(changed: impl Fn() + 'static) {
    let Ok(Some(query)) = window().match_media("(prefers-color-scheme: dark)") else { return };
    let callback = Closure::<dyn Fn()>::new(changed);
    // The page listens for as long as it lives.
    let _ = query.add_event_listener_with_callback("change", callback.as_ref().unchecked_ref());
    callback.forget();
}
