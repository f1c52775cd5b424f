//! The ID of one row, and the entry it may need.

use super::{entries, rows};
use crate::{
    editor::{change::Change, refusal::Refusal, subject::Subject},
    mapping::{advised_class, states::StateNumber},
    source::text::Part,
};

pub(super) fn set(subject: Subject<'_>, row: StateNumber, id: &str, with_entry: bool) -> Result<Change, Refusal> {
    let label = match id {
        "" => format!("Row {} cleared", row.number()),
        _ => format!("Row {} set to {id}", row.number()),
    };
    let change = subject.change(label, Part::Options, rows::edits(subject, &[(row, id)])?);
    if !with_entry || id.is_empty() || subject.analysis.map.entry_of(id).is_some() {
        return Ok(change);
    }
    let start = advised_class::of(row).customary().number().to_string();
    let label = format!("{}, a new entry", change.label);
    Ok(Change { label, ..change.then(entries::add(subject, id, &start)?) })
}
