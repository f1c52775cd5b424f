//! A text area that follows the text it shows.

use std::{sync::Arc, time::Duration};

use leptos::{html, leptos_dom::helpers::TimeoutHandle, prelude::*};

use super::super::session::Session;
use crate::browser::{caret, page};
use presence_profile_core::source::{
    edit::{Edit, Edits},
    text::Part,
};

/// From this many bytes on, an area that nobody types in follows the tables when they rest: the browser lays out all its
/// lines anew, which would hold up what is typed next. The painted lines show what is new at once.
const LONG: usize = 64_000;

/// How long the tables rest before that.
const REST: Duration = Duration::from_millis(800);

/// Brings an area to the text.
#[derive(Clone, Copy)]
pub(super) struct Follower {
    session: Session,
    part: Part,
    area: NodeRef<html::Textarea>,
    /// What the area shows now; differs from the text while a change is on its way to it.
    shown: StoredValue<AreaText>,
    /// Whether an input method is composing in it: then nothing is written into it.
    is_composing: StoredValue<bool>,
    /// What waits for the tables to rest.
    waiting: StoredValue<Option<TimeoutHandle>>,
}

/// A text, and the revision it is of, if it is of one.
#[derive(Clone)]
struct AreaText {
    text: Arc<str>,
    revision: Option<u64>,
}

impl Follower {
    /// An area that shows nothing yet.
    pub fn new(session: Session, part: Part, area: NodeRef<html::Textarea>) -> Follower {
        let shown = StoredValue::new(AreaText { text: "".into(), revision: None });
        let (is_composing, waiting) = (StoredValue::new(false), StoredValue::new(None));
        Follower { session, part, area, shown, is_composing, waiting }
    }

    /// The edit that was typed into the area, which holds `text` now, over what was selected there, in UTF-16 units; and
    /// the revision of the text it was typed into. `None` where nothing was typed.
    pub fn typed(self, text: &str, selected: (u32, u32), caret: usize) -> Option<(Edit, u64)> {
        let AreaText { text: before, revision } = self.shown.get_value();
        // What is of no revision is brought to one before anybody can type again.
        let revision = revision.unwrap_or_else(|| self.session.revision_untracked());
        Edit::typed_over(&before, caret::span(&before, selected), text, caret).map(|edit| (edit, revision))
    }

    /// The text that the area shows, and its revision, where it is the text of the present.
    pub fn present(self) -> Option<(Arc<str>, u64)> {
        let now = self.session.with_profile_untracked(|profile| profile.text(self.part).clone());
        let AreaText { text, revision } = self.shown.get_value();
        revision.filter(|_| text == now).map(|revision| (text, revision))
    }

    /// The area shows this: it was typed there, and is the text of the present now, or was refused.
    pub fn shows(self, text: &str) {
        let now = self.session.with_profile_untracked(|profile| profile.text(self.part).clone());
        let is_now = *now == *text;
        let revision = is_now.then(|| self.session.revision_untracked());
        self.shown.set_value(AreaText { text: if is_now { now } else { text.into() }, revision });
        if !is_now {
            self.catch_up();
        }
    }

    /// An input method begins to compose, or ends.
    pub fn composes(self, is_composing: bool) {
        self.is_composing.set_value(is_composing);
        if !is_composing {
            self.catch_up();
        }
    }

    /// Brings the area to the present text: at once where people type in it, or where that costs little.
    pub fn follow(self) {
        let length = self.session.text(self.part).len();
        let Some(area) = self.area.get() else { return };
        if let Some(waiting) = self.waiting.get_value() {
            waiting.clear();
        }
        let is_first = self.shown.with_value(|shown| shown.text.is_empty());
        if length < LONG || is_first || page::is_focused(&area) {
            self.catch_up();
        } else {
            self.waiting.set_value(set_timeout_with_handle(move || self.catch_up(), REST).ok());
        }
    }

    /// Brings the area to the present text, by the edits that led there where that is possible.
    pub fn catch_up(self) {
        // The page may have gone meanwhile.
        let (Some(area), Some(shown)) = (self.area.try_get_untracked().flatten(), self.shown.try_get_value()) else {
            return;
        };
        if self.is_composing.get_value() {
            return;
        }
        let text = self.session.with_profile_untracked(|profile| profile.text(self.part).clone());
        let before = shown.text;
        if before != text {
            if before.is_empty() {
                area.set_value(&text);
                // The browser puts the caret behind the text; a fresh pane begins at its beginning.
                let _ = area.set_selection_range(0, 0);
            } else {
                let exact = shown.revision.and_then(|revision| self.edits_since(revision));
                let exact = exact.filter(|edits| edits.fit(&before) && *edits.apply(&before) == *text);
                caret::replay(&area, &before, &text, &exact.unwrap_or_else(|| Edits::between(&before, &text)));
            }
        }
        self.shown.set_value(AreaText { text, revision: Some(self.session.revision_untracked()) });
    }

    /// What happened to the text since a revision, as one; `None` where that is not held any more.
    fn edits_since(self, revision: u64) -> Option<Edits> {
        let place = self.session.place(self.part);
        self.session.with_history_untracked(|history| {
            let edits = history.changes_since(revision)?.filter_map(|change| change.edits(place));
            edits.cloned().reduce(|before, next| before.then(&next))
        })
    }
}
