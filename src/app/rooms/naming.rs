//! The field in which a name is written, in its line of a list.

use leptos::{ev, html, prelude::*};

use super::state::{Named, Rooms};
use crate::browser::{cells, page};

/// The field.
#[component]
pub fn NameField(
    rooms: Rooms,
    named: Named,
    /// What it is called now.
    name: String,
    label: &'static str,
    /// The list that has the focus afterwards, by its `id`.
    list: &'static str,
) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let is_refused = RwSignal::new(false);
    let before = name.clone();
    let leave = move |takes_focus: bool| {
        rooms.naming.try_set(None);
        cells::after_rendering(move || {
            if takes_focus || cells::focus_is_lost() {
                page::focus_id(list);
            }
        });
    };
    let is_still = move || rooms.naming.try_get_untracked().flatten() == Some(named);
    let take = move |before: &str, takes_focus: bool| {
        let Some(field) = field.try_get_untracked().flatten() else { return };
        let written = field.value();
        if written.trim() == before {
            return leave(takes_focus);
        }
        let then = move |is_taken| match is_taken {
            _ if !is_still() => {}
            // What is refused does not wait unseen.
            false if takes_focus => drop(is_refused.try_set(true)),
            _ => leave(takes_focus),
        };
        // What has made the workspace may not be at its end.
        rooms.when_free(move || {
            if is_still() {
                rooms.take_name(named, written, then);
            }
        });
    };
    let first = name.clone();
    cells::after_rendering(move || {
        let Some(field) = field.try_get_untracked().flatten() else { return };
        let ahead = rooms.ahead.try_update_value(Option::take).flatten().unwrap_or_default();
        field.set_value(if ahead.name.is_empty() { &name } else { &ahead.name });
        page::focus_quietly(&field);
        if ahead.name.is_empty() {
            field.select();
        }
        if ahead.is_entered {
            take(&first, true);
        }
    });
    let on_key = {
        let before = before.clone();
        move |event: ev::KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            match event.key().as_str() {
                "Enter" => take(&before, true),
                "Escape" => leave(true),
                _ => return,
            }
            // The dialog stays, and the list opens nothing.
            event.stop_propagation();
            event.prevent_default();
        }
    };
    // Whoever goes elsewhere meant what was written.
    let on_blur = move |_| {
        if is_still() && page::has_focus() && !rooms.is_busy.get_untracked() {
            take(&before, false);
        }
    };
    view! {
        <input class="field rooms__field" type="text" node_ref=field data-own-undo aria-label=label
            aria-invalid=move || is_refused.get().then_some("true") autocomplete="off" spellcheck="false"
            on:keydown=on_key on:input=move |_| is_refused.set(false) on:blur=on_blur
            on:click=|event| event.stop_propagation() on:dblclick=|event| event.stop_propagation() />
    }
}
