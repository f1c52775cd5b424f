//! What takes the focus where nothing else is left to, or nothing else may: keys do nothing there.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::browser::{cells, page};

/// Finds it: a panel that is always there on its page, and can have the focus itself.
const REFUGE: &str = ".translations, .problems:not([hidden]), .find, .assignment__problems";

/// Finds the field of the picker.
const PICKER: &str = ".picker__find .field";

/// Gives it the focus.
pub fn take_focus() {
    // A picker that is open keeps it: Escape is to close that.
    match page::has(PICKER) {
        true => page::focus_quietly_on(PICKER),
        false => page::focus_quietly_on(REFUGE),
    }
}

/// A press beside everything that takes the focus leaves the grid: what is typed next is not meant for its cell.
pub fn leave_grid(event: &ev::PointerEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_beside = target.is_some_and(|target| cells::closest(&target, "[data-grid], dialog").is_none());
    if is_beside && !page::is_on_focusable(event) {
        request_animation_frame(|| {
            if cells::focus_is_lost() {
                cells::forget_focus();
            }
        });
    }
}
