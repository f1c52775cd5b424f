//! Everything that operations needs as one archive: files, options, steps, a report to sign, and the workspace itself.

mod alone;
mod contents;
mod report;
mod steps;

use std::sync::Arc;

use self::contents::{folders, text};
use super::{
    export,
    going_live::plan,
    place::ProfileId,
    saved::Snapshot,
    workspace::Workspace,
    workspace_file,
    workspace_names::{self, ENDING},
};
use crate::source::{
    archive::{self as zip, Packed},
    phrase::counted,
};

/// An archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Archive {
    /// The name of its file.
    pub name: String,
    /// Its bytes: the same for the same state of the workspace, whoever makes it and when.
    pub bytes: Vec<u8>,
    /// How many errors are left in what is in it; the report lists them.
    pub errors: usize,
}

/// The steps, and the report.
const STEPS: &str = "steps.txt";
const REPORT: &str = "report.html";

/// The archive of a workspace, by its name. `is_by_stop` is whether T-Server is stopped where no order is safe.
pub fn of_all(workspace: &Workspace, name: &str, is_by_stop: bool) -> Archive {
    let plan = plan::plan(workspace, is_by_stop);
    let workspace_name = workspace_names::file_name(name, ENDING);
    let folders = folders(workspace, &plan, &[STEPS, REPORT, &workspace_name]);
    let mut files: Vec<Packed> = folders.iter().flat_map(|folder| folder.files(&plan)).collect();
    files.push(text(STEPS, &steps::text(name, &plan, &folders)));
    files.push(Packed { name: REPORT.to_owned(), bytes: report::page(name, workspace, &plan, &folders).into_bytes() });
    // Identities are not written: those of the file count from 1.
    let snapshot = Snapshot { workspace: workspace.clone(), highest: ProfileId::FIRST, steps: 0 };
    files.push(Packed { name: workspace_name, bytes: workspace_file::write(&snapshot, name, None).into_bytes() });
    let errors = folders.iter().map(|folder| export::errors(&folder.analysis)).sum();
    Archive { name: workspace_names::file_name(name, ".zip"), bytes: zip::write(&files), errors }
}

/// The archive of one profile, by its name; `None` where it is not there.
pub fn of_profile(workspace: &Workspace, profile: ProfileId, is_by_stop: bool) -> Option<Archive> {
    let alone = alone::alone(workspace, profile)?;
    let name: Arc<str> = alone.profile(profile)?.name.clone();
    Some(of_all(&alone, &name, is_by_stop))
}

/// How many errors are left in all profiles: what T-Server refuses, whether or not somebody has set it aside.
pub fn errors(workspace: &Workspace) -> usize {
    let analysis = |id| super::analysis::Analysis::in_workspace(workspace, id);
    workspace.profiles.iter().map(|profile| export::errors(&analysis(profile.id))).sum()
}

/// What the button is called: what is downloaded, and how many errors are in it.
pub fn title(errors: usize) -> String {
    with_errors("Download all", errors)
}

/// The same, of one of several profiles.
pub fn title_of(profile: &str, errors: usize) -> String {
    with_errors(&format!("Download all of {profile}"), errors)
}

fn with_errors(words: &str, errors: usize) -> String {
    match errors {
        0 => words.to_owned(),
        errors => format!("{words} with {}", counted(errors, "error", "errors")),
    }
}
