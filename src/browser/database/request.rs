//! Answers of the database, as futures.

use std::{cell::RefCell, future::Future, rc::Rc};

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbRequest, IdbTransaction};

use super::StorageError;

/// What a request comes to. The transaction goes on for as long as each answer is followed by a request at once.
pub async fn answer(request: &IdbRequest) -> Result<JsValue, StorageError> {
    let promise = Promise::new(&mut |resolve, reject| {
        let (own, other) = (request.clone(), request.clone());
        let on_success = Closure::once_into_js(move || call(&resolve, &own.result().unwrap_or_default()));
        let on_error = Closure::once_into_js(move || {
            call(&reject, &other.error().ok().flatten().map_or(JsValue::UNDEFINED, JsValue::from));
        });
        request.set_onsuccess(Some(on_success.unchecked_ref()));
        request.set_onerror(Some(on_error.unchecked_ref()));
    });
    JsFuture::from(promise).await.map_err(StorageError::of)
}

/// When a transaction is on the disk; asked for before anything is awaited, so that no end is missed.
pub fn committed(transaction: &IdbTransaction) -> impl Future<Output = Result<(), StorageError>> + use<> {
    let watch = Rc::new(RefCell::new(None));
    let promise = Promise::new(&mut |resolve, reject| {
        let own = transaction.clone();
        let on_complete = Closure::<dyn Fn()>::new(move || call(&resolve, &JsValue::UNDEFINED));
        let on_abort = Closure::<dyn Fn()>::new(move || {
            call(&reject, &own.error().map_or(JsValue::UNDEFINED, JsValue::from));
        });
        transaction.set_oncomplete(Some(on_complete.as_ref().unchecked_ref()));
        transaction.set_onabort(Some(on_abort.as_ref().unchecked_ref()));
        *watch.borrow_mut() = Some(Watch { transaction: transaction.clone(), _closures: [on_complete, on_abort] });
    });
    let future = JsFuture::from(promise);
    async move {
        let ended = future.await.map(drop).map_err(StorageError::of);
        drop(watch);
        ended
    }
}

/// Whoever waits for the end of a transaction. When nobody does any more, the transaction calls nobody.
struct Watch {
    transaction: IdbTransaction,
    _closures: [Closure<dyn Fn()>; 2],
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.transaction.set_oncomplete(None);
        self.transaction.set_onabort(None);
    }
}

fn call(function: &Function, value: &JsValue) {
    // The functions of a promise do not fail.
    let _ = function.call1(&JsValue::UNDEFINED, value);
}
