//! The top tabs: the pages of the editor.

use leptos::{ev, prelude::*};

use super::super::session::{Page, Session};
use crate::browser::{cells, page};

/// The tabs.
#[component]
pub fn Pages() -> impl IntoView {
    let session = Session::current();
    let changes = Memo::new(move |_| session.count_changes());
    let tab = move |own: Page| {
        let is_shown = move || session.page.get() == own;
        view! {
            <button class="tabs__tab" type="button" role="tab" id=tab_id(own) aria-controls=move || is_shown().then_some(panel_id(own))
                aria-selected=move || is_shown().to_string() tabindex=move || if is_shown() { "0" } else { "-1" }
                on:click=move |_| session.open_page(own)>
                {own.name()}{(own == Page::Changes).then_some(move || count(changes))}
            </button>
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let shown = Page::ALL.iter().position(|own| *own == session.page.get_untracked()).unwrap_or_default();
        let count = Page::ALL.len();
        let to = match event.key().as_str() {
            "ArrowRight" => (shown + 1) % count,
            "ArrowLeft" => (shown + count - 1) % count,
            "Home" => 0,
            "End" => count - 1,
            _ => return,
        };
        event.prevent_default();
        session.open_page(Page::ALL[to]);
        cells::after_rendering(move || page::focus_id(tab_id(Page::ALL[to])));
    };
    view! {
        <div class="tabs bar__pages" role="tablist" aria-label="Pages" on:keydown=on_key>
            {Page::ALL.map(tab).into_iter().collect::<Vec<_>>()}
        </div>
    }
}

/// How many changes there are, where there are any.
fn count(changes: Memo<Option<usize>>) -> Option<impl IntoView> {
    let words = match changes.get() {
        Some(0) => return None,
        Some(count) => count.to_string(),
        None => "\u{2026}".to_owned(),
    };
    Some(view! { " "<span class="tabs__count">{words}</span> })
}

/// The `id` of the tab of a page.
pub fn tab_id(page: Page) -> &'static str {
    match page {
        Page::Editor => "tab-editor",
        Page::Assignment => "tab-assignment",
        Page::Changes => "tab-changes",
        Page::GoLive => "tab-go-live",
    }
}

/// The `id` of what a tab shows.
pub fn panel_id(page: Page) -> &'static str {
    match page {
        Page::Editor => "panel-editor",
        Page::Assignment => "panel-assignment",
        Page::Changes => "panel-changes",
        Page::GoLive => "panel-go-live",
    }
}
