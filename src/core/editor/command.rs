//! What a user can want, with its address: the profile, the revision it was wanted on, and the place in it.

mod replacing;

use std::sync::Arc;

pub use self::replacing::{NewId, NewText, Replacing};
use super::{
    place::{EntryPlace, FindingPlace, ProfileId, RangePlace},
    preset::Preset,
    range_field::Typed,
    workspace::SetAside,
};
use crate::{
    mapping::{
        availability::{Availability, Class},
        lcid::Lcid,
        option_name::OptionName,
        states::StateNumber,
    },
    rules::fix::Identity,
    source::{decode::Decoded, edit::Edit, text::Part},
};

/// A command to a profile as it stood at a revision.
///
/// What happened since is followed: the command does what it would have done, in the same place, or is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// The profile.
    pub profile: ProfileId,
    /// The revision of the history that the command was made on, and its places are those of.
    pub revision: u64,
    /// What is wanted.
    pub command: Command,
}

/// What can be wanted of a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Gives a row an aggregated state ID; an empty one takes the row out of the option.
    SetStateId {
        /// The row.
        row: StateNumber,
        /// The new ID.
        id: String,
        /// Also writes an entry for the ID into the file, if it has none.
        with_entry: bool,
    },
    /// Sets the availability of an entry, as it is to be written.
    SetAvailability {
        /// The entry.
        entry: EntryPlace,
        /// The text of the attribute: 0 to 18000 in decimal, or whatever was typed.
        value: String,
    },
    /// Sets the text of an entry in a language; an empty one removes it.
    SetText {
        /// The entry.
        entry: EntryPlace,
        /// The language.
        lcid: Lcid,
        /// The text as colleagues read it.
        text: String,
    },
    /// Sets several cells at once; of two values for one cell the later counts.
    SetCells(Vec<CellValue>),
    /// Replaces what was found, each in what it was found in, or nothing.
    Replace(Replacing),
    /// Shows languages that no text need use yet.
    AddLanguages(Vec<Lcid>),
    /// Removes a language with all its texts.
    RemoveLanguage(Lcid),
    /// Moves a column of the translations to the other side of another one; the file stays as it is.
    MoveLanguage {
        /// The column that moves.
        language: Lcid,
        /// The one that it goes past.
        past: Lcid,
    },
    /// Adds an entry at the end of the file.
    AddEntry {
        /// Its ID.
        id: String,
        /// Its availability, as it is to be written.
        availability: String,
    },
    /// Removes an entry.
    RemoveEntry(EntryPlace),
    /// Gives an entry another ID, in the file and in the rows that use it.
    RenameEntry {
        /// The entry.
        entry: EntryPlace,
        /// The new ID.
        id: String,
    },
    /// Puts a copy of an entry below it: with its texts and its availability, an ID of its own, and without its comments.
    DuplicateEntry(EntryPlace),
    /// Moves an entry by one place, with the blanks in front of it and the comments directly above it.
    MoveEntry {
        /// The entry.
        entry: EntryPlace,
        /// Whether it goes in front of the one before it; else behind the next one.
        up: bool,
    },
    /// Writes the white space between the elements of the XML anew.
    FormatXml,
    /// Sets the value of an option; an option that is missing is added.
    SetOption {
        /// Which one.
        name: OptionName,
        /// Its value, one line.
        value: String,
    },
    /// Gives a range of `presence-availability-range` other numbers.
    SetRange {
        /// The range.
        range: RangePlace,
        /// Where it begins.
        lowest: Availability,
        /// Where it ends.
        highest: Availability,
        /// Whether it is one of many on the way: dragged, or moved by a key that is held down.
        sliding: bool,
    },
    /// Adds a range behind the others.
    AddRange {
        /// Where it begins.
        lowest: Availability,
        /// Where it ends.
        highest: Availability,
    },
    /// Removes a range.
    RemoveRange(RangePlace),
    /// Lets in a whole class; leaves it out where it is in.
    TakeClass(Class),
    /// Sets the presence mode, the value of `map-presence-to-dnd`; nothing else changes.
    SetMode {
        /// Whether presence is to be pulled.
        pull: bool,
    },
    /// Something was typed, pasted or deleted in a text area, which showed the text of the wish's revision.
    Type {
        /// The text it shows.
        part: Part,
        /// What it did to that text.
        edit: Edit,
        /// Whether an input method is composing.
        composing: bool,
        /// Whether all that the area showed was selected: another text comes in.
        replaces: bool,
    },
    /// A key in the XML that brought something along: a new line its indentation, an end tag its name.
    Key(Edit),
    /// Something was typed, pasted or deleted in the field of `presence-availability-range`; an option that is missing is
    /// added.
    TypeRanges(Typed),
    /// Gives rows the IDs of a preset, and the file the entries it lacks for them.
    ApplyPreset(Preset),
    /// Carries out fixes of what the laws found.
    Fix(Fixes),
    /// Tells a problem, or all that a law says, no more.
    SetAside(SetAside),
    /// Tells again what was set aside.
    BringBack(SetAside),
    /// Replaces both texts with the guide's example.
    StartWithExample,
    /// Replaces the XML with an opened file.
    OpenXml {
        /// Its name.
        name: String,
        /// What it holds.
        file: Arc<Decoded>,
        /// A number that no other opening has.
        opened: u64,
    },
}

/// A cell, and what it is to hold. Entries are named by their ID: of entries with one ID the first is meant, which is the
/// one the rows come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellValue {
    /// The ID of a row; an empty one takes the row out of the option.
    StateId {
        /// The row.
        row: StateNumber,
        /// Its ID.
        id: String,
    },
    /// The availability of an entry, as it is to be written.
    Availability {
        /// The ID of the entry.
        id: String,
        /// 0 to 18000 in decimal, or whatever is to stand there.
        value: String,
    },
    /// A text; an empty one goes.
    Text {
        /// The ID of the entry.
        id: String,
        /// The language.
        lcid: Lcid,
        /// The text as colleagues read it.
        text: String,
    },
}

/// Which fixes are wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fixes {
    /// One of the fixes of one finding.
    One {
        /// The finding.
        finding: FindingPlace,
        /// Which one.
        fix: Identity,
    },
    /// All fixes of a law that do the same.
    Kind {
        /// The law's code.
        code: &'static str,
        /// What they do, [`Fix::kind`](crate::rules::fix::Fix::kind).
        kind: &'static str,
    },
    /// All that keep the meaning: of each finding the first such fix.
    Safe,
}
