//! The stored form of a profile: its texts, and what the user chose about it.

use serde::{Deserialize, Serialize};

use crate::{
    editor::{
        place::ProfileId,
        workspace::{Choices, Profile, SetAside},
    },
    mapping::lcid::Lcid,
    rules::diagnostic::Subject,
    source::decode::{FileStyle, Newline},
};

#[derive(Serialize, Deserialize)]
pub(super) struct SavedProfile<'a> {
    id: u64,
    name: &'a str,
    options: &'a str,
    xml: &'a str,
    #[serde(borrow)]
    choices: SavedChoices<'a>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct SavedChoices<'a> {
    #[serde(borrow)]
    file_name: Option<&'a str>,
    opened: u64,
    bom: bool,
    newline: SavedNewline,
    languages: Vec<u32>,
    #[serde(borrow)]
    set_aside: Vec<SavedAside<'a>>,
    default_language: u32,
}

/// How lines end. The order is stored.
#[derive(Serialize, Deserialize)]
enum SavedNewline {
    Lf,
    CrLf,
}

#[derive(Serialize, Deserialize)]
struct SavedAside<'a> {
    law: &'a str,
    #[serde(borrow)]
    subject: Option<SavedSubject<'a>>,
}

#[derive(Serialize, Deserialize)]
struct SavedSubject<'a> {
    id: &'a str,
    lcid: Option<u32>,
}

impl<'a> SavedProfile<'a> {
    pub(super) fn of(profile: &'a Profile) -> SavedProfile<'a> {
        let Profile { id, name, options, xml, choices } = profile;
        SavedProfile { id: id.number(), name, options, xml, choices: SavedChoices::of(choices) }
    }

    pub(super) fn restore(&self) -> Option<Profile> {
        Some(Profile {
            id: ProfileId::numbered(self.id)?,
            name: self.name.into(),
            options: self.options.into(),
            xml: self.xml.into(),
            choices: self.choices.restore(),
        })
    }
}

impl<'a> SavedChoices<'a> {
    pub(super) fn of(choices: &'a Choices) -> SavedChoices<'a> {
        let Choices { file_name, opened, style: FileStyle { bom, newline }, languages, set_aside, default_language } =
            choices;
        SavedChoices {
            file_name: file_name.as_deref(),
            opened: *opened,
            bom: *bom,
            newline: match newline {
                Newline::Lf => SavedNewline::Lf,
                Newline::CrLf => SavedNewline::CrLf,
            },
            languages: languages.iter().map(|language| language.number()).collect(),
            set_aside: set_aside.iter().map(SavedAside::of).collect(),
            default_language: default_language.number(),
        }
    }

    pub(super) fn restore(&self) -> Choices {
        let newline = match self.newline {
            SavedNewline::Lf => Newline::Lf,
            SavedNewline::CrLf => Newline::CrLf,
        };
        Choices {
            file_name: self.file_name.map(str::to_owned),
            opened: self.opened,
            style: FileStyle { bom: self.bom, newline },
            languages: self.languages.iter().copied().map(Lcid::new).collect(),
            set_aside: self.set_aside.iter().filter_map(SavedAside::restore).collect(),
            default_language: Lcid::new(self.default_language),
        }
    }
}

impl<'a> SavedAside<'a> {
    fn of(aside: &'a SetAside) -> SavedAside<'a> {
        let subject = |subject: &'a Subject| SavedSubject { id: &subject.id, lcid: subject.lcid.map(Lcid::number) };
        SavedAside { law: aside.code, subject: aside.subject.as_ref().map(subject) }
    }

    /// `None` where there is no such law any more: nothing is left that could be set aside.
    fn restore(&self) -> Option<SetAside> {
        let subject = self.subject.as_ref();
        let subject = subject.map(|saved| Subject { id: saved.id.to_owned(), lcid: saved.lcid.map(Lcid::new) });
        SetAside::of(self.law, subject)
    }
}
