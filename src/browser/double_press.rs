//! The second half of a double press never reaches what lay behind the first: what was pressed may be gone by then.

use std::cell::RefCell;

use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{Element, MouseEvent};

use super::page::window;

/// What goes with a press: a dialog, a menu, a list of choices.
const PASSING: &str = "dialog, [role=menu], [role=listbox]";

/// How long and how far apart two presses are one double press, in milliseconds and CSS pixels.
const TIME: f64 = 500.0;
const REACH: i32 = 6;

struct Press {
    in_passing: Element,
    at: f64,
    place: (i32, i32),
}

thread_local! {
    static LAST: RefCell<Option<Press>> = const { RefCell::new(None) };
}

/// Watches presses for as long as the page lives.
pub fn watch() {
    let on_press = Closure::<dyn Fn(MouseEvent)>::new(|event: MouseEvent| {
        if is_behind(&event) {
            event.prevent_default();
            event.stop_propagation();
        }
    });
    for kind in ["pointerdown", "mousedown", "pointerup", "mouseup", "click", "dblclick"] {
        let listener = on_press.as_ref().unchecked_ref();
        // A listener for an event of any name is taken.
        let _ = window().add_event_listener_with_callback_and_bool(kind, listener, true);
    }
    on_press.forget();
}

/// Whether an event belongs to a press on what has come to light by the press before; a press on what may go is noted.
fn is_behind(event: &MouseEvent) -> bool {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return false };
    let place = (event.client_x(), event.client_y());
    LAST.with_borrow_mut(|last| {
        let is_behind = last.as_ref().is_some_and(|last| {
            let is_near = (last.place.0 - place.0).abs() <= REACH && (last.place.1 - place.1).abs() <= REACH;
            let is_gone = !last.in_passing.is_connected() || last.in_passing.get_bounding_client_rect().width() == 0.0;
            is_near && is_gone && event.time_stamp() - last.at < TIME
        });
        if !is_behind && event.type_() == "pointerdown" {
            let in_passing = target.closest(PASSING).ok().flatten();
            *last = in_passing.map(|in_passing| Press { in_passing, at: event.time_stamp(), place });
        }
        is_behind
    })
}
