//! What is kept and what is exported, in two lines: the button to all that is kept.

use leptos::prelude::*;

use super::super::{
    gate::Gate,
    session::{Session, keeping::words::Sign},
    shape,
};

/// The two lines; they are spoken only where something is the matter.
#[component]
pub fn KeptLines(
    /// Whether what is kept is shown.
    rooms: RwSignal<bool>,
) -> impl IntoView {
    let session = Session::current();
    let lines = Gate::new(move || session.kept_lines());
    let sign = Gate::new(move || lines.with(|lines| lines.sign));
    let is_trouble = move || sign.get() == Sign::Trouble;
    let first = move || lines.with(|lines| lines.first.clone());
    view! {
        <div class="kept" class:kept--signed=move || sign.get() != Sign::Plain class:kept--trouble=is_trouble
            role="status" aria-label=first aria-live=move || if is_trouble() { "polite" } else { "off" }>
            <button class="kept__open" type="button" aria-haspopup="dialog" title=move || lines.with(|lines| lines.hint.clone())
                on:click=move |_| rooms.set(true)>
                {move || match sign.get() {
                    Sign::Plain => ().into_any(),
                    Sign::Locked => shape::tool("lock").into_any(),
                    Sign::Trouble => shape::shape("warning", 16).into_any(),
                }}
                <span class="kept__lines">
                    <span class="kept__line">{move || first_line(&first())}</span>
                    " "
                    <span class="kept__line">{move || lines.with(|lines| lines.second.clone())}</span>
                </span>
            </button>
        </div>
    }
}

/// What is kept, in parts: where it is kept goes first where room is short.
fn first_line(words: &str) -> impl IntoView + use<> {
    let (kept, when) = words.split_once(WHERE).unwrap_or((words, ""));
    let (kept, when) = (kept.to_owned(), when.to_owned());
    let has_place = kept.len() < words.len();
    view! { {kept}{has_place.then(|| view! { <span class="kept__where">{WHERE}</span> })}{when} }
}

/// Where things are kept, as the line says it.
const WHERE: &str = " in this browser";
