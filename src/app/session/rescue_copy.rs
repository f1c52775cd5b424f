//! The rescue copy: all texts as they are, made before anything reads them.

use std::sync::Arc;

use super::Session;
use crate::browser::rescue;
use presence_profile_core::{
    editor::{
        command::{Command, Wish},
        place::ProfileId,
        workspace::Workspace,
    },
    source::text::Part,
};

impl Session {
    /// A text that comes in is read while the change is planned; it is rescued before.
    pub(super) fn rescue_first(self, wish: &Wish) {
        let text = match &wish.command {
            Command::OpenXml { file, .. } => &file.text,
            Command::Type { part: Part::Xml, edit, replaces: true, .. } => &edit.text,
            _ => return,
        };
        self.workspace_untracked(|workspace| remember(workspace, wish.profile, Some(text)));
    }
}

/// Keeps all texts for the day the program breaks, those of the profile that is worked on first; `coming` is a text that
/// is about to take the place of its XML.
pub(super) fn remember(workspace: &Workspace, first: ProfileId, coming: Option<&str>) {
    let (own, others): (Vec<_>, Vec<_>) = workspace.profiles.iter().partition(|profile| profile.id == first);
    rescue::remember(own.into_iter().chain(others).enumerate().map(|(at, profile)| rescue::Texts {
        name: profile.name.clone(),
        options: profile.options.clone(),
        xml: coming.filter(|_| at == 0).map_or_else(|| profile.xml.clone(), Arc::from),
    }));
}
