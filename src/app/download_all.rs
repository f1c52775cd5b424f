//! Everything as one file: for operations, for the ticket, and to come back to.

use leptos::prelude::*;

use super::session::Session;
use crate::browser::{files, page};
use presence_profile_core::editor::{archive, place::ProfileId, workspace_names::size};

/// What lies in it.
pub const HOLDS: &str = "One ZIP: XML, options, steps, a report to print and sign, and the workspace";

/// Downloads the archive of a profile, or of all.
pub fn download(session: Session, of: Option<ProfileId>) {
    // What is being typed is a part of it.
    page::settle();
    let is_by_stop = session.progress.with_untracked(|progress| progress.is_by_stop);
    let name = session.keeping.state_untracked().name;
    let made = session.workspace_untracked(|workspace| match of {
        Some(profile) => Some((archive::of_profile(workspace, profile, is_by_stop)?, vec![profile])),
        None => {
            let all = workspace.profiles.iter().map(|profile| profile.id).collect();
            Some((archive::of_all(workspace, &name, is_by_stop), all))
        }
    });
    let Some((made, profiles)) = made else { return };
    if !files::save(&made.name, "application/zip", &made.bytes) {
        return session.notice.set(format!("The browser did not take {}", made.name));
    }
    let left = match made.errors {
        0 => String::new(),
        1 => "; 1 error is left, the report lists it".to_owned(),
        errors => format!("; {errors} errors are left, the report lists them"),
    };
    session.have_exported(&profiles, &made.name);
    session.notice.set(format!("{} is downloading, {}{left}", made.name, size(made.bytes.len() as u64)));
}
