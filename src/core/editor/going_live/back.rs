//! How a change is taken back: what went last comes back first.

use super::{going::Going, order::Order, steps::Beside};
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

/// How the change is taken back: the options as they were, then the files, in the other order.
pub(super) fn back(going: &[Going], beside: &Beside, workspace: &Workspace) -> Vec<Back> {
    let is_rows = |name: OptionName| name == OptionName::AggregatedStates;
    let options = |is_own: &dyn Fn(&Going, OptionName) -> bool| -> Vec<Back> {
        let all = going.iter().flat_map(|own| own.options.iter().map(move |(name, _)| (own, *name)));
        all.filter(|(own, name)| is_own(own, *name)).map(|(own, name)| option(own, name, workspace)).collect()
    };
    // What went last comes back first.
    let mut back: Vec<Back> = beside.deleted.iter().map(|id| created_again(*id, workspace)).collect();
    back.extend(options(&|own, name| is_rows(name) && own.order != Order::OptionFirst));
    back.extend(options(&|_, name| !is_rows(name)));
    let files: Vec<Back> = going.iter().filter_map(|own| file(own, workspace)).collect();
    let needs_restart = !files.is_empty();
    back.extend(files);
    back.extend(needs_restart.then(|| Back::of("Restart T-Server")));
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
        None => Back::of("Put the copy of the file in use back, on both hosts of a hot-standby pair"),
    })
}

/// The path of the file that T-Server has, where it is known.
pub(super) fn old_path(own: &Going, workspace: &Workspace) -> Option<String> {
    let text = workspace.live.of(own.profile).options.text()?;
    let read = ProfileOptions::read(text);
    read.value(OptionName::AgentPresenceMap, text).filter(|path| !path.is_empty()).map(str::to_owned)
}
