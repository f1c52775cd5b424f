//! Whether the texts have left the page as they are.

use std::sync::Arc;

use leptos::prelude::*;

use super::Session;
use crate::browser::clock;
use presence_profile_core::{
    editor::{
        place::ProfileId,
        saved::{self, Cause, Left},
        workspace::{Profile, Workspace},
    },
    source::text::Part,
};

/// The texts of all profiles as they last left the page, or came to it.
#[derive(Clone)]
pub(super) struct Exported(saved::Exported);

impl Exported {
    pub fn of(workspace: &Workspace) -> Exported {
        let left = |profile: &Arc<Profile>| {
            let (options, xml) = (Some(profile.options.clone()), Some(profile.xml.clone()));
            (profile.id, Left { options, xml, has_left_behind: false })
        };
        Exported(saved::Exported {
            profiles: workspace.profiles.iter().map(left).collect(),
            names: names(workspace),
            assigned: workspace.assigned.clone(),
            at: None,
        })
    }

    /// As they were when the page was open last.
    pub fn from_saved(exported: saved::Exported) -> Exported {
        Exported(exported)
    }

    /// As they are kept.
    pub fn saved(&self) -> &saved::Exported {
        &self.0
    }

    fn left(&self, profile: ProfileId) -> Left {
        self.0.profiles.iter().find(|(own, _)| *own == profile).map_or(NEVER, |(_, left)| left.clone())
    }

    fn left_mut(&mut self, profile: ProfileId) -> &mut Left {
        let profiles = &mut self.0.profiles;
        let at = profiles.iter().position(|(own, _)| *own == profile).unwrap_or_else(|| {
            profiles.push((profile, NEVER));
            profiles.len() - 1
        });
        &mut profiles[at].1
    }
}

impl Session {
    /// Whether the page holds something that was never exported: the texts as they are, or one that another text took the
    /// place of, profiles that came, went or have another name, an assignment.
    pub fn has_unexported(self) -> bool {
        self.exported.with_untracked(|exported| {
            self.workspace_untracked(|workspace| {
                let is_left = |profile: &Arc<Profile>| {
                    let left = exported.left(profile.id);
                    !left.has_left_behind && has(&left, Part::Xml, profile) && has(&left, Part::Options, profile)
                };
                names(workspace) != exported.0.names
                    || workspace.assigned != exported.0.assigned
                    || !workspace.profiles.iter().all(is_left)
            })
        })
    }

    /// The options of the profile that is looked at as they last left the page; `None` where they never did.
    pub fn exported_options(self) -> Option<Arc<str>> {
        self.exported.with_untracked(|exported| exported.left(self.looked_at_untracked()).options)
    }

    /// Exactly this text of a profile has left the page.
    pub fn has_exported(self, profile: ProfileId, part: Part, text: Arc<str>) {
        self.exported.update(|exported| {
            let left = exported.left_mut(profile);
            match part {
                Part::Options => left.options = Some(text),
                Part::Xml => {
                    left.xml = Some(text);
                    left.has_left_behind = false;
                }
            }
            exported.0.at = Some(clock::now());
        });
        self.note_exported();
        let name = self.workspace_untracked(|workspace| workspace.profile(profile).map(|profile| profile.name.clone()));
        self.keep_version(self.moment(), Cause::Exported, &name.unwrap_or_default());
    }

    /// All texts of these profiles have left the page.
    pub fn have_exported(self, profiles: &[ProfileId], name: &str) {
        self.workspace_untracked(|workspace| {
            self.exported.update(|exported| {
                for profile in workspace.profiles.iter().filter(|profile| profiles.contains(&profile.id)) {
                    let (options, xml) = (Some(profile.options.clone()), Some(profile.xml.clone()));
                    *exported.left_mut(profile.id) = Left { options, xml, has_left_behind: false };
                }
                exported.0.at = Some(clock::now());
            });
        });
        self.note_exported();
        self.keep_version(self.moment(), Cause::Exported, name);
    }

    /// A file is about to come in, in the place of the XML: whether that would leave an edit behind.
    pub fn would_leave_behind(self) -> bool {
        let left = self.exported.with_untracked(|exported| exported.left(self.looked_at_untracked()));
        left.has_left_behind || !self.with_profile_untracked(|profile| has(&left, Part::Xml, profile))
    }

    /// The XML as it is now has come from a file.
    pub fn has_come_in(self, has_left_behind: bool) {
        let xml = self.with_profile_untracked(|profile| profile.xml.clone());
        self.exported.update(|exported| {
            let left = exported.left_mut(self.looked_at_untracked());
            left.xml = Some(xml);
            left.has_left_behind = has_left_behind;
        });
        self.note_exported();
    }

    /// When something left the page last, in milliseconds since 1970, now and whenever something does.
    pub fn exported_at(self) -> Option<f64> {
        self.exported.with(|exported| exported.0.at)
    }

    /// See [`Session::has_unexported`], now and whenever that changes.
    pub fn is_unexported(self) -> bool {
        self.exported.track();
        self.history.track();
        self.has_unexported()
    }
}

/// Of a profile that never left.
const NEVER: Left = Left { options: None, xml: None, has_left_behind: false };

fn has(left: &Left, part: Part, profile: &Profile) -> bool {
    match part {
        Part::Options => left.options.as_ref() == Some(&profile.options),
        Part::Xml => left.xml.as_ref() == Some(&profile.xml),
    }
}

fn names(workspace: &Workspace) -> Vec<(ProfileId, Arc<str>)> {
    workspace.profiles.iter().map(|profile| (profile.id, profile.name.clone())).collect()
}
