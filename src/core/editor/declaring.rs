//! What a change says of what T-Server has: that a text is live, that nothing is, that nobody knows.

use std::sync::Arc;

use super::{
    assigned::Assigned,
    baseline::{Baseline, Baselines, Live},
    place::ProfileId,
    workspace::{Profile, Workspace},
};
use crate::source::text::Part;

/// What is declared of a workspace.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Declaration {
    /// Of profiles; one stands here once at most.
    pub profiles: Vec<(ProfileId, Declared)>,
    /// Which profile is used where, where something is said of that; `Some(None)` is that nobody knows.
    pub assigned: Option<Option<Arc<Assigned>>>,
}

/// What is declared of a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    /// The name of its DN; `None` where nobody knows it, or there is none.
    pub name: Option<Arc<str>>,
    /// Of its options.
    pub options: DeclaredText,
    /// Of its XML file.
    pub xml: DeclaredText,
}

/// What is declared of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeclaredText {
    /// T-Server has it as it is after the change, which need not hold it twice.
    Own,
    /// T-Server has this.
    As(Live),
}

impl DeclaredText {
    fn live(&self, own: &Arc<str>) -> Live {
        match self {
            DeclaredText::Own => Live::Text(own.clone()),
            DeclaredText::As(live) => live.clone(),
        }
    }

    /// T-Server has this, whatever the text is after the change.
    pub fn of(live: &Live, own: Option<&Arc<str>>) -> DeclaredText {
        match live {
            Live::Text(text) if own == Some(text) => DeclaredText::Own,
            live => DeclaredText::As(live.clone()),
        }
    }
}

impl Declared {
    /// T-Server has the profile as it is after the change.
    pub fn own(profile: &Profile) -> Declared {
        Declared { name: Some(profile.name.clone()), options: DeclaredText::Own, xml: DeclaredText::Own }
    }

    /// T-Server has a file that was opened in the place of a profile's own. While the options are the guide's, nobody has shown
    /// those that go with it.
    pub fn opened(workspace: &Workspace, profile: &Profile) -> Declared {
        let mut declared = Declared::of(workspace.live.of(profile.id), Some(profile));
        if Workspace::is_of_example(&profile.options) {
            declared.name = None;
            declared.options = DeclaredText::As(Live::Unknown);
        }
        Declared { xml: DeclaredText::Own, ..declared }
    }

    /// T-Server does not have it.
    pub fn new_profile() -> Declared {
        Declared::of(&Baseline::NEW, None)
    }

    /// T-Server has this.
    pub fn of(baseline: &Baseline, profile: Option<&Profile>) -> Declared {
        let text = |live: &Live, part: Part| DeclaredText::of(live, profile.map(|profile| profile.text(part)));
        Declared {
            name: baseline.name.clone(),
            options: text(&baseline.options, Part::Options),
            xml: text(&baseline.xml, Part::Xml),
        }
    }
}

impl Declaration {
    /// What is declared of one profile.
    pub fn of(profile: ProfileId, declared: Declared) -> Declaration {
        Declaration { profiles: vec![(profile, declared)], assigned: None }
    }

    /// All that is known of a workspace.
    pub fn of_workspace(workspace: &Workspace) -> Declaration {
        let known = workspace.live.profiles.iter();
        let declared = known.map(|(id, baseline)| (*id, Declared::of(baseline, workspace.profile(*id))));
        Declaration { profiles: declared.collect(), assigned: workspace.live.assigned.clone().map(Some) }
    }

    /// What is known of a workspace that takes the place of another one, and nothing of that one.
    pub fn replacing(present: &Workspace, wanted: &Workspace) -> Declaration {
        let declared = Declaration::of_workspace(wanted);
        let is_gone = |id: &&ProfileId| !wanted.live.profiles.contains_key(id);
        let gone = present.live.profiles.keys().filter(is_gone).map(|id| (*id, Declared::of(&Baseline::UNKNOWN, None)));
        let profiles = declared.profiles.into_iter().chain(gone).collect();
        Declaration { profiles, assigned: Some(wanted.live.assigned.clone()) }
    }

    /// T-Server has all of it as it is after the change, and nothing of what was deleted.
    pub fn all_own(workspace: &Workspace) -> Declaration {
        let own = workspace.profiles.iter().map(|profile| (profile.id, Declared::own(profile)));
        let deleted = workspace.deleted();
        let own = own.chain(deleted.map(|(id, _)| (id, Declared::of(&Baseline::UNKNOWN, None))));
        Declaration { profiles: own.collect(), assigned: Some(Some(workspace.assigned.clone())) }
    }

    /// What is said of one profile: T-Server has it as it is.
    pub fn own(profile: &Profile) -> Declaration {
        Declaration::of(profile.id, Declared::own(profile))
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.profiles.is_empty() && self.assigned.is_none()
    }

    /// Without what is known already of `workspace`, whose texts are those after the change.
    pub fn against(mut self, workspace: &Workspace) -> Declaration {
        self.profiles.retain(|own| {
            let profile = workspace.profile(own.0);
            Declared::of(workspace.live.of(own.0), profile) != own.1
        });
        self.assigned = self.assigned.filter(|assigned| *assigned != workspace.live.assigned);
        self
    }

    /// What T-Server has, afterwards; `after` has the texts after the change.
    pub fn apply(&self, base: &Baselines, after: &Workspace) -> Baselines {
        let mut live = base.clone();
        for (id, Declared { name, options, xml }) in &self.profiles {
            let text = |declared: &DeclaredText, part: Part| match after.profile(*id) {
                Some(profile) => declared.live(profile.text(part)),
                // Of a profile that is not there only others' texts can be said.
                None => declared.live(&Arc::default()),
            };
            let baseline =
                Baseline { name: name.clone(), options: text(options, Part::Options), xml: text(xml, Part::Xml) };
            live.set(*id, baseline);
        }
        if let Some(assigned) = &self.assigned {
            live.assigned.clone_from(assigned);
        }
        live
    }

    /// What leads back to `base`.
    pub fn inverse(&self, base: &Workspace) -> Declaration {
        let before = |(id, _): &(ProfileId, _)| (*id, Declared::of(base.live.of(*id), base.profile(*id)));
        Declaration {
            profiles: self.profiles.iter().map(before).collect(),
            assigned: self.assigned.as_ref().map(|_| base.live.assigned.clone()),
        }
    }

    /// One with the effect of `self`, then `next`. What `self` declares as it is must not be edited by the change of `next`:
    /// whatever declares is a step of its own, and declares last.
    pub fn then(mut self, next: Declaration) -> Declaration {
        self.profiles.retain(|(id, _)| next.profiles.iter().all(|(other, _)| other != id));
        self.profiles.extend(next.profiles);
        Declaration { profiles: self.profiles, assigned: next.assigned.or(self.assigned) }
    }

    /// Bytes held, for the limit of the history.
    pub(super) fn weight(&self) -> usize {
        let text = |declared: &DeclaredText| match declared {
            DeclaredText::As(Live::Text(text)) => text.len(),
            _ => 0,
        };
        let texts = self
            .profiles
            .iter()
            .map(|(_, own)| size_of::<(ProfileId, Declared)>() + text(&own.options) + text(&own.xml));
        let assigned = self.assigned.iter().flatten();
        let rows = assigned.map(|assigned| assigned.extensions.len() * 32);
        texts.sum::<usize>() + rows.sum::<usize>()
    }
}
