//! A profile by itself, with what T-Server has of it, and where it is used.

use std::{collections::BTreeMap, sync::Arc};

use crate::editor::{
    assigned::Assigned,
    baseline::Baselines,
    place::ProfileId,
    workspace::{Profile, Workspace},
};

/// The workspace without the other profiles. Of the assignment that stays which names it, or named it and names none now; what
/// went to another profile is told with that one.
pub(super) fn alone(workspace: &Workspace, id: ProfileId) -> Option<Workspace> {
    let profile = workspace.profiles.iter().find(|profile| profile.id == id)?;
    let baseline = workspace.live.profiles.get(&id).cloned();
    let now = &*workspace.assigned;
    let live = workspace.live.assigned.as_deref();
    let assigned = own(now, now, profile);
    Some(Workspace {
        profiles: vec![profile.clone()],
        assigned: Arc::new(assigned),
        live: Arc::new(Baselines {
            profiles: baseline.map(|baseline| BTreeMap::from([(id, baseline)])).unwrap_or_default(),
            assigned: live.map(|live| Arc::new(own(live, now, profile))),
        }),
    })
}

/// What of an assignment is told of a profile.
fn own(assigned: &Assigned, now: &Assigned, profile: &Profile) -> Assigned {
    let is_own = |before: Option<&Arc<str>>, after: Option<&Arc<str>>| match after.filter(|name| !name.is_empty()) {
        Some(after) => *after == profile.name,
        None => before == Some(&profile.name),
    };
    let extensions = assigned.extensions.iter().filter(|(number, name)| is_own(Some(name), now.extensions.get(number)));
    Assigned {
        application: assigned.application.clone().filter(|name| is_own(Some(name), now.application.as_ref())),
        extensions: extensions.map(|(number, name)| (number.clone(), name.clone())).collect(),
    }
}
