//! How a change is taken back: what went last comes back first.

use super::{
    going::Going,
    order::Order,
    steps::{self, Beside, Way},
};
use crate::{
    editor::{place::ProfileId, workspace::Workspace},
    mapping::{aggregated_states, option_name::OptionName, options::ProfileOptions},
};

/// A way back from a point on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Back {
    /// What is done then.
    pub words: String,
    /// A value that is set again, where one is.
    pub text: Option<String>,
}

impl Back {
    fn of(words: impl Into<String>) -> Back {
        Back { words: words.into(), text: None }
    }
}

/// How the change is taken back: the options as they were, then the files, in the other order; where no order was safe, by the
/// same way.
pub(super) fn back(going: &[Going], beside: &Beside, way: Way, workspace: &Workspace) -> Vec<Back> {
    let is_torn = going.iter().any(|own| matches!(own.order, Order::Neither { .. }));
    let is_stopped = is_torn && way == Way::Stop;
    let is_rows = |name: OptionName| name == OptionName::AggregatedStates;
    let options = |is_own: &dyn Fn(&Going, OptionName) -> bool| -> Vec<Back> {
        let all = going.iter().flat_map(|own| own.options.iter().map(move |(name, _)| (own, *name)));
        all.filter(|(own, name)| is_own(own, *name)).map(|(own, name)| option(own, name, workspace)).collect()
    };
    // What went last comes back first.
    let mut back: Vec<Back> = beside.deleted.iter().map(|id| created_again(*id, workspace)).collect();
    if is_stopped {
        back.push(Back::of("Stop T-Server"));
    } else if is_torn {
        // The old option and the new file lack each other's entries; the bridge file has both.
        back.push(Back::of("If the final file is loaded already, put the bridge file back and restart T-Server first"));
    }
    back.extend(options(&|own, name| is_rows(name) && own.order != Order::OptionFirst));
    let mut others = options(&|_, name| !is_rows(name));
    others.reverse();
    back.extend(others);
    let files: Vec<Back> = going.iter().filter_map(|own| file(own, workspace)).collect();
    // What the way there has a restart for has one here.
    let needs_restart = !files.is_empty() || going.iter().any(|own| !steps::whys(own).is_empty());
    back.extend(files);
    back.extend(match (is_stopped, needs_restart) {
        (true, _) => Some(Back::of("Start T-Server")),
        (false, needs_restart) => needs_restart.then(|| Back::of("Restart T-Server")),
    });
    back.extend(options(&|own, name| is_rows(name) && own.order == Order::OptionFirst));
    for own in going {
        let now = workspace.profile(own.profile).map(|own| own.name.clone()).unwrap_or_default();
        back.extend(
            own.renamed_from.iter().map(|from| Back::of(format!("Rename the VoIP Service DN {now} to {from}"))),
        );
        back.extend(own.is_new.then(|| Back::of(format!("Delete the VoIP Service DN {now}"))));
    }
    back
}

/// The DN of a profile that was deleted, with its options.
fn created_again(id: ProfileId, workspace: &Workspace) -> Back {
    let live = workspace.live.of(id);
    let name = live.name.as_deref().unwrap_or("that was deleted");
    match live.options.text() {
        Some(text) => Back {
            words: format!("Create the VoIP Service DN {name} again, with these options"),
            text: Some(text.trim_end().to_owned()),
        },
        None => Back::of(format!("Create the VoIP Service DN {name} again; its options are not known here")),
    }
}

/// An option as it was.
fn option(own: &Going, name: OptionName, workspace: &Workspace) -> Back {
    let of = workspace.profile(own.profile).map(|own| own.name.clone()).unwrap_or_default();
    let live = workspace.live.of(own.profile);
    let Some(text) = live.options.text() else {
        return Back::of(format!("Set {} of {of} as it was; the value is not known here", name.name()));
    };
    let read = ProfileOptions::read(text);
    let value = match name {
        OptionName::AggregatedStates => {
            let states = &read.aggregated_states;
            aggregated_states::write(|row| states.id_of(row), states.separator)
        }
        name => read.value(name, text).unwrap_or_default().to_owned(),
    };
    match value.is_empty() {
        true => Back::of(format!("Remove {} of {of}", name.name())),
        false => Back { words: format!("Set {} of {of} as it was", name.name()), text: Some(value) },
    }
}

fn file(own: &Going, workspace: &Workspace) -> Option<Back> {
    if !own.has_file || !own.has_old_file {
        return None;
    }
    Some(match old_path(own, workspace) {
        Some(path) if own.changes_path() => Back::of(format!("The file of before lies at {path} still")),
        Some(path) => Back::of(format!("Put the copy of {path} back, on both hosts of a hot-standby pair")),
        None if path_to_keep(own, workspace).is_some() => {
            let path = path_to_keep(own, workspace).unwrap_or_default();
            let if_made = if is_path_in_use(own, workspace) { "" } else { ", if one was made" };
            Back::of(format!("Put the copy of {path} back{if_made}, on both hosts of a hot-standby pair"))
        }
        None => Back::of("Put the copy of the file in use back, on both hosts of a hot-standby pair"),
    })
}

/// The path of the file that a copy is kept of: the one in use, where it is known, else the one where the new file goes.
pub(super) fn path_to_keep(own: &Going, workspace: &Workspace) -> Option<String> {
    old_path(own, workspace).or_else(|| new_path(own, workspace))
}

/// Whether T-Server has the file of another profile where the new one goes. Windows takes paths for one that differ in capitals.
pub(super) fn is_path_in_use(own: &Going, workspace: &Workspace) -> bool {
    let Some(path) = new_path(own, workspace) else { return false };
    let others = workspace.live.profiles.iter().filter(|(id, _)| **id != own.profile);
    let mut paths = others.filter_map(|(_, live)| path_of(live.options.text()?));
    paths.any(|other| other.eq_ignore_ascii_case(&path))
}

fn new_path(own: &Going, workspace: &Workspace) -> Option<String> {
    path_of(&workspace.profile(own.profile)?.options)
}

fn path_of(options: &str) -> Option<String> {
    let read = ProfileOptions::read(options);
    read.value(OptionName::AgentPresenceMap, options).filter(|path| !path.is_empty()).map(str::to_owned)
}

/// The path of the file that T-Server has, where it is known.
pub(super) fn old_path(own: &Going, workspace: &Workspace) -> Option<String> {
    path_of(workspace.live.of(own.profile).options.text()?)
}
