//! How a change is taken back: what went last comes back first.

use super::{going::Going, order::Order, steps::Step};
use crate::{
    editor::workspace::Workspace,
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

/// How the change is taken back: the options as they were, then the files, in the other order.
pub(super) fn back(going: &[Going], workspace: &Workspace, steps: &[Step]) -> Vec<Back> {
    if going.is_empty() {
        return Vec::new();
    }
    let has_file = going.iter().any(|own| own.has_file && own.has_old_file);
    let mut back = Vec::new();
    let before = |own: &Going| {
        let live = workspace.live.of(own.profile);
        live.options.text().map(|text| {
            let read = ProfileOptions::read(text);
            aggregated_states::write(|row| read.aggregated_states.id_of(row), read.aggregated_states.separator)
        })
    };
    let name = |own: &Going| workspace.profile(own.profile).map_or_else(String::new, |own| own.name.to_string());
    let options = |wanted: fn(&Order) -> bool| -> Vec<Back> {
        let own = going.iter().filter(|own| own.states().is_some() && wanted(&own.order));
        own.map(|own| match before(own).filter(|text| !text.is_empty()) {
            Some(text) => Back { words: format!("Set aggregated-states of {} as it was", name(own)), text: Some(text) },
            None => Back {
                words: format!("Set aggregated-states of {} as it was; the value is not known here", name(own)),
                text: None,
            },
        })
        .collect()
    };
    // What went last comes back first.
    back.extend(options(|order| *order != Order::OptionFirst));
    if has_file {
        let words = "Put the copy of the file in use back, on both hosts, and restart T-Server".to_owned();
        back.push(Back { words, text: None });
    }
    back.extend(options(|order| *order == Order::OptionFirst));
    let others =
        steps.iter().any(|own| matches!(own, Step::Set(_, option, _) if *option != OptionName::AggregatedStates));
    if others {
        back.push(Back {
            words: "Set the other options as they were: Changes has their values".to_owned(),
            text: None,
        });
    }
    back
}
