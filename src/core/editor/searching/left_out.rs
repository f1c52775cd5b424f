//! The hits that are not to be replaced: kept by their places, whatever happens around them.

use super::{found::Found, hit_place::HitPlace};
use crate::editor::{analysis::Analysis, place::ProfileId, trail::Trail};

/// Hits whose boxes are not ticked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LeftOut(Vec<Kept>);

/// A hit of a profile, as it stood at a revision.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Kept {
    profile: ProfileId,
    revision: u64,
    place: HitPlace,
}

impl LeftOut {
    /// Where those of a profile stand now. Those that were changed are forgotten; those of other profiles wait.
    pub fn followed(&self, trail: &Trail, profile: ProfileId, analysis: &Analysis) -> LeftOut {
        let revision = trail.revision();
        let follow = |kept: &Kept| match kept.profile == profile {
            true => {
                let place = kept.place.followed(trail, kept.revision, profile, analysis)?;
                Some(Kept { revision, place, ..*kept })
            }
            false => Some(kept.clone()),
        };
        LeftOut(self.0.iter().filter_map(follow).collect())
    }

    /// The positions of those that are hits of a profile now, ascending.
    pub fn positions(&self, profile: ProfileId, found: &Found, analysis: &Analysis) -> Vec<usize> {
        let own = self.0.iter().filter(|kept| kept.profile == profile);
        let mut positions: Vec<usize> = own.filter_map(|kept| found.position(&kept.place.hit(analysis)?)).collect();
        positions.sort_unstable();
        positions.dedup();
        positions
    }

    /// The same with, or without, one more hit of the present revision.
    pub fn with(&self, is_left_out: bool, profile: ProfileId, revision: u64, place: HitPlace) -> LeftOut {
        let mut all = self.0.clone();
        let kept = Kept { profile, revision, place };
        all.retain(|own| *own != kept);
        all.extend(is_left_out.then_some(kept));
        LeftOut(all)
    }
}
