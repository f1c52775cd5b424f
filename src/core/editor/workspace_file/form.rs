//! The form of the whole file: its fields in their order.

use std::{borrow::Cow, sync::Arc};

use serde::{Deserialize, Serialize};

use super::{
    FORMAT, VERSION,
    assignment::AssignmentForm,
    live::LiveForm,
    past::{Past, PastForm},
    profiles::ProfileForm,
};
use crate::editor::{declaring::Declaration, place::ProfileId, workspace::Workspace};

/// What is read first: whether the rest can be understood.
#[derive(Deserialize)]
pub(super) struct Front<'a> {
    #[serde(default, borrow)]
    pub format: Option<Cow<'a, str>>,
    #[serde(default)]
    pub version: Option<u64>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct FileForm<'a> {
    format: Cow<'a, str>,
    version: u32,
    #[serde(default)]
    pub name: Cow<'a, str>,
    #[serde(default)]
    assignment: AssignmentForm<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    live_assignment: Option<AssignmentForm<'a>>,
    profiles: Vec<ProfileForm<'a>>,
    /// What T-Server has of profiles that were deleted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    deleted: Vec<LiveForm<'a>>,
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
            live_assignment: workspace.live.assigned.as_deref().map(AssignmentForm::of),
            profiles: workspace.profiles.iter().map(|profile| ProfileForm::of(workspace, profile)).collect(),
            deleted: workspace.deleted().map(|(_, live)| LiveForm::of(live, None)).collect(),
            past: past.map(PastForm::of),
        }
    }

    /// The workspace, its identities given anew.
    pub fn workspace(&self) -> Workspace {
        let ids = std::iter::successors(Some(ProfileId::FIRST), |id| Some(id.next()));
        let profiles = self.profiles.iter().zip(ids.clone()).map(|(profile, id)| Arc::new(profile.restore(id)));
        let assigned = Arc::new(self.assignment.restore());
        let workspace = Workspace { profiles: profiles.collect(), assigned, live: Arc::default() };
        let declared = self
            .profiles
            .iter()
            .zip(ids.clone())
            .filter_map(|(profile, id)| Some((id, profile.live.as_ref()?.restore())));
        let deleted = ids.skip(self.profiles.len()).zip(&self.deleted).map(|(id, live)| (id, live.restore()));
        let declared = declared.chain(deleted);
        let assigned = self.live_assignment.as_ref().map(|assigned| Some(Arc::new(assigned.restore())));
        let live = Declaration { profiles: declared.collect(), assigned }.apply(&workspace.live, &workspace);
        Workspace { live: live.into(), ..workspace }
    }
}
