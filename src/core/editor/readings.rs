//! What has been read of the profiles of a workspace: one analysis for each that was looked at.

use std::sync::Arc;

use super::{analysis::Analysis, place::ProfileId, workspace::Workspace};

/// How a profile is read and judged, by what was read of it before.
pub type Reader = fn(Option<&Arc<Analysis>>, &Workspace, ProfileId) -> Arc<Analysis>;

/// The analyses of the profiles that were looked at.
#[derive(Debug, Clone, Default)]
pub struct Readings(Vec<(ProfileId, Arc<Analysis>)>);

impl Readings {
    /// Those of a workspace, with the one of the profile that is looked at brought up to date; the others wait until they
    /// are looked at.
    pub fn after(before: Option<&Readings>, workspace: &Workspace, looked_at: ProfileId, reader: Reader) -> Readings {
        let mut all = before.cloned().unwrap_or_default().0;
        all.retain(|(profile, _)| workspace.profile(*profile).is_some());
        let at = all.iter().position(|(profile, _)| *profile == looked_at);
        let analysis = reader(at.map(|at| &all[at].1), workspace, looked_at);
        match at {
            Some(at) => all[at].1 = analysis,
            None => all.push((looked_at, analysis)),
        }
        Readings(all)
    }

    /// What was read of a profile when it was last looked at.
    pub fn of(&self, profile: ProfileId) -> Option<&Arc<Analysis>> {
        self.0.iter().find(|(own, _)| *own == profile).map(|(_, analysis)| analysis)
    }
}
