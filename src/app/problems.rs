//! Problems: what the laws say of the two texts, where, and what can be done about it.

mod explained;
mod item;
pub mod list;
pub mod navigation;
mod previewed;
pub mod ways;

use std::time::Duration;

use leptos::{ev, prelude::*};

use self::{
    explained::Explained,
    item::Item,
    list::{Filter, MOST, ProblemList},
    previewed::Previewed,
};
use super::{
    find::{opening, state::Finder, tabs::LowerTabs},
    gate::Gate,
    hints::HintHere,
    panels::Fold,
    session::Session,
    shape,
};
use crate::browser::page;
use presence_profile_core::{
    editor::{command::Fixes, finding::Counts, findings, fixing, hints::Hint, shares::Panel},
    rules::diagnostic::Severity,
};

/// What can be done about a problem, as a menu. Not in the place of the panel: what opens at a cell is there while the panel is
/// behind its tab.
#[component]
pub fn ProblemMenu() -> impl IntoView {
    let panel = ProblemList::current();
    view! { <super::menu::Popup menu=panel.menu back=move || ways::back(panel) /> }
}

/// The panel.
#[component]
pub fn Problems() -> impl IntoView {
    let session = Session::current();
    let panel = ProblemList::current();
    let finder = Finder::current();
    let filter = Gate::new(move || panel.filter_of(session));
    // Under a hand that presses a button nothing moves.
    let is_held = panel.is_held;
    let shown = Gate::after(move |before: Option<&Vec<usize>>| {
        if let Some(before) = before.filter(|_| is_held.get()) {
            return before.clone();
        }
        session.analysis.with(|read| match filter.get() {
            Filter::SetAside => (0..read.0.set_aside.len()).collect::<Vec<_>>(),
            filter => {
                let groups = findings::by_severity(&read.0.findings).into_iter();
                let groups =
                    groups.filter(|(severity, _)| matches!(filter, Filter::All) || filter == Filter::Only(*severity));
                groups.flat_map(|(_, own)| own).collect()
            }
        })
    });
    let listed =
        Memo::new(move |_| shown.with(|shown| shown.iter().copied().take(panel.most.get()).collect::<Vec<_>>()));
    let rest = Memo::new(move |_| shown.with(Vec::len) - listed.with(Vec::len));
    let is_aside = Memo::new(move |_| filter.get() == Filter::SetAside);
    // The same positions are other problems in the other list.
    let items = Memo::new(move |_| {
        let is_aside = is_aside.get();
        listed.with(|listed| listed.iter().map(|index| (is_aside, *index)).collect::<Vec<_>>())
    });
    let contents = Gate::after(move |before: Option<&Vec<_>>| match before.filter(|_| is_held.get()) {
        Some(before) => before.clone(),
        None => items.with(|items| item::contents(session, items)),
    });
    let safe = Gate::after(move |before: Option<&usize>| match before.filter(|_| is_held.get()) {
        Some(before) => *before,
        None => session.analysis.with(|read| fixing::count(&read.0, &Fixes::Safe)),
    });
    // Behind the click that belongs to it.
    let let_go = move |_| set_timeout(move || panel.release(), Duration::ZERO);
    let released = window_event_listener(ev::pointerup, let_go);
    let cancelled = window_event_listener(ev::pointercancel, let_go);
    on_cleanup(move || {
        released.remove();
        cancelled.remove();
    });
    let has_some = move || shown.with(|shown| !shown.is_empty());
    let has_aside = Gate::new(move || session.analysis.with(|read| !read.0.set_aside.is_empty()));
    let none = move || match filter.get() {
        Filter::All if has_aside.get() => "No open problems.",
        Filter::All => "No problems: both texts keep all laws.",
        _ => "None.",
    };
    view! {
        <section class="panel problems" class:problems--some=has_some aria-label="Problems" tabindex="-1" hidden=move || finder.is_shown.get()
            on:pointerdown=move |event| if page::is_on_button(&event) { panel.press(session) }
            on:click:capture=move |event| {
                // The second half of a double press would act on what has come under the hand since.
                if 1 < event.detail() {
                    event.prevent_default();
                    event.stop_propagation();
                }
            }>
            <header class="panel__head" class:panel__head--tabs=move || finder.is_open.get()>
                {move || match finder.is_open.get() {
                    true => view! { <LowerTabs /> }.into_any(),
                    false => view! { <h2 class="panel__title">"Problems"</h2> }.into_any(),
                }}
                <Counts />
                <HintHere hint=Hint::FixProblem back=".problems .fold" />
                <span class="panel__actions">
                    {move || (0 < safe.get()).then(|| view! {
                        <button class="button button--bare button--act" type="button" aria-haspopup="dialog"
                            on:click=move |_| panel.preview_safe()>
                            {if safe.get() == 1 { "Apply 1 safe fix".to_owned() } else { format!("Apply {} safe fixes", safe.get()) }}
                        </button>
                    })}
                    {move || (!finder.is_open.get()).then(|| view! {
                        <button class="button button--bare button--icon problems__find" type="button" aria-label="Find and replace" title="Find and replace (Ctrl+F and Ctrl+H in a table or a text)"
                            on:mousedown=|event| event.prevent_default()
                            on:click=move |_| opening::open(session, finder, true)>{shape::tool("search")}</button>
                    })}
                    <Fold panel=Panel::Problems name="the problems" />
                </span>
            </header>
            <p class="problems__none" hidden=has_some>{none}</p>
            <div class="problems__list" data-scroll="problems" hidden=move || !has_some()>
                <ol>
                    <For each=move || items.get() key=|item| *item let:key>
                        <Item key contents />
                    </For>
                </ol>
                {move || (0 < rest.get()).then(|| view! {
                    <button class="button button--bare button--act problems__rest" type="button"
                        on:click=move |_| panel.most.update(|most| *most += MOST)>
                        {format!("List {} more", rest.get().min(MOST))}
                    </button>
                })}
            </div>
        </section>
        <Previewed is_open=panel.previews fixes=panel.fixes />
        <Explained is_open=panel.explains code=panel.code />
    }
}

/// How many there are of each severity; each is a switch that lists only these.
#[component]
fn Counts() -> impl IntoView {
    let session = Session::current();
    let panel = ProblemList::current();
    let chosen = Gate::new(move || panel.filter_of(session));
    let counts =
        Gate::new(move || session.analysis.with(|read| (read.0.counts(), Counts::of(&read.0.set_aside).all())));
    let switch = move |filter: Filter, count: usize, words: String, sign: AnyView| {
        // A filter stays while it is on, though its last problem has gone.
        let is_on = move || chosen.get() == filter;
        (0 < count || is_on()).then(|| {
            view! {
                <button class="counts__item" type="button" aria-pressed=move || is_on().to_string() title="List only these; F8 goes to the next problem"
                    on:click=move |_| panel.filter.set(if is_on() { Filter::All } else { filter })>{sign}{words}</button>
            }
        })
    };
    move || {
        let (counts, aside) = counts.get();
        let of = |severity: Severity| {
            let count = counts.count(severity);
            let words = format!("{count} {}{}", severity.name(), if count == 1 { "" } else { "s" });
            switch(Filter::Only(severity), count, words, shape::severity(severity, 14).into_any())
        };
        let words = format!("{aside} set aside");
        view! {
            <span class="counts" role="group" aria-label="Show only">
                {of(Severity::Error)}{of(Severity::Warning)}{of(Severity::Note)}
                {switch(Filter::SetAside, aside, words, ().into_any())}
            </span>
        }
    }
}
