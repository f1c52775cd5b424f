//! The empty cells that the law on missing texts speaks of. What is missing stands nowhere in the text: the law's places are the
//! IDs of the entries, once for each text.

use super::{
    analysis::Analysis,
    cell_marks::{self, Cell},
};
use crate::{mapping::lcid::Lcid, rules::diagnostic::Diagnostic, source::sorting};

/// The law's code.
const LANGUAGE_GAP: &str = "language-gap";

/// Whether a problem is about texts that are missing.
pub fn is_about_gaps(problem: &Diagnostic) -> bool {
    problem.code == LANGUAGE_GAP
}

/// The cell of a place of a problem, by its position among all its places; of a text that is missing, the empty one. The default
/// language has a law of its own.
pub fn cell_of_place(analysis: &Analysis, problem: &Diagnostic, place: usize, default: Lcid) -> Option<Cell> {
    let span = problem.places().nth(place)?;
    if !is_about_gaps(problem) {
        return cell_marks::cell_of(analysis, problem.part, span);
    }
    let entry = analysis.entry_at(span.start)?;
    let before = problem.places().take(place).filter(|own| *own == span).count();
    let missing = missing(analysis, entry, default);
    Some(missing.get(before).map_or(Cell::EntryId(entry), |lcid| Cell::Text(entry, *lcid)))
}

/// Whether a problem is about the text that is missing in a cell.
pub fn is_gap_of(analysis: &Analysis, problem: &Diagnostic, cell: Cell, default: Lcid) -> bool {
    let Cell::Text(entry, lcid) = cell else { return false };
    is_about_gaps(problem)
        && entry < analysis.map.entries.len()
        && missing(analysis, entry, default).contains(&lcid)
        && problem.places().any(|span| analysis.entry_at(span.start) == Some(entry))
}

/// The languages of the file that an entry has no text in, by number.
fn missing(analysis: &Analysis, entry: usize, default: Lcid) -> Vec<Lcid> {
    let own = &analysis.map.entries[entry].activities;
    let mut missing = analysis.map.languages();
    missing.retain(|lcid| {
        *lcid != default && lcid.is_of_client() && !own.iter().any(|activity| activity.lcid_value() == Some(*lcid))
    });
    sorting::by_numbers(&mut missing, |lcid| (lcid.number() as usize, 0));
    missing
}
