//! Replacing what is ticked: one step, and said how much it was.

use leptos::prelude::*;

use super::state::Finder;
use crate::{
    app::session::Session,
    browser::{cells, page},
};
use presence_profile_core::editor::{command::Command, searching::replacing};

/// Why nothing can be replaced now; `None` where it can. To be read where it is to be followed.
pub fn why_not(session: Session, finder: Finder) -> Option<&'static str> {
    if let Some(why) = session.read_only.get() {
        return Some(why);
    }
    match () {
        () if !finder.is_open.get() => Some("Nothing is looked for"),
        () if finder.found.with(|found| found.count()) == 0 => Some("No hits"),
        () if finder.ticked() == 0 => Some("No hit is ticked"),
        () if !finder.is_replacing.get() => Some("First say what to replace it by; empty, it is taken away"),
        () => None,
    }
}

/// Replaces what is ticked.
pub fn replace(session: Session, finder: Finder) {
    finder.take_typed();
    if let Some(why) = untrack(|| why_not(session, finder)) {
        session.notice.set(why.to_owned());
        return;
    }
    let by = finder.by.get_untracked();
    let (replacing, hits) = finder.found.with_untracked(|found| {
        let left_out = finder.unticked.get_untracked();
        session.analysis.with_untracked(|read| found.replacing(&read.0, &left_out, &by))
    });
    let words = replacing::done(&replacing, hits);
    let before = session.revision_untracked();
    if session.dispatch(Command::Replace(replacing)) {
        match session.revision_untracked() == before {
            true => session.notice.set("Nothing was replaced: that stands there already".to_owned()),
            false => session.tell(&words),
        }
    }
}

/// The same from a field of the panel: undo is meant for the texts then, and no more for the field.
pub(super) fn replace_by_key(session: Session, finder: Finder) {
    let before = session.revision_untracked();
    replace(session, finder);
    if session.revision_untracked() != before {
        cells::after_rendering(|| page::focus_quietly_on(".find__ways > .button:last-child"));
    }
}
