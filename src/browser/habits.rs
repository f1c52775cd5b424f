//! What a browser remembers of how its user works, from visit to visit.

use super::page::window;

/// The keys are this and a name.
const PREFIX: &str = "habit-";

/// What was remembered under a name; `None` where the browser remembers nothing.
pub fn recall(name: &str) -> Option<String> {
    storage()?.get_item(&format!("{PREFIX}{name}")).ok().flatten()
}

/// Remembers something under a name, or forgets it where it is empty.
pub fn remember(name: &str, value: &str) {
    let Some(storage) = storage() else { return };
    let key = format!("{PREFIX}{name}");
    // A browser without storage forgets at the end of the visit; nothing else depends on it.
    let _ = match value {
        "" => storage.remove_item(&key),
        value => storage.set_item(&key, value),
    };
}

/// Whether anything is remembered.
pub fn is_any() -> bool {
    !keys().is_empty()
}

/// Forgets everything.
pub fn forget_all() {
    let Some(storage) = storage() else { return };
    for key in keys() {
        // What cannot be forgotten was not remembered.
        let _ = storage.remove_item(&key);
    }
}

fn keys() -> Vec<String> {
    let Some(storage) = storage() else { return Vec::new() };
    let keys = (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok().flatten());
    keys.filter(|key| key.starts_with(PREFIX)).collect()
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}
