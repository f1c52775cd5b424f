//! What the user looks at: the row and the entry that are selected, and stretches of text to be shown.

mod again;

use std::sync::Arc;

use leptos::prelude::*;

use super::{Reveal, Session, SharedAnalysis, of_profile::OfProfile};
use crate::app::gate::Gate;
use presence_profile_core::{
    editor::{
        history::History,
        place::{EntryPlace, Place, ProfileId},
        rows::Row,
    },
    mapping::{options::Mode, states::StateNumber},
    source::text::{Part, Span},
};

/// What is selected: places, never the text of an ID, and never a position that others take.
#[derive(Clone, Copy)]
pub struct Selected {
    selection: OfProfile<Selection>,
    followed: Gate<Followed>,
    rows: Gate<Arc<Vec<Row>>>,
}

/// What was selected, on its revision.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Selection {
    /// The row whose state the preview shows.
    row: StateNumber,
    /// The entry that is selected; `None` follows the row.
    entry: Option<EntryThere>,
}

/// An entry as it stood at a revision.
#[derive(Debug, Clone, PartialEq, Eq)]
struct EntryThere {
    profile: ProfileId,
    revision: u64,
    place: EntryPlace,
}

/// A selection, and where its entry stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Followed {
    of: Selection,
    now: Option<EntryThere>,
    position: Option<usize>,
}

impl Selected {
    pub(super) fn new(
        history: RwSignal<History>,
        profile: RwSignal<ProfileId>,
        analysis: Gate<SharedAnalysis>,
        rows: Gate<Arc<Vec<Row>>>,
    ) -> Selected {
        let first = StateNumber::new(1).expect("rows are numbered from 1");
        let selection = OfProfile::new(profile, move |_| Selection { row: first, entry: None });
        let followed = Gate::after(move |before: Option<&Followed>| {
            let of = selection.get();
            // From where it was found last, so that it is never too long ago.
            let last =
                before.filter(|before| before.of == of).map_or_else(|| of.entry.clone(), |before| before.now.clone());
            let now = last.and_then(|last| {
                history.with(|history| {
                    let place = history.trail().entry(last.revision, last.profile, &last.place).ok()?;
                    Some(EntryThere { revision: history.revision(), place, ..last })
                })
            });
            let position = analysis.with(|read| now.as_ref().and_then(|now| now.place.position(&read.0.map.entries)));
            Followed { of, now, position }
        });
        Selected { selection, followed, rows }
    }

    /// See [`Gate::renew`].
    pub(super) fn renew(self) {
        self.selection.renew();
        self.followed.renew();
    }

    /// The row whose state the preview shows.
    pub fn row(self) -> StateNumber {
        self.selection.with(|selection| selection.row)
    }

    /// See [`Selected::row`].
    pub fn row_untracked(self) -> StateNumber {
        self.selection.with_untracked(|selection| selection.row)
    }

    /// The position of the entry that is selected; `None` where a row is.
    pub fn entry(self) -> Option<usize> {
        self.followed.with(|followed| followed.position)
    }

    /// See [`Selected::entry`].
    pub fn entry_untracked(self) -> Option<usize> {
        self.followed.with_untracked(|followed| followed.position)
    }

    /// The position of the entry that is selected, or that the selected row comes to.
    pub fn entry_shown(self) -> Option<usize> {
        let row = self.row();
        self.entry().or_else(|| self.rows.with(|rows| rows[row.index()].entry))
    }
}

impl Session {
    /// Says in the status line what happened, if anything need be said of it, and how many problems there are now.
    pub fn tell(self, what: &str) {
        let counts = self.analysis.with_untracked(|read| read.0.counts().words());
        let counts = if counts.is_empty() { "no problems" } else { &counts };
        let semicolon = if what.is_empty() { "" } else { "; " };
        self.notice.set(format!("{what}{semicolon}{counts}"));
    }

    /// What the status line says: what was refused and is gone, and what happened since.
    pub fn status(self) -> String {
        self.refusal.with(|refusal| {
            self.notice.with(|notice| match refusal.is_empty() || refusal == notice {
                true => notice.clone(),
                false => format!("{refusal}; {notice}"),
            })
        })
    }

    /// Whether it says why something was refused: that stands until the next key or press.
    pub fn says_refusal(self) -> bool {
        self.refusal.with(|refusal| !refusal.is_empty())
    }

    /// What was refused last is gone from its cell: what happens next does not hide why.
    pub fn keep_refusal(self) {
        self.refusal.set(self.notice.get_untracked());
    }

    /// With the next key or press it was there to be read.
    pub fn forget_refusal(self) {
        if self.refusal.with_untracked(|refusal| !refusal.is_empty()) {
            self.refusal.set(String::new());
        }
    }

    /// Brings a stretch of text into view.
    pub fn show(self, reveal: Reveal) {
        self.show_pane(reveal.place.part);
        self.shown.set_value(None);
        self.reveal.set(Some(reveal));
    }

    /// What is to be shown in a text and was not yet: a pane that comes to the page does not show it again.
    pub fn take_reveal(self, place: Place) -> Option<Reveal> {
        let reveal = self.reveal.get().filter(|reveal| reveal.place == place)?;
        let is_new = self.shown.with_value(Option::is_none);
        self.shown.set_value(Some(reveal));
        is_new.then_some(reveal)
    }

    /// The title of what undo takes back, and of what redo does again.
    pub fn undo_label(self) -> Option<String> {
        self.history.with(|history| history.undo_label().map(str::to_owned))
    }

    /// See [`Session::undo_label`].
    pub fn redo_label(self) -> Option<String> {
        self.history.with(|history| history.redo_label().map(str::to_owned))
    }

    /// Selects what an offset of a text belongs to.
    pub fn select_at(self, part: Part, offset: usize) {
        self.select_in(part, Span::at(offset));
    }

    /// Selects what a stretch of a text belongs to, or what begins in it.
    pub fn select_in(self, part: Part, stretch: Span) {
        let (row, entry) = self.analysis.with_untracked(|read| match part {
            // In pull mode no rows are shown.
            Part::Options if read.0.mode() == Mode::Pull => (None, None),
            Part::Options => (read.0.row_at(stretch.start), None),
            Part::Xml => (None, read.0.entry_in(stretch)),
        });
        match (row, entry) {
            (Some(row), _) => self.select_row(row),
            (None, Some(entry)) => self.select_entry(entry),
            (None, None) => {}
        }
    }

    /// Selects a row.
    pub fn select_row(self, row: StateNumber) {
        let selection = Selection { row, entry: None };
        if self.selected.selection.with_untracked(|old| *old != selection) {
            self.selected.selection.set(selection);
        }
    }

    /// Selects an entry; the preview follows to a row that comes to it, if one does.
    pub fn select_entry(self, entry: usize) {
        let current = self.selected.row_untracked();
        let rows = self.rows.get_untracked();
        let row = if rows[current.index()].entry == Some(entry) {
            current
        } else {
            rows.iter().find(|row| row.entry == Some(entry)).map_or(current, |row| row.number)
        };
        let is_selected = self.selected.followed.with_untracked(|followed| followed.position == Some(entry));
        if is_selected && row == current {
            return;
        }
        let there = self.entry_place(entry).map(|place| EntryThere {
            profile: self.profile.get_untracked(),
            revision: self.revision_untracked(),
            place,
        });
        self.selected.selection.set(Selection { row, entry: there });
    }
}
