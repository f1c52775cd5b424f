//! The stores of the database, and the keys of their records.

use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::IdbKeyRange;

use super::StorageError;

/// A store; what its records hold is known to those who write them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Store {
    /// One row a workspace: who owns it.
    Locks,
    /// One record a workspace: what a list says of it.
    Headings,
    /// One record a workspace: what is looked at.
    Views,
    /// One record a workspace: what has left the page.
    Exported,
    /// The acts, by their number.
    Journal,
    /// The whole workspace, by the number of acts that led to it.
    Snapshots,
    /// Moments that are kept, by their number.
    Versions,
    /// The ways to files on the user's disk, by their number: values of the browser and no bytes.
    Handles,
    /// One row a workspace that was deleted: what brings it back.
    Deleted,
}

/// The highest number of a record: the largest that a key holds exactly.
pub const LAST: u64 = (1 << 53) - 1;

impl Store {
    /// All of them.
    pub const ALL: [Store; 9] = [
        Store::Locks,
        Store::Headings,
        Store::Views,
        Store::Exported,
        Store::Journal,
        Store::Snapshots,
        Store::Versions,
        Store::Handles,
        Store::Deleted,
    ];
    /// Those with records that are numbered.
    pub(super) const NUMBERED: [Store; 4] = [Store::Journal, Store::Snapshots, Store::Versions, Store::Handles];
    /// Those with one record a workspace.
    pub(super) const SINGLE: [Store; 5] =
        [Store::Headings, Store::Views, Store::Exported, Store::Locks, Store::Deleted];

    /// What it is called in the database.
    pub(super) fn name(self) -> &'static str {
        match self {
            Store::Locks => "locks",
            Store::Headings => "headings",
            Store::Views => "views",
            Store::Exported => "exported",
            Store::Journal => "journal",
            Store::Snapshots => "snapshots",
            Store::Versions => "versions",
            Store::Handles => "handles",
            Store::Deleted => "deleted",
        }
    }
}

/// The key of a numbered record.
pub(super) fn number(workspace: u64, number: u64) -> JsValue {
    Array::of2(&(workspace as f64).into(), &(number as f64).into()).into()
}

/// The keys of numbered records, the last included.
pub(super) fn numbers(workspace: u64, first: u64, last: u64) -> Result<IdbKeyRange, StorageError> {
    IdbKeyRange::bound(&number(workspace, first), &number(workspace, last)).map_err(StorageError::of)
}
