//! What one tab remembers over a reload.

use super::page::window;

/// What was remembered under a name; `None` where the browser does not let tabs remember.
pub fn recall(name: &str) -> Option<String> {
    window().session_storage().ok().flatten()?.get_item(name).ok().flatten()
}

/// Remembers something under a name.
pub fn remember(name: &str, value: &str) {
    if let Ok(Some(storage)) = window().session_storage() {
        // A tab that remembers nothing begins with what was edited last.
        let _ = storage.set_item(name, value);
    }
}

/// Forgets what was remembered under a name.
pub fn forget(name: &str) {
    if let Ok(Some(storage)) = window().session_storage() {
        // What cannot be forgotten was not remembered.
        let _ = storage.remove_item(name);
    }
}
