//! Which lines of a text are painted, and what they show.

use leptos::prelude::*;

use super::{
    super::{find::state::Finder, gate::Gate, session::Session},
    lines::Painted,
};
use presence_profile_core::{
    editor::painted::{self, Kin},
    source::text::Part,
};

/// The painted lines of a window of a text, from a line up to another one, counted from 0; none of a text that is not in
/// front, nor of one whose area shows its own letters.
pub(super) fn lines(
    session: Session,
    finder: Finder,
    part: Part,
    window: Memo<(usize, usize)>,
    is_wrapped: Gate<bool>,
    is_plain: Gate<bool>,
) -> Memo<Painted> {
    Memo::new(move |before: Option<&Painted>| {
        if is_plain.get() || session.pane() != part {
            return Painted::after(before, Vec::new());
        }
        let (first, last) = window.get();
        let entry = session.selected.entry_shown();
        let id = match session.selected.entry() {
            Some(entry) => session.matrix.with(|matrix| matrix.entries.get(entry).map(|entry| entry.id.clone())),
            None => session.rows.with(|rows| Some(rows[session.selected.row().index()].id.clone())),
        };
        let hits = finder.in_lines(part, first..last);
        let kin = Kin { entry, id: id.as_deref().filter(|id| !id.is_empty()), hits: &hits };
        let text = session.text(part);
        let wrapped = is_wrapped.get();
        let lines = session.analysis.with(|read| painted::paint(part, &text, &read.0, first..last, kin, wrapped));
        Painted::after(before, lines)
    })
}
