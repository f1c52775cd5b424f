//! The clipboard, also where the page is served over plain http.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, HtmlTextAreaElement};

use super::page::{document, window};

/// Copies a text; says whether it is on the clipboard.
pub async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    // A policy may take the clipboard away even where the context is secure.
    let is_there = js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object());
    if window().is_secure_context() && is_there {
        let clipboard = navigator.clipboard();
        if JsFuture::from(clipboard.write_text(text)).await.is_ok() {
            return true;
        }
    }
    copy_by_selection(text).unwrap_or(false)
}

/// Has the browser copy or cut what is selected, as the key would: `copy` or `cut`.
pub fn command(name: &str) {
    let document = document();
    let command = js_sys::Reflect::get(&document, &"execCommand".into()).ok();
    if let Some(command) = command.and_then(|command| command.dyn_into::<js_sys::Function>().ok()) {
        // A browser that does not let it leaves the keys.
        let _ = command.call1(&document, &name.into());
    }
}

/// The text on the clipboard, where the page may read it; the user is asked if need be.
pub async fn text() -> Option<String> {
    let navigator = window().navigator();
    let is_there = js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object());
    if !window().is_secure_context() || !is_there {
        return None;
    }
    JsFuture::from(navigator.clipboard().read_text()).await.ok()?.as_string().filter(|text| !text.is_empty())
}

/// The way of pages without a secure context: select a text in a field, and let the browser copy the selection.
fn copy_by_selection(text: &str) -> Result<bool, JsValue> {
    let document = document();
    let area: HtmlTextAreaElement = document.create_element("textarea")?.unchecked_into();
    area.set_value(text);
    // Unseen, yet with its blanks: hidden in another way, they would not be copied.
    area.set_class_name("clipboard");
    area.set_read_only(true);
    area.set_attribute("aria-hidden", "true")?;
    // Inside an open dialog everything else is inert and cannot be selected.
    let host = document.query_selector("dialog[open]")?.unwrap_or_else(|| super::page::body().into());
    let focused = document.active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    host.append_child(&area)?;
    area.select();
    let command: js_sys::Function = js_sys::Reflect::get(&document, &"execCommand".into())?.unchecked_into();
    let copied = command.call1(&document, &"copy".into());
    area.remove();
    if let Some(focused) = focused {
        focused.focus()?;
    }
    Ok(copied?.is_truthy())
}
