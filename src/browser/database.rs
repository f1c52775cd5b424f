//! What the browser keeps: bytes in IndexedDB, written with strict durability, and only by the tab that owns the workspace.
//!
//! It knows numbers and bytes only. Every transaction that writes reads first who owns the workspace, and writes nothing
//! where that is another tab: that row is the lock, and whatever tabs tell each other only tells it sooner.

mod opening;
mod put;
mod reading;
mod request;
mod store;
mod whole;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{DomException, IdbDatabase, IdbObjectStore, IdbTransaction};

use self::request::{answer, committed};
pub use self::{
    opening::{Loss, ask_to_spare, erase, open},
    put::Put,
    store::{LAST, Store},
};

/// A connection; copies share it.
#[derive(Debug, Clone)]
pub struct Database(IdbDatabase);

/// Why the browser does not keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StorageError {
    /// There is no storage here, or it is switched off.
    Refused,
    /// The space is used up.
    Full,
    /// A newer version of the editor keeps it in a form that this one does not know.
    Newer,
    /// The connection is gone: the storage was cleared, or another version takes it.
    Gone,
    /// Another tab owns the workspace.
    Owned,
    /// The workspace is not there any more: it was deleted.
    Deleted,
    /// Something else, in the browser's own words.
    Broken(String),
}

/// The right of a tab to write a workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owner {
    /// The workspace, from 1.
    pub workspace: u64,
    /// The number that the row of the lock holds as long as the right lasts.
    pub number: u64,
}

impl Owner {
    /// Whether the right lasts; of a workspace that is not there, nobody has any.
    fn is_valid(self, lock: Lock) -> bool {
        self.number != 0 && self.number == lock.number
    }
}

/// Who owns a workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lock {
    /// How often it was taken.
    pub number: u64,
    /// Whether whoever took it last has not given it back: the tab may be open, or may have been killed.
    pub is_held: bool,
}

#[wasm_bindgen]
extern "C" {
    // The option is not among the stable ones of the bindings.
    #[wasm_bindgen(extends = IdbDatabase)]
    type StrictDatabase;
    #[wasm_bindgen(method, catch, js_name = transaction)]
    fn strict_transaction(
        this: &StrictDatabase,
        stores: &JsValue,
        mode: &str,
        options: &JsValue,
    ) -> Result<IdbTransaction, JsValue>;
}

impl Database {
    /// Writes to a workspace, all or nothing; returns when the disk has it.
    ///
    /// # Errors
    /// Nothing was written; [`StorageError::Owned`] where another tab has taken the workspace.
    pub async fn write(&self, owner: Owner, puts: &[Put]) -> Result<(), StorageError> {
        let mut stores: Vec<Store> = puts.iter().map(Put::store).collect();
        stores.push(Store::Locks);
        let transaction = self.begin(&stores, true)?;
        let committed = committed(&transaction);
        let done = async {
            if !owner.is_valid(read_lock(&transaction, owner.workspace).await?) {
                return Err(StorageError::Owned);
            }
            puts.iter().try_for_each(|put| put.carry_out(&transaction, owner.workspace))
        };
        end(&transaction, committed, done.await).await
    }

    /// Makes a workspace of these records, which this tab owns.
    ///
    /// # Errors
    /// There is none then.
    pub async fn create(&self, puts: &[Put]) -> Result<Owner, StorageError> {
        let mut stores: Vec<Store> = puts.iter().map(Put::store).collect();
        stores.push(Store::Locks);
        let transaction = self.begin(&stores, true)?;
        let committed = committed(&transaction);
        let done = async {
            let locks = transaction.object_store(Store::Locks.name()).map_err(StorageError::of)?;
            // The row of no workspace counts those that ever were: a number is never given twice.
            let last = answer(&locks.get(&key(0)).map_err(StorageError::of)?).await?;
            let workspace = last.as_f64().unwrap_or(0.0) as u64 + 1;
            put(&locks, &(workspace as f64).into(), &key(0))?;
            let owner = Owner { workspace, number: 1 };
            write_lock(&locks, workspace, Lock { number: owner.number, is_held: true })?;
            puts.iter().try_for_each(|put| put.carry_out(&transaction, workspace))?;
            Ok(owner)
        };
        end(&transaction, committed, done.await).await
    }

    /// Takes a workspace: from now on no other tab writes it.
    ///
    /// # Errors
    /// It is not taken then; [`StorageError::Deleted`] where there is none.
    pub async fn take(&self, workspace: u64) -> Result<Owner, StorageError> {
        let transaction = self.begin(&[Store::Locks], true)?;
        let committed = committed(&transaction);
        let done = async {
            let before = read_lock(&transaction, workspace).await?.number;
            if before == 0 {
                return Err(StorageError::Deleted);
            }
            let number = before + 1;
            let locks = transaction.object_store(Store::Locks.name()).map_err(StorageError::of)?;
            write_lock(&locks, workspace, Lock { number, is_held: true })?;
            Ok(Owner { workspace, number })
        };
        end(&transaction, committed, done.await).await
    }

    /// Gives a workspace back, so that the next tab need not ask for it.
    pub fn give_back(&self, owner: Owner) {
        let database = self.clone();
        // The page may go while this is on its way: whoever comes then asks.
        wasm_bindgen_futures::spawn_local(async move {
            let Ok(transaction) = database.begin(&[Store::Locks], true) else { return };
            let Ok(lock) = read_lock(&transaction, owner.workspace).await else { return };
            if lock.number == owner.number
                && let Ok(locks) = transaction.object_store(Store::Locks.name())
            {
                let _ = write_lock(&locks, owner.workspace, Lock { is_held: false, ..lock });
            }
        });
    }

    /// Writes all values of a store, in the place of those of before.
    ///
    /// # Errors
    /// None of them was written: the browser cannot keep such a value, or does not keep.
    pub async fn write_values(&self, owner: Owner, store: Store, values: &[JsValue]) -> Result<(), StorageError> {
        let transaction = self.begin(&[store, Store::Locks], true)?;
        let committed = committed(&transaction);
        let done = async {
            if !owner.is_valid(read_lock(&transaction, owner.workspace).await?) {
                return Err(StorageError::Owned);
            }
            let records = transaction.object_store(store.name()).map_err(StorageError::of)?;
            records.delete(&store::numbers(owner.workspace, 0, store::LAST)?.into()).map_err(StorageError::of)?;
            let put_one = |(number, value)| put(&records, value, &store::number(owner.workspace, number as u64));
            values.iter().enumerate().try_for_each(put_one)
        };
        end(&transaction, committed, done.await).await
    }

    fn begin(&self, stores: &[Store], writes: bool) -> Result<IdbTransaction, StorageError> {
        let names: Array = stores.iter().map(|store| JsValue::from_str(store.name())).collect();
        let options = js_sys::Object::new();
        // What is said to be kept must be on the disk, and not only with the operating system. A plain object takes any key.
        let _ = js_sys::Reflect::set(&options, &"durability".into(), &"strict".into());
        let mode = if writes { "readwrite" } else { "readonly" };
        let database: &StrictDatabase = self.0.unchecked_ref();
        database.strict_transaction(&names, mode, &options).map_err(StorageError::of)
    }
}

impl StorageError {
    /// What an error of the browser means here.
    pub(super) fn of(error: JsValue) -> StorageError {
        let Some(exception) = error.dyn_ref::<DomException>() else {
            return StorageError::Broken("the browser gives no reason".to_owned());
        };
        match exception.name().as_str() {
            "QuotaExceededError" => StorageError::Full,
            "VersionError" => StorageError::Newer,
            "SecurityError" => StorageError::Refused,
            // A connection that was closed takes no transaction.
            "InvalidStateError" | "NotFoundError" => StorageError::Gone,
            name => StorageError::Broken(format!("{name}: {}", exception.message())),
        }
    }
}

/// Ends a transaction that writes: what was done is there when the disk has it; where it failed, none of it is.
async fn end<T>(
    transaction: &IdbTransaction,
    committed: impl Future<Output = Result<(), StorageError>>,
    done: Result<T, StorageError>,
) -> Result<T, StorageError> {
    let Err(error) = done else { return committed.await.and(done) };
    // One that has ended by itself cannot be aborted, and says why it has.
    let _ = transaction.abort();
    Err(match (error, committed.await) {
        (StorageError::Broken(_), Err(why)) if !matches!(why, StorageError::Broken(_)) => why,
        (error, _) => error,
    })
}

async fn read_lock(transaction: &IdbTransaction, workspace: u64) -> Result<Lock, StorageError> {
    let locks = transaction.object_store(Store::Locks.name()).map_err(StorageError::of)?;
    let row = answer(&locks.get(&key(workspace)).map_err(StorageError::of)?).await?;
    let row = row.dyn_into::<Array>().unwrap_or_default();
    let number = |at| row.get(at).as_f64().unwrap_or_default();
    Ok(Lock { number: number(0) as u64, is_held: number(1) != 0.0 })
}

fn write_lock(locks: &IdbObjectStore, workspace: u64, lock: Lock) -> Result<(), StorageError> {
    let row = Array::of2(&(lock.number as f64).into(), &(if lock.is_held { 1.0 } else { 0.0 }).into());
    put(locks, &row.into(), &key(workspace))
}

fn put(store: &IdbObjectStore, value: &JsValue, key: &JsValue) -> Result<(), StorageError> {
    store.put_with_key(value, key).map(drop).map_err(StorageError::of)
}

fn key(workspace: u64) -> JsValue {
    (workspace as f64).into()
}
