//! Ways to a problem: to its place in a text and to its cell, from wherever the focus is.

use leptos::prelude::*;

use super::{
    super::session::{Reveal, Session},
    list::{self, Filter, ProblemList},
};
use crate::browser::{cells, page, scrolling};
use presence_profile_core::{
    editor::{
        cell_marks::{self, Cell},
        finding::Counts,
        finding::Finding,
        findings, gap_cells, wording,
    },
    source::text::{Part, Span},
};

/// Goes to a stretch of a text and to its cell.
pub fn go(session: Session, part: Part, span: Span) {
    aim(session, part, span);
    session.show(Reveal { place: session.place(part), span, select: true });
}

/// Goes to one of the places of a problem, the first or a further one.
pub(super) fn go_to_place(session: Session, panel: ProblemList, index: usize, is_aside: bool, place: usize) {
    let (revision, analysis) = panel.reading(session);
    let found = list::findings(&analysis, is_aside).get(index).map(|finding| &finding.diagnostic);
    let Some((part, span)) = found.and_then(|found| Some((found.part, found.places().nth(place)?))) else { return };
    let is_of_gaps = found.is_some_and(gap_cells::is_about_gaps);
    // What is open is taken first, and may move the place.
    page::settle();
    let at = session.place(part);
    let now = session.with_history_untracked(|history| {
        history
            .trail()
            .stretch(revision, at, span)
            .or_else(|_| history.trail().about(revision, at, span.start).map(Span::at))
    });
    let Ok(span) = now else { return };
    if !is_aside {
        let is_there =
            |finding: &Finding| finding.diagnostic.part == part && finding.diagnostic.span.start == span.start;
        let position = session.analysis.with_untracked(|read| read.0.findings.iter().position(is_there));
        panel.set_current(session, position.or(Some(index)));
    }
    match gap(session, place).filter(|_| is_of_gaps && !is_aside) {
        // What is missing stands nowhere in the text: the way leads to the empty cell.
        Some(cell) => {
            session.select_at(part, span.start);
            session.show(Reveal { place: at, span, select: false });
            enter(session, cell);
        }
        None => go(session, part, span),
    }
}

/// The empty cell of a place of the problem that is about missing texts.
fn gap(session: Session, place: usize) -> Option<Cell> {
    session.analysis.with_untracked(|read| {
        let mut problems = read.0.findings.iter().map(|finding| &finding.diagnostic);
        let problem = problems.find(|problem| gap_cells::is_about_gaps(problem))?;
        gap_cells::cell_of_place(&read.0, problem, place, read.1.choices.default_language)
    })
}

/// Makes the cell a stretch belongs to the active one, if it has one.
fn aim(session: Session, part: Part, span: Span) -> Option<Cell> {
    session.select_at(part, span.start);
    let cell = session.analysis.with_untracked(|read| cell_marks::cell_of(&read.0, part, span));
    session.aim_at(cell);
    cell
}

/// Makes a cell the active one of its table, and gives it the focus.
pub fn enter(session: Session, cell: Cell) {
    session.aim_at(Some(cell));
    // Whoever has just typed in another table goes on there first.
    cells::after_rendering(move || enter_table(cell));
}

/// Gives the active cell of the table that shows such cells the focus.
pub fn enter_table(cell: Cell) {
    let active = match cell {
        Cell::StateId(_) => "[data-grid=states] .cell--active, [data-grid=pairs] .cell--active",
        Cell::EntryId(_) | Cell::Availability(_) | Cell::Text(..) => "[data-grid=texts] .cell--active",
    };
    // A row out of view is rendered first, and its cell made the active one after that.
    cells::after_rendering(move || cells::after_rendering(move || page::focus_in(active)));
}

/// Goes to the problem behind the one that was gone to last, or to the one before. The focus stays in the tables if it is
/// in one of them and the problem has a cell.
pub fn step(session: Session, panel: ProblemList, is_back: bool) {
    let next = panel.next(session, is_back);
    let found = session.analysis.with_untracked(|read| {
        let problems = &read.0.findings;
        let index = next?;
        let problem = &problems.get(index)?.diagnostic;
        let words = format!(
            "{} of {}: {}: {}",
            index + 1,
            Counts::of(problems).all(),
            problem.severity.name(),
            wording::whole(problem).plain()
        );
        Some((index, problem.part, problem.span, words))
    });
    let Some((index, part, span, words)) = found else {
        session.notice.set("No open problems".to_owned());
        return;
    };
    panel.filter.set(Filter::All);
    panel.set_current(session, Some(index));
    let is_in_table = cells::focused_cell().is_some();
    let is_of_gaps = session.analysis.with_untracked(|read| {
        read.0.findings.get(index).is_some_and(|finding| gap_cells::is_about_gaps(&finding.diagnostic))
    });
    let cell = aim(session, part, span);
    let empty = gap(session, 0).filter(|_| is_of_gaps);
    if empty.is_some() {
        session.aim_at(empty);
    }
    let cell = empty.or(cell).filter(|_| is_in_table);
    session.show(Reveal { place: session.place(part), span, select: cell.is_none() });
    if let Some(cell) = cell {
        enter_table(cell);
    }
    session.notice.set(words);
    // The page stays where the text or the cell is.
    cells::after_rendering(|| scrolling::item_in_list(".problems__item--current", ".problems__list"));
}

/// Makes an open problem the current one and brings its item into view, in the list of all.
pub(super) fn list(session: Session, panel: ProblemList, index: usize) {
    panel.filter.set(Filter::All);
    let place = session.analysis.with_untracked(|read| {
        let groups = findings::by_severity(&read.0.findings);
        groups.into_iter().flat_map(|(_, own)| own).position(|own| own == index)
    });
    if let Some(place) = place.filter(|place| panel.most.get_untracked() <= *place) {
        panel.most.set(place + 1);
    }
    panel.set_current(session, Some(index));
    cells::after_rendering(|| scrolling::item_in_list(".problems__item--current", ".problems__list"));
}

/// Once something is done about a problem, its item may be gone, or hold another problem: the focus goes to the one that
/// now stands at its position, or to the first that is listed, or to the panel.
pub fn keep_focus(session: Session, panel: ProblemList, index: Option<usize>) {
    // What was pressed has acted; the list may move again before the focus goes into it.
    panel.release();
    let last = session.analysis.with_untracked(|read| read.0.findings.len().checked_sub(1));
    panel.set_current(session, index.zip(last).map(|(index, last)| index.min(last)));
    cells::after_rendering(|| {
        let places = [".problems__item--current .link", ".problems__item .link", ".problems"];
        if let Some(place) = places.into_iter().find(|place| page::has(place)) {
            page::focus_in(place);
        }
    });
}
