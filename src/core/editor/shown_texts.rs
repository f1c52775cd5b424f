//! What of the translations is shown: some of the entries, by a filter, and some of the languages, in an order.

pub mod columns;
pub mod copied_gaps;
pub mod entries;
pub mod filter;
pub mod stops;
pub mod tally;

use std::sync::Arc;

use self::columns::Column;
use crate::mapping::lcid::Lcid;

/// The rows and the columns that are shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShownTexts {
    /// The languages: the reference, then the others.
    pub columns: Arc<[Column]>,
    /// The languages that are hidden.
    pub hidden: Vec<Lcid>,
    /// Positions of the entries. Invariant: sorted.
    pub entries: Vec<usize>,
}

impl ShownTexts {
    /// The row that shows an entry, from 0.
    pub fn row_of(&self, entry: usize) -> Option<usize> {
        self.entries.binary_search(&entry).ok()
    }

    /// The column that shows a language, from 0.
    pub fn column_of(&self, lcid: Lcid) -> Option<usize> {
        self.columns.iter().position(|column| column.lcid == lcid)
    }

    /// The language that the others are read beside; it stands first.
    pub fn reference(&self) -> Option<Lcid> {
        self.columns.first().map(|column| column.lcid)
    }
}
