//! What the parts of the page share: the history, what is derived from it, what is selected, and what has left the page.

mod derived;
mod exported;
mod granting;
pub mod marks;
pub mod selected;

use std::sync::Arc;

use leptos::prelude::*;

use self::{derived::Derived, exported::Exported, marks::Marks, selected::Selected};
use super::{encoding_question::EncodingQuestion, gate::Gate};
use crate::browser::rescue;
use presence_profile_core::{
    editor::{
        analysis::Analysis,
        cell_marks::Cell,
        history::History,
        matrix::Matrix,
        place::{EntryPlace, Place, ProfileId},
        readings::Reader,
        rows::Row,
        workspace::{Profile, Workspace},
    },
    mapping::lcid::Lcid,
    source::text::{Part, Span},
};

/// Handles to the state of the page; only `grant`, `undo` and `redo` write the history.
#[derive(Clone, Copy)]
pub struct Session {
    history: RwSignal<History>,
    /// The profile that is looked at.
    profile: RwSignal<ProfileId>,
    /// Everything the texts say.
    pub analysis: Memo<SharedAnalysis>,
    /// The fifteen rows, in the viewer's language.
    pub rows: Gate<Arc<Vec<Row>>>,
    /// The translations.
    pub matrix: Gate<Arc<Matrix>>,
    /// Whether all of the XML could be read, so that what is missing is missing.
    pub is_whole: Gate<bool>,
    /// Which cells have problems.
    pub marks: Gate<Marks>,
    /// What is selected.
    pub selected: Selected,
    /// The language of the previews.
    pub viewer: RwSignal<Lcid>,
    /// What just happened, for the status line.
    pub notice: RwSignal<String>,
    /// What was refused and has gone from its cell; it is said until the next key or press.
    refusal: RwSignal<String>,
    /// A stretch of text to be shown.
    pub reveal: RwSignal<Option<Reveal>>,
    /// A cell to be made the active one, and how many were before it.
    pub aim: RwSignal<(usize, Option<Cell>)>,
    /// A file that reads in several ways, and whether the user is asked which is right.
    pub encoding_question: (RwSignal<Option<EncodingQuestion>>, RwSignal<bool>),
    /// Which text the source panel shows.
    pub pane: RwSignal<Part>,
    exported: RwSignal<Exported>,
}

/// An analysis, equal only to itself: every keystroke makes a new one.
#[derive(Clone)]
pub struct SharedAnalysis(pub Arc<Analysis>);

impl PartialEq for SharedAnalysis {
    fn eq(&self, other: &SharedAnalysis) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// A stretch of one of the texts, to be scrolled into view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reveal {
    /// The text.
    pub part: Part,
    /// The stretch.
    pub span: Span,
    /// Whether the text area takes the focus and selects it.
    pub select: bool,
}

impl Session {
    /// A session that begins with the first profile of a workspace; `reader` reads and judges profiles.
    pub fn new(workspace: Workspace, reader: Reader) -> Session {
        let first = &workspace.profiles[0];
        let exported = RwSignal::new(Exported::of(first));
        let viewer = RwSignal::new(first.choices.default_language);
        let profile = RwSignal::new(first.id);
        rescue::remember(&first.options, &first.xml);
        let history = RwSignal::new(History::new(workspace));
        let Derived { analysis, rows, matrix, is_whole, marks } = Derived::new(history, profile, viewer, reader);
        Session {
            history,
            profile,
            analysis,
            rows,
            matrix,
            is_whole,
            marks,
            selected: Selected::new(history, analysis, rows),
            viewer,
            notice: RwSignal::new(String::new()),
            refusal: RwSignal::new(String::new()),
            reveal: RwSignal::new(None),
            aim: RwSignal::new((0, None)),
            encoding_question: (RwSignal::new(None), RwSignal::new(false)),
            pane: RwSignal::new(Part::Xml),
            exported,
        }
    }

    /// The session of the page a component is on.
    pub fn current() -> Session {
        use_context::<Session>().expect("the page provides its session")
    }

    /// Runs `read` on the profile, now and whenever it changes.
    pub fn with_profile<T>(self, read: impl FnOnce(&Profile) -> T) -> T {
        // Each revision has a reading of its own. Whoever follows the history beside it is told of each twice.
        self.analysis.track();
        self.with_profile_untracked(read)
    }

    /// Runs `read` on the profile as it is.
    pub fn with_profile_untracked<T>(self, read: impl FnOnce(&Profile) -> T) -> T {
        let id = self.profile.get_untracked();
        self.history.with_untracked(|history| {
            read(history.present().profile(id).expect("the profile that is looked at is in the workspace"))
        })
    }

    /// A text of the profile.
    pub fn text(self, part: Part) -> Arc<str> {
        self.with_profile(|profile| profile.text(part).clone())
    }

    /// The place of a text of the profile.
    pub fn place(self, part: Part) -> Place {
        Place { profile: self.profile.get_untracked(), part }
    }

    /// Runs `read` on the history as it is.
    pub fn with_history_untracked<T>(self, read: impl FnOnce(&History) -> T) -> T {
        self.history.with_untracked(read)
    }

    /// The revision, now and whenever it grows.
    pub fn revision(self) -> u64 {
        self.history.with(History::revision)
    }

    /// The revision as it is.
    pub fn revision_untracked(self) -> u64 {
        self.history.with_untracked(History::revision)
    }

    /// Where an entry of the present reading stands.
    pub fn entry_place(self, entry: usize) -> Option<EntryPlace> {
        self.analysis.with_untracked(|read| read.0.entry_place(entry))
    }
}
