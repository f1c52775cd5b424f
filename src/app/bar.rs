//! The bar: the tool, where one is - profile, mode, page -, what just happened, and what can be done everywhere.

mod kept;
pub mod offers;
pub mod pages;
mod presence_mode;

use leptos::prelude::*;

use self::{kept::KeptLines, offers::Offers, pages::Pages, presence_mode::PresenceMode};
use super::{
    gate::Gate,
    importing::coming,
    profiles::Profiles,
    session::{Page, Session},
    shape,
};
use crate::browser::theme;
use presence_profile_core::editor::export;

/// The bar.
#[component]
pub fn Bar(exports: RwSignal<bool>, rooms: RwSignal<bool>) -> impl IntoView {
    let session = Session::current();
    let current = RwSignal::new(theme::current());
    theme::watch(move || drop(current.try_set(theme::current())));
    let theme_words = move || if current.get() == "dark" { "Light theme" } else { "Dark theme" };
    let switch = move |_| {
        let next = if theme::current() == "dark" { "light" } else { "dark" };
        theme::set(next);
        current.set(next.to_owned());
    };
    let export_words = Gate::new(move || session.analysis.with(|read| export::title(&read.0)));
    let undo_label = Gate::new(move || session.undo_label());
    let redo_label = Gate::new(move || session.redo_label());
    let read_only = session.read_only;
    let is_off = move |nothing: bool| (nothing || read_only.with(Option::is_some)).to_string();
    let undo_title = move || match undo_label.get() {
        _ if read_only.with(Option::is_some) => read_only.get().unwrap_or_default().to_owned(),
        Some(label) => format!("Undo: {label} (Ctrl+Z)"),
        None => "Nothing to undo".to_owned(),
    };
    let redo_title = move || match redo_label.get() {
        _ if read_only.with(Option::is_some) => read_only.get().unwrap_or_default().to_owned(),
        Some(label) => format!("Redo: {label} (Ctrl+Y)"),
        None => "Nothing to redo".to_owned(),
    };
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
            <div class="notice" role="status" aria-live="polite"><span class="notice__text" title=move || session.status()>{move || session.status()}</span></div>
            <Offers />
            <KeptLines rooms />
            <div class="bar__actions">
                <button class="button button--bare button--icon" type="button" aria-label="Undo" title=undo_title
                    aria-disabled=move || is_off(undo_label.with(Option::is_none)) on:click=move |_| session.undo()>{shape::tool("undo")}</button>
                <button class="button button--bare button--icon" type="button" aria-label="Redo" title=redo_title
                    aria-disabled=move || is_off(redo_label.with(Option::is_none)) on:click=move |_| session.redo()>{shape::tool("redo")}</button>
                <button class="button button--bare button--icon" type="button" aria-label=theme_words title=theme_words on:click=switch>{shape::tool("theme")}</button>
                <span class="bar__rule"></span>
                <button class="button" type="button" title=move || read_only.get().unwrap_or("Files, or what you paste: XML, options, tables, exports (Ctrl+O)")
                    aria-disabled=move || is_off(false) on:click=move |_| coming::choose(session)>{shape::tool("import")}<span class="bar__open">"Import"</span></button>
                <button class="button button--primary" type="button" on:click=move |_| {
                    session.notice.set(String::new());
                    exports.set(true);
                }>{shape::tool("export")}{move || export_words.get()}</button>
            </div>
        </header>
    }
}
