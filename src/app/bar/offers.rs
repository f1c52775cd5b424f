//! The ways out beside a notice: to import what was pasted, or to write it where it was pasted.

use std::time::Duration;

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use crate::{
    app::{importing::coming, session::Session, start::focus},
    browser::{cells, pointer},
};

/// The buttons, and what they are about where the notice says something else by now; nothing where nothing is offered.
#[component]
pub fn Offers() -> impl IntoView {
    let session = Session::current();
    move || {
        session.offered().map(|offer| {
            let words = offer.words.clone();
            let is_said = move || session.notice.with(|notice| *notice == words);
            let words = offer.words.clone();
            let go_back = offer.go_back.clone();
            let again = offer.input.is_some().then_some("Ctrl+V again");
            view! {
                // A press must not close the cell that the paste is about.
                <span class="offers" on:mousedown=|event| event.prevent_default() on:keydown=move |event| {
                    if event.key() == "Escape" {
                        event.stop_propagation();
                        session.end_offer();
                        go_back();
                    }
                }>
                    {move || (!is_said()).then(|| words.clone())}
                    {offer.input.is_some().then(|| view! {
                        <button class="button button--fix" type="button" title="Ctrl+O" on:click=move |_| { import(session); }>"Import it"</button>
                    })}
                    {offer.ways.into_iter().map(|way| view! {
                        <button class="button button--fix" type="button" title=again on:click=move |_| {
                            session.end_offer();
                            session.notice.set(String::new());
                            (way.write)();
                        }>{way.words}</button>
                    }).collect::<Vec<_>>()}
                </span>
            }
        })
    }
}

/// Imports what is offered. Returns whether something was.
pub fn import(session: Session) -> bool {
    let Some(offer) = untrack(|| session.offered()) else { return false };
    let Some(input) = offer.input else { return false };
    session.end_offer();
    session.notice.set(String::new());
    // The button goes: the dialog gives the focus back to where the paste was.
    (offer.go_back)();
    coming::take_input(session, input);
    true
}

/// A press elsewhere ends what is offered, behind its click: the bar moves when the buttons go, and not under a hand.
pub fn end_behind_press(session: Session, event: &Event) {
    if is_in_offers(event) || untrack(|| session.offered()).is_none() {
        return;
    }
    let end = move || set_timeout(move || session.end_offer(), Duration::ZERO);
    pointer::once_let_go(end);
}

/// Whether an event is about what is offered.
pub fn is_in_offers(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| cells::closest(&target, ".offers").is_some())
}

/// Whether a key may be one on the way to what is offered, or to the same paste once more.
pub fn may_lead_to_offers(event: &ev::KeyboardEvent) -> bool {
    // A cell at rest asks again.
    let is_at_rest = event.key() == "Enter" && cells::focused_cell().is_some() && !focus::is_cell_open();
    let is_modified = event.ctrl_key() || event.meta_key() || event.alt_key();
    is_in_offers(event)
        || is_at_rest
        || is_modified
        || matches!(event.key().as_str(), "Tab" | "F6" | "Shift" | "Control" | "Alt" | "Meta")
}
