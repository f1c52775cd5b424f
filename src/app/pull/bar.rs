//! A range on the number line: a bar with a handle at either end.

use leptos::{ev, html, prelude::*};

use super::{
    actions::{End, Hold, Pull},
    dragging::Dragging,
    scale,
};
use crate::app::gate::Gate;
use presence_profile_core::{
    editor::ranges::{self, Bar as Shown},
    mapping::availability::Availability,
};

/// So near to the start of the line there is no room for the numbers of a range on either side of its middle.
const ROOM_IN_FRONT: u16 = 1000;

/// Numbers that Shift with an arrow goes.
const LARGE_STEP: u16 = 100;

/// The bar of the range at a position.
#[component]
pub(super) fn Bar(
    pull: Pull,
    index: Signal<usize>,
    line: NodeRef<html::Div>,
    /// Whether nothing is near that its numbers would lie on.
    is_apart: Signal<bool>,
) -> impl IntoView {
    let bar = pull.bar(index);
    let dragging = Dragging::new(pull, index, line);
    let numbers = move || bar.with(|bar| bar.map(|bar| format!("{}-{}", bar.lowest.number(), bar.highest.number())));
    let name = move || format!("Range {}: {}", index.get() + 1, numbers().unwrap_or_default());
    view! {
        <div class="pull__bar" role="group" aria-label=name hidden=move || bar.with(Option::is_none)
            class:pull__bar--chosen=move || pull.chosen.get() == Some(index.get())
            class:pull__bar--first=move || bar.with(|bar| bar.is_some_and(|bar| bar.highest.number() < ROOM_IN_FRONT))
            class:pull__bar--apart=move || is_apart.get() class:pull__bar--held=move || dragging.is_on()
            style:left=move || bar.with(|bar| bar.map(|bar| scale::left(bar.lowest.number())))
            style:right=move || bar.with(|bar| bar.map(|bar| scale::right(bar.highest.number())))>
            <span class="pull__body" title=move || bar.with(|bar| bar.map(|bar| bar.covers()))
                on:pointerdown=move |event| dragging.press(&event, None) on:pointermove=move |event| dragging.go(&event)
                on:pointerup=move |_| dragging.let_go() on:pointercancel=move |_| dragging.let_go()>
                <b class="pull__fate-word">"DND off"</b>
            </span>
            <span class="pull__numbers" aria-hidden="true">{move || numbers()}</span>
            <Handle pull index bar dragging end=End::From />
            <Handle pull index bar dragging end=End::To />
        </div>
    }
}

#[component]
fn Handle(pull: Pull, index: Signal<usize>, bar: Gate<Option<Shown>>, dragging: Dragging, end: End) -> impl IntoView {
    let number = move || bar.with(|bar| bar.map(|bar| end.of(&bar)));
    let words = move || number().map(|number| format!("{}, {}", number.number(), ranges::word(number.class())));
    let at = move || format!("{} {}", index.get(), end.name());
    view! {
        <span class="pull__handle" class:pull__handle--to=end == End::To role="slider" tabindex="0" data-handle=at
            aria-label=move || format!("Range {} {}", index.get() + 1, end.name()) aria-orientation="horizontal"
            aria-valuemin="0" aria-valuemax="18000" aria-valuenow=move || number().map(|number| number.number().to_string())
            aria-valuetext=words
            on:keydown=move |event| match dragging.is_on_untracked() {
                true => dragging.key(&event),
                false => on_key(pull, index.get_untracked(), end, &event),
            }
            on:focus=move |_| {
                pull.choose(index.get_untracked());
                pull.note_focus(index.get_untracked(), Hold::Handle(end));
            }
            on:blur=move |event| {
                pull.note_blur(&event);
                pull.session.seal();
            }
            on:pointerdown=move |event| dragging.press(&event, Some(end)) on:pointermove=move |event| dragging.go(&event)
            on:pointerup=move |_| dragging.let_go() on:pointercancel=move |_| dragging.let_go()></span>
    }
}

/// Arrows go by one, with Shift by a hundred, with Ctrl to the border of a class; Home and End as far as it goes.
fn on_key(pull: Pull, index: usize, end: End, event: &ev::KeyboardEvent) {
    let Some(bar) = pull.bar_untracked(index) else { return };
    if event.alt_key() {
        return;
    }
    let (is_lower, number) = (end == End::From, end.of(&bar));
    let steps = |is_upward: bool| match (event.ctrl_key() || event.meta_key(), event.shift_key()) {
        (true, _) => ranges::border(number, is_upward, is_lower),
        (false, is_large) => stepped(number, is_upward, if is_large { LARGE_STEP } else { 1 }),
    };
    let to = match event.key().as_str() {
        "ArrowRight" | "ArrowUp" => steps(true),
        "ArrowLeft" | "ArrowDown" => steps(false),
        "PageUp" => stepped(number, true, LARGE_STEP),
        "PageDown" => stepped(number, false, LARGE_STEP),
        "Home" => stepped(number, false, Availability::HIGHEST),
        "End" => stepped(number, true, Availability::HIGHEST),
        "Delete" | "Backspace" => {
            event.prevent_default();
            return pull.remove(index, Hold::Handle(end));
        }
        _ => return,
    };
    event.prevent_default();
    match end {
        End::From => pull.slide(index, to.min(bar.highest), bar.highest),
        End::To => pull.slide(index, bar.lowest, to.max(bar.lowest)),
    }
}

fn stepped(number: Availability, is_upward: bool, step: u16) -> Availability {
    let to = match is_upward {
        true => number.number().saturating_add(step).min(Availability::HIGHEST),
        false => number.number().saturating_sub(step),
    };
    Availability::new(to).unwrap_or(number)
}
