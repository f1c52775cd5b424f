//! Opening an XML file: by button, by key, by drop.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};
use web_sys::File;

use super::session::Session;
use crate::{
    browser::files::{self, FileError},
    editor::command::Command,
    source::{decode, text::Part},
};

/// Lets the user choose a file and opens it.
pub fn choose(session: Session) {
    files::choose(".xml,text/xml,application/xml", move |file| read(session, file));
}

/// Reads a file; it replaces the XML as one step.
pub fn read(session: Session, file: File) {
    spawn_local(async move {
        let name = file.name();
        match files::read(file).await {
            Ok(chosen) => open(session, &chosen.name, &chosen.bytes),
            Err(FileError::TooLarge) => session.notice.set(format!("{name} is larger than 8 MB; it was not opened")),
            Err(FileError::Unreadable) => session.notice.set(format!("The browser could not read {name}")),
        }
    });
}

fn open(session: Session, name: &str, bytes: &[u8]) {
    match decode::decode(bytes) {
        Ok(file) => {
            let mixed = if file.mixed_newlines { "; its line ends were mixed and will be written alike" } else { "" };
            let encoding = file.encoding;
            if session.dispatch(Command::OpenXml { name: name.to_owned(), file: Arc::new(file) }) {
                let (entries, languages) =
                    session.matrix.with_untracked(|matrix| (matrix.entries.len(), matrix.languages.len()));
                // The file is where it came from.
                session.keep(Part::Xml);
                session.tell(&format!("Opened {name} ({encoding}): {entries} entries, {languages} languages{mixed}"));
            }
        }
        Err(error) => session.notice.set(format!("{name} was not opened: {error}")),
    }
}
