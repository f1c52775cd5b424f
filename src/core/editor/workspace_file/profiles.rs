//! The form of a profile. What is short stands in front of the texts.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{live::LiveForm, text::Text};
use crate::{
    editor::{
        columns,
        place::ProfileId,
        workspace::{Choices, Profile, SetAside, Workspace},
    },
    mapping::lcid::Lcid,
    rules::diagnostic::Subject,
    source::decode::{FileStyle, Newline},
};

#[derive(PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ProfileForm<'a> {
    #[serde(default)]
    name: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    file_name: Option<Cow<'a, str>>,
    #[serde(default)]
    byte_order_mark: bool,
    #[serde(default)]
    newline: NewlineForm,
    #[serde(default)]
    default_language: Option<u32>,
    #[serde(default)]
    languages: Option<Vec<u32>>,
    #[serde(default)]
    set_aside: Vec<AsideForm<'a>>,
    #[serde(default)]
    options: Text<'a>,
    #[serde(default)]
    xml: Text<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub live: Option<LiveForm<'a>>,
}

#[derive(Default, PartialEq, Serialize, Deserialize)]
enum NewlineForm {
    #[default]
    #[serde(rename = "LF")]
    Lf,
    #[serde(rename = "CRLF")]
    CrLf,
}

/// Without `id` and `lcid` all that the law says.
#[derive(PartialEq, Serialize, Deserialize)]
struct AsideForm<'a> {
    law: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lcid: Option<u32>,
}

impl<'a> ProfileForm<'a> {
    pub fn of(workspace: &'a Workspace, profile: &'a Profile) -> ProfileForm<'a> {
        let Profile { id, name, options, xml, choices } = profile;
        let Choices { file_name, style: FileStyle { bom, newline }, languages, set_aside, default_language, opened: _ } =
            choices;
        ProfileForm {
            name: (**name).into(),
            file_name: file_name.as_deref().map(Cow::from),
            byte_order_mark: *bom,
            newline: match newline {
                Newline::Lf => NewlineForm::Lf,
                Newline::CrLf => NewlineForm::CrLf,
            },
            default_language: Some(default_language.number()),
            languages: Some(languages.iter().map(|language| language.number()).collect()),
            set_aside: set_aside.iter().map(AsideForm::of).collect(),
            options: Text((**options).into()),
            xml: Text((**xml).into()),
            live: workspace.live.profiles.get(id).map(|live| LiveForm::of(live, Some(profile))),
        }
    }

    /// The profile; what the file does not say of it is as in a new one.
    pub fn restore(&self, id: ProfileId) -> Profile {
        let xml = &*self.xml.0;
        let default_language = self.default_language.map_or(Lcid::ENGLISH, Lcid::new);
        let languages = match &self.languages {
            Some(languages) => languages.iter().copied().map(Lcid::new).collect(),
            None => columns::of_file(xml, default_language),
        };
        let newline = match self.newline {
            NewlineForm::Lf => Newline::Lf,
            NewlineForm::CrLf => Newline::CrLf,
        };
        let choices = Choices {
            // The way to a file is known to one browser only.
            opened: 0,
            file_name: self.file_name.as_deref().map(str::to_owned),
            style: FileStyle { bom: self.byte_order_mark, newline },
            languages,
            set_aside: self.set_aside.iter().filter_map(AsideForm::restore).collect(),
            default_language,
        };
        Profile { id, name: (*self.name).into(), options: (*self.options.0).into(), xml: xml.into(), choices }
    }
}

impl<'a> AsideForm<'a> {
    fn of(aside: &'a SetAside) -> AsideForm<'a> {
        let subject = aside.subject.as_ref();
        AsideForm {
            law: aside.code.into(),
            id: subject.map(|subject| Cow::from(&subject.id)),
            lcid: subject.and_then(|subject| subject.lcid).map(Lcid::number),
        }
    }

    /// `None` where there is no such law.
    fn restore(&self) -> Option<SetAside> {
        let is_of_subject = self.id.is_some() || self.lcid.is_some();
        let subject =
            || Subject { id: self.id.as_deref().unwrap_or_default().to_owned(), lcid: self.lcid.map(Lcid::new) };
        SetAside::of(&self.law, is_of_subject.then(subject))
    }
}
