//! The two texts: XML source and Options, in tabs.

mod completions;
mod follower;
mod keys;
mod lines;
mod options;
mod painting;
mod pane;
pub mod showing;
mod tips;

use leptos::{ev, prelude::*};

use super::{export_file, gate::Gate, hints::HintHere, panels::Fold, saving, session::Session, shape};
use presence_profile_core::{
    editor::{export, hints::Hint, shares::Panel},
    source::{decode::Newline, text::Part},
};

/// The panel with both texts.
#[component]
pub fn Source() -> impl IntoView {
    let session = Session::current();
    let wraps_xml = RwSignal::new(false);
    let wraps_options = RwSignal::new(true);
    let wraps = move || if session.pane() == Part::Xml { wraps_xml } else { wraps_options };
    let tab = move |part: Part, words: &'static str, id: &'static str, page: &'static str| {
        let is_shown = move || session.pane() == part;
        view! {
            <button class="tabs__tab" type="button" role="tab" id=id aria-controls=page aria-selected=move || is_shown().to_string()
                tabindex=move || if is_shown() { "0" } else { "-1" }
                on:click=move |_| session.show_pane(part)>{words}</button>
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let to = match (event.key().as_str(), session.pane_untracked()) {
            ("ArrowRight" | "ArrowLeft", Part::Xml) | ("End", _) => Part::Options,
            ("ArrowRight" | "ArrowLeft", Part::Options) | ("Home", _) => Part::Xml,
            _ => return,
        };
        event.prevent_default();
        session.show_pane(to);
        let id = if to == Part::Xml { "tab-xml" } else { "tab-options" };
        crate::browser::cells::after_rendering(move || crate::browser::page::focus_id(id));
    };
    let facts = move || {
        session.analysis.with(|read| {
            session.with_profile(|profile| match session.pane() {
                Part::Xml => {
                    let style = profile.choices.style;
                    let newline = if style.newline == Newline::CrLf { "CRLF" } else { "LF" };
                    let bom = if style.bom { " with BOM" } else { "" };
                    let lines = lines(read.0.xml_lines.count(), &profile.xml);
                    format!("{lines}, UTF-8{bom}, {newline}")
                }
                Part::Options => format!("section TServer, {}", lines(read.0.options_lines.count(), &profile.options)),
            })
        })
    };
    let save_words = Gate::new(move || {
        session.analysis.with(|read| match export::errors(&read.0) {
            0 => "Save".to_owned(),
            1 => "Save with 1 error".to_owned(),
            errors => format!("Save with {errors} errors"),
        })
    });
    let file = move || {
        let name =
            session.analysis.with(|read| session.with_profile(|profile| export::xml_file_name(profile, &read.0)));
        (session.pane() == Part::Xml).then_some(name)
    };
    view! {
        <section class="panel source" aria-label=move || if session.pane() == Part::Xml { "XML source" } else { "Options" }>
            <header class="panel__head panel__head--tabs">
                <div class="tabs" role="tablist" aria-label="Texts" on:keydown=on_key>
                    {tab(Part::Xml, "XML source", "tab-xml", "page-xml")}
                    {tab(Part::Options, "Options", "tab-options", "page-options")}
                </div>
                <span class="panel__facts" title=file>{facts}</span>
                <HintHere hint=Hint::SeeXml back=".source .fold" />
                <span class="panel__actions">
                    <button class="button button--bare button--icon" type="button" id="wrap-lines" aria-label="Wrap lines" title="Wrap lines"
                        aria-pressed=move || wraps().get().to_string() on:click=move |_| untrack(wraps).update(|wraps| *wraps = !*wraps)>{shape::tool("wrap")}</button>
                    <button class="button button--bare button--icon" type="button" aria-label="Format XML" hidden=move || session.pane() != Part::Xml
                        title="Format XML: each element in a line of its own, indented as the file does it"
                        on:click=move |_| session.format_xml()>{shape::tool("format")}</button>
                    <button class="button button--bare" type="button" hidden=move || session.pane() != Part::Xml || session.file_to_save().is_none()
                        title=move || session.file_to_save().map(|name| format!("Write {name} back (Ctrl+S)"))
                        on:click=move |_| {
                            saving::save(session);
                        }>{shape::tool("save")}{move || save_words.get()}</button>
                    <button class="button button--bare" type="button" hidden=move || session.pane() != Part::Xml
                        on:click=move |_| export_file::download_xml(session)>{shape::tool("download")}"Download XML"</button>
                    <button class="button button--bare" type="button" hidden=move || session.pane() != Part::Options
                        on:click=move |_| export_file::copy_all_options(session)>{shape::tool("copy")}"Copy all options"</button>
                    <Fold panel=Panel::Source name="the texts" />
                </span>
            </header>
            <div class="panel__page" role="tabpanel" id="page-xml" aria-labelledby="tab-xml" hidden=move || session.pane() != Part::Xml>
                <pane::Pane part=Part::Xml label="agentStates XML" wraps=wraps_xml />
            </div>
            <div class="panel__page" role="tabpanel" id="page-options" aria-labelledby="tab-options" hidden=move || session.pane() != Part::Options>
                <options::Options wraps=wraps_options />
            </div>
        </section>
    }
}

/// The last line feed ends a line; it does not begin another.
fn lines(count: usize, text: &str) -> String {
    let count = if text.is_empty() { 0 } else { count - usize::from(text.ends_with('\n')) };
    if count == 1 { "1 line".to_owned() } else { format!("{count} lines") }
}
