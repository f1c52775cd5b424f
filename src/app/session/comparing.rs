//! What is different: between what T-Server has, another profile or a file, and the profile that is looked at.

use std::sync::Arc;

use leptos::prelude::*;

use super::Session;
use presence_profile_core::{
    editor::{
        change::Change,
        comparing::{self, Difference, What, differences, restoring, sides::Then, together},
        declaring::Declaration,
        going_live::plan::Plan,
        place::ProfileId,
        workspace::Profile,
    },
    mapping::lcid::Lcid,
};

/// Texts of more bytes are compared when somebody looks at their changes, and not at every key.
const MOST_COUNTED: usize = 256 << 10;

/// What the profile that is looked at is compared with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum From {
    /// What T-Server has.
    #[default]
    Live,
    /// Another profile.
    Other(ProfileId),
    /// A file, by its name, and what is in it.
    File(Arc<str>, Arc<str>),
}

/// What was found different.
#[derive(Debug, Clone)]
pub struct Found {
    /// What the profile is compared with.
    pub from: From,
    /// The same in words.
    pub what: Arc<str>,
    /// That as a profile.
    pub then: Then,
    /// The profile.
    pub now: Profile,
    /// What is different in meaning.
    pub differences: Vec<Difference>,
    /// Whether it is known which profile T-Server uses where.
    pub is_assignment_known: bool,
}

/// One that was found, shared.
#[derive(Debug, Clone)]
pub struct SharedFound(pub Arc<Found>);

impl PartialEq for SharedFound {
    fn eq(&self, other: &SharedFound) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Found {
    /// The language of the previews where none is said.
    pub fn default_language(&self) -> Lcid {
        self.now.choices.default_language
    }

    /// Whether the texts are the same to the byte.
    pub fn is_same(&self) -> bool {
        self.then.is_same(&self.now)
    }
}

impl Session {
    /// What is different, now and whenever that changes.
    pub fn found(self) -> SharedFound {
        let from = self.compared.get();
        let now = self.with_profile(Profile::clone);
        let then = self.workspace(|workspace| match &from {
            From::Live => Then::live(workspace.live.of(now.id), &now),
            From::Other(other) => match workspace.profile(*other) {
                Some(other) => Then::other(other, &now),
                None => Then::live(workspace.live.of(now.id), &now),
            },
            From::File(_, text) => Then::file(text, &now),
        });
        let mut differences = differences(&then.profile, &now);
        if from == From::Live {
            differences.extend(self.workspace(comparing::beside));
        }
        let what: Arc<str> = match &from {
            From::Live => "what is live".into(),
            From::Other(other) => self.workspace(|workspace| {
                workspace.profile(*other).map_or_else(|| "what is live".into(), |other| other.name.clone())
            }),
            From::File(name, _) => name.clone(),
        };
        let is_assignment_known = self.workspace(|workspace| workspace.live.assigned.is_some());
        SharedFound(Arc::new(Found { from, what, then, now, differences, is_assignment_known }))
    }

    /// How many changes there are from what T-Server has, now and whenever that changes; `None` where nobody has counted them.
    pub fn count_changes(self) -> Option<usize> {
        self.with_profile(|now| {
            let then = self.workspace(|workspace| Then::live(workspace.live.of(now.id), now));
            let sizes = now.xml.len() + now.options.len() + then.profile.xml.len() + then.profile.options.len();
            let is_same = then.profile.xml == now.xml && then.profile.options == now.options;
            let beside = self.workspace(comparing::beside).len() + usize::from(then.profile.name != now.name);
            match () {
                () if is_same => Some(beside),
                () if MOST_COUNTED < sizes => None,
                () => Some(differences(&then.profile, now).len() + self.workspace(comparing::beside).len()),
            }
        })
    }

    /// Makes one difference as it was, with those that go back together with it.
    pub fn restore_difference(self, found: &Found, at: usize, what: &str) -> bool {
        let Some(one) = found.differences.get(at) else { return false };
        let all = together(&found.differences, one);
        let label = format!("{what} restored");
        let planned =
            self.workspace_untracked(|workspace| restoring::restore(workspace, &found.then.profile, &all, label));
        self.carry(planned, |change| change.label.clone())
    }

    /// Makes both texts as they were.
    pub fn restore_all(self, found: &Found) -> bool {
        let label = format!("All restored to {}", found.what);
        let beside = |own: &&Difference| matches!(own.what, What::Name | What::Deleted(_) | What::Assigned(_));
        let beside: Vec<&Difference> = found.differences.iter().filter(beside).collect();
        let planned = self.workspace_untracked(|workspace| {
            let texts = restoring::restore_all(workspace, &found.then.profile, label)?;
            let after = texts.apply(workspace);
            let rest = restoring::restore(&after, &found.then.profile, &beside, String::new())?;
            Ok(texts.then(rest))
        });
        self.carry(planned, |change| change.label.clone())
    }

    /// Says that T-Server has everything as the steps make it: in the way of a bridge its file, until the old entries are taken
    /// out of it.
    pub fn mark_all_as_live(self, plan: &Plan) -> bool {
        let change = self.workspace_untracked(|workspace| {
            let ticks = self.progress.with_untracked(|progress| progress.ticks.clone());
            let live = plan.as_live(workspace, |step| ticks.contains(&step.key)).against(workspace);
            Change::new("All marked as live").declaring(live)
        });
        self.carry(Ok(change), |change| change.label.clone())
    }

    /// Says that T-Server has the profile that is looked at as it is.
    pub fn mark_as_live(self) -> bool {
        let change = self.workspace_untracked(|workspace| {
            let profile = workspace.profile(self.looked_at_untracked())?;
            let live = Declaration::own(profile).against(workspace);
            Some(Change::new(format!("{} marked as live", profile.name)).declaring(live))
        });
        change.is_some_and(|change| self.carry(Ok(change), |change| change.label.clone()))
    }
}
