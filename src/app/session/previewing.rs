//! What fixes would do, before they do it.

use leptos::prelude::*;

use super::Session;
use presence_profile_core::editor::{
    command::Fixes,
    fixing::{self, Preview},
    subject::Subject,
};

impl Session {
    /// What fixes would do to the texts as they are.
    pub fn preview(self, fixes: &Fixes) -> Option<Preview> {
        self.history.with_untracked(|history| {
            let workspace = history.present();
            let profile = workspace.profile(self.profile.get_untracked())?;
            self.analysis
                .with_untracked(|read| fixing::preview(Subject { workspace, profile, analysis: &read.0 }, fixes))
        })
    }
}
