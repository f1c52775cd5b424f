//! The form of what T-Server has of a profile. A text that stands in the file already is not written twice.

use std::{borrow::Cow, sync::Arc};

use serde::{Deserialize, Serialize};

use super::text::Text;
use crate::{
    editor::{
        baseline::{Baseline, Live},
        declaring::{Declared, DeclaredText},
        workspace::Profile,
    },
    source::text::Part,
};

/// What is not said is not known.
#[derive(PartialEq, Serialize, Deserialize)]
pub(super) struct LiveForm<'a> {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<Cow<'a, str>>,
    #[serde(default)]
    options: TextForm<'a>,
    #[serde(default)]
    xml: TextForm<'a>,
}

#[derive(Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum TextForm<'a> {
    #[default]
    Unknown,
    Nothing,
    /// As the profile has it.
    Same,
    Text(Text<'a>),
}

impl<'a> LiveForm<'a> {
    /// That of a profile; of one that was deleted, `None` is where its texts could stand already.
    pub fn of(live: &'a Baseline, profile: Option<&'a Profile>) -> LiveForm<'a> {
        let Baseline { name, options, xml } = live;
        let text = |live: &'a Live, part: Part| match live {
            Live::Text(text) if profile.is_some_and(|own| own.text(part) == text) => TextForm::Same,
            Live::Text(text) => TextForm::Text(Text((**text).into())),
            Live::Unknown => TextForm::Unknown,
            Live::Nothing => TextForm::Nothing,
        };
        LiveForm {
            name: name.as_deref().map(Cow::from),
            options: text(options, Part::Options),
            xml: text(xml, Part::Xml),
        }
    }

    pub fn restore(&self) -> Declared {
        let text = |form: &TextForm<'_>| match form {
            TextForm::Unknown => DeclaredText::As(Live::Unknown),
            TextForm::Nothing => DeclaredText::As(Live::Nothing),
            TextForm::Same => DeclaredText::Own,
            TextForm::Text(text) => DeclaredText::As(Live::Text((*text.0).into())),
        };
        Declared { name: self.name.as_deref().map(Arc::from), options: text(&self.options), xml: text(&self.xml) }
    }
}
