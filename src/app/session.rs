//! What the parts of the page share: the history, what is derived from it, and what the user is looking at.

mod kept;
mod looking;

use std::sync::Arc;

use leptos::prelude::*;

use super::{gate::Gate, marked::Marked, open_file::Doubts};
use crate::browser::rescue;
use presence_profile_core::{
    editor::{
        analysis::Analysis,
        cell_marks::{Cell, CellMarks},
        change::Change,
        command::{self, Command, Subject},
        fixing::{self, Preview, Wanted},
        history::History,
        matrix::Matrix,
        rows::{self, Row},
        workspace::{Profile, Workspace},
    },
    mapping::{lcid::Lcid, states::StateNumber},
    source::text::{Part, Span},
};

/// Handles to the state of the page; only `dispatch`, `undo` and `redo` write the history.
#[derive(Clone, Copy)]
pub struct Session {
    history: RwSignal<History>,
    /// Everything the texts say.
    pub analysis: Memo<Read>,
    /// The fifteen rows, in the viewer's language.
    pub rows: Gate<Arc<Vec<Row>>>,
    /// The translations.
    pub matrix: Gate<Arc<Matrix>>,
    /// Whether all of the XML could be read, so that what is missing is missing.
    pub is_whole: Gate<bool>,
    /// What is selected.
    pub selection: RwSignal<Selection>,
    /// The language of the previews.
    pub viewer: RwSignal<Lcid>,
    /// What just happened, for the status line.
    pub notice: RwSignal<String>,
    /// A stretch of text to be shown.
    pub reveal: RwSignal<Option<Reveal>>,
    /// A cell to be made the active one.
    pub aim: RwSignal<Option<Cell>>,
    /// Which cells have problems.
    pub marks: Gate<Marked>,
    /// A file that reads in several ways, and whether the user is asked which is right.
    pub doubts: (RwSignal<Option<Doubts>>, RwSignal<bool>),
    /// Which text the source panel shows.
    pub pane: RwSignal<Part>,
    kept: RwSignal<(Arc<str>, Arc<str>)>,
}

/// An analysis, equal only to itself: every keystroke makes a new one.
#[derive(Clone)]
pub struct Read(pub Arc<Analysis>);

impl PartialEq for Read {
    fn eq(&self, other: &Read) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What the user is looking at: a place, never an ID's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    /// The row whose state the preview shows.
    pub row: StateNumber,
    /// The entry that is selected; `None` follows the row.
    pub entry: Option<usize>,
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

/// The one profile of the workspace.
const PROFILE: usize = 0;

impl Session {
    /// A session that begins with a workspace.
    pub fn new(workspace: Workspace) -> Session {
        let first = &workspace.profiles[PROFILE];
        let kept = RwSignal::new((first.options.clone(), first.xml.clone()));
        let viewer = RwSignal::new(first.choices.default_language);
        rescue::remember(&first.options, &first.xml);
        let history = RwSignal::new(History::new(workspace));
        let analysis = Memo::new(move |_| {
            history.with(|history| Read(Arc::new(Analysis::in_workspace(history.present(), PROFILE))))
        });
        let rows = Gate::new(move || analysis.with(|read| Arc::new(rows::rows(&read.0, viewer.get()))));
        let marks = Gate::new(move || {
            analysis.with(|read| Marked { marks: Arc::new(CellMarks::of(&read.0)), read: read.0.clone() })
        });
        let matrix = Gate::after(move |before: Option<&Arc<Matrix>>| {
            analysis.with(|read| Arc::new(Matrix::after(before.map(Arc::as_ref), &read.0)))
        });
        let is_whole = Gate::new(move || analysis.with(|read| read.0.map.faults.is_empty()));
        let first_row = StateNumber::new(1).expect("rows are numbered from 1");
        Session {
            history,
            analysis,
            rows,
            matrix,
            is_whole,
            selection: RwSignal::new(Selection { row: first_row, entry: None }),
            viewer,
            notice: RwSignal::new(String::new()),
            reveal: RwSignal::new(None),
            aim: RwSignal::new(None),
            doubts: (RwSignal::new(None), RwSignal::new(false)),
            marks,
            pane: RwSignal::new(Part::Xml),
            kept,
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
        self.history.with_untracked(|history| read(&history.present().profiles[PROFILE]))
    }

    /// A text of the profile.
    pub fn text(self, part: Part) -> Arc<str> {
        self.with_profile(|profile| profile.text(part).clone())
    }

    /// What led to the present revision.
    pub fn latest_untracked(self) -> Option<Change> {
        self.history.with_untracked(|history| history.latest().cloned())
    }

    /// Carries out a wish; says in the status line what was done, or why not. Returns whether it was granted.
    pub fn dispatch(self, command: Command) -> bool {
        let planned = self.history.with_untracked(|history| {
            let profile = &history.present().profiles[PROFILE];
            self.analysis.with_untracked(|read| {
                command::plan(Subject { position: PROFILE, profile, analysis: &read.0 }, &command)
            })
        });
        match planned {
            Ok(change) if change.is_empty() => true,
            Ok(change) => {
                let typed = matches!(command, Command::Type { .. });
                let label = if typed { String::new() } else { change.label.clone() };
                self.commit(change);
                self.notice.set(label);
                true
            }
            Err(refusal) => {
                self.notice.set(refusal.to_string());
                false
            }
        }
    }

    /// What fixes would do to the texts as they are.
    pub fn preview(self, wanted: Wanted) -> Option<Preview> {
        self.history.with_untracked(|history| {
            let profile = &history.present().profiles[PROFILE];
            self.analysis.with_untracked(|read| {
                fixing::preview(Subject { position: PROFILE, profile, analysis: &read.0 }, wanted)
            })
        })
    }

    fn commit(self, change: Change) {
        self.history.update(|history| history.commit(change));
        self.remember();
    }

    /// Takes the last step back and shows where it was.
    pub fn undo(self) {
        let change = self.history.try_update(|history| history.undo().cloned()).flatten();
        self.arrive(change, "Undone");
    }

    /// Does the last undone step again and shows where it is.
    pub fn redo(self) {
        let change = self.history.try_update(|history| history.redo().cloned()).flatten();
        self.arrive(change, "Redone");
    }

    /// The next keystroke begins a step of its own.
    pub fn seal(self) {
        self.history.update_untracked(History::seal);
    }

    fn arrive(self, change: Option<Change>, what: &str) {
        let Some(change) = change else { return };
        self.remember();
        self.tell(&format!("{what}: {}", change.label));
        let Some(place) = change.main_place() else { return };
        let Some(span) = change.edits(place).and_then(|edits| edits.touched()) else { return };
        self.select_at(place.part, span.start);
        self.show(Reveal { part: place.part, span, select: false });
    }

    fn remember(self) {
        self.history.with_untracked(|history| {
            let profile = &history.present().profiles[PROFILE];
            rescue::remember(&profile.options, &profile.xml);
        });
    }
}
