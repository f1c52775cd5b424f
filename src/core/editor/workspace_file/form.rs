//! The form of the whole file: its fields in their order.

use std::{borrow::Cow, sync::Arc};

use serde::{Deserialize, Serialize};

use super::{
    FORMAT, VERSION,
    assignment::AssignmentForm,
    past::{Past, PastForm},
    profiles::ProfileForm,
};
use crate::editor::{place::ProfileId, workspace::Workspace};

/// What is read first: whether the rest can be understood.
#[derive(Deserialize)]
pub(super) struct Front<'a> {
    #[serde(default, borrow)]
    pub format: Option<Cow<'a, str>>,
    #[serde(default)]
    pub version: Option<u64>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct FileForm<'a> {
    format: Cow<'a, str>,
    version: u32,
    #[serde(default)]
    pub name: Cow<'a, str>,
    #[serde(default)]
    assignment: AssignmentForm<'a>,
    profiles: Vec<ProfileForm<'a>>,
    #[serde(rename = "history", default, skip_serializing_if = "Option::is_none")]
    pub past: Option<PastForm>,
}

impl<'a> FileForm<'a> {
    pub fn of(workspace: &'a Workspace, name: &'a str, past: Option<&Past>) -> FileForm<'a> {
        FileForm {
            format: FORMAT.into(),
            version: VERSION,
            name: name.into(),
            assignment: AssignmentForm::of(&workspace.assigned),
            profiles: workspace.profiles.iter().map(|profile| ProfileForm::of(profile)).collect(),
            past: past.map(PastForm::of),
        }
    }

    /// The workspace, its identities given anew.
    pub fn workspace(&self) -> Workspace {
        let ids = std::iter::successors(Some(ProfileId::FIRST), |id| Some(id.next()));
        let profiles = self.profiles.iter().zip(ids).map(|(profile, id)| Arc::new(profile.restore(id)));
        Workspace { profiles: profiles.collect(), assigned: Arc::new(self.assignment.restore()) }
    }
}
