//! The form in which work is stored: records of bytes that outlive a version of the editor, and are never trusted.
//!
//! A record is an envelope (`saved/envelope.rs`) around a form, which has types of its own: what the editor thinks in may
//! change from one version to the next, what people have in their browsers stays. Reading a record never fails otherwise
//! than by saying so.

mod acts;
mod assigned;
mod change;
mod declaring;
mod edits;
mod envelope;
mod exports;
mod following;
mod headings;
mod partings;
mod places;
mod profile;
mod shown_texts;
mod snapshots;
mod versions;
mod views;

use std::{error::Error, fmt};

pub use acts::{act, read_act};
pub use envelope::VERSION;
pub use exports::{Exported, Left, exported, read_exported};
pub use following::{Remainder, Restored, follow};
pub use headings::{Heading, heading, read_heading};
pub use partings::{Parting, parting, read_parting};
pub use snapshots::{Snapshot, read_snapshot, snapshot};
pub use versions::{Cause, Version, VersionLine, read_version, read_version_line, version};
pub use views::{Page, ProfileView, View, read_view, view};

/// Why a record is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// Its bytes are not what was written, or not of this kind, or say what cannot be.
    Damaged,
    /// A later version of the editor wrote it, in a form that this one does not know.
    Newer,
}

impl fmt::Display for Unread {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Unread::Damaged => "it is damaged",
            Unread::Newer => "a newer version of the editor wrote it",
        })
    }
}

impl Error for Unread {}
