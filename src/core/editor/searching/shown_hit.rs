//! A hit as it stands in the list: where it is, and the words around it.

use super::{
    found::Found,
    hit::{Hit, Holder},
};
use crate::{editor::analysis::Analysis, mapping::lcid::Lcid, source::text::Part};

/// So many characters are shown in front of a hit.
const FRONT: usize = 48;
/// And so many behind it.
const BEHIND: usize = 120;

/// A hit in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownHit {
    /// The ID of its entry, its line, or the first of its rows.
    pub place: String,
    /// Whether that is an ID.
    pub is_id: bool,
    /// The language of the text it stands in.
    pub language: Option<Lcid>,
    /// What stands in front of it.
    pub front: String,
    /// Itself.
    pub hit: String,
    /// What stands behind it.
    pub behind: String,
}

impl Found {
    /// How a hit is shown.
    pub fn shown(&self, hit: &Hit, analysis: &Analysis) -> ShownHit {
        let (place, is_id, language) = match hit.holder {
            Holder::Text(entry, lcid) => (self.name(entry), true, Some(lcid)),
            Holder::EntryId(entry) => (used(self.name(entry), analysis), false, None),
            Holder::RowId(row) => (format!("row {}", row.number()), false, None),
            Holder::Stretch(part) => (line(part, hit, analysis), false, None),
        };
        let text = self.text(hit.holder);
        let (before, after) = (&text[..hit.span.start], &text[hit.span.end..]);
        let before = before.rsplit('\n').next().unwrap_or_default();
        let is_written = matches!(hit.holder, Holder::Stretch(_));
        let after = if is_written { after.split('\n').next().unwrap_or_default() } else { after };
        ShownHit {
            place,
            is_id,
            language,
            front: front(if is_written { before.trim_start() } else { before }),
            hit: hit.span.text(text).to_owned(),
            behind: behind(after),
        }
    }

    fn name(&self, entry: usize) -> String {
        match self.id(entry).unwrap_or_default() {
            "" => "without ID".to_owned(),
            id => id.to_owned(),
        }
    }
}

/// How many rows an ID is renamed in with its entry.
fn used(id: String, analysis: &Analysis) -> String {
    match analysis.rows_of(&id).count() {
        0 => "entry".to_owned(),
        1 => "entry, 1 row".to_owned(),
        rows => format!("entry, {rows} rows"),
    }
}

fn line(part: Part, hit: &Hit, analysis: &Analysis) -> String {
    format!("line {}", analysis.lines(part).line_of(hit.span.start) + 1)
}

fn front(text: &str) -> String {
    match text.char_indices().nth_back(FRONT - 1) {
        Some((cut, _)) if 0 < cut => format!("…{}", &text[cut..]),
        _ => text.to_owned(),
    }
}

fn behind(text: &str) -> String {
    match text.char_indices().nth(BEHIND) {
        Some((cut, _)) => format!("{}…", &text[..cut]),
        None => text.to_owned(),
    }
}
