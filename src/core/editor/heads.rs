//! What every profile of a workspace is known by, looked at or not: its mode and the file it names.

use std::sync::Arc;

use super::{
    place::ProfileId,
    workspace::{Profile, Workspace},
};
use crate::{
    mapping::{
        option_name::OptionName,
        options::{Mode, ProfileOptions},
    },
    rules::paths,
};

/// The heads of all profiles, in their order.
#[derive(Debug, Clone, Default)]
pub struct Heads {
    heads: Arc<Vec<Head>>,
    modes: Arc<Vec<(ProfileId, Mode)>>,
}

/// That of one, and the options text it was read in.
#[derive(Debug, Clone)]
struct Head {
    profile: ProfileId,
    options: Arc<str>,
    mode: Mode,
    /// The value of `agent-presence-map`, as all paths to the same file are, where the options are those of push mode; else
    /// empty.
    path: String,
}

impl Head {
    fn of(profile: &Profile) -> Head {
        let read = ProfileOptions::read(&profile.options);
        // Where no mode is said, the options show which one is meant.
        let path = read.value(OptionName::AgentPresenceMap, &profile.options).filter(|_| !read.pulls());
        let path = paths::plain(path.unwrap_or_default());
        Head { profile: profile.id, options: profile.options.clone(), mode: read.mode, path }
    }

    fn is_of(&self, profile: &Profile) -> bool {
        self.profile == profile.id && Arc::ptr_eq(&self.options, &profile.options)
    }
}

impl Heads {
    /// Those of a workspace.
    pub fn of(workspace: &Workspace) -> Heads {
        Heads::default().after(workspace)
    }

    /// Those of a workspace; an options text that was read is not read again.
    pub fn after(self, workspace: &Workspace) -> Heads {
        let (before, profiles) = (&self.heads, &workspace.profiles);
        if before.len() == profiles.len() && before.iter().zip(profiles).all(|(head, own)| head.is_of(own)) {
            return self;
        }
        let known = |profile: &Profile| before.iter().find(|head| head.is_of(profile)).cloned();
        let heads: Vec<Head> =
            profiles.iter().map(|profile| known(profile).unwrap_or_else(|| Head::of(profile))).collect();
        let modes = heads.iter().map(|head| (head.profile, head.mode));
        // Whoever holds the modes sees at once that none has changed.
        let modes = if modes.clone().eq(self.modes.iter().copied()) { self.modes } else { Arc::new(modes.collect()) };
        Heads { heads: Arc::new(heads), modes }
    }

    /// The modes of all profiles.
    pub fn modes(&self) -> &Arc<Vec<(ProfileId, Mode)>> {
        &self.modes
    }

    /// The names of the other profiles that push and name the same file as one, and whose XML is another one.
    pub(super) fn same_path(&self, workspace: &Workspace, profile: &Profile) -> Vec<Arc<str>> {
        let own = self.heads.iter().find(|head| head.profile == profile.id && !head.path.is_empty());
        let Some(own) = own else { return Vec::new() };
        let mut same = Vec::new();
        // Copies of one profile share one text, which is compared once.
        let mut compared: Vec<(&Arc<str>, bool)> = Vec::new();
        for (head, other) in self.heads.iter().zip(&workspace.profiles) {
            if head.profile == profile.id || head.path != own.path {
                continue;
            }
            let known = compared.iter().find(|(text, _)| Arc::ptr_eq(text, &other.xml)).map(|(_, differs)| *differs);
            let differs = known.unwrap_or_else(|| !Arc::ptr_eq(&other.xml, &profile.xml) && other.xml != profile.xml);
            if known.is_none() {
                compared.push((&other.xml, differs));
            }
            if differs {
                same.push(other.name.clone());
            }
        }
        same
    }
}
