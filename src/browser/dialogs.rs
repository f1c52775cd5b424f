//! Windows over the page, closed at once.

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use super::page;

/// Closes the dialog that is open: the focus is where it was before the next key is heard. By the signal that it is open alone
/// it would close a little later.
pub fn close() {
    if let Some(dialog) = page::found("dialog[open]").and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok()) {
        dialog.close();
    }
}
