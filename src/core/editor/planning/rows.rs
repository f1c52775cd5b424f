//! The rows of the table: which ID a pair of states has.

mod placing;

use super::ids;
use crate::{
    editor::{refusal::Refusal, subject::Subject},
    mapping::{options::ProfileOptions, states::StateNumber},
    source::{
        edit::{Edit, Edits},
        sorting,
    },
};

/// The edits by which all rows with one of some IDs get another each, those included that only repeat a row.
pub(super) fn renamed(subject: Subject<'_>, ids: &[(&str, &str)]) -> Result<Edits, Refusal> {
    ids.iter().try_for_each(|(_, new)| ids::check_row(new))?;
    let before = &subject.analysis.options.aggregated_states;
    let new_of = |id: &str| ids.iter().find(|(old, _)| *old == id).map(|(_, new)| *new);
    let pairs = before.pairs.iter().filter_map(|pair| Some(Edit::replace(pair.id_span, new_of(&pair.id)?)));
    let renamed = Edits::new(pairs.collect()).expect("the IDs of different pairs do not overlap");
    let after = ProfileOptions::read(&renamed.apply(&subject.profile.options)).aggregated_states;
    let wished = |row| before.id_of(row).map(|id| new_of(id).unwrap_or(id));
    if StateNumber::all().all(|row| after.id_of(row) == wished(row)) {
        return Ok(renamed);
    }
    let rows = StateNumber::all().filter_map(|row| Some((row, new_of(before.id_of(row)?)?)));
    edits(subject, &rows.collect::<Vec<_>>())
}

/// The edits that give rows their IDs: each row in turn, because where one goes depends on those before it.
pub(super) fn edits(subject: Subject<'_>, rows: &[(StateNumber, &str)]) -> Result<Edits, Refusal> {
    let mut rows = rows.to_vec();
    sorting::by_numbers(&mut rows, |(row, _)| (row.index(), 0));
    let mut edits = Edits::default();
    let mut last: Option<PlacedRow> = None;
    for (row, id) in rows {
        ids::check_row(id)?;
        let next = match &last {
            Some(step) => step_to(&step.text, &step.options, row, id)?,
            None => step_to(&subject.profile.options, &subject.analysis.options, row, id)?,
        };
        if let Some(step) = next {
            edits = edits.then(&step.edits);
            last = Some(step);
        }
    }
    Ok(edits)
}

/// One row has its ID: what that took, and the text and its reading afterwards.
struct PlacedRow {
    edits: Edits,
    text: String,
    options: ProfileOptions,
}

/// The first way of writing that reads as wished and leaves the other rows alone; `None` where the row says so already.
fn step_to(text: &str, options: &ProfileOptions, row: StateNumber, id: &str) -> Result<Option<PlacedRow>, Refusal> {
    let wished = Some(id).filter(|id| !id.is_empty());
    let before = &options.aggregated_states;
    if before.id_of(row) == wished {
        return Ok(None);
    }
    for edits in placing::ways(text, options, row, id) {
        let text = edits.apply(text);
        let options = ProfileOptions::read(&text);
        let after = &options.aggregated_states;
        let is_right =
            |other: StateNumber| after.id_of(other) == if other == row { wished } else { before.id_of(other) };
        if StateNumber::all().all(is_right) {
            return Ok(Some(PlacedRow { edits, text, options }));
        }
    }
    Err(Refusal::ReadsOtherwise(id.to_owned()))
}
