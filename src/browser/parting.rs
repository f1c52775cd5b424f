//! What a page still holds when it goes: the browser's one place that takes it at once, before the page is gone.

use super::page::window;

/// The keys are this and the number of the workspace.
const PREFIX: &str = "parting-";

/// Whether so many bytes would be taken.
pub fn has_room(bytes: &[u8]) -> bool {
    const PROBE: &str = "probe";
    let has_room = put(PROBE, bytes);
    remove(PROBE);
    has_room
}

/// Leaves something for whoever comes next to a workspace, in the place of what was left before.
pub fn leave(workspace: u64, bytes: &[u8]) {
    // Where it is not taken, the user was asked before.
    put(&format!("{PREFIX}{workspace}"), bytes);
}

/// What was left for whoever comes next.
pub fn left(workspace: u64) -> Option<Vec<u8>> {
    let text = storage()?.get_item(&format!("{PREFIX}{workspace}")).ok().flatten()?;
    text.chars().map(|sign| u8::try_from(sign).ok()).collect()
}

/// Forgets what was left.
pub fn forget(workspace: u64) {
    remove(&format!("{PREFIX}{workspace}"));
}

/// Forgets all that was left, of whatever workspace.
pub fn forget_all() {
    let Some(storage) = storage() else { return };
    let keys = (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok().flatten());
    for key in keys.filter(|key| key.starts_with(PREFIX)).collect::<Vec<_>>() {
        remove(&key);
    }
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

/// The storage holds texts: a byte is the sign of the same number.
fn put(key: &str, bytes: &[u8]) -> bool {
    let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    storage().is_some_and(|storage| storage.set_item(key, &text).is_ok())
}

fn remove(key: &str) {
    if let Some(storage) = storage() {
        // What cannot be removed is not there.
        let _ = storage.remove_item(key);
    }
}
