//! What actions work with: the session, the dialogs and views of the page, and the grid that is in hand.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

use crate::{
    app::{
        find::state::Finder, grid::Grids, hints::Hints, panels::PanelRoom, presets::Presets,
        problems::list::ProblemList, session::Session,
    },
    browser::{habits, theme},
};
use presence_profile_core::mapping::option_name::OptionName;

/// What the browser remembers of the key of the sheet of keys.
const QUESTION: &str = "question-key";

/// What actions work with.
#[derive(Clone, Copy)]
pub struct Hands {
    /// The state of the page.
    pub session: Session,
    /// The list of the problems.
    pub panel: ProblemList,
    /// What is looked for.
    pub finder: Finder,
    /// The grids on the page.
    pub grids: Grids,
    /// Which panel has how much room.
    pub room: PanelRoom,
    /// The presets of the rows.
    pub presets: Presets,
    /// The hints of the first minute.
    pub hints: Hints,
    /// Whether the dialog of the export is open.
    pub exports: RwSignal<bool>,
    /// Whether what is kept in this browser is shown.
    pub rooms: RwSignal<bool>,
    /// Whether all actions are listed.
    pub palette: RwSignal<bool>,
    /// Whether all keys are listed.
    pub key_sheet: RwSignal<bool>,
    /// Whether an entry is being added.
    pub adds_entry: RwSignal<bool>,
    /// Whether a language is being added.
    pub adds_language: RwSignal<bool>,
    /// Whether the fifteen rows are shown as five by three.
    pub is_pivot: RwSignal<bool>,
    /// Whether `?` opens the sheet of keys.
    pub has_question: RwSignal<bool>,
    /// Whether the theme is the dark one.
    pub is_dark: RwSignal<bool>,
}

impl Hands {
    /// With all dialogs closed.
    pub fn new(session: Session, panel: ProblemList, finder: Finder) -> Hands {
        let closed = || RwSignal::new(false);
        Hands {
            session,
            panel,
            finder,
            grids: Grids::current(),
            room: PanelRoom::current(),
            presets: Presets::current(),
            hints: Hints::current(),
            exports: closed(),
            rooms: closed(),
            palette: closed(),
            key_sheet: closed(),
            adds_entry: closed(),
            adds_language: closed(),
            is_pivot: closed(),
            has_question: RwSignal::new(habits::recall(QUESTION).as_deref() != Some("off")),
            is_dark: RwSignal::new(theme::current() == "dark"),
        }
    }

    /// Those of the page a component is on.
    pub fn current() -> Hands {
        use_context::<Hands>().expect("the page provides what actions work with")
    }

    /// Whether `?` opens the sheet of keys.
    pub fn question_opens_keys(self) -> bool {
        self.has_question.get_untracked()
    }

    /// Says whether `?` opens the sheet of keys, and has the browser remember it.
    pub fn set_question(self, opens: bool) {
        self.has_question.set(opens);
        // What is so at first need not be remembered.
        habits::remember(QUESTION, if opens { "" } else { "off" });
    }

    /// Lists all actions: what they are about is the grid that has the focus now.
    pub fn open_palette(self) {
        self.grids.take_in_hand();
        self.palette.set(true);
    }
}

/// Whether the event comes from the field of the path, and what is typed there is not in the options yet.
pub fn is_unsettled_path(session: Session, event: &ev::KeyboardEvent) -> bool {
    let Some(field) = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok()) else {
        return false;
    };
    field.closest(".options__list").ok().flatten().is_some()
        && session.analysis.with_untracked(|read| {
            session.with_profile_untracked(|profile| {
                let value = read.0.options.value(OptionName::AgentPresenceMap, &profile.options);
                field.value() != value.unwrap_or_default()
            })
        })
}
