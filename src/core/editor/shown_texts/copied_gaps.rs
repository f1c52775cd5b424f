//! The texts of the reference for the gaps of another language.

use super::{ShownTexts, tally::is_gap};
use crate::{
    editor::{analysis::Analysis, command::CellValue, matrix::Matrix},
    mapping::lcid::Lcid,
};

/// What fills the gaps of a language, in the rows that are shown, with what the reference says. An entry without an ID, or
/// with that of another one, is left: it is edited by itself.
pub fn of(shown: &ShownTexts, matrix: &Matrix, analysis: &Analysis, lcid: Lcid) -> Vec<CellValue> {
    let (Some(reference), Some(column)) = (shown.columns.first(), shown.column_of(lcid)) else { return Vec::new() };
    let column = shown.columns[column];
    let value = |entry: &usize| {
        let row = matrix.entries.get(*entry)?;
        let text = row.cells.get(reference.position)?.text();
        let is_named = analysis.map.entry_of(&row.id) == Some(*entry);
        let is_copied = is_named && is_gap(row, column) && !text.trim().is_empty();
        is_copied.then(|| CellValue::Text { id: row.id.clone(), lcid, text: text.to_owned() })
    };
    shown.entries.iter().filter_map(value).collect()
}
