//! The tabs of the panels, where there is room for one.

use leptos::{ev, prelude::*};

use super::{PanelRoom, place_id, tab_id};
use crate::{
    app::{gate::Gate, session::Session},
    browser::{cells, page, scrolling},
};
use presence_profile_core::{
    editor::{finding::Counts, shares::Panel},
    source::text::Part,
};

/// The tabs.
#[component]
pub fn PanelTabs() -> impl IntoView {
    let session = Session::current();
    let room = PanelRoom::current();
    let problems = Gate::new(move || session.analysis.with(|read| Counts::of(&read.0.findings).all()));
    let tab = move |panel: Panel| {
        let is_front = move || room.is_in_front(panel);
        let name = move || match (panel, session.pane()) {
            (Panel::Source, Part::Options) => ("Options", "Options"),
            (panel, _) => names(panel),
        };
        let count = move || (panel == Panel::Problems).then(|| problems.get()).filter(|count| 0 < *count);
        view! {
            <button class="tabs__tab" type="button" role="tab" id=tab_id(panel) aria-controls=place_id(panel)
                aria-label=move || name().1 aria-selected=move || is_front().to_string() tabindex=move || if is_front() { "0" } else { "-1" }
                title=move || count().map(|count| if count == 1 { "1 problem".to_owned() } else { format!("{count} problems") })
                on:click=move |_| room.use_panel(panel)>
                {move || name().0}{move || count().map(|count| view! { " "<span class="tabs__count">{count}</span> })}
            </button>
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let panels = Panel::of_mode(untrack(|| session.is_pull()));
        let shown = panels.iter().position(|panel| *panel == room.front.get_untracked()).unwrap_or_default();
        let to = match event.key().as_str() {
            "ArrowRight" => (shown + 1) % panels.len(),
            "ArrowLeft" => (shown + panels.len() - 1) % panels.len(),
            "Home" => 0,
            "End" => panels.len() - 1,
            _ => return,
        };
        event.prevent_default();
        let panel = panels[to];
        room.use_panel(panel);
        cells::after_rendering(move || {
            page::focus_id(&tab_id(panel));
            scrolling::reveal(&format!("#{}", tab_id(panel)));
        });
    };
    view! {
        <div class="tabs work__tabs" role="tablist" aria-label="Panels" on:keydown=on_key>
            {move || Panel::of_mode(session.is_pull()).iter().map(|panel| tab(*panel)).collect::<Vec<_>>()}
        </div>
    }
}

/// What a tab says, and the name of what it shows.
fn names(panel: Panel) -> (&'static str, &'static str) {
    match panel {
        Panel::States => ("States", "Aggregated states"),
        Panel::Translations => ("Translations", "Translations"),
        Panel::Preview => ("Preview", "Preview"),
        Panel::Source => ("XML", "XML source"),
        Panel::Problems => ("Problems", "Problems"),
        Panel::Ranges => ("Ranges", "Ranges"),
        Panel::Outcomes => ("Outcomes", "Outcomes"),
    }
}
