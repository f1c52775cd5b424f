//! Opening an XML file: by button, by key, by drop.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};
use web_sys::File;

use super::{encoding_question::EncodingQuestion, refuge, session::Session};
use crate::browser::{
    files::{self, FileError},
    page,
};
use presence_profile_core::{
    editor::command::Command,
    source::decode::{self, Decoded, readings},
};

/// Finds a cell that is open.
const OPEN_CELL: &str = ".cell--editing";

/// Lets the user choose a file and opens it.
pub fn choose(session: Session) {
    files::choose(".xml,text/xml,application/xml", move |file| read(session, file));
}

/// Reads a file; it replaces the XML as one step.
pub fn read(session: Session, file: File) {
    let revision = session.revision_untracked();
    spawn_local(async move {
        let name = file.name();
        match files::read(file).await {
            Ok(chosen) => open(session, revision, &chosen.name, &chosen.bytes),
            Err(FileError::TooLarge) => session.notice.set(format!("{name} is larger than 8 MB; it was not opened")),
            Err(FileError::Unreadable) => session.notice.set(format!("The browser could not read {name}")),
        }
    });
}

fn open(session: Session, revision: u64, name: &str, bytes: &[u8]) {
    match decode::decode(bytes) {
        Ok(file) => {
            // Whoever was typing meanwhile goes on, and not into another document.
            let is_typing = page::has(OPEN_CELL) || session.revision_untracked() != revision;
            open_decoded(session, name, file);
            if is_typing {
                refuge::take_focus();
                session.notice.update(|notice| notice.push_str("; what was typed meanwhile is in the text before it"));
            }
        }
        Err(error) => {
            let readings = readings::readings(bytes, &error);
            if readings.is_empty() {
                session.notice.set(format!("{name} was not opened: {error}"));
            } else {
                let (question, is_shown) = session.encoding_question;
                question.set(Some(EncodingQuestion { name: name.to_owned(), reason: error.to_string(), readings }));
                is_shown.set(true);
            }
        }
    }
}

/// Opens a file that was read; it replaces the XML as one step.
pub fn open_decoded(session: Session, name: &str, file: Decoded) {
    let mixed = if file.mixed_newlines { "; its line ends were mixed and will be written alike" } else { "" };
    let encoding = file.encoding;
    // What is being typed was meant for the text that goes now.
    page::settle();
    let has_left_behind = session.would_leave_behind();
    if session.dispatch(Command::OpenXml { name: name.to_owned(), file: Arc::new(file) }) {
        session.has_come_in(has_left_behind);
        let size = session.matrix.with_untracked(|matrix| matrix.size());
        session.tell(&format!("Opened {name} ({encoding}): {size}{mixed}"));
    }
}
