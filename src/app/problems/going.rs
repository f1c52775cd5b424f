//! Ways to a problem, and to what can be done about it, from wherever the focus is.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTextAreaElement};

use super::{
    super::{
        menu,
        session::{Reveal, Session},
    },
    Filter, ProblemList, item,
};
use crate::browser::{caret, cells, floating, page};
use presence_profile_core::{
    editor::{
        cell_marks::{self, Cell},
        problems::{self, Counts, at},
        wording,
    },
    source::text::{Part, Span},
};

/// Goes to a stretch of a text and to its cell.
pub fn go(session: Session, part: Part, span: Span) {
    aim(session, part, span);
    session.show(Reveal { part, span, select: true });
}

/// Makes the cell a stretch belongs to the active one, if it has one.
fn aim(session: Session, part: Part, span: Span) -> Option<Cell> {
    session.select_at(part, span.start);
    let cell = session.analysis.with_untracked(|read| cell_marks::cell_of(&read.0, part, span));
    session.aim.set(cell);
    cell
}

/// Gives the active cell of the table that shows such cells the focus.
fn enter_table(cell: Cell) {
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
    let current = panel.current.get_untracked();
    let found = session.analysis.with_untracked(|read| {
        let problems = &read.0.problems;
        let index = problems::step(problems.len(), current, is_back)?;
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
    panel.current.set(Some(index));
    let is_in_table = cells::focused_cell().is_some();
    let cell = aim(session, part, span).filter(|_| is_in_table);
    session.show(Reveal { part, span, select: cell.is_none() });
    if let Some(cell) = cell {
        enter_table(cell);
    }
    session.notice.set(words);
    // The page stays where the text or the cell is.
    cells::after_rendering(|| cells::scroll_list(".problems__item--current", ".problems__list"));
}

/// Opens what can be done about the problems of the active cell, or at the caret.
pub fn open_fixes(session: Session, panel: ProblemList) {
    let Some(focused) = page::focused() else { return };
    let in_cell = cells::focused_cell().and_then(|(grid, row, column)| {
        let cell = session.cell_at(&grid, row, column)?;
        let found: Vec<usize> = session.marks.with_untracked(|marked| marked.marks.problems(cell).collect());
        Some((found, floating::below(&grid, row, column)))
    });
    let in_pane = || {
        let area: HtmlTextAreaElement = focused.clone().dyn_into().ok()?;
        let part = session.pane.get_untracked();
        let text = session.text(part);
        let span = Span::at(caret::caret(&area, &text));
        session.analysis.with_untracked(|read| {
            let lines = read.0.lines(part);
            let line = lines.line_of(span.start);
            // A caret anywhere in the line means its problems, if none is at the caret itself.
            let mut found = at(&read.0.problems, part, span);
            if found.is_empty() {
                found = lines.line(line).map(|line| at(&read.0.problems, part, line)).unwrap_or_default();
            }
            let place = floating::below_first(&format!(
                ".panel__page:not([hidden]) .source__line[data-number=\"{}\"] .source__code",
                line + 1
            ));
            Some((found, place))
        })
    };
    let (found, place) = in_cell.or_else(in_pane).unwrap_or_default();
    let items: Vec<menu::Item> = session.analysis.with_untracked(|read| {
        found.iter().flat_map(|index| item::items(session, panel, &read.0, *index, false)).collect()
    });
    match place.filter(|_| !items.is_empty()) {
        Some(place) => {
            panel.opener.set_value(Some(focused));
            panel.menu.open_at(place, items);
        }
        None => session.notice.set("No problem here".to_owned()),
    }
}

/// Opens a menu below the button that was pressed.
pub fn open_menu_below(panel: ProblemList, event: &ev::MouseEvent, items: Vec<menu::Item>) {
    let Some(button) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let place = floating::below_element(&button);
    panel.opener.set_value(Some(button));
    panel.menu.open_at(place, items);
}

/// Once something is done about a problem, its item may be gone, or hold another problem: the focus goes to the one that
/// now stands at its position, or to the first that is listed, or to the panel.
pub fn keep_focus(session: Session, panel: ProblemList, index: Option<usize>) {
    let last = session.analysis.with_untracked(|read| read.0.problems.len().checked_sub(1));
    panel.current.set(index.zip(last).map(|(index, last)| index.min(last)));
    cells::after_rendering(|| {
        let places = [".problems__item--current .link", ".problems__item .link", ".problems"];
        if let Some(place) = places.into_iter().find(|place| page::has(place)) {
            page::focus_in(place);
        }
    });
}

/// Gives the focus back to what opened the menu.
pub fn back(panel: ProblemList) {
    if let Some(element) = panel.opener.get_value() {
        page::focus_again(&element);
    }
}
