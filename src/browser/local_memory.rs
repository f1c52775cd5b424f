//! What the browser remembers for all tabs, and for the next visit: small choices, nothing that is edited.

use super::page::window;

/// What was remembered under a name; `None` where nothing was, or where the browser does not let pages remember.
pub fn recall(name: &str) -> Option<String> {
    window().local_storage().ok().flatten()?.get_item(name).ok().flatten()
}

/// Remembers something under a name.
pub fn remember(name: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        // A browser without storage forgets the choice at the end of the visit; nothing else depends on it.
        let _ = storage.set_item(name, value);
    }
}
