//! The bar: the tool, where one is - profile, mode, page -, what just happened, and what can be done everywhere.

mod kept;
mod notice;
pub mod offers;
pub mod pages;
mod presence_mode;

use leptos::prelude::*;

use self::{kept::KeptLines, notice::Notice, offers::Offers, pages::Pages, presence_mode::PresenceMode};
use super::{
    actions::{EXPORT, IMPORT, PALETTE, REDO, THEME, UNDO, action::Action, hands::Hands},
    gate::Gate,
    profiles::Profiles,
    session::{Page, Session},
    shape,
};
use crate::browser::theme;
use presence_profile_core::editor::export;

/// The bar.
#[component]
pub fn Bar() -> impl IntoView {
    let session = Session::current();
    let hands = Hands::current();
    theme::watch(move || {
        // The page may have gone.
        let _ = hands.is_dark.try_set(theme::current() == "dark");
    });
    let icon = move |action: &'static Action, label: fn(Hands) -> String, sign: &'static str| {
        let title = Gate::new(move || action.title(hands));
        let is_off = Gate::new(move || (action.why_not)(hands).is_some());
        view! {
            <button class=format!("button button--bare button--icon bar__{sign}") type="button" aria-label=move || label(hands) title=move || title.get()
                aria-disabled=move || is_off.get().to_string()
                on:click=move |_| action.run(hands)>{shape::tool(sign)}</button>
        }
    };
    let import_title = Gate::new(move || IMPORT.title(hands));
    let is_import_off = Gate::new(move || (IMPORT.why_not)(hands).is_some());
    let export_words = Gate::new(move || (EXPORT.name)(hands));
    let errors = Gate::new(move || session.analysis.with(|read| export::errors(&read.0)));
    view! {
        <header class="bar">
            <h1 class="bar__name"><span class="bar__mark">{shape::symbol("mark", 24)}</span><span class="bar__word">"Presence Profile Editor"</span></h1>
            <span class="bar__rule"></span>
            <div class="bar__where" class:bar__where--quiet=move || session.page.get() != Page::Editor>
                <Profiles />
                <PresenceMode />
            </div>
            <span class="bar__rule"></span>
            <Pages />
            <Notice />
            <Offers />
            <KeptLines rooms=hands.rooms />
            <div class="bar__actions">
                {icon(&UNDO, |_| "Undo".to_owned(), "undo")}
                {icon(&REDO, |_| "Redo".to_owned(), "redo")}
                // What it lists is about where the focus is: a press leaves that there.
                <span on:mousedown=|event| event.prevent_default()>{icon(&PALETTE, PALETTE.name, "list")}</span>
                {icon(&THEME, THEME.name, "theme")}
                <span class="bar__rule"></span>
                <button class="button bar__import" type="button" title=move || import_title.get()
                    aria-disabled=move || is_import_off.get().to_string() on:click=move |_| IMPORT.run(hands)>{shape::tool("import")}<span class="bar__open">"Import"</span></button>
                <button class="button button--primary" type="button" title=move || export_words.get() on:click=move |_| EXPORT.run(hands)>{shape::tool("export")}<span class="bar__export">{move || export_words.get()}</span>
                    // Where there is no room for the words.
                    <span class="bar__errors" aria-hidden="true">{move || Some(errors.get()).filter(|errors| 0 < *errors)}</span></button>
            </div>
        </header>
    }
}
