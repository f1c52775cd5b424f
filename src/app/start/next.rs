//! What a tab remembers for its next start: which workspace it shows, and what is to be said.

use crate::browser::tab_memory;

/// What a tab remembers of the workspace it showed.
const SHOWN: &str = "workspace";

/// What it remembers of words that are to be said.
const SAID: &str = "said";

/// The next start of this tab shows another workspace.
pub fn show_next(workspace: u64) {
    tab_memory::remember(SHOWN, &workspace.to_string());
}

/// The workspace that this tab showed.
pub(super) fn shown() -> Option<u64> {
    tab_memory::recall(SHOWN)?.parse().ok()
}

/// The next start of this tab says something.
pub fn say_next(words: &str) {
    tab_memory::remember(SAID, words);
}

/// What the start before wanted to be said.
pub fn said() -> Option<String> {
    let said = tab_memory::recall(SAID);
    tab_memory::forget(SAID);
    said
}

/// This tab remembers nothing any more.
pub fn forget() {
    tab_memory::forget(SHOWN);
    tab_memory::forget(SAID);
}
