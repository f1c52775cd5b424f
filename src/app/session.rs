//! What the parts of the page share: the history, what is derived from it, what is selected, and what has left the page.

mod aiming;
pub mod asked;
pub mod comparing;
mod copying;
mod derived;
mod entries;
mod exported;
pub mod files;
mod granting;
pub mod importing;
pub mod keeping;
pub mod looking;
pub mod marks;
mod of_profile;
pub mod offering;
pub mod others;
mod previewing;
pub mod progress;
mod rescue_copy;
pub mod selected;
pub mod table;
pub mod telling;
mod typing;

use std::sync::Arc;

use leptos::prelude::*;

pub use self::derived::SharedAnalysis;
use self::{
    asked::Asked,
    comparing::From,
    derived::{Derived, SharedHeads},
    exported::Exported,
    files::{Changed, Files},
    importing::Imports,
    keeping::Keeping,
    looking::{Panes, Scrolled},
    marks::Marks,
    of_profile::OfProfile,
    others::Others,
    progress::Progress,
    rescue_copy::remember,
    selected::Selected,
    table::Table,
    telling::Told,
    typing::Typing,
};
use super::{gate::Gate, start::Start};
pub use presence_profile_core::editor::saved::Page;
use presence_profile_core::{
    editor::{
        history::History,
        live_cells::LiveCells,
        matrix::Matrix,
        place::{Place, ProfileId},
        readings::Reader,
        rows::Row,
        workspace::{Profile, Workspace},
    },
    mapping::{lcid::Lcid, options::Mode},
    source::text::Span,
};

/// Handles to the state of the page; only `grant`, `arrange`, `undo` and `redo` write the history.
#[derive(Clone, Copy)]
pub struct Session {
    history: RwSignal<History>,
    /// The profile that is looked at.
    profile: RwSignal<ProfileId>,
    /// The page that is looked at.
    pub page: RwSignal<Page>,
    /// How far the steps of going live are done.
    pub progress: RwSignal<Progress>,
    /// What the profile that is looked at is compared with.
    pub compared: RwSignal<From>,
    /// Everything the texts say.
    pub analysis: Gate<SharedAnalysis>,
    /// The fifteen rows, in the viewer's language.
    pub rows: Gate<Arc<Vec<Row>>>,
    /// The translations.
    pub matrix: Gate<Arc<Matrix>>,
    /// Whether all of the XML could be read, so that what is missing is missing.
    pub is_whole: Gate<bool>,
    /// Which cells have problems.
    pub marks: Gate<Marks>,
    /// What its cells hold on T-Server.
    pub live_cells: Gate<Arc<LiveCells>>,
    /// What of the translations is shown.
    pub table: Table,
    /// Which way presence goes, by the options.
    pub mode: Gate<Mode>,
    /// The modes of all profiles, in their order.
    pub modes: Gate<Arc<Vec<(ProfileId, Mode)>>>,
    heads: Memo<SharedHeads>,
    /// What is selected.
    pub selected: Selected,
    /// What is asked about the assignment.
    pub asked: Asked,
    /// The language of the previews.
    pub viewer: OfProfile<Lcid>,
    /// Grows with every step that is taken back or done again.
    pub steps: RwSignal<u64>,
    /// What just happened, for the status line.
    pub notice: RwSignal<String>,
    /// What was refused and has gone from its cell; it is said until the next key or press.
    refusal: RwSignal<String>,
    told: StoredValue<Told>,
    /// A stretch of text to be shown, until it has been.
    reveal: RwSignal<Option<Reveal>>,
    shown: StoredValue<Option<Reveal>>,
    /// What came in and is looked at before it is done.
    pub importing: Imports,
    panes: OfProfile<Panes>,
    /// Whether the options that the mode ignores are copied with the others.
    pub copies_ignored: RwSignal<bool>,
    scrolled: StoredValue<Scrolled>,
    /// Whether what was scrolled is on its way back there.
    is_coming_back: StoredValue<bool>,
    others: Others,
    exported: RwSignal<Exported>,
    files: Files,
    /// A file that somebody else has changed, and whether the user is asked about it.
    pub changed_file: (RwSignal<Option<Changed>>, RwSignal<bool>),
    /// What is kept in the browser.
    pub keeping: Keeping,
    /// Whether a field holds what is not taken yet.
    pub typing: Typing,
    /// Why nothing may be changed in this tab, if so.
    pub read_only: Gate<Option<&'static str>>,
}

/// A stretch of one of the texts, to be scrolled into view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reveal {
    /// The text.
    pub place: Place,
    /// The stretch.
    pub span: Span,
    /// Whether the text area takes the focus and selects it.
    pub select: bool,
}

impl Session {
    /// A session that begins with what was kept, or with nothing before it; `reader` reads and judges profiles.
    pub fn new(start: Start, reader: Reader) -> Session {
        let keeping = Keeping::new(&start);
        let workspace = start.workspace.clone();
        let first = workspace.profiles.first().expect("a workspace has a profile").id;
        let left = start.exported.clone().map(Exported::from_saved);
        let exported = RwSignal::new(left.unwrap_or_else(|| Exported::of(&workspace)));
        let profile = RwSignal::new(first);
        remember(&workspace, first, None);
        let history = RwSignal::new(History::resumed(workspace, start.highest));
        let viewer = OfProfile::new(profile, move |id| {
            let of = |profile: &Profile| profile.choices.default_language;
            history.with_untracked(|history| history.present().profile(id).map_or(Lcid::ENGLISH, of))
        });
        let panes = OfProfile::new(profile, |_| Panes::FIRST);
        let Derived { analysis, mode, modes, heads, rows, matrix, is_whole, marks, live_cells } =
            Derived::new(history, profile, viewer, reader);
        let selected = Selected::new(history, profile, analysis, rows);
        let session = Session {
            history,
            profile,
            page: RwSignal::new(Page::Editor),
            progress: RwSignal::new(Progress::default()),
            compared: RwSignal::new(From::Live),
            analysis,
            mode,
            modes,
            heads,
            rows,
            matrix,
            is_whole,
            marks,
            live_cells,
            table: Table::new(history, profile, selected, (analysis, matrix, marks, live_cells)),
            selected,
            asked: Asked::new(),
            viewer,
            steps: RwSignal::new(0),
            notice: RwSignal::new(String::new()),
            refusal: RwSignal::new(String::new()),
            told: StoredValue::new(Told::default()),
            reveal: RwSignal::new(None),
            shown: StoredValue::new(None),
            importing: Imports::new(),
            panes,
            copies_ignored: RwSignal::new(false),
            scrolled: StoredValue::new(Vec::new()),
            is_coming_back: StoredValue::new(false),
            others: Others::new(),
            exported,
            files: Files::new(),
            changed_file: (RwSignal::new(None), RwSignal::new(false)),
            keeping,
            typing: Typing::new(),
            read_only: Gate::new(move || keeping.refusal_tracked()),
        };
        if let Some(view) = &start.view {
            session.look_again(view);
        }
        session.begin_keeping(start);
        session.judge_others();
        session
    }

    /// The session of the page a component is on.
    pub fn current() -> Session {
        use_context::<Session>().expect("the page provides its session")
    }

    /// Runs `read` on the profile, now and whenever it changes.
    pub fn with_profile<T>(self, read: impl FnOnce(&Profile) -> T) -> T {
        self.analysis.with(|looked_at| read(&looked_at.1))
    }

    /// Runs `read` on the profile as it is.
    pub fn with_profile_untracked<T>(self, read: impl FnOnce(&Profile) -> T) -> T {
        self.analysis.with_untracked(|looked_at| read(&looked_at.1))
    }

    /// Runs `read` on the workspace, now and whenever it changes.
    pub fn workspace<T>(self, read: impl FnOnce(&Workspace) -> T) -> T {
        self.history.with(|history| read(history.present()))
    }

    /// Runs `read` on the workspace as it is.
    pub fn workspace_untracked<T>(self, read: impl FnOnce(&Workspace) -> T) -> T {
        self.history.with_untracked(|history| read(history.present()))
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
}
