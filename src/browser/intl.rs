//! What the browser knows of languages.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The name of a language in the language itself; `None` where the browser has none.
pub fn own_name(tag: &str) -> Option<String> {
    display_name(tag).ok().flatten().filter(|name| name != tag)
}

/// The decimal sign of the numbers that the browser writes for its user.
pub fn decimal_sign() -> char {
    let written = String::from(js_sys::Number::from(0.5).to_locale_string("default"));
    written.chars().find(|sign| !sign.is_numeric()).unwrap_or('.')
}

fn display_name(tag: &str) -> Result<Option<String>, JsValue> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into())?;
    let constructor: Function = Reflect::get(&intl, &"DisplayNames".into())?.dyn_into()?;
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &"language".into())?;
    let tag = JsValue::from_str(tag);
    let names = Reflect::construct(&constructor, &Array::of2(&tag, &options))?;
    let of: Function = Reflect::get(&names, &"of".into())?.dyn_into()?;
    Ok(of.call1(&names, &tag)?.as_string())
}
