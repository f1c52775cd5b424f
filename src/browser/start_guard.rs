//! A start that did not reach the page is remembered, so that the next one does not do the same by itself.

use std::cell::RefCell;

use web_sys::Storage;

use super::page::window;

/// What is remembered while a workspace is on its way to the page.
const STARTING: &str = "starting";

thread_local! {
    static CURRENT: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Something is on its way to the page.
pub fn begin(what: &str) {
    CURRENT.with(|current| *current.borrow_mut() = Some(what.to_owned()));
    break_off();
}

/// It has reached the page.
pub fn reached() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(STARTING);
    }
}

/// It broke, on its way or later: to read it again would break again.
pub fn break_off() {
    let current = CURRENT.with(|current| current.borrow().clone());
    if let (Some(storage), Some(current)) = (storage(), current) {
        // Without it the next start tries again.
        let _ = storage.set_item(STARTING, &current);
    }
}

/// Whether this did not reach the page when it was tried last, or broke there.
pub fn is_doubtful(what: &str) -> bool {
    storage().and_then(|storage| storage.get_item(STARTING).ok().flatten()).as_deref() == Some(what)
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
