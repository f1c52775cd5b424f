//! A hit that outlives changes: whose text it stands in, and where in it.

use super::{
    found::Found,
    hit::{Hit, Holder},
};
use crate::{
    editor::{
        analysis::Analysis,
        place::{EntryPlace, Place, ProfileId},
        trail::Trail,
    },
    mapping::{lcid::Lcid, states::StateNumber},
    source::{
        edit::Edits,
        text::{Part, Span},
    },
};

/// A hit as it stood at a revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HitPlace {
    holder: HolderPlace,
    /// The text it stood in; nothing of one that is looked through as it is written, whose places are followed.
    text: String,
    span: Span,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum HolderPlace {
    Text(EntryPlace, Lcid),
    EntryId(EntryPlace),
    RowId(StateNumber),
    Stretch(Part),
}

impl HitPlace {
    /// That of a hit of the present.
    pub fn of(hit: &Hit, found: &Found, analysis: &Analysis) -> Option<HitPlace> {
        let holder = match hit.holder {
            Holder::Text(entry, lcid) => HolderPlace::Text(analysis.entry_place(entry)?, lcid),
            Holder::EntryId(entry) => HolderPlace::EntryId(analysis.entry_place(entry)?),
            Holder::RowId(row) => HolderPlace::RowId(row),
            Holder::Stretch(part) => HolderPlace::Stretch(part),
        };
        let text = match hit.holder {
            Holder::Stretch(_) => String::new(),
            holder => found.text(holder).to_owned(),
        };
        Some(HitPlace { holder, text, span: hit.span })
    }

    /// Where it stands now; `None` where that cannot be told, or what was found there was changed.
    pub fn followed(&self, trail: &Trail, revision: u64, profile: ProfileId, analysis: &Analysis) -> Option<HitPlace> {
        let entry = |entry: &EntryPlace| trail.entry(revision, profile, entry).ok();
        let holder = match &self.holder {
            HolderPlace::Text(place, lcid) => HolderPlace::Text(entry(place)?, *lcid),
            HolderPlace::EntryId(place) => HolderPlace::EntryId(entry(place)?),
            HolderPlace::RowId(row) => {
                trail.profile(revision, profile).ok()?;
                HolderPlace::RowId(*row)
            }
            HolderPlace::Stretch(part) => {
                let place = Place { profile, part: *part };
                let span = trail.stretch(revision, place, self.span).ok()?;
                return Some(HitPlace { holder: self.holder.clone(), span, ..self.clone() });
            }
        };
        let text = holder.text(analysis)?;
        let span = match text == self.text {
            true => self.span,
            false => Edits::between(&self.text, text).moves().stretch(self.span)?,
        };
        Some(HitPlace { text: text.to_owned(), holder, span })
    }

    /// The hit of the present that it is, if it is one.
    pub fn hit(&self, analysis: &Analysis) -> Option<Hit> {
        let entries = &analysis.map.entries;
        let holder = match &self.holder {
            HolderPlace::Text(place, lcid) => Holder::Text(place.position(entries)?, *lcid),
            HolderPlace::EntryId(place) => Holder::EntryId(place.position(entries)?),
            HolderPlace::RowId(row) => Holder::RowId(*row),
            HolderPlace::Stretch(part) => Holder::Stretch(*part),
        };
        Some(Hit { holder, span: self.span })
    }
}

impl HolderPlace {
    fn text<'a>(&self, analysis: &'a Analysis) -> Option<&'a str> {
        let entry = |place: &EntryPlace| Some(&analysis.map.entries[place.position(&analysis.map.entries)?]);
        match self {
            HolderPlace::Text(place, lcid) => {
                let entry = entry(place)?;
                Some(&entry.activities[entry.activity_in(*lcid)?].text.text)
            }
            HolderPlace::EntryId(place) => Some(&entry(place)?.id.as_ref()?.text),
            HolderPlace::RowId(row) => analysis.options.aggregated_states.id_of(*row),
            HolderPlace::Stretch(_) => None,
        }
    }
}
