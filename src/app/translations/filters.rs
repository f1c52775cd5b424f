//! The filters in the head of the translations, each with how many entries it finds.

use leptos::prelude::*;

use super::super::session::Session;
use presence_profile_core::editor::shown_texts::{columns::short_name, filter::EntryFilter};

#[component]
pub(super) fn Filters() -> impl IntoView {
    let session = Session::current();
    let chips = EntryFilter::ALL.into_iter().enumerate();
    view! {
        <div class="translations__filters" role="group" aria-label="Entries shown">
            {chips.map(|(at, filter)| chip(session, at, filter)).collect::<Vec<_>>()}
        </div>
    }
}

fn chip(session: Session, at: usize, filter: EntryFilter) -> impl IntoView {
    // The gaps of one language are gaps.
    let chosen = Memo::new(move |_| {
        let chosen = session.table.filter();
        (chosen.name() == filter.name()).then_some(chosen)
    });
    let count = Memo::new(move |_| {
        let of = if chosen.get().is_some() { EntryFilter::ALL.len() } else { at };
        session.table.counts.with(|counts| counts.get(of).copied().unwrap_or_default())
    });
    let words = move || match chosen.get() {
        Some(EntryFilter::GapsIn(lcid)) => format!("Gaps in {}", short_name(lcid, &session.table.languages())),
        _ => filter.name().to_owned(),
    };
    let title = move || match chosen.get() {
        Some(EntryFilter::All) | None => filter.meaning().to_owned(),
        Some(chosen) => format!("{}; pressed again, it leaves out the rows that are done", chosen.meaning()),
    };
    view! {
        <button class="translations__filter" class:translations__filter--none=move || count.get() == 0 type="button"
            aria-pressed=move || chosen.get().is_some().to_string() title=title
            on:click=move |_| session.choose_filter(chosen.get_untracked().unwrap_or(filter))>
            {words}" "<span class="translations__tally">{count}</span>
        </button>
    }
}
