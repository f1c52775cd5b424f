//! The files of a plan as blocks of PowerShell: those that are put in place now, or later.

use super::{
    files::FileToPut,
    plan::{Needs, Plan, PlannedStep},
    powershell::{self, Copying},
    steps::Step,
};
use crate::editor::place::ProfileId;

/// A block of PowerShell for the files of the steps that are wanted. `named` is where a new file lies, and a word for the copy of
/// the one in use: "before-2025-04-24".
pub fn powershell(
    plan: &Plan,
    is_wanted: impl Fn(&PlannedStep) -> bool,
    named: impl Fn(&FileToPut) -> (String, String),
) -> String {
    let wanted = plan.steps.iter().filter(|own| is_wanted(own));
    let files = wanted.filter_map(|own| match own.needs {
        Needs::File(at) => Some((plan.files.get(at)?, own)),
        _ => None,
    });
    let has_backup = |profile: ProfileId| {
        plan.steps.iter().any(|own| matches!(&own.step, Step::BackUp(profiles) if profiles.contains(&profile)))
    };
    let blocks = files.map(|(file, own)| {
        let (from, kept) = named(file);
        powershell::block(&Copying {
            from: &from,
            to: &file.path,
            kept: &kept,
            // At another path, or one that nobody knows to be in use, a file may lie or not.
            is_there: matches!(own.step, Step::Later(_)) || has_backup(file.profile) && !file.is_at_new_path,
            sha256: &file.sha256,
        })
    });
    blocks.collect::<Vec<_>>().join("\n")
}
