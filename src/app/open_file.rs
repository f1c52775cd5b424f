//! Opening files without a question: one of a workspace beside the others, and an XML file where nothing is lost.

use std::sync::Arc;

use web_sys::File;

use super::session::Session;
use crate::browser::{
    clock,
    files::{self, FileError},
    page,
};
use presence_profile_core::{
    editor::{command::Command, place::ProfileId, workspace_file},
    source::decode::Decoded,
};

/// What is read of a file of a workspace, in bytes.
pub const MOST_OF_WORKSPACE: f64 = workspace_file::MOST_BYTES as f64;

/// Lets the user choose a file of a workspace.
pub fn choose_workspace(chosen: impl FnOnce(File) + 'static) {
    files::choose(".json,application/json", chosen);
}

/// Opens a file of a workspace; what is to be said where the page stays.
pub async fn read_workspace(session: Session, file: File) -> String {
    let name = file.name();
    match files::read_up_to(MOST_OF_WORKSPACE, file).await {
        Ok(chosen) => open_workspace(session, &name, &String::from_utf8_lossy(&chosen.bytes)).await,
        Err(FileError::TooLarge) => format!("{name} is larger than 64 MB; it was not opened"),
        Err(FileError::Unreadable) => format!("The browser could not read {name}"),
    }
}

/// The same by what stands in it.
pub async fn open_workspace(session: Session, name: &str, text: &str) -> String {
    let opened = session.open_workspace_file(name, text).await;
    opened.unwrap_or_else(|why| format!("{name} was not opened: {why}"))
}

/// Opens an XML file that was read; it takes the place of the example's.
pub fn open_xml(session: Session, profile: ProfileId, name: &str, file: Arc<Decoded>) {
    let mixed = if file.mixed_newlines { "; its line ends were mixed and will be written alike" } else { "" };
    // Only another encoding than the one it will be written in is news.
    let encoding = Some(file.encoding.to_string()).filter(|name| name != "UTF-8");
    let encoding = encoding.map(|name| format!(" ({name})")).unwrap_or_default();
    // What is being typed was meant for the text that goes now.
    page::settle();
    session.look_at(profile);
    let open = Command::OpenXml { name: name.to_owned(), file, opened: clock::now() as u64 };
    if session.grant(&session.wish(open)) {
        session.has_come_in(false);
        session.file_has_come();
        let size = session.matrix.with_untracked(|matrix| matrix.extent());
        session.tell(&format!("Opened {name}{encoding}: {size}{mixed}"));
    }
}
