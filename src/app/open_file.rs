//! Opening an XML file: by button, by key, by drop.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};
use web_sys::File;

use super::session::Session;
use crate::browser::files::{self, FileError};
use presence_profile_core::{
    editor::command::Command,
    source::{
        decode::{
            self, Decoded,
            readings::{self, Reading},
        },
        text::Part,
    },
};

/// A file that cannot be read as what it says to be, and how it reads otherwise.
#[derive(Clone)]
pub struct Doubts {
    /// Its name.
    pub name: String,
    /// Why it is not read as it is.
    pub reason: String,
    /// How it could be read.
    pub readings: Vec<Reading>,
}

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
        Ok(file) => open_decoded(session, name, file),
        Err(error) => {
            let readings = readings::readings(bytes, &error);
            if readings.is_empty() {
                session.notice.set(format!("{name} was not opened: {error}"));
            } else {
                let (doubts, is_shown) = session.doubts;
                doubts.set(Some(Doubts { name: name.to_owned(), reason: error.to_string(), readings }));
                is_shown.set(true);
            }
        }
    }
}

/// Opens a file that was read; it replaces the XML as one step.
pub fn open_decoded(session: Session, name: &str, file: Decoded) {
    let mixed = if file.mixed_newlines { "; its line ends were mixed and will be written alike" } else { "" };
    let encoding = file.encoding;
    if session.dispatch(Command::OpenXml { name: name.to_owned(), file: Arc::new(file) }) {
        // The file is where it came from.
        session.keep(Part::Xml);
        let size = session.matrix.with_untracked(|matrix| matrix.size());
        session.tell(&format!("Opened {name} ({encoding}): {size}{mixed}"));
    }
}
