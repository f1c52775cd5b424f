//! Going live as a page shows it: what is to be said of the order, the ways there are, and the steps with all that they need.

use std::sync::Arc;

use super::{
    back::{self, Back},
    files::{self, FileToPut},
    going::Going,
    looks::{self, Look},
    obstacles, sentences,
    steps::{self, Beside, File, Step, Verdict, Way},
    words::{self, Basis},
};
use crate::{
    editor::{
        assigned::{Assigned, Reassignment},
        baseline::Live,
        declaring::{Declaration, DeclaredText},
        place::ProfileId,
        workspace::Workspace,
    },
    source::{
        digest,
        phrase::{Phrase, listed},
    },
};

/// Going live.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// What is to be said of the order.
    pub verdict: Verdict,
    /// The same in a sentence.
    pub title: String,
    /// Why.
    pub reason: Phrase,
    /// The ways there are where no order is safe; none where one is.
    pub ways: Vec<Way>,
    /// The one that is shown.
    pub way: Way,
    /// The steps in their order.
    pub steps: Vec<PlannedStep>,
    /// All files of the steps, each once.
    pub files: Vec<FileToPut>,
    /// How it is taken back, in its order.
    pub back: Vec<Back>,
}

/// A step with all that it needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedStep {
    /// The step.
    pub step: Step,
    /// What it does, to the byte: one that does something else has another key.
    pub key: String,
    /// What is done.
    pub title: String,
    /// More of that; empty where the title says all.
    pub detail: String,
    /// What it rests on.
    pub basis: Basis,
    /// What is copied, downloaded, or looked at.
    pub needs: Needs,
}

impl Plan {
    /// What T-Server has when all steps are done, of the later ones those that are said to be.
    pub fn as_live(&self, workspace: &Workspace, is_done: impl Fn(&PlannedStep) -> bool) -> Declaration {
        let mut live = Declaration::all_own(workspace);
        let is_final =
            |profile: ProfileId| self.steps.iter().any(|own| own.step == Step::Later(profile) && is_done(own));
        for bridge in self.files.iter().filter(|file| file.file == File::Bridge && !is_final(file.profile)) {
            let own = live.profiles.iter_mut().find(|(id, _)| *id == bridge.profile);
            own.into_iter().for_each(|(_, own)| own.xml = DeclaredText::As(Live::Text(bridge.text.as_str().into())));
        }
        live
    }
}

/// What a step needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Needs {
    /// Nothing.
    Nothing,
    /// A text to be pasted.
    Text(String),
    /// A file, by its position among the files.
    File(usize),
    /// Situations of an agent, and what is to be seen then.
    Looks(Vec<(String, Look)>),
}

/// So many situations are looked at.
const MOST_LOOKS: usize = 6;

/// The way from what T-Server has to what a workspace says.
pub fn plan(workspace: &Workspace, is_by_stop: bool) -> Plan {
    let going = workspace.profiles.iter().filter_map(|profile| Going::of(workspace.live.of(profile.id), profile));
    let going: Vec<Going> = going
        .map(|own| {
            // Where the file of another profile lies, there is one to keep.
            let is_over_other = own.has_file && back::is_path_in_use(&own, workspace);
            Going { has_old_file: own.has_old_file || is_over_other, ..own }
        })
        .collect();
    let assigned = workspace.live.assigned.clone();
    let is_assigned = assigned
        .as_ref()
        .map_or_else(|| *workspace.assigned != Assigned::default(), |assigned| *assigned != workspace.assigned);
    let deleted = workspace.deleted().map(|(id, _)| id).collect();
    let beside = Beside { is_assigned, deleted };
    let verdict = steps::verdict(&going, &beside);
    let ways: Vec<Way> = if verdict == Verdict::NoOrder { steps::ways(&going).to_vec() } else { Vec::new() };
    let way =
        if is_by_stop || verdict == Verdict::NoOrder && !ways.contains(&Way::Bridge) { Way::Stop } else { Way::Bridge };
    let steps = steps::steps(&going, &beside, way);
    let of = |id: ProfileId| going.iter().find(|own| own.profile == id);
    let mut files: Vec<FileToPut> = Vec::new();
    for step in &steps {
        let wanted = match step {
            Step::PutFile(id, file) => Some((*id, *file)),
            Step::Later(id) => Some((*id, File::New)),
            _ => None,
        };
        files.extend(wanted.and_then(|(id, file)| files::file(workspace, of(id)?, file)));
    }
    let all = fingerprint(&files, &steps);
    let in_use = in_use(&steps, workspace);
    let planned = steps.iter().map(|step| {
        let needs = needs(step, workspace, assigned.as_ref(), &files);
        let content = match &needs {
            Needs::Text(text) => text.as_str(),
            Needs::File(at) => files[*at].sha256.as_str(),
            // A copy of the file in use is one whatever comes afterwards.
            Needs::Nothing if matches!(step, Step::BackUp(_)) => in_use.as_str(),
            Needs::Nothing | Needs::Looks(_) => all.as_str(),
        };
        let title = words::title(step, workspace);
        let key = digest::sha256(format!("{title}\n{content}").as_bytes());
        PlannedStep {
            step: step.clone(),
            key: key[..24].to_owned(),
            title,
            detail: match step {
                Step::BackUp(profiles) => backed_up(profiles, &going, workspace),
                step => sentences::detail(step, workspace),
            },
            basis: words::basis(step),
            needs,
        }
    });
    let planned: Vec<PlannedStep> = planned.collect();
    let obstacle = obstacles::obstacle(workspace, &going);
    let (verdict, (title, reason)) = match obstacle {
        Some(obstacle) => (Verdict::Unsound, obstacle),
        None => (verdict, sentences::said(verdict, &going, workspace)),
    };
    let reason = Phrase::from(reason);
    let back = back::back(&going, &beside, way, workspace);
    Plan { verdict, title, reason, ways, way, steps: planned, files, back }
}

/// Which files in use are kept, and how.
fn backed_up(profiles: &[ProfileId], going: &[Going], workspace: &Workspace) -> String {
    let own = going.iter().filter(|own| profiles.contains(&own.profile));
    let path = |own: &Going| {
        let is_known = back::old_path(own, workspace).is_some() || back::is_path_in_use(own, workspace);
        let if_there = if is_known { "" } else { ", if a file lies there" };
        Some(format!("{}{if_there}", back::path_to_keep(own, workspace)?))
    };
    let paths: Vec<String> = own.filter_map(path).collect();
    let paths = if paths.is_empty() { String::new() } else { format!("{}: ", listed(paths.into_iter())) };
    format!("{paths}under another name, beside it; on both hosts of a hot-standby pair.")
}

/// The files of which a copy is kept, by their digests.
fn in_use(steps: &[Step], workspace: &Workspace) -> String {
    let kept = steps.iter().flat_map(|step| match step {
        Step::BackUp(profiles) => profiles.as_slice(),
        _ => &[],
    });
    let digests = kept.map(|id| match &workspace.live.of(*id).xml {
        Live::Text(text) => digest::sha256(text.as_bytes()),
        other => format!("{other:?}"),
    });
    digests.collect()
}

fn fingerprint(files: &[FileToPut], steps: &[Step]) -> String {
    let mut all = format!("{steps:?}");
    files.iter().for_each(|file| all.push_str(&file.sha256));
    digest::sha256(all.as_bytes())
}

fn needs(step: &Step, workspace: &Workspace, live: Option<&Arc<Assigned>>, files: &[FileToPut]) -> Needs {
    let of_file = |id: ProfileId, file: File| {
        files.iter().position(|own| own.profile == id && own.file == file).map_or(Needs::Nothing, Needs::File)
    };
    match step {
        Step::PutFile(id, file) => of_file(*id, *file),
        Step::Later(id) => of_file(*id, File::New),
        Step::Set(_, _, Some(value)) => Needs::Text(value.clone()),
        Step::Assign => {
            let nothing = Assigned::default();
            let changed = Reassignment::between(live.map_or(&nothing, |live| live), &workspace.assigned);
            Needs::Text(assignment(&changed))
        }
        Step::Check(profiles) => {
            let each = (MOST_LOOKS / profiles.len().max(1)).max(2);
            let looks: Vec<_> =
                profiles.iter().flat_map(|id| looks::looks(workspace, *id).into_iter().take(each)).collect();
            if looks.is_empty() { Needs::Nothing } else { Needs::Looks(looks) }
        }
        _ => Needs::Nothing,
    }
}

/// What is assigned otherwise, a place in each line.
fn assignment(changed: &Reassignment) -> String {
    let line = |place: &str, name: Option<&str>| match name {
        Some(name) => format!("{place}: presence-profile={name}"),
        None => format!("{place}: remove presence-profile"),
    };
    let application = changed.application.iter().map(|name| line("T-Server application", name.as_deref()));
    let extensions =
        changed.extensions.iter().map(|(number, name)| line(&format!("Extension {number}"), name.as_deref()));
    application.chain(extensions).collect::<Vec<_>>().join("\n")
}

impl PlannedStep {
    /// Whether it puts a file in place now, and not at a later restart.
    pub fn puts_file(&self) -> bool {
        matches!(self.step, Step::PutFile(..))
    }

    /// Whether it is done at a later restart.
    pub fn is_later(&self) -> bool {
        matches!(self.step, Step::Later(_))
    }
}
