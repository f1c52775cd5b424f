//! What just happened, with the way back: for ten seconds in the bar, and longer only while one is at it.

use std::time::Duration;

use leptos::{html, leptos_dom::helpers::TimeoutHandle, prelude::*};

use super::super::{
    actions::{UNDO, hands::Hands},
    session::Session,
};
use crate::browser::cells;

/// So long what was said can be read.
const STAY: Duration = Duration::from_secs(10);
/// The class of what is to be read now; the sheet hides the rest from the eye.
const FRESH: &str = "notice--fresh";

/// The notice.
#[component]
pub fn Notice() -> impl IntoView {
    let session = Session::current();
    let hands = Hands::current();
    let can_take_back = Memo::new(move |_| session.has_just_done());
    let place = NodeRef::<html::Div>::new();
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move || {
        let is_said = !session.status().is_empty();
        let is_refusal = session.says_refusal();
        if let Some(handle) = waiting.try_update_value(Option::take).flatten() {
            handle.clear();
        }
        let Some(element) = place.get() else { return };
        cells::mark(&element, FRESH, is_said);
        // Why a cell was refused is said until the next key or press.
        if is_said && !is_refusal {
            end_later(place, waiting);
        }
    });
    on_cleanup(move || {
        if let Some(handle) = waiting.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    });
    view! {
        <div class="notice" class:notice--done=move || can_take_back.get() node_ref=place>
            <span class="notice__text" role="status" aria-live="polite" title=move || session.status()>{move || session.status()}</span>
            {move || can_take_back.get().then(|| view! {
                <button class="button button--bare button--act notice__undo" type="button" title="Ctrl+Z" aria-label=move || format!("Undo: {}", session.status()) on:mousedown=|event| event.prevent_default()
                    on:click=move |_| UNDO.run(hands)>"Undo"</button>
            })}
        </div>
    }
}

/// Ends it in ten seconds, or again so much later while the pointer or the focus is at it.
fn end_later(place: NodeRef<html::Div>, waiting: StoredValue<Option<TimeoutHandle>>) {
    let end = move || {
        let Some(element) = place.try_get_untracked().flatten() else { return };
        match element.matches(":hover, :focus-within").unwrap_or_default() {
            true => end_later(place, waiting),
            false => cells::mark(&element, FRESH, false),
        }
    };
    // The page may have gone.
    let _ = waiting.try_set_value(set_timeout_with_handle(end, STAY).ok());
}
