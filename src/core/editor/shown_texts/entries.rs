//! Which entries a filter shows: those it found when it was chosen, wherever they stand now, those that came since and are
//! what it looks for, and the one that somebody went to.

use super::filter::EntryFilter;
use crate::editor::{
    analysis::Analysis,
    place::{EntryPlace, ProfileId},
    trail::Trail,
};

/// A filter as it was chosen: choosing the same one again is another choice.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Chosen {
    /// The filter.
    pub filter: EntryFilter,
    /// How many choices were made before, on this page; 0 is what was found there.
    pub times: u64,
}

/// The entries that are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownEntries {
    chosen: Chosen,
    profile: ProfileId,
    revision: u64,
    /// All entries in their order, and whether each was found; none where all are shown.
    all: Vec<(EntryPlace, bool)>,
    /// The entry that was gone to without being found.
    guest: Option<EntryPlace>,
    /// The entry that was selected.
    selected: Option<EntryPlace>,
    /// How often a cell was gone to.
    aims: usize,
}

/// What there is.
#[derive(Clone, Copy)]
pub struct Present<'a> {
    /// The filter.
    pub chosen: Chosen,
    /// The profile.
    pub profile: ProfileId,
    /// What happened up to now.
    pub trail: &'a Trail,
    /// Its reading.
    pub analysis: &'a Analysis,
    /// The entry that is selected.
    pub selected: Option<usize>,
    /// How often a cell was gone to, and the entry of the last one.
    pub aimed: (usize, Option<usize>),
}

impl ShownEntries {
    /// What is shown now, where this was shown `before`. No row that was found goes while the filter stays: what is done to
    /// it is done under the eyes of whoever does it.
    pub fn after(
        before: Option<&ShownEntries>,
        now: Present<'_>,
        is_found: impl Fn(EntryFilter, usize) -> bool,
    ) -> ShownEntries {
        let Present { chosen, profile, trail, analysis, selected, aimed: (aims, aimed) } = now;
        let place = |entry: usize| analysis.entry_place(entry);
        let mut shown = ShownEntries {
            chosen,
            profile,
            revision: trail.revision(),
            all: Vec::new(),
            guest: None,
            selected: selected.and_then(place),
            aims,
        };
        if chosen.filter == EntryFilter::All {
            return shown;
        }
        let is_same = |before: &&ShownEntries| before.chosen == chosen && before.profile == profile;
        let followed = before.filter(is_same).map(|before| before.followed(trail));
        let was_found = |place: &EntryPlace| {
            let all = &followed.as_ref()?.all;
            let at = all.binary_search_by_key(&place.start, |(own, _)| own.start).ok()?;
            (all[at].0.id == place.id).then_some(all[at].1)
        };
        let entries = analysis.map.entries.iter().map(EntryPlace::of).enumerate();
        shown.all = entries
            .map(|(at, place)| {
                let is_found = was_found(&place).unwrap_or_else(|| is_found(chosen.filter, at));
                (place, is_found)
            })
            .collect();
        // Whoever chooses a filter sees what it finds; whoever comes back to one finds what was left there.
        let is_gone_to = match &followed {
            Some(before) => before.selected != shown.selected,
            None => chosen.times == 0 || before.is_none_or(|before| before.profile != profile),
        };
        let gone_to = match before.is_some_and(|before| before.aims != aims) {
            true => aimed,
            false => None,
        };
        let gone_to = gone_to.or(selected.filter(|_| is_gone_to)).filter(|entry| !shown.is_found(*entry));
        let was_guest = followed.and_then(|before| before.guest);
        let was_guest = was_guest.filter(|guest| guest.position(&analysis.map.entries).is_some());
        shown.guest = gone_to.and_then(place).or(was_guest);
        shown
    }

    /// Positions of the entries that are shown.
    pub fn positions(&self, count: usize) -> Vec<usize> {
        if self.chosen.filter == EntryFilter::All {
            return (0..count).collect();
        }
        let is_shown = |(place, is_found): &(EntryPlace, bool)| *is_found || self.guest.as_ref() == Some(place);
        let shown = self.all.iter().enumerate().filter(|(_, own)| is_shown(own));
        shown.map(|(at, _)| at).collect()
    }

    fn is_found(&self, entry: usize) -> bool {
        self.all.get(entry).is_some_and(|(_, is_found)| *is_found)
    }

    /// The same with all places where they are now; what is gone is left out.
    fn followed(&self, trail: &Trail) -> ShownEntries {
        if trail.revision() == self.revision {
            return self.clone();
        }
        let now = |place: &EntryPlace| trail.entry(self.revision, self.profile, place).ok();
        ShownEntries {
            all: self.all.iter().filter_map(|(place, is_found)| Some((now(place)?, *is_found))).collect(),
            guest: self.guest.as_ref().and_then(now),
            selected: self.selected.as_ref().and_then(now),
            ..self.clone()
        }
    }
}
