//! What has been read of the profiles of a workspace: the head of each, and one analysis for each that was looked at.

use std::sync::Arc;

use super::{analysis::Analysis, heads::Heads, place::ProfileId, workspace::Workspace};

/// How a profile is read and judged, by what was read of it before and what is known of the others.
pub type Reader = fn(Option<&Arc<Analysis>>, &Workspace, ProfileId, &Heads) -> Arc<Analysis>;

/// Of so many profiles what was read is kept; the others are read again when they are looked at.
const MOST_KEPT: usize = 8;

/// The analyses of the profiles that were looked at last, the latest last, and the heads of all.
#[derive(Debug, Clone, Default)]
pub struct Readings {
    analyses: Vec<(ProfileId, Arc<Analysis>)>,
    heads: Heads,
}

impl Readings {
    /// Those of a workspace, with the one of the profile that is looked at brought up to date; the others wait until they
    /// are looked at.
    pub fn after(before: Option<&Readings>, workspace: &Workspace, looked_at: ProfileId, reader: Reader) -> Readings {
        let Readings { mut analyses, heads } = before.cloned().unwrap_or_default();
        let heads = heads.after(workspace);
        analyses.retain(|(profile, _)| workspace.profile(*profile).is_some());
        let at = analyses.iter().position(|(profile, _)| *profile == looked_at);
        let own = at.map(|at| analyses.remove(at).1);
        let analysis = reader(own.as_ref(), workspace, looked_at, &heads);
        analyses.push((looked_at, analysis));
        let spare = analyses.len().saturating_sub(MOST_KEPT);
        analyses.drain(..spare);
        Readings { analyses, heads }
    }

    /// What was read of a profile when it was last looked at, if that is kept.
    pub fn of(&self, profile: ProfileId) -> Option<&Arc<Analysis>> {
        self.analyses.iter().find(|(own, _)| *own == profile).map(|(_, analysis)| analysis)
    }

    /// What every profile is known by.
    pub fn heads(&self) -> &Heads {
        &self.heads
    }
}
