//! Export: the exact characters, before they are copied or saved.

use leptos::prelude::*;

use super::{copy, dialog::Dialog, export_file, phrase::phrase, session::Session, shape};
use presence_profile_core::{
    editor::export,
    mapping::option_name::OptionName,
    source::{decode::Newline, text::Part},
};

/// The dialog.
#[component]
pub fn ExportDialog(is_open: RwSignal<bool>) -> impl IntoView {
    let session = Session::current();
    view! {
        <Dialog is_open title="Export" facts="Exactly these characters are copied and saved">
            {move || {
                // Exactly what is there now: a file that was still being read may come in under the dialog.
                session.with_profile(|_| ());
                view! { <Contents /> }
            }}
        </Dialog>
    }
}

#[component]
fn Contents() -> impl IntoView {
    let session = Session::current();
    let options = export::OPTIONS.map(|name| view! { <Value name /> });
    let (file, text, bytes, style) = session.analysis.with_untracked(|read| {
        session.with_profile_untracked(|profile| {
            let bytes = export::xml_bytes(profile).len();
            (export::xml_file_name(profile, &read.0), profile.xml.clone(), bytes, profile.choices.style)
        })
    });
    let check = session.analysis.with_untracked(|read| {
        let entries = read.0.map.entries.len();
        let is_read_back = session.with_profile_untracked(|profile| export::is_read_back(profile, &read.0));
        match (read.0.xml.is_well_formed(), is_read_back) {
            (_, true) => (true, format!("read back by a second XML reader: the same {entries} entries")),
            (true, false) => (false, "a second XML reader does not find the same in this file".to_owned()),
            (false, _) => (false, "not well-formed: T-Server does not push presence from an invalid file".to_owned()),
        }
    });
    let lines = text.lines().count();
    let bom = if style.bom { "with" } else { "without" };
    let newline = if style.newline == Newline::CrLf { "CRLF" } else { "LF" };
    let facts = format!("{lines} lines, {bytes} bytes, UTF-8 {bom} BOM, {newline}");
    let copy_xml = {
        let text = text.clone();
        move |_| {
            let exported = text.clone();
            copy::copy(session, text.to_string(), move || session.has_exported(Part::Xml, exported))
        }
    };
    let obstacle = session.analysis.with_untracked(|read| export::obstacle(&read.0));
    view! {
        <div class="dialog__body">
            {obstacle.map(|words| view! { <p class="export__obstacle">{phrase(&words)}</p> })}
            {options.into_iter().collect::<Vec<_>>()}
            <section class="export__part">
                <div class="export__head">
                    <h3 class="export__name"><code>{file.clone()}</code></h3>
                    <span class="export__facts">{facts}</span>
                    <span class="export__actions">
                        <button class="button button--bare" type="button" on:click=copy_xml>{shape::tool("copy")}"Copy XML"</button>
                        <button class="button button--bare" type="button" on:click=move |_| export_file::download_xml(session)>{shape::tool("download")}"Download XML"</button>
                    </span>
                </div>
                <p class="export__check" class:export__check--failed=!check.0>{check.1}</p>
                <pre class="export__text export__text--file" tabindex="0" role="region" aria-label=file>{text.to_string()}</pre>
            </section>
        </div>
        <footer class="dialog__foot">
            <span class="dialog__sum" role="status">{move || session.notice.get()}</span>
            <button class="button button--primary" type="button" autofocus on:click=move |_| export_file::copy_all_options(session)>{shape::tool("copy")}"Copy all options"</button>
        </footer>
    }
}

#[component]
fn Value(name: OptionName) -> impl IntoView {
    let session = Session::current();
    let value = session
        .analysis
        .with_untracked(|read| session.with_profile_untracked(|profile| export::option_value(profile, &read.0, name)));
    let facts = match &value {
        Some(value) => format!("{} characters", value.chars().count()),
        None => "not set".to_owned(),
    };
    let is_set = value.is_some();
    let text = value.clone().unwrap_or_default();
    view! {
        <section class="export__part export__part--option">
            <h3 class="export__name"><code>{name.name()}</code><span class="export__facts">{facts}</span></h3>
            <pre class="export__text" tabindex="0" role="region" aria-label=name.name()>{text.clone()}</pre>
            {is_set.then(|| view! {
                <button class="button button--bare" type="button" aria-label=format!("Copy {}", name.name())
                    on:click=move |_| copy::copy_option(session, name, text.clone())>{shape::tool("copy")}"Copy"</button>
            })}
        </section>
    }
}
