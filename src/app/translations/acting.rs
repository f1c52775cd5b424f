//! What can be done with the translations at scale, each beside what says why it cannot be done now.

use leptos::prelude::*;

use super::super::{
    language,
    problems::navigation,
    session::{Page, Session},
};
use crate::browser::{cells, files, intl, page};
use presence_profile_core::{
    editor::{
        cell_marks::Cell,
        command::{CellValue, Command},
        handing_over::{self, HandedOver},
        shown_texts::{
            columns::short_name,
            copied_gaps,
            filter::EntryFilter,
            stops::{Stop, Stops},
        },
    },
    mapping::lcid::Lcid,
    source::phrase::counted,
};

/// Finds the active cell, which the focus need not be in.
const ACTIVE_CELL: &str = "[data-grid=texts] .cell--active";

/// Finds it where it has no text.
const ACTIVE_GAP: &str = "[data-grid=texts] .cell--active.translations__cell--gap";

/// Why nothing can be done with the translations now: they are not on the page.
pub fn cannot_act(session: Session) -> Option<&'static str> {
    if session.page.get_untracked() != Page::Editor {
        return Some("only in the editor");
    }
    if untrack(|| session.is_pull()) {
        return Some("pull mode uses no translations");
    }
    session.matrix.with_untracked(|matrix| matrix.entries.is_empty()).then_some("there are no entries")
}

/// Goes to the next gap or problem, or to the one before; on the head of a language, and where its gaps are looked for, to
/// its next gap.
pub fn step(session: Session, is_back: bool) {
    page::settle();
    let head = cells::focused_cell().filter(|(grid, row, _)| grid == "texts" && *row == 0);
    let of_head = head.and_then(|(_, _, column)| session.table.lcid(column.checked_sub(2)?));
    next_gap(session, is_back, of_head.or_else(|| sought_language(session)));
}

/// The language whose gaps are looked for: those alone are shown, or somebody went to one of them and is there.
pub fn sought_language(session: Session) -> Option<Lcid> {
    match untrack(|| session.table.filter()) {
        EntryFilter::GapsIn(lcid) => Some(lcid),
        _ => session.table.gaps_of.get_value().filter(|lcid| active_language(session) == Some(*lcid)),
    }
}

/// Shows the entries without a text in a language, and goes to the next of its gaps, unless the active cell is one.
pub fn show_gaps_in(session: Session, lcid: Lcid) {
    let is_at_gap = active_language(session) == Some(lcid) && cells::found_cell(ACTIVE_GAP).is_some();
    session.choose_filter(EntryFilter::GapsIn(lcid));
    let words = session.notice.get_untracked();
    let has_gaps = !session.table.shown.with_untracked(|shown| shown.entries.is_empty());
    if has_gaps && !is_at_gap {
        next_gap(session, false, Some(lcid));
        session.notice.set(words);
    }
}

/// Goes to the next cell without a text or with a problem, or to the one before; or to the next gap of one language.
pub fn next_gap(session: Session, is_back: bool, only: Option<Lcid>) {
    page::settle();
    session.table.gaps_of.set_value(only);
    let from = cells::focused_cell().filter(|(grid, ..)| grid == "texts");
    let from = from.and_then(|(_, row, column)| Some((row.checked_sub(1)?, column)));
    let shown = session.table.shown.get_untracked();
    let are_gaps = are_only_gaps(session);
    let found = session.matrix.with_untracked(|matrix| {
        session.marks.with_untracked(|marks| {
            let stops = Stops { shown: &shown, matrix, marks: &marks.cells, only, are_gaps };
            let stop = stops.next(from, is_back)?;
            let entry = matrix.entries.get(stop.cell.entry()?)?;
            let wrong = if stop.is_gap { None } else { marks.of(stop.cell) };
            let wrong = wrong.map_or_else(|| "no text".to_owned(), |(_, words)| words);
            Some((stop, format!("{}, {}: {wrong}", entry.id, column_name(stop.cell))))
        })
    });
    let Some((Stop { cell, is_around, .. }, words)) = found else {
        let is_part = !shown.hidden.is_empty() || untrack(|| session.table.filter()) != EntryFilter::All;
        let of_all = if are_gaps { "No gaps" } else { "No gaps, no problems" };
        let none = only.map_or(of_all.to_owned(), |lcid| format!("No gaps in {}", language::name(lcid)));
        let of_part = if is_part { " in what is shown" } else { "" };
        return session.notice.set(format!("{none}{of_part}"));
    };
    if let Some(entry) = cell.entry() {
        session.select_entry(entry);
    }
    session.aim_at(Some(cell));
    navigation::enter_table(cell);
    session.notice.set(match (is_around, is_back) {
        (false, _) => words,
        (true, false) => format!("First gap again: {words}"),
        (true, true) => format!("Last gap again: {words}"),
    });
}

/// Whether one goes from gap to gap, and stops at no problem: where gaps are what is looked for.
pub fn are_only_gaps(session: Session) -> bool {
    matches!(untrack(|| session.table.filter()), EntryFilter::Gaps | EntryFilter::GapsIn(_))
}

fn column_name(cell: Cell) -> String {
    match cell {
        Cell::Text(_, lcid) => language::name(lcid),
        Cell::Availability(_) => "availability".to_owned(),
        Cell::EntryId(_) | Cell::StateId(_) => "ID".to_owned(),
    }
}

/// The language of the active cell.
pub fn active_language(session: Session) -> Option<Lcid> {
    session.table.lcid(cells::found_cell(ACTIVE_CELL)?.1.checked_sub(2)?)
}

/// Why the language of the active cell cannot be hidden, if so.
pub fn cannot_hide_active(session: Session) -> Option<&'static str> {
    let reference = session.table.shown.with_untracked(|shown| shown.reference());
    match active_language(session) {
        None => Some("the active cell has no language"),
        active if active == reference => Some("it is the reference"),
        Some(_) => None,
    }
}

/// Hides the language of the active cell.
pub fn hide_active(session: Session) {
    if let Some(lcid) = active_language(session).filter(|_| cannot_hide_active(session).is_none()) {
        session.hide_language(lcid);
    }
}

/// Why the language of the active cell cannot be the reference, if so.
pub fn cannot_use_active_as_reference(session: Session) -> Option<&'static str> {
    match cannot_hide_active(session) {
        Some("it is the reference") => Some("it is the reference already"),
        other => other,
    }
}

/// Makes the language of the active cell the reference.
pub fn use_active_as_reference(session: Session) {
    if let Some(lcid) = active_language(session) {
        session.use_as_reference(lcid);
    }
}

/// Why there is nothing to show again, if so.
pub fn cannot_show_all_languages(session: Session) -> Option<&'static str> {
    session.table.shown.with_untracked(|shown| shown.hidden.is_empty()).then_some("no language is hidden")
}

/// Shows all languages.
pub fn show_all_languages(session: Session) {
    let hidden = session.table.shown.with_untracked(|shown| shown.hidden.clone());
    session.show_languages(&hidden);
}

/// What the reference has for the gaps of a language.
pub fn copied_gaps(session: Session, lcid: Lcid) -> Vec<CellValue> {
    let shown = session.table.shown.get_untracked();
    session
        .matrix
        .with_untracked(|matrix| session.analysis.with_untracked(|read| copied_gaps::of(&shown, matrix, &read.0, lcid)))
}

/// Why nothing can be copied into the gaps of a language, if so.
pub fn cannot_copy_from_reference(session: Session, lcid: Lcid) -> Option<&'static str> {
    match session.table.shown.with_untracked(|shown| shown.reference()) == Some(lcid) {
        true => Some("it is the reference"),
        false => copied_gaps(session, lcid).is_empty().then_some("no gap to fill"),
    }
}

/// Copies the texts of the reference into the gaps of a language.
pub fn copy_from_reference(session: Session, lcid: Lcid) {
    page::settle();
    let values = copied_gaps(session, lcid);
    let count = values.len();
    let languages = session.table.languages();
    let Some(reference) = languages.first().filter(|_| count != 0) else { return };
    let (from, into) = (short_name(*reference, &languages), short_name(lcid, &languages));
    if session.dispatch(Command::SetCells(values)) {
        session.notice.set(format!("{} copied from {from} into {into}", counted(count, "text", "texts")));
    }
}

/// The column that a language would go past: the reference stays in front.
fn neighbour(session: Session, lcid: Lcid, is_right: bool) -> Option<Lcid> {
    let languages = session.table.languages();
    let at = languages.iter().position(|own| *own == lcid).filter(|at| *at != 0)?;
    let to = if is_right { at + 1 } else { at - 1 };
    languages.get(to).copied().filter(|_| to != 0)
}

/// Why a language cannot move, if so.
pub fn cannot_move(session: Session, lcid: Lcid, is_right: bool) -> Option<&'static str> {
    let is_reference = session.table.shown.with_untracked(|shown| shown.reference()) == Some(lcid);
    match (neighbour(session, lcid, is_right), is_right) {
        (Some(_), _) => None,
        (None, _) if is_reference => Some("the reference stands first"),
        (None, true) => Some("it is the last one"),
        (None, false) => Some("it stands beside the reference"),
    }
}

/// Moves a language past its neighbour.
pub fn move_language(session: Session, lcid: Lcid, is_right: bool) {
    page::settle();
    if let Some(past) = neighbour(session, lcid, is_right) {
        session.table.arrange();
        session.dispatch(Command::MoveLanguage { language: lcid, past });
    }
}

/// The languages that all of the table is handed over in: those beside the reference.
pub fn handed_over(session: Session) -> Vec<Lcid> {
    let languages = session.table.languages();
    if 1 < languages.len() { languages[1..].to_vec() } else { languages }
}

/// Hands the texts of languages to the browser as a table for translators: the rows that are shown.
pub fn hand_over(session: Session, languages: &[Lcid]) {
    page::settle();
    let shown = session.table.shown.get_untracked();
    let sign = handing_over::sign(intl::decimal_sign());
    let (name, bytes, count) = session.matrix.with_untracked(|matrix| {
        session.analysis.with_untracked(|read| {
            let handed = HandedOver { shown: &shown, matrix, analysis: &read.0, languages };
            (handed.file_name(&read.1), handed.bytes(sign), handed.count())
        })
    });
    session.notice.set(match files::save(&name, "text/csv", &bytes) {
        true => format!("{name} is downloading, {}; Import takes it back", counted(count, "entry", "entries")),
        false => format!("The browser did not take {name}"),
    });
}
