//! A border between panels, moved by the pointer or by keys.

use leptos::{ev, html, prelude::*};

use super::PanelRoom;
use crate::browser::{page, pointer, size};
use presence_profile_core::editor::shares::{Border, Reach};

/// The gap between two panels, in CSS pixels; the sheets say the same.
const GAP: f64 = 10.0;

/// What is measured of a border: the size of its panel now, and what it can be.
#[derive(Clone, Copy, PartialEq)]
struct Measured {
    now: f64,
    reach: Reach,
}

/// The border is held since: where the pointer was, the size then, and the size that had been given.
#[derive(Clone, Copy)]
struct Held {
    from: f64,
    size: f64,
    given: Option<u16>,
}

/// The border.
#[component]
pub fn Splitter(border: Border) -> impl IntoView {
    let room = PanelRoom::current();
    let element = NodeRef::<html::Div>::new();
    let measured = RwSignal::new(measure(border));
    let held = RwSignal::new(None::<Held>);
    let look = move || {
        // The observer of the sizes may speak once more when the page has gone.
        if !measured.is_disposed() && measured.get_untracked() != measure(border) {
            measured.set(measure(border));
        }
    };
    Effect::new(move || {
        if element.get().is_some() {
            for part in parts(border).into_iter().filter_map(page::found) {
                size::watch(&part, look);
            }
        }
    });
    let along = move |event: &ev::PointerEvent| {
        let (left, top) = pointer::place(event);
        if border.is_across() { left } else { top }
    };
    let on_press = move |event: ev::PointerEvent| {
        if event.button() != 0 || !event.is_primary() {
            return;
        }
        // No text is selected on the way.
        event.prevent_default();
        pointer::capture(&event);
        if let Some(element) = element.get_untracked() {
            page::focus_quietly(&element);
        }
        let given = untrack(|| room.size(border));
        held.set(Some(Held { from: along(&event), size: measure(border).now, given }));
    };
    let on_move = move |event: ev::PointerEvent| {
        let Some(Held { from, size, .. }) = held.get_untracked() else { return };
        let moved = along(&event) - from;
        // A hand that only presses moves nothing.
        if moved != 0.0 {
            room.give(border, Some(border.after_drag(size, moved, measure(border).reach)));
        }
    };
    let let_go = move || {
        if held.get_untracked().is_some() {
            held.set(None);
            room.remember();
        }
    };
    let by_default = move || {
        room.give(border, None);
        room.remember();
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let key = event.key();
        match (key.as_str(), held.get_untracked()) {
            // While it is held, Escape puts it back to where it was, and other keys wait.
            ("Escape", Some(before)) => {
                held.set(None);
                room.give(border, before.given.map(f64::from));
            }
            (_, Some(_)) => {}
            ("Enter", None) => by_default(),
            (key, None) => {
                let Measured { now, reach } = measure(border);
                let Some(size) = border.after_key(key, event.shift_key(), now, reach) else { return };
                room.give(border, Some(size));
                room.remember();
            }
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let whole = |length: f64| (length.round() as i32).to_string();
    view! {
        <div class=format!("splitter splitter--{}", border.key()) class:splitter--across=border.is_across() class:splitter--held=move || held.with(Option::is_some)
            node_ref=element role="separator" tabindex="0"
            aria-orientation=if border.is_across() { "vertical" } else { "horizontal" } aria-label=border.name()
            aria-valuenow=move || whole(measured.get().now) aria-valuemin=move || whole(measured.get().reach.least)
            aria-valuemax=move || whole(measured.get().reach.most.max(measured.get().now))
            aria-valuetext=move || format!("{} pixels", whole(measured.get().now))
            title="Drag it, or use the arrow keys; Enter or a double click: the first size"
            on:pointerdown=on_press on:pointermove=on_move on:pointerup=move |_| let_go() on:pointercancel=move |_| let_go()
            on:lostpointercapture=move |_| let_go() on:keydown=on_key on:dblclick=move |_| by_default()></div>
    }
}

/// What the size at a border depends on: its panel first, then what it shares its room with.
fn parts(border: Border) -> [&'static str; 3] {
    match border {
        Border::Source => [".work__dock", ".work", ".work"],
        Border::States => [".states__panel", ".work__lead", ".preview"],
        Border::Problems => [".problems", ".work__dock", ".source"],
        Border::Ranges => [".pull__ranges", ".work", ".work"],
    }
}

fn measure(border: Border) -> Measured {
    let [(width, height), (all_wide, all_high), (_, beside)] = parts(border).map(size::of);
    let now = if border.is_across() { width } else { height };
    let room = match border {
        Border::Source | Border::Ranges => all_wide - 3.0 * GAP,
        // Below all others, at the foot of the window, no more than half of that.
        Border::Problems if all_high == 0.0 => size::window_height() / 2.0 + border.left_over(),
        Border::Problems => all_high - GAP,
        // No more than the rows need.
        Border::States => {
            let needed = height + size::beyond(".states__scroll") + border.left_over();
            needed.min(all_high - beside - 2.0 * GAP)
        }
    };
    Measured { now, reach: Reach::new(border, room - border.left_over()) }
}
