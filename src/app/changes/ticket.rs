//! The differences for a change ticket, as a text or as a table.

use leptos::prelude::*;

use super::Comparison;
use crate::app::{
    copy,
    session::{Session, comparing::From},
    shape,
};
use presence_profile_core::{editor::comparing::ticket, source::phrase::counted};

/// The text, to be copied.
#[component]
pub fn Ticket(found: Comparison) -> impl IntoView {
    let session = Session::current();
    let is_table = RwSignal::new(false);
    let text = Memo::new(move |_| {
        found.with(|found| {
            let found = &found.0;
            if is_table.get() {
                return ticket::cells(&found.differences, found.default_language());
            }
            let count = counted(found.differences.len(), "change", "changes");
            let unknown = found.then.unknown().map_or_else(String::new, |unknown| match found.from {
                From::Live => format!("\nWhat T-Server has of {unknown} is not known, and not compared."),
                _ => format!("\n{} says nothing of {unknown}.", found.what),
            });
            let title = format!("Presence profile {}: {count} since {}{unknown}", found.now.name, found.what);
            ticket::text(&title, &found.differences)
        })
    });
    let radio = move |own: bool, words: &'static str| {
        view! {
            <label class="segments__item">
                <input class="segments__input" type="radio" name="ticket-form" prop:checked=move || is_table.get() == own
                    on:change=move |_| is_table.set(own) />
                <span class="segments__word">{words}</span>
            </label>
        }
    };
    view! {
        <section class="panel ticket" aria-label="For the change ticket">
            <header class="panel__head">
                <h2 class="panel__title">"For the change ticket"</h2>
                <span class="panel__facts">{move || counted(text.with(|text| text.chars().count()), "character", "characters")}</span>
                <span class="panel__actions">
                    <span class="segments" role="radiogroup" aria-label="Form">{radio(false, "Text")}{radio(true, "Table")}</span>
                    <button class="button button--bare" type="button" on:click=move |_| copy::copy_shown(session, text.get_untracked())>
                        {shape::tool("copy")}{move || if is_table.get() { "Copy table" } else { "Copy text" }}
                    </button>
                </span>
            </header>
            <pre class="ticket__text" tabindex="0" role="region" aria-label="Text for the ticket">{move || text.get()}</pre>
        </section>
    }
}
