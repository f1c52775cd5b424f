//! Whether the texts have left the page as they are.

use std::sync::Arc;

use leptos::prelude::*;

use super::Session;
use presence_profile_core::{editor::workspace::Profile, source::text::Part};

/// The texts as they last left the page, or came to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Exported {
    options: Arc<str>,
    xml: Arc<str>,
    /// Whether a text gave way to another one that was edited and never left.
    has_left_behind: bool,
}

impl Exported {
    pub fn of(profile: &Profile) -> Exported {
        Exported { options: profile.options.clone(), xml: profile.xml.clone(), has_left_behind: false }
    }

    fn has(&self, part: Part, profile: &Profile) -> bool {
        match part {
            Part::Options => self.options == profile.options,
            Part::Xml => self.xml == profile.xml,
        }
    }
}

impl Session {
    /// Whether the page holds something that was never exported: the texts as they are, or one that another text took the
    /// place of.
    pub fn has_unexported(self) -> bool {
        let has = |part| {
            self.exported.with_untracked(|exported| self.with_profile_untracked(|profile| exported.has(part, profile)))
        };
        self.exported.with_untracked(|exported| exported.has_left_behind) || !has(Part::Xml) || !has(Part::Options)
    }

    /// The options as they last left the page.
    pub fn exported_options(self) -> Arc<str> {
        self.exported.with_untracked(|exported| exported.options.clone())
    }

    /// Exactly this text has left the page.
    pub fn has_exported(self, part: Part, text: Arc<str>) {
        self.exported.update(|exported| match part {
            Part::Options => exported.options = text,
            Part::Xml => {
                exported.xml = text;
                exported.has_left_behind = false;
            }
        });
    }

    /// A file is about to come in, in the place of the XML: whether that would leave an edit behind.
    pub fn would_leave_behind(self) -> bool {
        self.exported.with_untracked(|exported| {
            exported.has_left_behind || !self.with_profile_untracked(|profile| exported.has(Part::Xml, profile))
        })
    }

    /// The XML as it is now has come from a file.
    pub fn has_come_in(self, has_left_behind: bool) {
        let xml = self.with_profile_untracked(|profile| profile.xml.clone());
        self.exported.update(|exported| {
            exported.xml = xml;
            exported.has_left_behind = has_left_behind;
        });
    }
}
