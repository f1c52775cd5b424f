//! A tab that may only read: no key and no input method reaches a field that edits, and the page says why.

use leptos::ev;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::session::Session;

/// Finds the fields that only ask: what is typed there changes nothing.
const ASKS: &str = "[data-asks], [type=checkbox], [type=radio], select";

/// Finds the fields that hold text.
const FIELDS: &str = "input, textarea";

/// Stops an input into a field that edits; also of those that forgot to be `readonly` here, and of a field that was open
/// while the workspace went to another tab.
pub fn on_before_input(session: Session, event: &ev::InputEvent) {
    if is_in_edited_field(event) && !session.may_change() {
        event.prevent_default();
    }
}

/// A field that cannot be written says nothing of a key: the page says why.
pub fn on_key(session: Session, event: &ev::KeyboardEvent) {
    let is_command = event.ctrl_key() || event.meta_key() || event.alt_key();
    let is_writing = match event.key().as_str() {
        "Backspace" | "Delete" => true,
        "Enter" => is_in_text_area(event),
        // A key of a letter is called by the letter.
        key => !is_command && key.chars().count() == 1,
    };
    if is_writing && is_in_edited_field(event) {
        // Said once, with the key: nothing else happens.
        session.may_change();
    }
}

/// The same of a piece from the clipboard.
pub fn on_paste(session: Session, event: &Event) {
    if is_in_edited_field(event) && !session.may_change() {
        event.prevent_default();
        event.stop_propagation();
    }
}

fn is_in_text_area(event: &Event) -> bool {
    target(event).is_some_and(|target| target.matches("textarea").unwrap_or_default())
}

fn is_in_edited_field(event: &Event) -> bool {
    target(event).is_some_and(|target| {
        let is = |selector: &str| target.matches(selector).unwrap_or_default();
        is(FIELDS) && !is(ASKS)
    })
}

fn target(event: &Event) -> Option<Element> {
    event.target().and_then(|target| target.dyn_into().ok())
}
