//! Opening an XML file: by button, by key, by drop.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};
use web_sys::{DataTransfer, File};

use super::{
    encoding_question::EncodingQuestion,
    refuge,
    session::{Session, files::FileInHand, telling::Later},
};
use crate::browser::{
    clock,
    files::{self, FileError},
    handles::{self, Handle},
    page,
};
use presence_profile_core::{
    editor::{
        command::{Command, Wish},
        place::ProfileId,
        recognise,
        saved::Cause,
        workspace_file,
    },
    source::decode::{self, Decoded, readings},
};

/// Finds a cell that is open.
const OPEN_CELL: &str = ".cell--editing";

/// What is read of a file of a workspace, in bytes.
const MOST_OF_WORKSPACE: f64 = workspace_file::MOST_BYTES as f64;

/// What a chooser offers.
const ACCEPTED: &str = ".xml,.json,text/xml,application/xml,application/json";

/// Lets the user choose a file of a workspace.
pub fn choose_workspace(chosen: impl FnOnce(File) + 'static) {
    files::choose(".json,application/json", chosen);
}

/// Opens a file of a workspace; what is to be said where the page stays.
pub async fn read_workspace(session: Session, file: File) -> String {
    let name = file.name();
    match files::read_up_to(MOST_OF_WORKSPACE, file).await {
        Ok(chosen) => {
            let opened = session.open_workspace_file(&name, &String::from_utf8_lossy(&chosen.bytes)).await;
            opened.unwrap_or_else(|why| format!("{name} was not opened: {why}"))
        }
        Err(FileError::TooLarge) => format!("{name} is larger than 64 MB; it was not opened"),
        Err(FileError::Unreadable) => format!("The browser could not read {name}"),
    }
}

/// Lets the user choose a file and opens it.
pub fn choose(session: Session) {
    if !session.may_change() {
        return;
    }
    if handles::has_pickers() {
        spawn_local(async move {
            match handles::choose().await {
                Ok(Some((handle, file))) => read(session, file, Some(handle)),
                Ok(None) => {}
                // A picker that is forbidden here leaves the plain way.
                Err(_) => choose_plainly(session),
            }
        });
    } else {
        choose_plainly(session);
    }
}

fn choose_plainly(session: Session) {
    files::choose(ACCEPTED, move |file| read(session, file, None));
}

/// Opens a file that was dropped.
pub fn read_dropped(session: Session, file: File, transfer: Option<DataTransfer>) {
    let handle = handles::of_drop(transfer);
    spawn_local(async move {
        let handle = handle.await;
        read(session, file, handle);
    });
}

/// Reads a file: one of a workspace becomes a new one, any other replaces the XML as one step; with a handle it can be
/// written back.
fn read(session: Session, file: File, handle: Option<Handle>) {
    if file.name().to_ascii_lowercase().ends_with(".json") {
        spawn_local(async move {
            let said = read_workspace(session, file).await;
            if !said.is_empty() {
                session.notice.set(said);
            }
        });
        return;
    }
    let (profile, revision) = (session.looked_at_untracked(), session.revision_untracked());
    let later = session.later();
    spawn_local(async move {
        let name = file.name();
        match files::read(file).await {
            Ok(chosen) => {
                let last = chosen.bytes.clone();
                session.file_comes(handle.map(|handle| FileInHand { handle, last }));
                open(session, later, (profile, revision), &chosen.name, &chosen.bytes);
            }
            Err(FileError::TooLarge) => later.say(&format!("{name} is larger than 8 MB; it was not opened")),
            Err(FileError::Unreadable) => later.say(&format!("The browser could not read {name}")),
        }
    });
}

fn open(session: Session, later: Later, (profile, revision): (ProfileId, u64), name: &str, bytes: &[u8]) {
    if let Some(stranger) = recognise::stranger(bytes) {
        return later.say(&format!("{name} was not opened: {stranger}"));
    }
    match decode::decode(bytes) {
        Ok(file) if let Some(stranger) = recognise::strange_text(&file.text) => {
            later.say(&format!("{name} was not opened: {stranger}"));
        }
        Ok(file) => {
            // Whoever was typing meanwhile goes on, and not into another document.
            let is_typing = page::has(OPEN_CELL) || session.revision_untracked() != revision;
            open_decoded(session, profile, name, file);
            if is_typing {
                refuge::take_focus();
                session.notice.update(|notice| notice.push_str("; what was typed meanwhile is in the text before it"));
            }
        }
        Err(error) => {
            let readings = readings::readings(bytes, &error);
            if readings.is_empty() {
                later.say(&format!("{name} was not opened: {error}"));
            } else {
                let (question, is_shown) = session.encoding_question;
                question.set(Some(EncodingQuestion {
                    profile,
                    name: name.to_owned(),
                    reason: error.to_string(),
                    readings,
                }));
                is_shown.set(true);
            }
        }
    }
}

/// Opens a file that was read; it replaces the XML of a profile as one step.
pub fn open_decoded(session: Session, profile: ProfileId, name: &str, file: Decoded) {
    let mixed = if file.mixed_newlines { "; its line ends were mixed and will be written alike" } else { "" };
    let encoding = file.encoding;
    // What is being typed was meant for the text that goes now.
    page::settle();
    session.look_at(profile);
    let has_left_behind = session.would_leave_behind();
    let open = Command::OpenXml { name: name.to_owned(), file: Arc::new(file), opened: clock::now() as u64 };
    let moment = session.moment();
    if session.grant(&Wish { profile, ..session.wish(open) }) {
        session.keep_version(moment, Cause::BeforeOpening, name);
        session.has_come_in(has_left_behind);
        session.file_has_come();
        let size = session.matrix.with_untracked(|matrix| matrix.size());
        session.tell(&format!("Opened {name} ({encoding}): {size}{mixed}"));
    }
}
