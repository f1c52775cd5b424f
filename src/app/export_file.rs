//! The ways out: the XML file as a download, the options by the clipboard.

use leptos::prelude::*;

use super::{copy, session::Session};
use crate::browser::files;
use presence_profile_core::{editor::export, source::text::Part};

/// Downloads the XML file.
pub fn download_xml(session: Session) {
    let (name, bytes, xml, errors) = session.analysis.with_untracked(|read| {
        session.with_profile_untracked(|profile| {
            let (name, bytes) = (export::xml_file_name(profile, &read.0), export::xml_bytes(profile));
            (name, bytes, profile.xml.clone(), export::errors(&read.0))
        })
    });
    if files::save(&name, "application/xml", &bytes) {
        session.has_exported(Part::Xml, xml);
        let next = match errors {
            0 => "T-Server reads the file of agent-presence-map when it starts".to_owned(),
            1 => "with 1 error, see Problems".to_owned(),
            errors => format!("with {errors} errors, see Problems"),
        };
        session.notice.set(format!("Handed {name} to the browser, {} bytes; {next}", bytes.len()));
    } else {
        session.notice.set(format!("The browser did not take {name}; copy the text from XML source"));
    }
}

/// Copies the whole section.
pub fn copy_all_options(session: Session) {
    let text = session
        .analysis
        .with_untracked(|read| session.with_profile_untracked(|profile| export::all_options(profile, &read.0)));
    let options = session.with_profile_untracked(|profile| profile.options.clone());
    copy::copy(session, text, move || session.has_exported(Part::Options, options));
}
