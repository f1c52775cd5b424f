//! The options that the mode has no use for: which they are, and whether they are copied with the others.

use leptos::prelude::*;

use super::{gate::Gate, phrase::phrase, session::Session, shape};
use presence_profile_core::editor::export;

/// The note; nothing where no such options are kept.
#[component]
pub fn IgnoredOptions() -> impl IntoView {
    let session = Session::current();
    let words = Gate::new(move || {
        session.analysis.with(|read| match session.is_pull() {
            // Below the panels of pull mode there is little room, and the problems tell the rest.
            true => export::ignored_in_short(&read.0.options),
            false => export::ignored_in_words(&read.0.options),
        })
    });
    let copies = session.copies_ignored;
    move || {
        words.get().map(|words| {
            view! {
                <div class="ignored">
                    <p class="ignored__words">{shape::shape("note", 16)}" "{phrase(&words)}</p>
                    <label class="ignored__choice">
                        <input type="checkbox" prop:checked=move || copies.get() on:change=move |event| copies.set(event_target_checked(&event)) />
                        "Copy all options copies them too"
                    </label>
                </div>
            }
        })
    }
}
