//! Versions: when one is due, which of them are kept, and why one was, in words.

use super::saved::{Cause, VersionLine};

/// How many versions without a name are kept; of those with one, all are.
pub const MOST_UNNAMED: usize = 20;

/// While somebody edits, a version is due so long after the last one, in milliseconds.
pub const DUE_AFTER: f64 = 3_600_000.0;

/// The numbers of those that go, the oldest first: `kept` are all versions in their order, each with whether it is to be
/// kept for ever.
pub fn surplus(kept: &[(u64, bool)]) -> Vec<u64> {
    let unnamed = kept.iter().filter(|(_, is_named)| !is_named).map(|(number, _)| *number);
    let count = unnamed.clone().count();
    unnamed.take(count.saturating_sub(MOST_UNNAMED)).collect()
}

/// Why a version was kept, in words, and what that was about: the file, the profile.
pub fn why(line: &VersionLine) -> (&'static str, &str) {
    let words = match line.cause {
        Cause::Begun => "before the first edit of a visit",
        Cause::BeforeImport => "before an import",
        Cause::BeforeOpening => "before a file was opened",
        Cause::BeforeTakeOver => "before a tab took over",
        Cause::BeforeRestore => "before a restore",
        Cause::BeforeDeletion => "before a profile was deleted",
        Cause::BeforeSaving => "before a file was saved over",
        Cause::Exported => "exported",
        Cause::Hourly => "after an hour of work",
    };
    (words, &line.what)
}
