//! The record of what of the translations is shown; it stands behind a view since version 3.

use serde::{Deserialize, Serialize};

use crate::{
    editor::shown_texts::{columns::ColumnsView, filter::EntryFilter},
    mapping::lcid::Lcid,
};

#[derive(Serialize, Deserialize)]
pub(super) struct SavedTexts {
    reference: Option<u32>,
    hidden: Vec<u32>,
    filter: SavedFilter,
}

/// The order is stored.
#[derive(Serialize, Deserialize)]
enum SavedFilter {
    All,
    Gaps,
    GapsIn(u32),
    Problems,
    Long,
    Unused,
    Changed,
}

impl SavedTexts {
    pub fn of(columns: &ColumnsView, filter: EntryFilter) -> SavedTexts {
        SavedTexts {
            reference: columns.reference.map(Lcid::number),
            hidden: columns.hidden.iter().map(|lcid| lcid.number()).collect(),
            filter: match filter {
                EntryFilter::All => SavedFilter::All,
                EntryFilter::Gaps => SavedFilter::Gaps,
                EntryFilter::GapsIn(lcid) => SavedFilter::GapsIn(lcid.number()),
                EntryFilter::Problems => SavedFilter::Problems,
                EntryFilter::Long => SavedFilter::Long,
                EntryFilter::Unused => SavedFilter::Unused,
                EntryFilter::Changed => SavedFilter::Changed,
            },
        }
    }

    pub fn restore(&self) -> (ColumnsView, EntryFilter) {
        let columns = ColumnsView {
            reference: self.reference.map(Lcid::new),
            hidden: self.hidden.iter().map(|number| Lcid::new(*number)).collect(),
        };
        let filter = match self.filter {
            SavedFilter::All => EntryFilter::All,
            SavedFilter::Gaps => EntryFilter::Gaps,
            SavedFilter::GapsIn(number) => EntryFilter::GapsIn(Lcid::new(number)),
            SavedFilter::Problems => EntryFilter::Problems,
            SavedFilter::Long => EntryFilter::Long,
            SavedFilter::Unused => EntryFilter::Unused,
            SavedFilter::Changed => EntryFilter::Changed,
        };
        (columns, filter)
    }
}
