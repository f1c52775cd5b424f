//! What a state comes to: pair, ID, entry, availability, text.

use super::{
    agent_states::PresenceMap, aggregated_states::AggregatedStates, availability::Availability, lcid::Lcid,
    states::StateNumber,
};

/// The chain from a row of the table to what is published, link by link. A link is `None` where the texts give none;
/// what T-Server or a client does then is not documented.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resolution<'a> {
    /// Where the chain begins.
    pub row: StateNumber,
    /// The aggregated state ID the option gives the row.
    pub id: Option<&'a str>,
    /// Position of the entry with exactly that ID, the first if it is repeated.
    pub entry: Option<usize>,
    /// Its number, if it is one.
    pub availability: Option<Availability>,
    /// Position, in the entry, of the first activity for exactly the viewer's language.
    pub activity: Option<usize>,
}

/// Follows the chain of push mode for a viewer's language (guide, "Push Presence Mode").
pub fn push<'a>(states: &'a AggregatedStates, map: &PresenceMap, row: StateNumber, viewer: Lcid) -> Resolution<'a> {
    let id = states.id_of(row);
    let entry = id.and_then(|id| map.entry_of(id));
    Resolution {
        row,
        id,
        entry,
        availability: entry.and_then(|entry| map.entries[entry].availability_value()),
        activity: entry.and_then(|entry| map.entries[entry].activity_in(viewer)),
    }
}
