//! The record of a workspace's line in a list of workspaces.

use serde::{Deserialize, Serialize};

use super::{
    Unread,
    envelope::{self, Kind},
};

/// What is told of a workspace in a list, without reading it.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// What it is called.
    pub name: String,
    /// How many profiles it has.
    pub profiles: u32,
    /// Bytes that it takes.
    pub bytes: u64,
    /// When it was last edited, in milliseconds since 1970.
    pub edited: f64,
}

#[derive(Serialize, Deserialize)]
struct SavedHeading<'a> {
    name: &'a str,
    profiles: u32,
    bytes: u64,
    edited: f64,
}

/// The record of a heading.
pub fn heading(heading: &Heading) -> Vec<u8> {
    let Heading { name, profiles, bytes, edited } = heading;
    let saved = SavedHeading { name, profiles: *profiles, bytes: *bytes, edited: *edited };
    envelope::seal(Kind::Heading, &saved)
}

/// The heading in a record.
///
/// # Errors
/// Why it is not read.
pub fn read_heading(bytes: &[u8]) -> Result<Heading, Unread> {
    let SavedHeading { name, profiles, bytes, edited } = envelope::open(Kind::Heading, bytes)?;
    Ok(Heading { name: name.to_owned(), profiles, bytes, edited })
}
