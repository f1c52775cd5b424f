//! The list of hits: each with a box, where it is, and what becomes of it.

use std::sync::Arc;

use leptos::{ev, prelude::*};

use super::{
    going,
    state::{Finder, MOST},
};
use crate::{
    app::{gate::Gate, language, session::Session},
    browser::page,
};
use presence_profile_core::editor::searching::shown_hit::ShownHit;

/// A hit in the list.
#[derive(Clone, PartialEq)]
struct Item {
    position: usize,
    shown: ShownHit,
    is_ticked: bool,
    is_current: bool,
    /// Whether its language must be told.
    has_language: bool,
    /// What takes its place; `None` where nothing is to be replaced.
    by: Option<String>,
}

#[component]
pub(super) fn Hits() -> impl IntoView {
    let session = Session::current();
    let finder = Finder::current();
    let items = Gate::new(move || Arc::new(items(session, finder)));
    let count = Gate::new(move || items.with(|items| items.len()));
    let total = Gate::new(move || finder.found.with(|found| found.count()));
    let first = move || finder.first.get().min(total.get());
    let rest = move || total.get().saturating_sub(first() + MOST);
    let has_languages = Gate::new(move || items.with(|items| items.iter().any(|item| item.has_language)));
    view! {
        <div class="find__list" class:find__list--languages=move || has_languages.get()>
            {move || (0 < first()).then(|| view! {
                <button class="button button--bare button--act find__more" type="button"
                    on:click=move |_| finder.first.update(|first| *first = first.saturating_sub(MOST))>
                    {format!("List the {} before", first().min(MOST))}
                </button>
            })}
            <ol aria-label="Hits">
                <For each=move || 0..count.get() key=|at| *at let:at><Line items at /></For>
            </ol>
            {move || (0 < rest()).then(|| view! {
                <button class="button button--bare button--act find__more" type="button"
                    on:click=move |_| finder.first.update(|first| *first += MOST)>
                    {format!("List the next {} of {} more", rest().min(MOST), rest())}
                </button>
            })}
        </div>
    }
}

fn items(session: Session, finder: Finder) -> Vec<Item> {
    let current = finder.current.get();
    let by = finder.is_replacing.get().then(|| finder.by.get());
    let is_ticked = |position: usize| finder.unticked.with(|unticked| unticked.binary_search(&position).is_err());
    finder.found.with(|found| {
        let has_language = 1 < found.hit_languages().len();
        let first = finder.first.get().min(found.count());
        session.analysis.with(|read| {
            let item = |(at, hit)| {
                let position = first + at;
                Item {
                    position,
                    shown: found.shown(&hit, &read.0),
                    is_ticked: is_ticked(position),
                    is_current: current == Some(position),
                    has_language,
                    by: by.clone(),
                }
            };
            found.from(first).take(MOST).enumerate().map(item).collect()
        })
    })
}

#[component]
fn Line(items: Gate<Arc<Vec<Item>>>, at: usize) -> impl IntoView {
    let session = Session::current();
    let finder = Finder::current();
    let item = Memo::new(move |_| items.with(|items| items.get(at).cloned()));
    let is = move |what: fn(&Item) -> bool| move || item.with(|item| item.as_ref().is_some_and(what));
    let go = move |event: ev::MouseEvent| {
        let is_on_box = event_target::<web_sys::Element>(&event).matches("input").unwrap_or_default();
        if let Some(position) =
            item.with_untracked(|item| item.as_ref().map(|item| item.position)).filter(|_| !is_on_box)
        {
            going::go(session, finder, position);
        }
    };
    let tick = move |event: ev::Event| {
        if let Some(position) = item.with_untracked(|item| item.as_ref().map(|item| item.position)) {
            finder.tick(position, event_target_checked(&event));
        }
    };
    let label = move || {
        item.with(|item| {
            item.as_ref().map(|item| match item.shown.language.filter(|_| item.has_language) {
                Some(lcid) => format!("Replace in {}, {}", item.shown.place, language::name(lcid)),
                None => format!("Replace in {}", item.shown.place),
            })
        })
    };
    view! {
        <li class="find__hit" class:find__hit--current=is(|item| item.is_current) class:find__hit--off=is(|item| !item.is_ticked)
            aria-current=move || is(|item| item.is_current)().then_some("true") on:click=go>
            <input class="find__box" type="checkbox" aria-label=label prop:checked=is(|item| item.is_ticked) on:change=tick />
            <button class="find__place" type="button" on:mousedown=keep_selection>
                {move || item.get().map(|item| match item.shown.is_id {
                    true => view! { <code>{item.shown.place}</code> }.into_any(),
                    false => item.shown.place.into_any(),
                })}
            </button>
            {move || item.get().filter(|item| item.has_language).and_then(|item| item.shown.language).map(|lcid| {
                let tag = lcid.tag().map_or_else(|| lcid.number().to_string(), str::to_owned);
                view! { <span class="find__language" title=language::name(lcid)>{tag}</span> }
            })}
            {move || item.get().map(words)}
        </li>
    }
}

/// What becomes of the text.
fn words(item: Item) -> impl IntoView {
    let Item { shown, is_ticked, by, .. } = item;
    let (tag, direction) = shown.language.and_then(language::attributes).unzip();
    let own = match by.filter(|_| is_ticked) {
        Some(by) => {
            let ins = (!by.is_empty()).then(|| view! { <ins class="find__new">{by}</ins> });
            view! { <del class="find__old">{shown.hit}</del>{ins} }.into_any()
        }
        None => view! { <mark class="hit">{shown.hit}</mark> }.into_any(),
    };
    view! { <p class="find__text" lang=tag dir=direction>{shown.front}{own}{shown.behind}</p> }
}

/// A press gives the place the focus, as a key does, and selects nothing.
fn keep_selection(event: ev::MouseEvent) {
    if page::is_on_button(&event) && 1 < event.detail() {
        event.prevent_default();
    }
}
