//! A workspace as one file: JSON that people can read, send and compare, described in the README.

mod assignment;
mod form;
mod live;
mod past;
mod profiles;
mod text;

use std::{error::Error, fmt};

use form::{FileForm, Front};
pub use past::{NoPast, Past};

use super::{place::ProfileId, saved::Snapshot, workspace::Workspace, workspace_names::ENDING};
use crate::source::{
    archive,
    text::{LineIndex, Position},
};

/// The version of the format that is written. All before it are read as well.
pub const VERSION: u32 = 2;

/// Bytes that a file may have.
pub const MOST_BYTES: usize = 64 << 20;

/// What tells the file from other JSON.
const FORMAT: &str = "presence-profile-workspace";

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkspaceFile {
    /// What the workspace is called; empty where the file does not say.
    pub name: String,
    /// The workspace. With its past the profiles keep the identities they have there; without it they get new ones, from
    /// the first on, and no step was ever made.
    pub snapshot: Snapshot,
    /// What led to it, for undo.
    ///
    /// # Errors
    /// Why there is none.
    pub past: Result<Past, NoPast>,
}

/// Why a file is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileUnread {
    /// It has more than [`MOST_BYTES`].
    TooLarge,
    /// It is no JSON from this place on.
    Syntax(Position),
    /// It does not say to be a workspace.
    OtherFormat,
    /// A later version of the editor wrote it, in this version of the format.
    Newer(u64),
    /// Something in it is not as it must be.
    Form {
        /// Where.
        position: Position,
        /// What: "missing field `profiles`".
        fault: String,
    },
    /// It has no profile.
    NoProfile,
}

impl fmt::Display for FileUnread {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FileUnread::TooLarge => write!(formatter, "it is larger than {} MB", MOST_BYTES >> 20),
            FileUnread::Syntax(Position { line, column }) => {
                write!(formatter, "it is broken in line {line}, column {column}: no JSON goes on like this")
            }
            FileUnread::OtherFormat => formatter.write_str("it is no file of a workspace"),
            FileUnread::Newer(version) => write!(
                formatter,
                "a newer version of the editor wrote it, in version {version} of the format; this one reads {VERSION}"
            ),
            FileUnread::Form { position: Position { line, column }, fault } => {
                write!(formatter, "it is wrong in line {line}, column {column}: {fault}")
            }
            FileUnread::NoProfile => formatter.write_str("it has no profile"),
        }
    }
}

impl Error for FileUnread {}

/// The file of a workspace; with what led to it only where that is wanted.
pub fn write(snapshot: &Snapshot, name: &str, past: Option<&Past>) -> String {
    let form = FileForm::of(&snapshot.workspace, name, past);
    serde_json::to_string_pretty(&form).expect("texts, numbers and lists have a form in JSON") + "\n"
}

/// The file that lies in an archive; `None` where the bytes are no archive, or none of this editor.
pub fn in_archive(bytes: &[u8]) -> Option<String> {
    String::from_utf8(archive::stored(bytes, ENDING)?).ok()
}

/// What a file holds. Fields that are not known are passed over; names of profiles are taken as they are, and may be
/// empty, or those of several.
///
/// # Errors
/// Why it is not read.
pub fn read(file: &str) -> Result<WorkspaceFile, FileUnread> {
    if MOST_BYTES < file.len() {
        return Err(FileUnread::TooLarge);
    }
    let file = file.strip_prefix('\u{feff}').unwrap_or(file);
    // Of a newer format nothing can be said but that it is newer.
    let front: Front<'_> = serde_json::from_str(file).map_err(|error| match error.is_data() {
        true => FileUnread::OtherFormat,
        false => FileUnread::Syntax(position(file, &error)),
    })?;
    match front.version {
        _ if front.format.as_deref() != Some(FORMAT) => return Err(FileUnread::OtherFormat),
        Some(version) if u64::from(VERSION) < version => return Err(FileUnread::Newer(version)),
        _ => {}
    }
    let form: FileForm<'_> = serde_json::from_str(file).map_err(|error| fault(file, &error))?;
    let workspace = form.workspace();
    if workspace.profiles.is_empty() {
        return Err(FileUnread::NoProfile);
    }
    let name = form.name.into_owned();
    let read = form.past.as_ref().ok_or(NoPast::NotKept).and_then(|past| past.restore(&workspace));
    Ok(match read {
        Ok((past, snapshot)) => WorkspaceFile { name, snapshot, past: Ok(past) },
        Err(why) => WorkspaceFile { name, snapshot: beginning(workspace), past: Err(why) },
    })
}

/// A workspace in which nothing was done yet.
fn beginning(workspace: Workspace) -> Snapshot {
    let own = workspace.profiles.iter().map(|profile| profile.id);
    let highest = own.chain(workspace.live.profiles.keys().copied()).max().unwrap_or(ProfileId::FIRST);
    Snapshot { workspace, highest, steps: 0 }
}

fn fault(file: &str, error: &serde_json::Error) -> FileUnread {
    let told = error.to_string();
    // Where it is stands behind the reason, and is told otherwise.
    let at = format!(" at line {} column {}", error.line(), error.column());
    let fault = told.strip_suffix(&at).unwrap_or(&told).to_owned();
    FileUnread::Form { position: position(file, error), fault }
}

/// Where an error is: `serde_json` counts bytes, people count characters.
fn position(file: &str, error: &serde_json::Error) -> Position {
    let index = LineIndex::new(file);
    let line = index.line(error.line().saturating_sub(1)).unwrap_or_default();
    let offset = line.start + error.column().saturating_sub(1);
    index.position(file, file.floor_char_boundary(offset.min(line.end)))
}
