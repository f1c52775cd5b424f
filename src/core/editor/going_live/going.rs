//! A profile on its way: which of its options change, whether its file does, and which of the two goes first.

use std::sync::Arc;

use super::{
    names,
    order::{Order, Passage},
};
use crate::{
    editor::{
        baseline::{Baseline, Live},
        export,
        place::ProfileId,
        workspace::Profile,
    },
    mapping::{aggregated_states, option_name::OptionName, options::ProfileOptions},
};

/// A profile on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Going {
    /// Which.
    pub profile: ProfileId,
    /// Whether T-Server does not have it yet: its DN is to be created.
    pub is_new: bool,
    /// What its DN is called yet, where it has another name.
    pub renamed_from: Option<Arc<str>>,
    /// Whether another file is to be loaded: its content changes, its path does, or what is live is not known.
    pub has_file: bool,
    /// Whether there may be a file that it takes the place of.
    pub has_old_file: bool,
    /// The options that change, or may: in the order of the guide, each with what it is to be; `None` takes it away.
    pub options: Vec<(OptionName, Option<String>)>,
    /// Which of file and option goes first.
    pub order: Order,
    /// Whether the entries of the loaded file are known, so that a file with them and the new ones can be made.
    pub can_bridge: bool,
}

impl Going {
    /// A profile on its way from what T-Server has; `None` where nothing is to be done.
    pub fn of(live: &Baseline, profile: &Profile) -> Option<Going> {
        let wanted = ProfileOptions::read(&profile.options);
        let options = changed_options(live.options.text(), &profile.options);
        let has_path = |options: &[(OptionName, Option<String>)]| {
            options.iter().any(|(name, _)| *name == OptionName::AgentPresenceMap)
        };
        let is_pushed = !wanted.pulls();
        let is_other = live.xml.text() != Some(&*profile.xml);
        let has_file = is_pushed && (is_other || has_path(&options));
        let renamed_from = live.name.clone().filter(|name| *name != profile.name);
        if !has_file && options.is_empty() && renamed_from.is_none() {
            return None;
        }
        let loaded = live.xml.text().map(names::there);
        let passage = Passage {
            named: live.options.text().map(names::named),
            loaded: loaded.clone(),
            to_name: names::named(&profile.options),
            to_load: names::there(&profile.xml),
        };
        // In pull mode nothing is looked up: rows that are set before the mode are safe, whatever the file has. Our reading.
        let was_pulled = live.options.text().is_some_and(|text| ProfileOptions::read(text).pulls());
        let order = if was_pulled && is_pushed { Order::OptionFirst } else { passage.order() };
        Some(Going {
            profile: profile.id,
            is_new: live.options == Live::Nothing,
            renamed_from,
            has_file,
            has_old_file: live.xml != Live::Nothing,
            options,
            order,
            can_bridge: loaded.is_some_and(|loaded| !loaded.is_empty()) && !passage.to_load.is_empty(),
        })
    }

    /// Whether its file is to lie at another path.
    pub fn changes_path(&self) -> bool {
        self.options.iter().any(|(name, _)| *name == OptionName::AgentPresenceMap)
    }

    /// What `aggregated-states` is to be, where it changes.
    pub fn states(&self) -> Option<&(OptionName, Option<String>)> {
        self.options.iter().find(|(name, _)| *name == OptionName::AggregatedStates)
    }
}

/// The options of the wanted mode that are not as they are live, and those that are live and are to go. Of what is not
/// known, all of the mode.
fn changed_options(live: Option<&str>, wanted: &str) -> Vec<(OptionName, Option<String>)> {
    let read = ProfileOptions::read(wanted);
    let before = live.map(|live| (live, ProfileOptions::read(live)));
    let of_mode = export::options(read.mode);
    let mut names: Vec<OptionName> = OptionName::ALL.into_iter().collect();
    // Who counts as available without a range is not documented: it is there before the mode that needs it.
    names.sort_by_key(|name| read.pulls() && *name != OptionName::PresenceAvailabilityRange);
    let all = names.into_iter().filter(|name| {
        let is_there = before.as_ref().is_some_and(|(_, before)| before.of(*name).is_some());
        // What the mode has no use for can stay as it is.
        of_mode.contains(name) || is_there && !read.mode.options_of_other().contains(name)
    });
    let changed = all.filter_map(|name| {
        let then = value(&read, wanted, name);
        match &before {
            Some((live, before)) => (value(before, live, name) != then).then_some((name, then)),
            // What is not wanted may be there.
            None => Some((name, then)),
        }
    });
    changed.collect()
}

/// The value of an option as T-Server has it; rows in the order of their numbers.
fn value(options: &ProfileOptions, text: &str, name: OptionName) -> Option<String> {
    let value = match name {
        OptionName::AggregatedStates => {
            let states = &options.aggregated_states;
            aggregated_states::write(|row| states.id_of(row), states.separator)
        }
        name => options.value(name, text).unwrap_or_default().to_owned(),
    };
    Some(value).filter(|value| !value.is_empty())
}
