//! The names that must agree at every moment: those of the live option, and those of the entries of the loaded file.

use std::collections::BTreeSet;

use crate::{
    mapping::{agent_states::PresenceMap, options::ProfileOptions, states::StateNumber},
    source::xml::Xml,
};

/// IDs, each once.
pub type Names = BTreeSet<String>;

/// The IDs that an options text has T-Server look up in its file; in pull mode none.
pub fn named(options: &str) -> Names {
    let options = ProfileOptions::read(options);
    if options.pulls() {
        return Names::new();
    }
    StateNumber::all().filter_map(|row| options.aggregated_states.id_of(row)).map(str::to_owned).collect()
}

/// The IDs of the entries of a file. One that is not well-formed has none: T-Server does not push presence by a file that is
/// invalid (option reference, `agent-presence-map`).
pub fn there(xml: &str) -> Names {
    let read = Xml::read(xml, &crate::mapping::agent_states::ELEMENTS);
    if !read.is_well_formed() {
        return Names::new();
    }
    let map = PresenceMap::of(xml, &read);
    map.entries.iter().filter_map(|entry| entry.id.as_ref()).map(|id| id.text.clone()).collect()
}
