//! An exact text to be pasted elsewhere, and the button that copies it.

use leptos::prelude::*;

use super::super::{copy, session::Session, shape};
use crate::browser::page;

/// A text of one line or more; `name` is what the button says it copies.
#[component]
pub(super) fn ExactText(#[prop(into)] text: Signal<String>, #[prop(into)] name: Signal<String>) -> impl IntoView {
    let session = Session::current();
    let lines = move || {
        let text = text.get();
        let lines = text.split('\n').map(|line| match line.starts_with('[') {
            true => view! { <b class="exact-text__section">{line.to_owned()}"\n"</b> }.into_any(),
            false => line.to_owned().into_any(),
        });
        lines.collect::<Vec<_>>()
    };
    let copy = move |_| {
        // What is open is taken first: it belongs to the text.
        page::settle();
        copy::copy_shown(session, text.get_untracked());
    };
    view! {
        <div class="exact-text">
            <code class="exact-text__text">{lines}</code>
            <button class="button exact-text__copy" type="button" aria-label=move || name.get() on:click=copy>{shape::tool("copy")}"Copy"</button>
        </div>
    }
}
