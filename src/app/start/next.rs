//! What a tab remembers for its next start: which workspace it shows, and what is to be said.

use crate::browser::tab_memory;

/// What a tab remembers of the workspace it showed.
const SHOWN: &str = "workspace";

/// What it remembers of words that are to be said.
const SAID: &str = "said";

/// What it remembers of workspaces that it has deleted.
const DELETED: &str = "deleted";

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

/// This tab has deleted these workspaces, by their numbers and names, and can bring them back.
pub fn remember_deleted<'n>(deleted: impl Iterator<Item = (u64, &'n str)>) {
    let lines: Vec<String> = deleted.map(|(workspace, name)| format!("{workspace} {name}")).collect();
    tab_memory::remember(DELETED, &lines.join("\n"));
}

/// What this tab has deleted and not brought back, by numbers and names.
pub fn deleted() -> Vec<(u64, String)> {
    let lines = tab_memory::recall(DELETED).unwrap_or_default();
    let read = |line: &str| {
        line.split_once(' ').and_then(|(workspace, name)| Some((workspace.parse().ok()?, name.to_owned())))
    };
    lines.lines().filter_map(read).collect()
}

/// This tab shows no workspace any more.
pub fn forget() {
    tab_memory::forget(SHOWN);
    tab_memory::forget(SAID);
}

/// This tab can bring nothing back any more.
pub fn forget_deleted() {
    tab_memory::forget(DELETED);
}
