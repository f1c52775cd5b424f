//! Going live as a page shows it: what is to be said of the order, the ways there are, and the steps with all that they need.

use std::sync::Arc;

use super::{
    back::{self, Back},
    files::{self, FileToPut},
    going::Going,
    looks, obstacles,
    powershell::{self, Copying},
    sentences,
    steps::{self, Beside, File, Step, Verdict, Way},
    words::{self, Basis},
};
use crate::{
    editor::{
        assigned::{Assigned, Reassignment},
        baseline::Live,
        declaring::{Declaration, DeclaredText},
        place::ProfileId,
        rows::ShownPresence,
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
    /// What T-Server has when all steps but the later ones are done.
    pub fn as_live(&self, workspace: &Workspace) -> Declaration {
        let mut live = Declaration::all_own(workspace);
        for bridge in self.files.iter().filter(|file| file.file == File::Bridge) {
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
    /// Situations of an agent, and what a colleague is to see then.
    Looks(Vec<(String, ShownPresence)>),
}

/// So many situations are looked at.
const MOST_LOOKS: usize = 6;

/// The way from what T-Server has to what a workspace says.
pub fn plan(workspace: &Workspace, is_by_stop: bool) -> Plan {
    let going: Vec<Going> =
        workspace.profiles.iter().filter_map(|profile| Going::of(workspace.live.of(profile.id), profile)).collect();
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
    let back = back::back(&going, &beside, workspace);
    Plan { verdict, title, reason, ways, way, steps: planned, files, back }
}

/// Which files in use are kept, and how.
fn backed_up(profiles: &[ProfileId], going: &[Going], workspace: &Workspace) -> String {
    let own = going.iter().filter(|own| profiles.contains(&own.profile));
    let paths: Vec<String> = own.filter_map(|own| back::old_path(own, workspace)).collect();
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
            Needs::Looks(profiles.iter().flat_map(|id| looks::looks(workspace, *id)).take(MOST_LOOKS).collect())
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

/// A block of PowerShell for all files of the steps, those of later steps apart. `named` is where a new file lies, and a word
/// for the copy of the one in use: "before-2025-04-24".
pub fn powershell(plan: &Plan, named: impl Fn(&FileToPut) -> (String, String)) -> String {
    let put = plan.steps.iter().filter(|own| matches!(own.step, Step::PutFile(..)));
    let files = put.filter_map(|own| match own.needs {
        Needs::File(at) => plan.files.get(at),
        _ => None,
    });
    let has_backup = |profile: ProfileId| {
        plan.steps.iter().any(|own| matches!(&own.step, Step::BackUp(profiles) if profiles.contains(&profile)))
    };
    let blocks = files.map(|file| {
        let (from, kept) = named(file);
        powershell::block(&Copying {
            from: &from,
            to: &file.path,
            // At another path nothing lies yet that is in use.
            kept: if has_backup(file.profile) && !file.is_at_new_path { &kept } else { "" },
            sha256: &file.sha256,
        })
    });
    blocks.collect::<Vec<_>>().join("\n")
}
