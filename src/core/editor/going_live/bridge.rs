//! A file that holds what the live option names and what it is to name, for the time between the two.

use super::names::Names;
use crate::{editor::incoming::entry_markup, mapping::agent_states::PresenceMap};

/// The new file with entries of the loaded one behind its own, as they are written there; `None` where the new one has no
/// place for them.
pub fn bridge(new: &str, loaded: &str, names: &Names) -> Option<String> {
    let (map, old) = (PresenceMap::read(new), PresenceMap::read(loaded));
    let taken = |id: &&String| map.entry_of(id).is_none() && old.entry_of(id).is_some();
    let entries: Vec<_> = names.iter().filter(taken).filter_map(|id| old.entry_of(id)).collect();
    if entries.is_empty() {
        return Some(new.to_owned());
    }
    let edit = map.additions(new, |name, indent| {
        entries.iter().map(|at| entry_markup::element(loaded, &old.entries[*at], name, indent)).collect()
    })?;
    Some(crate::source::edit::Edits::from(edit).apply(new))
}
