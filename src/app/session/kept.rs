//! Whether the texts have left the page as they are.

use std::sync::Arc;

use leptos::prelude::*;

use super::{PROFILE, Session};
use presence_profile_core::source::text::Part;

impl Session {
    /// Whether the texts hold something that was not exported.
    pub fn is_edited(self) -> bool {
        self.kept.with(|(options, xml)| {
            self.history.with(|history| {
                let profile = &history.present().profiles[PROFILE];
                profile.options != *options || profile.xml != *xml
            })
        })
    }

    /// See [`Session::is_edited`].
    pub fn is_edited_untracked(self) -> bool {
        untrack(move || self.is_edited())
    }

    /// The options as they last left the page.
    pub fn kept_options(self) -> Arc<str> {
        self.kept.with_untracked(|(options, _)| options.clone())
    }

    /// A text as it is now has left the page.
    pub fn keep(self, part: Part) {
        let text = self.history.with_untracked(|history| history.present().profiles[PROFILE].text(part).clone());
        self.kept.update(|(options, xml)| match part {
            Part::Options => *options = text,
            Part::Xml => *xml = text,
        });
    }
}
