//! Find and replace: a tab beside the problems, so that it covers nothing.

mod followed;
mod form;
pub mod going;
mod list;
mod marking;
pub mod opening;
mod origin;
pub mod replacing;
pub mod state;
pub mod tabs;

use leptos::{ev, prelude::*};

use self::{list::Hits, state::Finder, tabs::LowerTabs};
use super::{session::Session, shape};

/// The panel.
#[component]
pub fn Find() -> impl IntoView {
    let finder = Finder::current();
    move || finder.is_open.get().then(|| view! { <Panel /> })
}

#[component]
fn Panel() -> impl IntoView {
    let session = Session::current();
    let finder = Finder::current();
    let close = move || opening::close(session, finder);
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() && event.key_code() != 229 {
            event.prevent_default();
            event.stop_propagation();
            close();
        }
    };
    view! {
        <section class="panel find" role="tabpanel" aria-label="Find and replace" tabindex="-1" hidden=move || !finder.is_shown.get()
            on:keydown=on_key on:focusin=move |event| opening::come_from(session, finder, &event)>
            <header class="panel__head panel__head--tabs">
                <LowerTabs />
                <span class="panel__actions">
                    <button class="button button--bare button--icon" type="button" aria-label="Close find and replace" title="Close (Esc)"
                        on:click=move |_| close()>{shape::tool("remove")}</button>
                </span>
            </header>
            <form::Form />
            <Hits />
            <Foot />
        </section>
    }
}

#[component]
fn Foot() -> impl IntoView {
    let session = Session::current();
    let finder = Finder::current();
    let summary = move || finder.found.with(|found| session.analysis.with(|read| found.summary(&read.0)));
    let replace = move || match (finder.ticked(), finder.found.with(|found| found.count())) {
        (_, 0) => "Replace".to_owned(),
        (ticked, count) => format!("Replace {ticked} of {count}"),
    };
    let why_not = move || replacing::why_not(session, finder);
    view! {
        <footer class="find__foot">
            <span class="find__summary" id=SUMMARY>{summary}</span>
            <span class="find__ways">
                <button class="button" type="button" title="Shift+F3 goes back" aria-disabled=move || (finder.found.with(|found| found.count()) == 0).then_some("true")
                    on:click=move |_| going::step(session, finder, false)>"Next"<kbd class="key">"F3"</kbd></button>
                <button class="button" type="button" title=move || why_not().unwrap_or("Ctrl+Enter") aria-disabled=move || why_not().map(|_| "true")
                    on:click=move |_| replacing::replace(session, finder)>{replace}</button>
            </span>
        </footer>
    }
}

/// What describes the field: how much was found.
const SUMMARY: &str = "find-summary";
