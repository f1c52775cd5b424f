//! A text area that follows the text it shows.

use std::{sync::Arc, time::Duration};

use leptos::{html, leptos_dom::helpers::TimeoutHandle, prelude::*};

use super::super::session::Session;
use crate::browser::{caret, page};
use presence_profile_core::source::{
    edit::Edits,
    text::{Part, Place},
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
    shown: StoredValue<Arc<str>>,
    /// What waits for the tables to rest.
    waiting: StoredValue<Option<TimeoutHandle>>,
}

impl Follower {
    /// An area that shows nothing yet.
    pub fn new(session: Session, part: Part, area: NodeRef<html::Textarea>) -> Follower {
        Follower { session, part, area, shown: StoredValue::new("".into()), waiting: StoredValue::new(None) }
    }

    /// The area shows this: it was typed there.
    pub fn shows(self, text: &str) {
        self.shown.set_value(text.into());
    }

    /// Brings the area to the present text: at once where people type in it, or where that costs little.
    pub fn follow(self) {
        let length = self.session.text(self.part).len();
        let Some(area) = self.area.get() else { return };
        if let Some(waiting) = self.waiting.get_value() {
            waiting.clear();
        }
        let is_first = self.shown.with_value(|shown| shown.is_empty());
        if length < LONG || is_first || page::is_focused(&area) {
            self.catch_up();
        } else {
            self.waiting.set_value(set_timeout_with_handle(move || self.catch_up(), REST).ok());
        }
    }

    /// Brings the area to the present text, by the edits that led there where that is possible.
    pub fn catch_up(self) {
        // The page may have gone meanwhile.
        let (Some(area), Some(before)) = (self.area.try_get_untracked().flatten(), self.shown.try_get_value()) else {
            return;
        };
        let text = self.session.with_profile_untracked(|profile| profile.text(self.part).clone());
        if before == text {
            return;
        }
        if before.is_empty() {
            area.set_value(&text);
            // The browser puts the caret behind the text; a fresh pane begins at its beginning.
            let _ = area.set_selection_range(0, 0);
        } else {
            let latest = self.session.latest_untracked();
            let exact = latest.as_ref().and_then(|change| change.edits(Place { profile: 0, part: self.part }));
            let exact = exact.filter(|edits| edits.fit(&before) && *edits.apply(&before) == *text).cloned();
            caret::replay(&area, &before, &text, &exact.unwrap_or_else(|| Edits::between(&before, &text)));
        }
        self.shown.set_value(text);
    }
}
