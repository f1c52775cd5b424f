//! What is read of a workspace.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::{Database, Lock, StorageError, Store, key, read_lock, request::answer, store};

impl Database {
    /// Who owns a workspace.
    ///
    /// # Errors
    /// The row cannot be read.
    pub async fn lock(&self, workspace: u64) -> Result<Lock, StorageError> {
        read_lock(&self.begin(&[Store::Locks], false)?, workspace).await
    }

    /// The records of a workspace that have these numbers, the last included, in their order.
    ///
    /// # Errors
    /// They cannot be read.
    pub async fn records(
        &self,
        store: Store,
        workspace: u64,
        first: u64,
        last: u64,
    ) -> Result<Vec<(u64, Vec<u8>)>, StorageError> {
        let transaction = self.begin(&[store], false)?;
        let range = store::numbers(workspace, first, last)?;
        let records = transaction.object_store(store.name()).map_err(StorageError::of)?;
        let keys = records.get_all_keys_with_key(&range).map_err(StorageError::of)?;
        let values = records.get_all_with_key(&range).map_err(StorageError::of)?;
        let keys: Array = answer(&keys).await?.unchecked_into();
        let values: Array = answer(&values).await?.unchecked_into();
        let number = |key: JsValue| key.unchecked_into::<Array>().get(1).as_f64().unwrap_or_default() as u64;
        Ok(keys.iter().map(number).zip(values.iter().map(bytes)).collect())
    }

    /// The numbers of all records of a workspace, in their order.
    ///
    /// # Errors
    /// They cannot be read.
    pub async fn numbers(&self, store: Store, workspace: u64) -> Result<Vec<u64>, StorageError> {
        let transaction = self.begin(&[store], false)?;
        let range = store::numbers(workspace, 0, store::LAST)?;
        let records = transaction.object_store(store.name()).map_err(StorageError::of)?;
        let keys: Array =
            answer(&records.get_all_keys_with_key(&range).map_err(StorageError::of)?).await?.unchecked_into();
        let number = |key: JsValue| key.unchecked_into::<Array>().get(1).as_f64().unwrap_or_default() as u64;
        Ok(keys.iter().map(number).collect())
    }

    /// The only record of its kind of a workspace.
    ///
    /// # Errors
    /// It cannot be read.
    pub async fn single(&self, store: Store, workspace: u64) -> Result<Option<Vec<u8>>, StorageError> {
        let transaction = self.begin(&[store], false)?;
        let records = transaction.object_store(store.name()).map_err(StorageError::of)?;
        let value = answer(&records.get(&key(workspace)).map_err(StorageError::of)?).await?;
        Ok((!value.is_undefined()).then(|| bytes(value)))
    }

    /// The only records of their kind of all workspaces, by the workspace.
    ///
    /// # Errors
    /// They cannot be read.
    pub async fn singles(&self, store: Store) -> Result<Vec<(u64, Vec<u8>)>, StorageError> {
        let transaction = self.begin(&[store], false)?;
        let records = transaction.object_store(store.name()).map_err(StorageError::of)?;
        let keys = records.get_all_keys().map_err(StorageError::of)?;
        let values = records.get_all().map_err(StorageError::of)?;
        let keys: Array = answer(&keys).await?.unchecked_into();
        let values: Array = answer(&values).await?.unchecked_into();
        let number = |key: JsValue| key.as_f64().unwrap_or_default() as u64;
        Ok(keys.iter().map(number).zip(values.iter().map(bytes)).collect())
    }

    /// All values of a store, in their order.
    ///
    /// # Errors
    /// They cannot be read.
    pub async fn values(&self, store: Store, workspace: u64) -> Result<Vec<JsValue>, StorageError> {
        let transaction = self.begin(&[store], false)?;
        let records = transaction.object_store(store.name()).map_err(StorageError::of)?;
        let range = store::numbers(workspace, 0, store::LAST)?;
        let values: Array =
            answer(&records.get_all_with_key(&range).map_err(StorageError::of)?).await?.unchecked_into();
        Ok(values.iter().collect())
    }

    /// How many records a store has, of all workspaces.
    ///
    /// # Errors
    /// They cannot be counted.
    pub async fn count(&self, store: Store) -> Result<u64, StorageError> {
        let transaction = self.begin(&[store], false)?;
        let records = transaction.object_store(store.name()).map_err(StorageError::of)?;
        let count = answer(&records.count().map_err(StorageError::of)?).await?;
        Ok(count.as_f64().unwrap_or_default() as u64)
    }
}

/// The bytes of a value; none where it is no array of bytes, which reads as a damaged record.
fn bytes(value: JsValue) -> Vec<u8> {
    value.dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).unwrap_or_default()
}
