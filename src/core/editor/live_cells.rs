//! What the cells of the two tables hold on T-Server, as far as that is known: which of them are another now.

use std::collections::HashMap;

use super::{
    baseline::{Baseline, Live},
    matrix::TextCell,
};
use crate::mapping::{agent_states::PresenceMap, lcid::Lcid, options::ProfileOptions, states::StateNumber};

/// The cells of a profile as T-Server has them. Of what nobody knows, and of a new profile, nothing is another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LiveCells {
    /// The IDs of the rows; one that is not set is empty.
    rows: Option<Vec<String>>,
    /// The entries by their IDs.
    entries: Option<HashMap<String, Entry>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    availability: String,
    texts: HashMap<Lcid, String>,
}

/// A file of more bytes is not read for marks on cells.
const MOST_BYTES: usize = 1 << 20;

impl LiveCells {
    /// Those of a profile.
    pub fn of(baseline: &Baseline) -> LiveCells {
        let known = |live: &Live| match live {
            Live::Text(text) if text.len() <= MOST_BYTES => Some(text.clone()),
            Live::Text(_) | Live::Unknown | Live::Nothing => None,
        };
        let rows = |text: &str| {
            let states = ProfileOptions::read(text).aggregated_states;
            StateNumber::all().map(|row| states.id_of(row).unwrap_or_default().to_owned()).collect()
        };
        LiveCells {
            rows: known(&baseline.options).map(|text| rows(&text)),
            entries: known(&baseline.xml).map(|text| entries(&text)),
        }
    }

    /// What T-Server has of a row; `None` where that is the same, or not known.
    pub fn row(&self, row: StateNumber, id: &str) -> Option<&str> {
        self.rows.as_ref().map(|rows| rows[row.index()].as_str()).filter(|live| *live != id)
    }

    /// Whether T-Server has no entry of an ID.
    pub fn lacks(&self, id: &str) -> bool {
        self.entries.as_ref().is_some_and(|entries| !entries.contains_key(id))
    }

    /// What T-Server has of the availability of an entry; `None` where that is the same, or not known.
    pub fn availability(&self, id: &str, availability: &str) -> Option<&str> {
        self.entry(id).map(|entry| entry.availability.as_str()).filter(|live| *live != availability)
    }

    /// What T-Server has of a text of an entry, `Some(None)` where it has none; `None` where that is the same, or not known.
    pub fn text(&self, id: &str, lcid: Lcid, cell: &TextCell) -> Option<Option<&str>> {
        let live = self.entry(id)?.texts.get(&lcid).map(String::as_str);
        let now = (*cell != TextCell::Missing).then(|| cell.text());
        (live != now).then_some(live)
    }

    fn entry(&self, id: &str) -> Option<&Entry> {
        self.entries.as_ref()?.get(id)
    }
}

fn entries(text: &str) -> HashMap<String, Entry> {
    let map = PresenceMap::read(text);
    let mut entries = HashMap::new();
    for own in &map.entries {
        let Some(id) = &own.id else { continue };
        let availability = own.availability.as_ref().map(|written| written.text.clone()).unwrap_or_default();
        let mut texts = HashMap::new();
        for activity in &own.activities {
            if let Some(lcid) = activity.lcid_value() {
                texts.entry(lcid).or_insert_with(|| activity.text.text.clone());
            }
        }
        // Of two of one ID the first one counts.
        entries.entry(id.text.clone()).or_insert(Entry { availability, texts });
    }
    entries
}
