//! Suggestions for the ID of a row: what is in use, best match first, then a new entry.

use super::analysis::Analysis;
use crate::{
    mapping::availability::Class,
    source::{lowercase::lowercase, sorting},
};

/// An ID that could be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Suggestion {
    /// An ID of the option or the file.
    Known {
        /// The ID.
        id: String,
        /// How many of the fifteen rows have it.
        uses: usize,
        /// The class its entry shows, if it has one.
        class: Option<Class>,
        /// Whether the file has an entry for it.
        in_file: bool,
    },
    /// What was typed, with an entry to be written for it.
    New(String),
}

impl Suggestion {
    /// The ID it stands for.
    pub fn id(&self) -> &str {
        match self {
            Suggestion::Known { id, .. } | Suggestion::New(id) => id,
        }
    }
}

/// The most suggestions worth reading at once.
const MOST: usize = 8;

/// Suggestions for what was typed so far; all IDs when nothing was.
pub fn suggestions(analysis: &Analysis, typed: &str) -> Vec<Suggestion> {
    let typed = typed.trim();
    let folded = fold(typed);
    let mut ids: Vec<&str> = Vec::new();
    let in_file = analysis.map.entries.iter().filter_map(|entry| entry.id.as_ref()).map(|id| id.text.as_str());
    let in_option = analysis.options.aggregated_states.pairs.iter().map(|pair| pair.id.as_str());
    for id in in_file.chain(in_option).filter(|id| !id.is_empty()) {
        if rank(&folded, id).is_some() && !ids.contains(&id) {
            ids.push(id);
        }
        // A file of hundreds of entries is ranked by its first good matches.
        if 64 < ids.len() {
            break;
        }
    }
    sorting::by_numbers(&mut ids, |id| (rank(&folded, id).map_or(usize::MAX, usize::from), 0));
    // What merely resembles it is worth reading only where nothing better is.
    if ids.first().is_some_and(|id| rank(&folded, id) < Some(RESEMBLES)) {
        ids.retain(|id| rank(&folded, id) < Some(RESEMBLES));
    }
    let mut found: Vec<Suggestion> = ids
        .into_iter()
        .take(MOST)
        .map(|id| {
            let entry = analysis.map.entry_of(id).map(|entry| &analysis.map.entries[entry]);
            Suggestion::Known {
                id: id.to_owned(),
                uses: analysis.rows_of(id).count(),
                class: entry.and_then(|entry| entry.availability_value()).map(|availability| availability.class()),
                in_file: entry.is_some(),
            }
        })
        .collect();
    if !typed.is_empty() && analysis.map.entry_of(typed).is_none() {
        found.push(Suggestion::New(typed.to_owned()));
    }
    found
}

const RESEMBLES: u8 = 3;

/// Lower is better; `None` where nothing of it was typed.
fn rank(folded: &str, id: &str) -> Option<u8> {
    let id = fold(id);
    if folded.is_empty() || id == folded {
        return Some(0);
    }
    if id.starts_with(folded) {
        return Some(1);
    }
    if id.contains(folded) {
        return Some(2);
    }
    // One letter too many at the end is the commonest slip of all.
    let shorter = folded.char_indices().next_back().map(|(last, _)| &folded[..last])?;
    (2 < shorter.len() && id.starts_with(shorter)).then_some(RESEMBLES)
}

fn fold(id: &str) -> String {
    id.chars().map(lowercase).filter(|character| !matches!(character, '_' | '-' | ' ')).collect()
}
