//! What takes the place of what was found, with the places it was found in.

use crate::{
    editor::place::EntryPlace,
    mapping::lcid::Lcid,
    source::{edit::Edit, text::Part},
};

/// What is replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Replacing {
    /// Texts of entries.
    Texts(Vec<NewText>),
    /// IDs, of entries with the rows that use them, and of rows that no entry is there for.
    Ids(Vec<NewId>),
    /// Stretches of a text as it is written.
    Written {
        /// The text.
        part: Part,
        /// What takes the place of each of them, in their order.
        edits: Vec<Edit>,
    },
}

/// A text, and what it becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewText {
    /// The entry.
    pub entry: EntryPlace,
    /// The language.
    pub lcid: Lcid,
    /// As it was when it was looked at; another one is not replaced.
    pub old: String,
    /// As it is to be; an empty one goes.
    pub new: String,
}

/// An ID, and what it becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewId {
    /// That of an entry, and of the rows that come to it.
    OfEntry {
        /// The entry.
        entry: EntryPlace,
        /// Its new ID.
        new: String,
    },
    /// That of rows which no entry is there for.
    OfRows {
        /// The ID they have.
        old: String,
        /// The ID they get.
        new: String,
    },
}
