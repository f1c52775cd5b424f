//! What a user can want, and the change that does it.

mod entries;
mod option_values;
mod refusal;
mod rows;
mod texts;

use std::sync::Arc;

pub use refusal::Refusal;

use super::{
    analysis::Analysis,
    change::{Change, Kind},
    fixing::{self, Wanted},
    set_aside,
    workspace::{Choices, Profile, SetAside, Workspace},
};
use crate::{
    mapping::{lcid::Lcid, option_name::OptionName, states::StateNumber},
    source::{
        decode::{Decoded, FileStyle},
        edit::{Edit, Edits},
        text::{Part, Place, Span},
        xml,
    },
};

/// A wish for one profile. Positions (`entry`) are those of the analysis the wish was made on.
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
    /// Gives several rows the same aggregated state ID.
    FillStateId {
        /// The rows.
        rows: Vec<StateNumber>,
        /// The ID they get.
        id: String,
    },
    /// Sets the availability of an entry, as it is to be written.
    SetAvailability {
        /// Position of the entry.
        entry: usize,
        /// The text of the attribute: 0 to 18000 in decimal, or whatever was typed.
        value: String,
    },
    /// Sets the text of an entry in a language; an empty one removes it.
    SetText {
        /// Position of the entry.
        entry: usize,
        /// The language.
        lcid: Lcid,
        /// The text as colleagues read it.
        text: String,
    },
    /// Shows languages that no text need use yet.
    AddLanguages(Vec<Lcid>),
    /// Removes a language with all its texts.
    RemoveLanguage(Lcid),
    /// Adds an entry at the end of the file.
    AddEntry {
        /// Its ID.
        id: String,
        /// Its availability, as it is to be written.
        availability: String,
    },
    /// Removes an entry.
    RemoveEntry(usize),
    /// Gives an entry another ID, in the file and in the rows that use it.
    RenameEntry {
        /// Position of the entry.
        entry: usize,
        /// The new ID.
        id: String,
    },
    /// Sets the value of an option; an option that is missing is added.
    SetOption {
        /// Which one.
        name: OptionName,
        /// Its value, one line.
        value: String,
    },
    /// A text area has another text now.
    Type {
        /// The text it shows.
        part: Part,
        /// All of it.
        text: String,
        /// Where the caret stands, in bytes.
        caret: usize,
        /// Whether an input method is composing.
        composing: bool,
    },
    /// Carries out fixes of what the laws found.
    Fix(Wanted),
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
    },
}

/// What a command works on: a profile at its place, and what was read in it.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// Position of the profile.
    pub position: usize,
    /// Its texts.
    pub profile: &'a Profile,
    /// What they say.
    pub analysis: &'a Analysis,
}

impl Subject<'_> {
    fn place(self, part: Part) -> Place {
        Place { profile: self.position, part }
    }

    fn broken(self, tag: Span) -> Refusal {
        Refusal::BrokenTag(self.analysis.xml_lines.line_of(tag.start) + 1)
    }

    fn change(self, label: impl Into<String>, part: Part, edits: impl Into<Edits>) -> Change {
        Change::of(label, self.place(part), edits)
    }
}

/// The change that grants a wish; an empty one where it is granted already.
///
/// # Errors
/// A [`Refusal`] says why the wish cannot be granted; the texts are as before.
pub fn plan(subject: Subject<'_>, command: &Command) -> Result<Change, Refusal> {
    match command {
        Command::SetStateId { row, id, with_entry } => rows::set_id(subject, *row, id.trim(), *with_entry),
        Command::FillStateId { rows, id } => rows::fill_id(subject, rows, id.trim()),
        Command::SetAvailability { entry, value } => entries::set_availability(subject, *entry, value.trim()),
        Command::SetText { entry, lcid, text } => texts::set(subject, *entry, *lcid, text),
        Command::AddLanguages(languages) => Ok(texts::add_languages(subject, languages)),
        Command::RemoveLanguage(language) => Ok(texts::remove_language(subject, *language)),
        Command::AddEntry { id, availability } => entries::add(subject, id.trim(), availability.trim()),
        Command::RemoveEntry(entry) => entries::remove(subject, *entry),
        Command::RenameEntry { entry, id } => entries::rename(subject, *entry, id.trim()),
        Command::SetOption { name, value } => option_values::set(subject, *name, value.trim()),
        Command::Type { part, text, caret, composing } => Ok(typed(subject, *part, text, *caret, *composing)),
        Command::Fix(wanted) => fixing::plan(subject, *wanted),
        Command::SetAside(aside) => Ok(set_aside::set_aside(subject, aside)),
        Command::BringBack(aside) => Ok(set_aside::bring_back(subject, aside)),
        Command::StartWithExample => Ok(start_with_example(subject)),
        Command::OpenXml { name, file } => Ok(open_xml(subject, name, file)),
    }
}

/// The most characters one key puts in: a letter and its accent.
const MOST_BY_KEY: usize = 2;

fn typed(subject: Subject<'_>, part: Part, text: &str, caret: usize, composing: bool) -> Change {
    let label = match part {
        Part::Options => "Type in Options",
        Part::Xml => "Type in XML source",
    };
    match Edit::typed(subject.profile.text(part), text, caret) {
        Some(edit) => {
            let kind = match () {
                () if composing => Kind::Composition,
                // More than a key gives was pasted or dropped.
                () if MOST_BY_KEY < edit.text.chars().count() => Kind::Whole,
                () => Kind::Keystroke,
            };
            Change { kind, ..subject.change(label, part, edit) }
        }
        None => Change::new(label),
    }
}

fn start_with_example(subject: Subject<'_>) -> Change {
    let example = Workspace::example();
    let [example] = example.profiles.as_slice() else { return Change::new(String::new()) };
    let mut change = Change::new("Start with the guide's example");
    let choices = Choices { file_name: None, style: FileStyle::default(), ..subject.profile.choices.clone() };
    if choices != subject.profile.choices {
        change = change.with_choices(subject.position, choices);
    }
    for part in [Part::Options, Part::Xml] {
        let edits = Edits::between(subject.profile.text(part), example.text(part));
        change = change.with(subject.place(part), edits);
    }
    change
}

fn open_xml(subject: Subject<'_>, name: &str, file: &Decoded) -> Change {
    let mut choices = subject.profile.choices.clone();
    choices.file_name = Some(name.to_owned());
    choices.style = file.style;
    let change = subject.change(format!("Open {name}"), Part::Xml, Edits::between(&subject.profile.xml, &file.text));
    if choices == subject.profile.choices { change } else { change.with_choices(subject.position, choices) }
}

fn writable(text: &str) -> Result<(), Refusal> {
    match xml::forbidden(text) {
        Some((_, character)) => Err(Refusal::ForbiddenCharacter(character)),
        None => Ok(()),
    }
}
