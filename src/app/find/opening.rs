//! Opening the search from where one works, and closing it: the focus goes back there.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{
    going,
    origin::{Origin, PANE},
    state::Finder,
};
use crate::{
    app::{
        refuge,
        session::{Page, Reveal, Session},
    },
    browser::{caret, cells, keyboard, page},
};
use presence_profile_core::editor::searching::{query::Query, scope::Scope};

/// The field of what is looked for.
pub(super) const FIND: &str = "find-text";
/// The field of what takes its place.
pub(super) const REPLACE: &str = "find-replacement";

/// Why nothing can be looked for now; `None` where it can.
pub fn why_not(session: Session) -> Option<&'static str> {
    (session.page.get_untracked() != Page::Editor).then_some("Find and replace works in the editor")
}

/// Opens the search, or goes back to it; with what is selected in the text one is in. `replaces` is whether something is
/// to take the place of what is found.
pub fn open(session: Session, finder: Finder, replaces: bool) {
    if let Some(why) = why_not(session) {
        session.notice.set(why.to_owned());
        return;
    }
    let was_open = finder.is_open.get_untracked();
    if !going::is_in_panel() {
        // What is open is taken first.
        page::settle();
        let origin = Origin::of_focus(session);
        if let (Some(Origin::Pane(part)), Some(selected)) = (&origin, selected()) {
            finder.look_for(Query::written(&selected, Scope::of_pane(*part)));
        }
        match &origin {
            Some(Origin::Pane(part)) => finder.chosen.set(Scope::of_pane(*part)),
            Some(Origin::Table(_, Some(cell))) if !was_open => finder.chosen.set(cell.scope()),
            Some(Origin::Table(..)) if !was_open && finder.chosen.get_untracked().part().is_some() => {
                finder.chosen.set(Scope::Texts);
            }
            _ => {}
        }
        if origin.is_some() || !was_open {
            finder.origin.set_value(origin);
        }
    }
    finder.take_typed();
    if !was_open {
        finder.is_replacing.set(false);
    }
    if replaces {
        finder.is_replacing.set(true);
    }
    finder.is_open.set(true);
    finder.is_shown.set(true);
    let is_known = finder.written.with_untracked(|written| !written.is_empty());
    let field = if replaces && is_known && going::is_in_panel() { REPLACE } else { FIND };
    cells::after_rendering(move || {
        page::focus_id(field);
        // The field gets its text with the next rendering; what is typed takes the place of all of it.
        cells::after_rendering(page::select_focused);
    });
}

/// The panel gets the focus: where it was is where it goes back to.
pub(super) fn come_from(session: Session, finder: Finder, event: &ev::FocusEvent) {
    let from = event.related_target().and_then(|from| from.dyn_into::<Element>().ok());
    if let Some(origin) = from.and_then(|from| Origin::of(session, &from)) {
        finder.origin.set_value(Some(origin));
        finder.has_gone.set_value(false);
    }
}

/// Closes the search; the focus goes back to where it was, or to the hit that was gone to there.
pub fn close(session: Session, finder: Finder) {
    if !finder.is_open.get_untracked() {
        return;
    }
    let hit = finder.current_hit().and_then(|hit| going::written(session, &hit));
    let (had_focus, has_gone) = (going::is_in_panel(), finder.has_gone.get_value());
    finder.is_open.set(false);
    finder.is_shown.set(false);
    finder.forget();
    let origin = finder.origin.get_value();
    finder.origin.set_value(None);
    if !had_focus {
        return;
    }
    match origin {
        Some(Origin::Pane(part)) => match hit.filter(|(own, _)| *own == part) {
            Some((_, span)) => session.show(Reveal { place: session.place(part), span, select: true }),
            None => {
                session.show_pane(part);
                cells::after_rendering(move || page::focus_in(going::pane(part)));
            }
        },
        Some(Origin::Table(name, cell)) => {
            // Who has gone to a hit stays there; an undo has moved the table, and not the user.
            if !has_gone && let Some(cell) = cell.and_then(|cell| cell.now(session)) {
                going::select(session, Some(cell));
            }
            // A row out of view is rendered first, and its cell made the active one after that.
            cells::after_rendering(move || {
                cells::after_rendering(move || {
                    page::focus_in(&format!("[data-grid={name}] .cell--active"));
                    if cells::focus_is_lost() {
                        refuge::take_focus();
                    }
                });
            });
        }
        None => cells::after_rendering(|| {
            page::focus_in(".problems__find");
            if cells::focus_is_lost() {
                refuge::take_focus();
            }
        }),
    }
}

/// Handles Escape in a table or a text, which had no other use for it; whether that closed the search.
pub fn on_escape(session: Session, finder: Finder, event: &ev::KeyboardEvent) -> bool {
    let is_meant = event.key() == "Escape" && !keyboard::is_composing(event) && finder.is_open.get_untracked();
    if !is_meant || session.page.get_untracked() != Page::Editor || Origin::of_focus(session).is_none() {
        return false;
    }
    event.prevent_default();
    close(session, finder);
    true
}

/// Whether the focus is where things are looked for; elsewhere the keys are the browser's own.
pub fn is_at_home(session: Session) -> bool {
    let is_editor = session.page.get_untracked() == Page::Editor;
    is_editor && (going::is_in_panel() || Origin::of_focus(session).is_some())
}

/// What is selected in the text one is in, if that is of one line.
fn selected() -> Option<String> {
    let area = page::focused_area(PANE)?;
    let text = area.value();
    let selected = caret::span(&text, caret::selection(&area)).text(&text).to_owned();
    (!selected.is_empty() && !selected.contains('\n')).then_some(selected)
}
