//! Ways to the hits: the next, the one before, one of the list; the focus stays where one works.

use leptos::prelude::*;

use super::{origin::Origin, state::Finder};
use crate::{
    app::{
        problems::navigation,
        session::{Reveal, Session},
    },
    browser::{caret, cells, page, scrolling},
};
use presence_profile_core::{
    editor::{
        cell_marks::{self, Cell},
        searching::{
            found::Found,
            hit::{Hit, Holder},
            marks,
        },
    },
    source::text::{Part, Span},
};

/// Why one cannot go to a hit now; `None` where one can.
pub fn why_not(finder: Finder) -> Option<&'static str> {
    match () {
        () if !finder.is_open.get_untracked() => Some("Nothing is looked for"),
        () if finder.found.with_untracked(|found| found.count()) == 0 => Some("No hits"),
        () => None,
    }
}

/// Goes to the hit behind the one that was gone to last, or to the one before; where there is none, from where one is.
pub fn step(session: Session, finder: Finder, is_back: bool) {
    finder.take_typed();
    // What is open is taken first, and may be a hit by then.
    if !is_in_panel() {
        page::settle();
    }
    let count = finder.found.with_untracked(|found| found.count());
    if let Some(why) = why_not(finder) {
        session.notice.set(why.to_owned());
        return;
    }
    let last = finder.current.get_untracked();
    let next = match (last, is_back) {
        (Some(last), false) => last + 1,
        (Some(last), true) => last.checked_sub(1).unwrap_or(count - 1),
        (None, _) => {
            let here = here(session, finder);
            if is_back { here.checked_sub(1).unwrap_or(count - 1) } else { here }
        }
    };
    go(session, finder, if next < count { next } else { 0 });
}

/// Goes to a hit, by its position.
pub(super) fn go(session: Session, finder: Finder, position: usize) {
    let Some(hit) = finder.found.with_untracked(|found| found.hit(position)) else { return };
    finder.set_current(position);
    finder.has_gone.set_value(true);
    let cell = cell(session, finder, &hit);
    select(session, cell);
    let is_in_table = cells::focused_cell().is_some();
    let enters_table = is_in_table && cell.is_some();
    if let Some((part, span)) = written(session, &hit) {
        let select = !is_in_panel() && !enters_table;
        session.show(Reveal { place: session.place(part), span, select });
    }
    if let Some(cell) = cell.filter(|_| enters_table) {
        navigation::enter_table(cell);
    }
    let words = finder.found.with_untracked(|found| {
        let shown = session.analysis.with_untracked(|read| found.shown(&hit, &read.0));
        format!(
            "Hit {} of {}: {}: {}{}{}",
            position + 1,
            found.count(),
            shown.place,
            shown.front,
            shown.hit,
            shown.behind
        )
    });
    session.notice.set(words);
    cells::after_rendering(|| scrolling::item_in_list(".find__hit--current", ".find__list"));
}

/// Makes the cell of a hit the active one, and what it belongs to the selected one.
pub(super) fn select(session: Session, cell: Option<Cell>) {
    match cell {
        Some(Cell::StateId(row)) => session.select_row(row),
        Some(Cell::EntryId(entry) | Cell::Availability(entry) | Cell::Text(entry, _)) => session.select_entry(entry),
        None => {}
    }
    session.aim_at(cell);
}

fn cell(session: Session, finder: Finder, hit: &Hit) -> Option<Cell> {
    session.analysis.with_untracked(|read| finder.found.with_untracked(|found| found.cell_of(hit, &read.0)))
}

/// Where a hit stands in one of the texts, as it is written.
pub(super) fn written(session: Session, hit: &Hit) -> Option<(Part, Span)> {
    let part = match hit.holder {
        Holder::Stretch(part) => part,
        Holder::RowId(_) => Part::Options,
        Holder::Text(..) | Holder::EntryId(_) => Part::Xml,
    };
    session.analysis.with_untracked(|read| marks::written(hit, read.1.text(part), &read.0))
}

/// Whether the focus is in the panel.
pub(super) fn is_in_panel() -> bool {
    page::focused_in(".find").is_some()
}

/// The position of the first hit at or behind the place where one is, or was before the search.
fn here(session: Session, finder: Finder) -> usize {
    let scope = finder.scope.get_untracked();
    if let Some(part) = scope.part() {
        let caret = caret(session, part).unwrap_or_default();
        return finder.found.with_untracked(|found| found.behind_offset(caret));
    }
    let from_pane = match Origin::of_focus(session).or_else(|| finder.origin.get_value()) {
        Some(Origin::Pane(Part::Xml)) => caret(session, Part::Xml).and_then(|caret| {
            session.analysis.with_untracked(|read| cell_marks::cell_of(&read.0, Part::Xml, Span::at(caret)))
        }),
        _ => None,
    };
    let active = || {
        let cell = page::found("[data-grid=texts] .cell--active")?;
        let (row, column) = cells::address(&cell)?;
        session.cell_at("texts", row, column)
    };
    let at = |found: &Found| match from_pane.or_else(active) {
        Some(Cell::Text(entry, lcid)) => found.behind_cell(entry, Some(lcid)),
        Some(Cell::EntryId(entry) | Cell::Availability(entry)) => found.behind_cell(entry, None),
        Some(Cell::StateId(_)) | None => 0,
    };
    finder.found.with_untracked(|found| at(found))
}

/// Where the caret of a pane stands, if that is shown.
fn caret(session: Session, part: Part) -> Option<usize> {
    let area = page::area(pane(part))?;
    let text = session.with_profile_untracked(|profile| profile.text(part).clone());
    Some(caret::caret(&area, &text).min(text.len()))
}

/// Finds the text area of a pane.
pub(super) fn pane(part: Part) -> &'static str {
    match part {
        Part::Xml => "#page-xml .source__area",
        Part::Options => "#page-options .source__area",
    }
}
