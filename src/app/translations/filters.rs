//! The filters in the head of the translations, each with how many entries it finds. One stop for all of them, arrows from one
//! to the next.

use leptos::{ev, prelude::*};

use super::super::session::Session;
use crate::browser::page;
use presence_profile_core::editor::shown_texts::{columns::short_name, filter::EntryFilter};

#[component]
pub(super) fn Filters() -> impl IntoView {
    let session = Session::current();
    let chips = EntryFilter::ALL.into_iter().enumerate();
    let stop = RwSignal::new(0_usize);
    let on_key = move |event: ev::KeyboardEvent| {
        let (now, last) = (stop.get_untracked(), EntryFilter::ALL.len() - 1);
        let to = match event.key().as_str() {
            "ArrowRight" => (now + 1).min(last),
            "ArrowLeft" => now.saturating_sub(1),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        page::focus_id(&id(to));
    };
    view! {
        <div class="translations__filters" role="toolbar" aria-label="Entries shown" on:keydown=on_key>
            {chips.map(|(at, filter)| chip(session, at, filter, stop)).collect::<Vec<_>>()}
        </div>
    }
}

fn id(at: usize) -> String {
    format!("filter-{at}")
}

fn chip(session: Session, at: usize, filter: EntryFilter, stop: RwSignal<usize>) -> impl IntoView {
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
        <button class="translations__filter" class:translations__filter--none=move || count.get() == 0 type="button" id=id(at)
            tabindex=move || if stop.get() == at { "0" } else { "-1" } on:focus=move |_| stop.set(at)
            aria-pressed=move || chosen.get().is_some().to_string() title=title
            on:click=move |_| session.choose_filter(chosen.get_untracked().unwrap_or(filter))>
            {words}" "<span class="translations__tally">{count}</span>
        </button>
    }
}
