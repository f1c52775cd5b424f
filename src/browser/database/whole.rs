//! A whole workspace goes in one transaction and comes back in one: a page that is killed leaves no half.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::IdbTransaction;

use super::{
    Database, Lock, Owner, StorageError, Store, end, key, put, read_lock,
    request::{answer, committed},
    store, write_lock,
};

impl Database {
    /// Deletes a workspace: nobody has it or lists it, and it can be brought back until it is removed.
    ///
    /// # Errors
    /// It is there as it was; [`StorageError::Owned`] where another tab has it, [`StorageError::Full`] where there is no room
    /// for the row that brings it back.
    pub async fn delete(&self, owner: Owner) -> Result<(), StorageError> {
        let workspace = owner.workspace;
        let transaction = self.begin(&[Store::Locks, Store::Headings, Store::Deleted], true)?;
        let committed = committed(&transaction);
        let done = async {
            let lock = read_lock(&transaction, workspace).await?;
            if !owner.is_valid(lock) {
                return Err(StorageError::Owned);
            }
            let headings = records(&transaction, Store::Headings)?;
            let heading = answer(&headings.get(&key(workspace)).map_err(StorageError::of)?).await?;
            let row = Array::of2(&(lock.number as f64).into(), &heading);
            put(&records(&transaction, Store::Deleted)?, &row.into(), &key(workspace))?;
            headings.delete(&key(workspace)).map_err(StorageError::of)?;
            records(&transaction, Store::Locks)?.delete(&key(workspace)).map(drop).map_err(StorageError::of)
        };
        end(&transaction, committed, done.await).await
    }

    /// Brings a workspace back that was deleted, with nobody who has it.
    ///
    /// # Errors
    /// It is not there then; [`StorageError::Deleted`] where it was removed.
    pub async fn bring_back(&self, workspace: u64) -> Result<(), StorageError> {
        let transaction = self.begin(&[Store::Locks, Store::Headings, Store::Deleted], true)?;
        let committed = committed(&transaction);
        let done = async {
            let deleted = records(&transaction, Store::Deleted)?;
            let row = answer(&deleted.get(&key(workspace)).map_err(StorageError::of)?).await?;
            let row: Array = row.dyn_into().map_err(|_| StorageError::Deleted)?;
            // Whoever had it before has no right any more.
            let number = row.get(0).as_f64().unwrap_or_default() as u64 + 1;
            write_lock(&records(&transaction, Store::Locks)?, workspace, Lock { number, is_held: false })?;
            put(&records(&transaction, Store::Headings)?, &row.get(1), &key(workspace))?;
            deleted.delete(&key(workspace)).map(drop).map_err(StorageError::of)
        };
        end(&transaction, committed, done.await).await
    }

    /// The workspaces that were deleted and not removed.
    ///
    /// # Errors
    /// They cannot be listed.
    pub async fn deleted(&self) -> Result<Vec<u64>, StorageError> {
        let transaction = self.begin(&[Store::Deleted], false)?;
        let keys = records(&transaction, Store::Deleted)?.get_all_keys().map_err(StorageError::of)?;
        let keys: Array = answer(&keys).await?.unchecked_into();
        Ok(keys.iter().filter_map(|key| key.as_f64()).map(|workspace| workspace as u64).collect())
    }

    /// Removes a workspace for good, with all that was kept of it.
    ///
    /// # Errors
    /// It is there as it was; [`StorageError::Owned`] where another tab has it.
    pub async fn remove(&self, owner: Owner) -> Result<(), StorageError> {
        let transaction = self.begin(&Store::ALL, true)?;
        let committed = committed(&transaction);
        let done = async {
            if !owner.is_valid(read_lock(&transaction, owner.workspace).await?) {
                return Err(StorageError::Owned);
            }
            remove(&transaction, owner.workspace)
        };
        end(&transaction, committed, done.await).await
    }

    /// Removes workspaces for good that were deleted; one that was brought back meanwhile stays.
    ///
    /// # Errors
    /// They are there as they were.
    pub async fn remove_deleted(&self, workspaces: &[u64]) -> Result<(), StorageError> {
        let transaction = self.begin(&Store::ALL, true)?;
        let committed = committed(&transaction);
        let done = async {
            let deleted = records(&transaction, Store::Deleted)?;
            for workspace in workspaces {
                if !answer(&deleted.get(&key(*workspace)).map_err(StorageError::of)?).await?.is_undefined() {
                    remove(&transaction, *workspace)?;
                }
            }
            Ok(())
        };
        end(&transaction, committed, done.await).await
    }
}

fn records(transaction: &IdbTransaction, store: Store) -> Result<web_sys::IdbObjectStore, StorageError> {
    transaction.object_store(store.name()).map_err(StorageError::of)
}

fn remove(transaction: &IdbTransaction, workspace: u64) -> Result<(), StorageError> {
    let range: JsValue = store::numbers(workspace, 0, store::LAST)?.into();
    let numbered = Store::NUMBERED.map(|store| (store, range.clone()));
    let single = Store::SINGLE.map(|store| (store, key(workspace)));
    for (store, keys) in numbered.into_iter().chain(single) {
        records(transaction, store)?.delete(&keys).map_err(StorageError::of)?;
    }
    Ok(())
}
