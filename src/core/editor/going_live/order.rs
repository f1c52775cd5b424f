//! Which goes first, the file or the option: in no moment may the live option name an entry that the loaded file lacks.
//!
//! `aggregated-states` takes effect at once (option reference), a file with the next start (guide); so between the two steps
//! one of them is ahead. What T-Server does with a missing entry is not documented. The order is our reading of that.

use super::names::Names;

/// Both sides of a profile, before and afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The IDs that the live option names; `None` where it is not known.
    pub named: Option<Names>,
    /// The entries of the loaded file; `None` where it is not known.
    pub loaded: Option<Names>,
    /// The IDs that the option is to name.
    pub to_name: Names,
    /// The entries of the file that is to be loaded.
    pub to_load: Names,
}

/// Which goes first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// It makes no difference.
    Any,
    /// The file, and the restart that loads it.
    FileFirst,
    /// The option.
    OptionFirst,
    /// No order is without a window in which a name is missing.
    Neither {
        /// What the live option would name and the new file lacks, if the file went first.
        by_file: Names,
        /// What the new option would name and the loaded file lacks, if the option went first.
        by_option: Names,
    },
    /// Nobody knows, for what is live is not known.
    NotKnown,
}

impl Passage {
    /// What the live option names and the loaded file lacks already.
    pub fn already(&self) -> Names {
        match (&self.named, &self.loaded) {
            (Some(named), Some(loaded)) => named - loaded,
            _ => Names::new(),
        }
    }

    /// What the option is to name and the file is to lack: no order helps there.
    pub fn finally(&self) -> Names {
        &self.to_name - &self.to_load
    }

    /// Which goes first. What is missing already, or is to be missing in the end, is not counted.
    ///
    /// Where the live option is not known, it is taken to name no more than the loaded file has: our reading, since presence is
    /// pushed today.
    pub fn order(&self) -> Order {
        let accepted = &self.already() | &self.finally();
        let live = self.named.as_ref().or(self.loaded.as_ref());
        let by_file = live.map(|live| &(live - &self.to_load) - &accepted);
        let by_option = self.loaded.as_ref().map(|loaded| &(&self.to_name - loaded) - &accepted);
        let is_safe = |missing: &Option<Names>| missing.as_ref().is_some_and(Names::is_empty);
        match (is_safe(&by_file), is_safe(&by_option)) {
            (true, true) => Order::Any,
            (true, false) => Order::FileFirst,
            (false, true) => Order::OptionFirst,
            (false, false) => match (by_file, by_option) {
                (Some(by_file), Some(by_option)) => Order::Neither { by_file, by_option },
                _ => Order::NotKnown,
            },
        }
    }
}
