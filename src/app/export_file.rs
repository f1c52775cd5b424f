//! The ways out: the XML file as a download, the options by the clipboard.

use leptos::prelude::*;

use super::{
    copy, saving,
    session::{Page, Session},
};
use crate::browser::files;
use presence_profile_core::{editor::export, mapping::options::Mode, source::text::Part};

/// Saves what the mode has a file for; says so where it has none.
pub fn save(session: Session) {
    let is_empty = session.with_profile_untracked(|profile| profile.xml.is_empty());
    match session.mode.get_untracked() {
        _ if session.page.get_untracked() == Page::Assignment => session
            .notice
            .set("Nothing was saved: the assignment is no file; its texts are copied at each place".to_owned()),
        Mode::Pull => session.notice.set(
            "Nothing was saved: pull mode uses no XML file; Download XML, under XML source, saves the one that is kept"
                .to_owned(),
        ),
        _ if is_empty => session.notice.set("Nothing was saved: the XML is empty".to_owned()),
        _ if saving::save(session) => {}
        _ => download_xml(session),
    }
}

/// Downloads the XML file.
pub fn download_xml(session: Session) {
    let whose = session.with_profile_untracked(|profile| profile.name.clone());
    let (name, bytes, profile, xml, errors) = session.analysis.with_untracked(|read| {
        session.with_profile_untracked(|profile| {
            let (name, bytes) = (export::xml_file_name(profile, &read.0), export::xml_bytes(profile));
            (name, bytes, profile.id, profile.xml.clone(), export::errors(&read.0))
        })
    });
    if files::save(&name, "application/xml", &bytes) {
        session.has_exported(profile, Part::Xml, xml);
        let is_pull = session.mode.get_untracked() == Mode::Pull;
        let next = match errors {
            _ if is_pull => "pull mode does not use it".to_owned(),
            0 => "T-Server reads the file of agent-presence-map when it starts".to_owned(),
            1 => "with 1 error, see Problems".to_owned(),
            errors => format!("with {errors} errors, see Problems"),
        };
        // Of several profiles it must be said whose file it is.
        let is_one = session.workspace_untracked(|workspace| workspace.profiles.len() == 1);
        let of = if is_one { String::new() } else { format!(" of {whose}") };
        session.notice.set(format!("{name}{of} is downloading, {} bytes; {next}", bytes.len()));
    } else {
        session.notice.set(format!("The browser did not take {name}; copy the text from XML source"));
    }
}

/// Copies the whole section, without what the mode ignores unless that is asked for.
pub fn copy_all_options(session: Session) {
    let with_ignored = session.copies_ignored.get_untracked();
    let (profile, options, text) = session.analysis.with_untracked(|read| {
        session.with_profile_untracked(|profile| {
            (profile.id, profile.options.clone(), export::all_options(profile, &read.0, with_ignored))
        })
    });
    copy::copy(session, text, move || session.has_exported(profile, Part::Options, options));
}
