//! Filters of the translations: what is looked for among the entries.

use crate::mapping::lcid::Lcid;

/// Characters, in UTF-16 units, that Lync's own `customStates` file allows for a text; for this file no limit is documented.
pub const ADVISED_LENGTH: usize = 64;

/// What is looked for among the entries. Languages that are hidden are not looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum EntryFilter {
    /// Every entry.
    #[default]
    All,
    /// Those that lack a text.
    Gaps,
    /// Those that lack a text in a language.
    GapsIn(Lcid),
    /// Those with a cell that has a problem.
    Problems,
    /// Those with a text that is longer than advised.
    Long,
    /// Those that no row comes to.
    Unused,
    /// Those that T-Server has otherwise, or not at all.
    Changed,
}

impl EntryFilter {
    /// Those of one click, in their order.
    pub const ALL: [EntryFilter; 6] = [
        EntryFilter::All,
        EntryFilter::Gaps,
        EntryFilter::Problems,
        EntryFilter::Long,
        EntryFilter::Unused,
        EntryFilter::Changed,
    ];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            EntryFilter::All => "All",
            EntryFilter::Gaps | EntryFilter::GapsIn(_) => "Gaps",
            EntryFilter::Problems => "Problems",
            EntryFilter::Long => "Long texts",
            EntryFilter::Unused => "Unused",
            EntryFilter::Changed => "Changed",
        }
    }

    /// What it looks for, in a sentence.
    pub fn meaning(self) -> &'static str {
        match self {
            EntryFilter::All => "Every entry of the file",
            EntryFilter::Gaps => "Entries without a text in one of the languages that are shown",
            EntryFilter::GapsIn(_) => "Entries without a text in this language",
            EntryFilter::Problems => "Entries with a problem in a cell that is shown",
            EntryFilter::Long => {
                "Entries with a text of more than 64 characters (UTF-16 units), the limit known for Lync's own states; for this file none is documented"
            }
            EntryFilter::Unused => "Entries that none of the fifteen rows comes to",
            EntryFilter::Changed => "Entries that T-Server has otherwise, or not at all",
        }
    }

    /// What is said where it finds nothing.
    pub fn nothing(self) -> &'static str {
        match self {
            EntryFilter::All => "No entries",
            EntryFilter::Gaps => "No entry lacks a text",
            EntryFilter::GapsIn(_) => "No entry lacks a text in this language",
            EntryFilter::Problems => "No entry has a problem",
            EntryFilter::Long => "No text is longer than 64 characters",
            EntryFilter::Unused => "No entry is unused",
            EntryFilter::Changed => "No entry is known to be another on T-Server",
        }
    }
}
