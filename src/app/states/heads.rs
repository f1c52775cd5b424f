//! The head of the fifteen rows. What its terms mean is said to the pointer and to the keyboard: one stop for all of them,
//! arrows from one to the next.

use leptos::{ev, prelude::*};

use super::super::{
    glossary::{self, Glossary},
    language,
    session::Session,
};
use crate::browser::page;
use presence_profile_core::editor::glossary::Term;

/// The terms, each with the words of its column.
const TERMS: [(Term, &str); 3] = [
    (Term::AgentState, "Agent state"),
    (Term::DeviceState, "Device state"),
    (Term::AggregatedState, "Aggregated state ID"),
];

#[component]
pub(super) fn Heads() -> impl IntoView {
    let session = Session::current();
    let glossary = Glossary::current();
    let stop = RwSignal::new(0_usize);
    let head = move |(index, (term, words)): (usize, (Term, &'static str))| {
        view! {
            <th class="grid__head" role="columnheader" scope="col"
                on:mouseenter=move |event| glossary.come(term, &event) on:mouseleave=move |_| glossary.leave()>
                <span class="term" id=id(index) tabindex=move || if stop.get() == index { "0" } else { "-1" } aria-describedby=glossary::meaning_id(term)
                    on:focus=move |event| {
                        stop.set(index);
                        glossary.come(term, &event);
                    }
                    on:blur=move |_| glossary.leave()>{words}</span>
            </th>
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let now = stop.get_untracked();
        let to = match event.key().as_str() {
            "ArrowRight" => (now + 1).min(TERMS.len() - 1),
            "ArrowLeft" => now.saturating_sub(1),
            "Home" => 0,
            "End" => TERMS.len() - 1,
            _ => now,
        };
        if to != now {
            event.prevent_default();
            page::focus_id(id(to));
        }
        // What the cells take from the keyboard is not meant here; what the page takes is.
        if is_of_cells(&event) {
            event.stop_propagation();
        }
    };
    let language_name = move || language::name(session.viewer.get());
    view! {
        <thead class="states__top" role="rowgroup" on:keydown=on_key on:focusin=|event| event.stop_propagation()
            on:copy=|event| event.stop_propagation() on:paste=|event| event.stop_propagation() on:cut=|event| event.stop_propagation()>
            <tr class="states__row" role="row">
                <th class="grid__head grid__head--number" role="columnheader" scope="col">"#"</th>
                {TERMS.into_iter().enumerate().map(head).collect::<Vec<_>>()}
                <th class="grid__head states__head--shown" role="columnheader" scope="col">"Shown as in " {language_name}</th>
            </tr>
        </thead>
    }
}

fn id(index: usize) -> &'static str {
    ["term-agent-state", "term-device-state", "term-aggregated-state"][index]
}

fn is_of_cells(event: &ev::KeyboardEvent) -> bool {
    let key = event.key();
    let is_with_control = event.ctrl_key() || event.meta_key();
    match key.as_str() {
        "Tab" | "Escape" => false,
        "F2" | "F10" | "ContextMenu" | "Enter" | "Delete" | "Backspace" | "Home" | "End" | "PageUp" | "PageDown" => {
            true
        }
        key if key.starts_with("Arrow") => true,
        key => !is_with_control && key.chars().count() == 1 || ["a", "d"].contains(&key.to_ascii_lowercase().as_str()),
    }
}
