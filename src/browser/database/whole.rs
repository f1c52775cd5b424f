//! A whole workspace taken out of the database and put back, each in one transaction: a page that is killed brings no half.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};

use super::{
    Database, Lock, Owner, StorageError, Store, key, put, read_lock,
    request::{answer, committed},
    store, write_lock,
};

/// All that was kept of a workspace. The values stay the browser's own.
#[derive(Debug, Clone)]
pub struct Whole {
    workspace: u64,
    lock: Lock,
    singles: Vec<(Store, JsValue)>,
    /// Keys and values.
    numbered: Vec<(Store, Array, Array)>,
}

impl Whole {
    /// The number of the workspace.
    pub fn workspace(&self) -> u64 {
        self.workspace
    }
}

impl Database {
    /// Removes a workspace and all that was kept of it; what that was is returned.
    ///
    /// # Errors
    /// It is there as it was; [`StorageError::Owned`] where another tab has it.
    pub async fn take_out(&self, owner: Owner) -> Result<Whole, StorageError> {
        let workspace = owner.workspace;
        let transaction = self.begin(&Store::ALL, true)?;
        let committed = committed(&transaction);
        let lock = read_lock(&transaction, workspace).await?;
        if !owner.is_valid(lock) {
            // Nothing was put, so that nothing is taken back.
            let _ = transaction.abort();
            return Err(StorageError::Owned);
        }
        let range = store::numbers(workspace, 0, store::LAST)?;
        let mut whole = Whole { workspace, lock, singles: Vec::new(), numbered: Vec::new() };
        for single in Store::SINGLE {
            let records = transaction.object_store(single.name()).map_err(StorageError::of)?;
            let value = answer(&records.get(&key(workspace)).map_err(StorageError::of)?).await?;
            records.delete(&key(workspace)).map_err(StorageError::of)?;
            if !value.is_undefined() {
                whole.singles.push((single, value));
            }
        }
        for numbered in Store::NUMBERED {
            let records = transaction.object_store(numbered.name()).map_err(StorageError::of)?;
            let keys = answer(&records.get_all_keys_with_key(&range).map_err(StorageError::of)?).await?;
            let values = answer(&records.get_all_with_key(&range).map_err(StorageError::of)?).await?;
            records.delete(&range).map_err(StorageError::of)?;
            whole.numbered.push((numbered, keys.unchecked_into(), values.unchecked_into()));
        }
        let locks = transaction.object_store(Store::Locks.name()).map_err(StorageError::of)?;
        locks.delete(&key(workspace)).map_err(StorageError::of)?;
        committed.await?;
        Ok(whole)
    }

    /// Puts a workspace back that was taken out, with nobody who has it.
    ///
    /// # Errors
    /// It is not there then.
    pub async fn put_back(&self, whole: &Whole) -> Result<(), StorageError> {
        let transaction = self.begin(&Store::ALL, true)?;
        let committed = committed(&transaction);
        let locks = transaction.object_store(Store::Locks.name()).map_err(StorageError::of)?;
        // Whoever had it before has no right any more.
        write_lock(&locks, whole.workspace, Lock { number: whole.lock.number + 1, is_held: false })?;
        for (single, value) in &whole.singles {
            let records = transaction.object_store(single.name()).map_err(StorageError::of)?;
            put(&records, value, &key(whole.workspace))?;
        }
        for (numbered, keys, values) in &whole.numbered {
            let records = transaction.object_store(numbered.name()).map_err(StorageError::of)?;
            for (key, value) in keys.iter().zip(values.iter()) {
                put(&records, &value, &key)?;
            }
        }
        committed.await
    }
}
