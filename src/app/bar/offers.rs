//! The ways out beside a notice: to import what was pasted, or to write it where it was pasted.

use leptos::prelude::*;

use crate::app::{importing::coming, session::Session};

/// The buttons, and what they are about where the notice says something else by now; nothing where nothing is offered.
#[component]
pub fn Offers() -> impl IntoView {
    let session = Session::current();
    move || {
        session.offered().map(|offer| {
            let words = offer.words.clone();
            let is_said = move || session.notice.with(|notice| *notice == words);
            let words = offer.words.clone();
            let input = offer.input.clone();
            let (write, go_back) = (offer.write.clone(), offer.go_back.clone());
            view! {
                // A press must not close the cell that the paste is about.
                <span class="offers" on:mousedown=|event| event.prevent_default()>
                    {move || (!is_said()).then(|| words.clone())}
                    <button class="button button--fix" type="button" on:click=move |_| {
                        session.end_offer();
                        session.notice.set(String::new());
                        // The button goes: the dialog gives the focus back to where the paste was.
                        go_back();
                        coming::take_input(session, input.clone());
                    }>"Import it"</button>
                    <button class="button button--fix" type="button" title="Ctrl+V again" on:click=move |_| {
                        session.end_offer();
                        session.notice.set(String::new());
                        write();
                    }>"Paste as text"</button>
                </span>
            }
        })
    }
}
