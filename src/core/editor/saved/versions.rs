//! The record of a version: a workspace as it was once, and why it was kept.

use serde::{Deserialize, Serialize};

use super::{
    Unread,
    declaring::SavedDeclaration,
    envelope::{self, Kind},
    snapshots::{SavedSnapshot, Snapshot},
};

use crate::editor::declaring::Declaration;

/// Why a version was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cause {
    /// The workspace began so.
    Begun,
    /// Files were about to be imported.
    BeforeImport,
    /// A file was about to be opened in the place of a profile's texts.
    BeforeOpening,
    /// A tab has taken the workspace over from another one, and has not changed it yet.
    BeforeTakeOver,
    /// Another version was about to be restored.
    BeforeRestore,
    /// A profile was about to be deleted.
    BeforeDeletion,
    /// A file was about to be saved over.
    BeforeSaving,
    /// Something left the editor.
    Exported,
    /// An hour of work had passed.
    Hourly,
}

/// A workspace as it was once.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// When, in milliseconds since 1970.
    pub at: f64,
    /// Why it was kept.
    pub cause: Cause,
    /// The name of the file, or of the profile, that the cause is about; empty where it is about none.
    pub what: String,
    /// A name that it was given; such a version is kept for ever.
    pub name: Option<String>,
    /// The workspace.
    pub snapshot: Snapshot,
}

/// What is told of a version in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct VersionLine {
    /// When, in milliseconds since 1970.
    pub at: f64,
    /// Why it was kept.
    pub cause: Cause,
    /// The name of the file, or of the profile, that the cause is about; empty where it is about none.
    pub what: String,
    /// A name that it was given; such a version is kept for ever.
    pub name: Option<String>,
    /// How many profiles it has.
    pub profiles: u32,
}

/// What is written of a version in front of its texts.
#[derive(Serialize, Deserialize)]
struct SavedLine<'a> {
    at: f64,
    cause: SavedCause,
    what: &'a str,
    #[serde(borrow)]
    name: Option<&'a str>,
    profiles: u32,
}

#[derive(Serialize, Deserialize)]
struct SavedVersion<'a> {
    #[serde(borrow)]
    line: SavedLine<'a>,
    #[serde(borrow)]
    snapshot: SavedSnapshot<'a>,
}

/// Why a version was kept. The order is stored.
#[derive(Serialize, Deserialize)]
enum SavedCause {
    Begun,
    BeforeImport,
    BeforeOpening,
    BeforeTakeOver,
    BeforeRestore,
    BeforeDeletion,
    BeforeSaving,
    Exported,
    Hourly,
}

/// The record of a version.
pub fn version(version: &Version) -> Vec<u8> {
    let Version { at, cause, what, name, snapshot } = version;
    let profiles = u32::try_from(snapshot.workspace.profiles.len()).unwrap_or(u32::MAX);
    let line = SavedLine { at: *at, cause: SavedCause::of(*cause), what, name: name.as_deref(), profiles };
    let live = Declaration::of_workspace(&snapshot.workspace);
    let saved = SavedVersion { line, snapshot: SavedSnapshot::of(snapshot) };
    envelope::seal(Kind::Version, &(saved, SavedDeclaration::of(&live)))
}

/// The version in a record.
///
/// # Errors
/// Why it is not read.
pub fn read_version(bytes: &[u8]) -> Result<Version, Unread> {
    let (saved, live): (SavedVersion<'_>, SavedDeclaration<'_>) = envelope::open_with(Kind::Version, bytes)?;
    let VersionLine { at, cause, what, name, .. } = saved.line.restore();
    Ok(Version { at, cause, what, name, snapshot: saved.snapshot.restore(&live).ok_or(Unread::Damaged)? })
}

/// What is told in a list of the version in a record. Its texts are not read.
///
/// # Errors
/// Why it is not read.
pub fn read_version_line(bytes: &[u8]) -> Result<VersionLine, Unread> {
    let saved: SavedLine<'_> = envelope::open_front(Kind::Version, bytes)?;
    Ok(saved.restore())
}

impl SavedLine<'_> {
    fn restore(&self) -> VersionLine {
        VersionLine {
            at: self.at,
            cause: self.cause.restore(),
            what: self.what.to_owned(),
            name: self.name.map(str::to_owned),
            profiles: self.profiles,
        }
    }
}

impl SavedCause {
    fn of(cause: Cause) -> SavedCause {
        match cause {
            Cause::Begun => SavedCause::Begun,
            Cause::BeforeImport => SavedCause::BeforeImport,
            Cause::BeforeOpening => SavedCause::BeforeOpening,
            Cause::BeforeTakeOver => SavedCause::BeforeTakeOver,
            Cause::BeforeRestore => SavedCause::BeforeRestore,
            Cause::BeforeDeletion => SavedCause::BeforeDeletion,
            Cause::BeforeSaving => SavedCause::BeforeSaving,
            Cause::Exported => SavedCause::Exported,
            Cause::Hourly => SavedCause::Hourly,
        }
    }

    fn restore(&self) -> Cause {
        match self {
            SavedCause::Begun => Cause::Begun,
            SavedCause::BeforeImport => Cause::BeforeImport,
            SavedCause::BeforeOpening => Cause::BeforeOpening,
            SavedCause::BeforeTakeOver => Cause::BeforeTakeOver,
            SavedCause::BeforeRestore => Cause::BeforeRestore,
            SavedCause::BeforeDeletion => Cause::BeforeDeletion,
            SavedCause::BeforeSaving => Cause::BeforeSaving,
            SavedCause::Exported => Cause::Exported,
            SavedCause::Hourly => Cause::Hourly,
        }
    }
}
