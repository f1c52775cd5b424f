//! What pasting into the table of the Extensions does: two columns anywhere, or names downwards.

use std::collections::BTreeMap;

use super::{LeftOut, PastedExtensions, SEPARATORS, pasted_extensions};
use crate::editor::{
    assigned::ExtensionDn,
    assignment::{Assignment, counted},
    reassigning::{Reassign, trim},
};

/// So many lines that were left out are told one by one.
const MOST_TOLD: usize = 4;

/// What pasting comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pasting {
    /// What is wanted.
    pub wish: Reassign,
    /// What is said of it when it is done.
    pub told: String,
    /// The Extension of the first line that is one.
    pub first: Option<ExtensionDn>,
}

/// What becomes of the Extensions.
#[derive(Default)]
struct Outcome {
    new: usize,
    changed: usize,
    same: usize,
}

/// What pasting a text at a cell comes to; `None` where the text is for the field of the cell. `at` is the row of the cell,
/// if it is one of an Extension, and `in_names` says that it is the cell of its profile.
pub fn pasting(shown: &Assignment, text: &str, at: Option<&ExtensionDn>, in_names: bool) -> Option<Pasting> {
    let lines = text.lines().filter(|line| !trim(line).is_empty()).count();
    if in_names && !text.contains(SEPARATORS) {
        return at.filter(|_| 1 < lines).map(|at| names_downwards(shown, text, at));
    }
    let pasted = pasted_extensions(shown, text);
    if lines == 0 || lines == 1 && pasted.columns <= 1 {
        return None;
    }
    let told = told(&pasted, &outcome(shown, &pasted.rows));
    Some(of_rows(pasted.rows, told))
}

/// A column of names, for a row and those below it.
fn names_downwards(shown: &Assignment, text: &str, at: &ExtensionDn) -> Pasting {
    let rows = shown.position(at).map_or(&[][..], |position| &shown.rows[position..]);
    let named: Vec<_> =
        rows.iter().zip(text.lines()).map(|(row, name)| (row.number.to_string(), Some(name.to_owned()))).collect();
    let mut told = match outcome(shown, &named) {
        Outcome { new: 0, changed: 0, same } if 0 < same => nothing_changed(same),
        _ => format!("{} pasted", counted(named.len(), "profile")),
    };
    match text.lines().count() - named.len() {
        0 => {}
        left => told += &format!("; {} left out, for which there is no row", counted(left, "line")),
    }
    of_rows(named, told)
}

fn of_rows(rows: Vec<(String, Option<String>)>, told: String) -> Pasting {
    let first = rows.first().map(|(number, _)| ExtensionDn::new(number));
    Pasting { wish: Reassign::PasteExtensions(rows), told, first }
}

/// What becomes of the Extensions that rows are about; of several rows of one Extension the last counts.
fn outcome(shown: &Assignment, rows: &[(String, Option<String>)]) -> Outcome {
    let last: BTreeMap<&str, Option<&str>> =
        rows.iter().map(|(number, profile)| (number.as_str(), profile.as_deref())).collect();
    let mut outcome = Outcome::default();
    for (number, profile) in last {
        let there = shown.position(&ExtensionDn::new(number)).map(|position| &shown.rows[position].naming.name);
        *match there {
            None => &mut outcome.new,
            Some(name) if profile.is_some_and(|profile| trim(profile) != &**name) => &mut outcome.changed,
            Some(_) => &mut outcome.same,
        } += 1;
    }
    outcome
}

fn told(pasted: &PastedExtensions, outcome: &Outcome) -> String {
    let mut told = match outcome {
        Outcome { new: 0, changed: 0, same: 0 } => "Nothing pasted".to_owned(),
        Outcome { new: 0, changed: 0, same } => nothing_changed(*same),
        Outcome { new, changed: 0, same: 0 } => format!("{} pasted", counted(*new, "Extension")),
        Outcome { new, changed, same } => {
            let parts = [(*new, "new"), (*changed, "changed"), (*same, "as before")];
            let parts =
                parts.into_iter().filter(|(count, _)| 0 < *count).map(|(count, word)| format!("{count} {word}"));
            let parts: Vec<_> = parts.collect();
            format!("{} pasted: {}", counted(new + changed + same, "Extension"), parts.join(", "))
        }
    };
    if pasted.has_head {
        told += "; 1 heading left out";
    }
    if !pasted.left_out.is_empty() {
        told += &format!("; {} left out: {}", counted(pasted.left_out.len(), "line"), lines(&pasted.left_out));
    }
    match pasted.repeated.as_slice() {
        [] => {}
        [number] => told += &format!("; {number} stands more than once, its last line counts"),
        several => told += &format!("; {} numbers stand more than once, the last line of each counts", several.len()),
    }
    if 2 < pasted.columns {
        told += &format!("; of {} columns the first two were read", pasted.columns);
    }
    told
}

fn nothing_changed(count: usize) -> String {
    match count {
        1 => "Nothing changed: the Extension stands as it is".to_owned(),
        2 => "Nothing changed: both Extensions stand as they are".to_owned(),
        count => format!("Nothing changed: all {count} Extensions stand as they are"),
    }
}

/// "2, 5 (no number), 7 (a blank in the number)".
fn lines(left_out: &[LeftOut]) -> String {
    let mut told = Vec::new();
    for group in left_out[..left_out.len().min(MOST_TOLD)].chunk_by(|one, next| one.why == next.why) {
        let lines: Vec<_> = group.iter().map(|left_out| left_out.line.to_string()).collect();
        told.push(format!("{} ({})", lines.join(", "), group[0].why));
    }
    if MOST_TOLD < left_out.len() {
        told.push("\u{2026}".to_owned());
    }
    told.join(", ")
}
