//! What is written of a workspace.

use js_sys::Uint8Array;
use web_sys::IdbTransaction;

use super::{StorageError, Store, key, put, store};

/// One thing to be written of a workspace.
#[derive(Debug, Clone)]
pub enum Put {
    /// A record, in the place of the one of the same number.
    Record(Store, u64, Vec<u8>),
    /// The only record of its kind.
    Single(Store, Vec<u8>),
    /// Records go: those of these numbers, the last included.
    Remove(Store, u64, u64),
}

impl Put {
    pub(super) fn store(&self) -> Store {
        match self {
            Put::Record(store, ..) | Put::Single(store, _) | Put::Remove(store, ..) => *store,
        }
    }

    /// How many bytes it writes.
    pub fn bytes(&self) -> usize {
        match self {
            Put::Record(_, _, bytes) | Put::Single(_, bytes) => bytes.len(),
            Put::Remove(..) => 0,
        }
    }

    pub(super) fn carry_out(&self, transaction: &IdbTransaction, workspace: u64) -> Result<(), StorageError> {
        let records = transaction.object_store(self.store().name()).map_err(StorageError::of)?;
        match self {
            Put::Record(_, number, bytes) => {
                put(&records, &Uint8Array::from(&bytes[..]).into(), &store::number(workspace, *number))
            }
            Put::Single(_, bytes) => put(&records, &Uint8Array::from(&bytes[..]).into(), &key(workspace)),
            Put::Remove(_, first, last) => {
                let range = store::numbers(workspace, *first, *last)?;
                records.delete(&range).map(drop).map_err(StorageError::of)
            }
        }
    }
}
