//! The database itself: how it is opened, made, lost and erased.

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbFactory, IdbOpenDbRequest};

use super::{Database, StorageError, Store, request};
use crate::browser::page::window;

const NAME: &str = "presence-profile-editor";

/// Grows when a store comes.
const VERSION: u32 = 1;

/// How a connection was lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// The browser has taken the storage away, or it is erased.
    Cleared,
    /// Another version of the editor takes it.
    Taken,
    /// Everything in it is removed, by this tab or another one.
    Erased,
}

/// Opens the database. `blocked` is called where a tab with another version of the editor holds it up: the answer comes
/// when that is closed. `lost` is called when the connection goes.
///
/// # Errors
/// The browser refuses it.
pub async fn open(blocked: impl Fn() + 'static, lost: impl Fn(Loss) + 'static) -> Result<Database, StorageError> {
    let request = factory()?.open_with_u32(NAME, VERSION).map_err(StorageError::of)?;
    let own = request.clone();
    let on_upgrade = Closure::<dyn Fn()>::new(move || make(&own));
    let on_blocked = Closure::<dyn Fn()>::new(blocked);
    request.set_onupgradeneeded(Some(on_upgrade.as_ref().unchecked_ref()));
    request.set_onblocked(Some(on_blocked.as_ref().unchecked_ref()));
    let answer = request::answer(&request).await.map_err(|error| match error {
        // Some browsers answer so where they keep nothing.
        StorageError::Gone => StorageError::Refused,
        error => error,
    });
    let database: IdbDatabase = answer?.unchecked_into();
    watch(&database, lost);
    Ok(Database(database))
}

/// Removes everything that the editor keeps in this browser. `blocked` is called where a tab does not let go of it: the
/// answer comes when that is closed.
///
/// # Errors
/// It is still there.
pub async fn erase(blocked: impl Fn() + 'static) -> Result<(), StorageError> {
    let request = factory()?.delete_database(NAME).map_err(StorageError::of)?;
    let on_blocked = Closure::<dyn Fn()>::new(blocked);
    request.set_onblocked(Some(on_blocked.as_ref().unchecked_ref()));
    request::answer(&request).await.map(drop)
}

/// The browser's way to databases; it is missing, or throws, where storage is switched off.
fn factory() -> Result<IdbFactory, StorageError> {
    window().indexed_db().ok().flatten().ok_or(StorageError::Refused)
}

fn make(request: &IdbOpenDbRequest) {
    let Some(database) = request.result().ok().and_then(|result| result.dyn_into::<IdbDatabase>().ok()) else { return };
    let there = database.object_store_names();
    for store in Store::ALL {
        if !there.contains(store.name()) {
            // A failure here fails the request.
            let _ = database.create_object_store(store.name());
        }
    }
}

fn watch(database: &IdbDatabase, lost: impl Fn(Loss) + 'static) {
    let lost = std::rc::Rc::new(lost);
    let (own, told) = (database.clone(), lost.clone());
    let on_change = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
        own.close();
        // A database that goes has no new version.
        let is_gone = Reflect::get(&event, &"newVersion".into()).is_ok_and(|version| version.is_null());
        told(if is_gone { Loss::Erased } else { Loss::Taken });
    });
    let on_close = Closure::<dyn Fn()>::new(move || lost(Loss::Cleared));
    database.set_onversionchange(Some(on_change.as_ref().unchecked_ref()));
    database.set_onclose(Some(on_close.as_ref().unchecked_ref()));
    // They live as long as the page.
    on_change.forget();
    on_close.forget();
}

/// Asks the browser not to take the storage away when its disk is short; `None` where it cannot be asked.
pub async fn ask_to_spare() -> Option<bool> {
    let storage = Reflect::get(&window().navigator(), &"storage".into()).ok().filter(JsValue::is_object)?;
    let persist = Reflect::get(&storage, &"persist".into()).ok()?.dyn_into::<js_sys::Function>().ok()?;
    let promise: Promise = persist.call0(&storage).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()?.as_bool()
}
