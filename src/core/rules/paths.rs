//! When two paths lead to one file.

use crate::source::{blanks, lowercase::lowercase};

/// Whether two paths of Windows are the same: letter case and the kind of slash do not count there, nor how many stand
/// between two folders. An empty path leads nowhere.
pub fn are_same(one: &str, other: &str) -> bool {
    let (one, other) = (plain(one), plain(other));
    !one.is_empty() && one == other
}

/// A path as all paths to the same file are, so that many are compared at once; empty where it leads nowhere.
pub fn plain(path: &str) -> String {
    parts(blanks::trim(path)).collect()
}

/// The letters of a path, without a difference where Windows makes none.
fn parts(path: &str) -> impl Iterator<Item = char> + '_ {
    let is_slash = |sign: char| matches!(sign, '/' | '\\');
    // Two slashes begin the name of another computer.
    let mut before = None;
    path.char_indices().filter_map(move |(at, sign)| {
        let repeats = 1 < at && is_slash(sign) && before.is_some_and(is_slash);
        before = Some(sign);
        let sign = if is_slash(sign) { '\\' } else { lowercase(sign) };
        (!repeats).then_some(sign)
    })
}
