//! The ways out of a problem, and what else can be done about it, as a menu.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTextAreaElement};

use super::{
    super::{menu, session::Session},
    list::{self, ProblemList},
    navigation,
};
use crate::browser::{caret, cells, floating, page};
use presence_profile_core::{
    editor::{
        cell_marks::{self, Cell},
        command::{Command, Fixes, Wish},
        findings::at,
        fixing, gap_cells, pointed,
        workspace::SetAside,
    },
    source::{
        lowercase,
        text::{Part, Span},
    },
};

/// Opens what can be done about the problems of the active cell, or at the caret.
pub fn open_at_focus(session: Session, panel: ProblemList) {
    let Some(focused) = page::focused() else { return };
    let in_cell = cells::focused_cell().and_then(|(grid, row, column)| {
        let cell = session.cell_at(&grid, row, column)?;
        let mut found: Vec<usize> = session.marks.with_untracked(|marks| marks.cells.problems(cell).collect());
        if found.is_empty() {
            // Of a problem of many cells only its first is marked; whoever stepped to it means it.
            found.extend(panel.current_position.get_untracked().filter(|index| is_of_cell(session, *index, cell)));
        }
        if found.is_empty() {
            found.extend(about_gap(session, cell));
        }
        Some((found, floating::below(&grid, row, column)))
    });
    let in_pane = || {
        let area: HtmlTextAreaElement = focused.clone().dyn_into().ok()?;
        let part = session.pane_untracked();
        let text = session.text(part);
        let span = Span::at(caret::caret(&area, &text));
        session.analysis.with_untracked(|read| {
            let lines = read.0.lines(part);
            let line = lines.line_of(span.start);
            // A caret anywhere in the line means its problems, if none is at the caret itself.
            let mut found = at(&read.0.findings, part, span);
            if found.is_empty() {
                found = lines.line(line).map(|line| at(&read.0.findings, part, line)).unwrap_or_default();
            }
            let place = floating::below_first(&format!(
                ".panel__page:not([hidden]) .source__line[data-number=\"{}\"] .source__code",
                line + 1
            ));
            Some((found, place))
        })
    };
    let (found, place) = in_cell.or_else(in_pane).unwrap_or_default();
    let items: Vec<menu::MenuItem> = found.iter().flat_map(|index| items(session, panel, *index, false)).collect();
    match place.filter(|_| !items.is_empty()) {
        Some(place) => {
            panel.opener.set_value(Some(focused));
            panel.menu.open_at(session, place, items);
        }
        None => session.notice.set("No problem here".to_owned()),
    }
}

/// Goes to the problem that the sign beside a line, counted from 0, is about, in the list, and offers what can be done about
/// it and the others of the line. The text takes the focus back.
pub fn open_at_sign(session: Session, panel: ProblemList, part: Part, line: usize, area: Element) {
    let found = session.analysis.with_untracked(|read| pointed::of_line(&read.0, part, line));
    let Some(first) = found.first() else { return };
    navigation::list(session, panel, *first);
    let place = format!(".panel__page:not([hidden]) .source__line[data-number=\"{}\"] .source__code", line + 1);
    let items: Vec<menu::MenuItem> = found.iter().flat_map(|index| items(session, panel, *index, false)).collect();
    if let Some(place) = floating::below_first(&place).filter(|_| !items.is_empty()) {
        panel.opener.set_value(Some(area));
        panel.menu.open_at(session, place, items);
    }
}

/// Whether one of the places of a problem belongs to a cell.
fn is_of_cell(session: Session, index: usize, cell: Cell) -> bool {
    session.analysis.with_untracked(|read| {
        let problem = read.0.findings.get(index).map(|finding| &finding.diagnostic);
        problem.is_some_and(|problem| {
            problem.places().any(|span| cell_marks::cell_of(&read.0, problem.part, span) == Some(cell))
        })
    })
}

/// The problem that speaks of the text that is missing in a cell, if one does.
fn about_gap(session: Session, cell: Cell) -> Option<usize> {
    let default = session.with_profile_untracked(|profile| profile.choices.default_language);
    session.analysis.with_untracked(|read| {
        read.0.findings.iter().position(|finding| gap_cells::is_gap_of(&read.0, &finding.diagnostic, cell, default))
    })
}

/// Opens a menu below the button that was pressed.
pub(super) fn open_below(session: Session, panel: ProblemList, event: &ev::MouseEvent, items: Vec<menu::MenuItem>) {
    let Some(button) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let place = floating::below_element(&button);
    panel.opener.set_value(Some(button));
    panel.menu.open_at(session, place, items);
}

/// Gives the focus back to what opened the menu.
pub(super) fn back(panel: ProblemList) {
    if let Some(element) = panel.opener.get_value() {
        page::focus_again(&element);
    }
}

/// What can be done about a problem; without its first fix where that has a button of its own.
pub(super) fn items(session: Session, panel: ProblemList, index: usize, is_listed: bool) -> Vec<menu::MenuItem> {
    let (revision, analysis) = panel.reading(session);
    let Some(finding) = analysis.findings.get(index) else { return Vec::new() };
    let problem = &finding.diagnostic;
    let wish = |command: Command| list::wish(session, revision, command);
    // Whoever came from a cell or a text stays there; an item of the list may be gone.
    let act = move |wish: &Wish| {
        session.grant(wish);
        if is_listed {
            navigation::keep_focus(session, panel, Some(index));
        }
    };
    let mut items = Vec::new();
    for fix in problem.fixes.iter().skip(usize::from(is_listed)) {
        let wish = wish(Command::Fix(fixing::one(&analysis, finding, fix)));
        items.push(menu::MenuItem::new(fix.label.clone(), move || act(&wish)));
    }
    for (fix, way) in problem.fixes.iter().enumerate() {
        let (code, kind, title) = (problem.code, way.kind, way.title);
        let is_first = problem.fixes[..fix].iter().all(|other| other.kind != kind);
        let all = Fixes::Kind { code, kind };
        let count = if is_first { fixing::count(&analysis, &all) } else { 0 };
        if 1 < count {
            let words = format!("Fix all {count} of this kind: {}\u{2026}", lowercase::begun_small(title));
            items.push(menu::MenuItem::new(words, move || panel.preview(all.clone())));
        }
    }
    let code = problem.code;
    let here = wish(Command::SetAside(SetAside::problem(finding)));
    let everywhere = wish(Command::SetAside(SetAside::law(code)));
    if !is_listed {
        items.push(menu::MenuItem::new("Show in the text".to_owned(), move || {
            navigation::go_to_place(session, panel, index, false, 0)
        }));
    }
    items.push(
        menu::MenuItem::new("Set aside here".to_owned(), move || act(&here))
            .with_facts("not counted any more".to_owned()),
    );
    items.push(
        menu::MenuItem::new(format!("Set aside all of {code}"), move || act(&everywhere))
            .with_facts("in this profile".to_owned()),
    );
    items.push(menu::MenuItem::new(format!("Why {code}"), move || panel.explain(code)));
    items
}
