//! The XML file in the export: its name, what is known of it, all its characters.

use leptos::prelude::*;

use super::super::{copy, export_file, saving, session::Session, shape};
use crate::browser::handles;
use presence_profile_core::{
    editor::export,
    source::{decode::Newline, text::Part},
};

/// The file.
#[component]
pub fn XmlFile() -> impl IntoView {
    let session = Session::current();
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
        let (profile, text) = (session.looked_at_untracked(), text.clone());
        move |_| {
            let exported = text.clone();
            copy::copy(session, text.to_string(), move || session.has_exported(profile, Part::Xml, exported))
        }
    };
    view! {
        <section class="export__part">
            <div class="export__head">
                <h3 class="export__name"><code>{file.clone()}</code></h3>
                <span class="export__facts">{facts}</span>
                <span class="export__actions">
                    <button class="button button--bare" type="button" on:click=copy_xml>{shape::tool("copy")}"Copy XML"</button>
                    {handles::has_pickers().then(|| view! {
                        <button class="button button--bare" type="button" on:click=move |_| saving::save_as(session)>{shape::tool("save")}"Save as"</button>
                    })}
                    <button class="button button--bare" type="button" on:click=move |_| export_file::download_xml(session)>{shape::tool("download")}"Download XML"</button>
                </span>
            </div>
            <p class="export__check" class:export__check--failed=!check.0>{check.1}</p>
            <pre class="export__text export__text--file" tabindex="0" role="region" aria-label=file>{text.to_string()}</pre>
        </section>
    }
}
