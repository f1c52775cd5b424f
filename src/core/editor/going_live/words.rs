//! Steps in words: what is done, why, and what that rests on.

use super::steps::{File, Step, Why};
use crate::{
    editor::{place::ProfileId, workspace::Workspace},
    mapping::option_name::OptionName,
    source::phrase::listed,
};

/// What a step rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Basis {
    /// A document says it.
    Documented(&'static str),
    /// Nothing does: it follows from what is documented.
    OurReading(&'static str),
}

/// What is done: "Set aggregated-states of Presence".
pub fn title(step: &Step, workspace: &Workspace) -> String {
    let name = |id: ProfileId| workspace.profile(id).map_or_else(String::new, |profile| profile.name.to_string());
    let of = |id: ProfileId| if workspace.profiles.len() == 1 { String::new() } else { format!(" of {}", name(id)) };
    match step {
        Step::BackUp(profiles) if profiles.len() == 1 => format!("Back up the file in use{}", of(profiles[0])),
        Step::BackUp(profiles) => {
            format!("Back up the files in use of {}", listed(profiles.iter().map(|id| name(*id))))
        }
        Step::PutFile(id, File::New) => format!("Put the file{} in place", of(*id)),
        Step::PutFile(id, File::Bridge) => format!("Put the bridge file{} in place", of(*id)),
        Step::Create(id) => format!("Create the VoIP Service DN {}", name(*id)),
        Step::Rename(id, from) => format!("Rename the VoIP Service DN {from} to {}", name(*id)),
        Step::Set(id, option, Some(_)) => format!("Set {}{}", option.name(), of(*id)),
        Step::Set(id, option, None) => format!("Remove {}{}", option.name(), of(*id)),
        Step::Assign => "Set presence-profile where it changes".to_owned(),
        Step::Delete(id) => match &workspace.live.of(*id).name {
            Some(name) => format!("Delete the VoIP Service DN {name}"),
            None => "Delete the VoIP Service DN of the profile that was deleted here".to_owned(),
        },
        Step::Restart(_) => "Restart T-Server".to_owned(),
        Step::Stop => "Stop T-Server".to_owned(),
        Step::Start => "Start T-Server".to_owned(),
        Step::Check(_) => "Check with one agent".to_owned(),
        Step::Later(id) => format!("Later: put the final file{} in place, then restart", of(*id)),
    }
}

/// What it rests on.
pub fn basis(step: &Step) -> Basis {
    match step {
        Step::BackUp(_) => Basis::OurReading("on both hosts of a hot-standby pair"),
        Step::PutFile(..) => {
            Basis::OurReading("on both hosts of a hot-standby pair; the order follows from the names in use")
        }
        Step::Create(_) => {
            Basis::Documented("guide: a profile is a VoIP Service DN with options in section [TServer] of its Annex")
        }
        Step::Rename(..) => Basis::OurReading("what names the profile finds it by this name"),
        Step::Set(_, OptionName::AggregatedStates, _) => {
            Basis::Documented("option reference: takes effect immediately")
        }
        Step::Set(_, OptionName::AgentPresenceMap, _) => Basis::Documented(
            "option reference: takes effect on the next login; whether a new file is loaded then is not documented",
        ),
        Step::Set(..) => Basis::OurReading("when it takes effect is not documented"),
        Step::Assign => Basis::OurReading("when presence-profile takes effect is not documented"),
        Step::Delete(_) => {
            Basis::OurReading("nothing is to name it any more; no document says what T-Server does else")
        }
        Step::Restart(whys) if whys.iter().any(|why| matches!(why, Why::Content(_) | Why::Path(_))) => {
            Basis::Documented("guide: T-Server does not re-load the XML file after starting")
        }
        Step::Restart(_) => {
            Basis::OurReading("when these options take effect is not documented, so a restart is advised")
        }
        Step::Stop | Step::Start => Basis::OurReading("nothing is looked up while it is stopped, and presence is off"),
        Step::Check(_) => Basis::OurReading("a colleague looks on"),
        Step::Later(_) => Basis::OurReading("nothing names the old entries any more"),
    }
}
