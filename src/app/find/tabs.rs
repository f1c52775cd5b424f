//! The tabs below the texts: the problems, and the search while there is one.

use leptos::{ev, prelude::*};

use super::state::Finder;
use crate::{
    app::session::Session,
    browser::{cells, page},
};

#[component]
pub fn LowerTabs() -> impl IntoView {
    let session = Session::current();
    let finder = Finder::current();
    let problems = move || session.analysis.with(|read| read.0.counts().all());
    let show = move |is_search: bool| {
        finder.is_shown.set(is_search);
        let panel = if is_search { ".find" } else { ".problems" };
        cells::after_rendering(move || {
            page::focus_quietly_on(&format!("{panel} .tabs__tab[aria-selected=true]"));
        });
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let is_search = match event.key().as_str() {
            "ArrowLeft" | "ArrowRight" => !finder.is_shown.get_untracked(),
            "Home" => false,
            "End" => true,
            _ => return,
        };
        event.prevent_default();
        show(is_search);
    };
    let tab = move |is_search: bool| {
        let is_selected = move || finder.is_shown.get() == is_search;
        let words = match is_search {
            true => "Find and replace".into_any(),
            false => view! { "Problems "<span class="tabs__count">{problems}</span> }.into_any(),
        };
        view! {
            <button class="tabs__tab" type="button" role="tab" aria-selected=move || is_selected().to_string()
                tabindex=move || if is_selected() { "0" } else { "-1" } on:click=move |_| show(is_search)>{words}</button>
        }
    };
    view! {
        <div class="tabs" role="tablist" aria-label="Below the texts" on:keydown=on_key>{tab(false)}{tab(true)}</div>
    }
}
