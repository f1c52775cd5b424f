//! The columns of the translations: in the order of a choice, so that none moves while one types.

use std::collections::HashSet;

use crate::mapping::{agent_states::PresenceMap, lcid::Lcid};

/// How many cells the translations may have, which a hostile file could want by the billion.
const MOST_CELLS: usize = 1 << 20;

/// How many of the file's languages are shown, whatever the number of its entries.
const FEWEST_LANGUAGES: usize = 64;

/// The columns of a file that comes in: the default language, then the file's languages as they first appear.
pub fn of_file(xml: &str, default_language: Lcid) -> Vec<Lcid> {
    shown(&PresenceMap::read(xml), &[], default_language)
}

/// The columns that are shown: those `chosen`, in their order, then the file's languages that are new. The default
/// language always is one; a number that names no language goes with its last text.
pub fn shown(map: &PresenceMap, chosen: &[Lcid], default_language: Lcid) -> Vec<Lcid> {
    let most = (MOST_CELLS / map.entries.len().max(1)).max(FEWEST_LANGUAGES);
    let in_file = map.languages();
    let is_used = |language: &Lcid| language.info().is_some() || in_file.contains(language);
    let default = Some(default_language).filter(|default| !chosen.contains(default));
    let chosen = chosen.iter().copied().filter(is_used);
    let mut seen = HashSet::new();
    let all = default.into_iter().chain(chosen).chain(in_file.iter().copied().take(most));
    all.filter(|language| seen.insert(*language)).collect()
}
