//! What the panel of the problems lists, and what it has open.

use leptos::prelude::*;

use super::super::{menu::Menu, session::Session};
use presence_profile_core::{
    editor::{
        analysis::{Analysis, Finding},
        fixing::Wanted,
    },
    rules::diagnostic::Severity,
};

/// So many problems are listed at first, and more at a time when they are asked for; the sheet says the same.
pub(super) const MOST: usize = 40;

/// What the panel shows and has open.
#[derive(Clone, Copy)]
pub struct ProblemList {
    pub(super) filter: RwSignal<Filter>,
    /// Position of the problem that was gone to last, among the open ones.
    pub(super) current: RwSignal<Option<usize>>,
    pub(super) wanted: RwSignal<Option<Wanted>>,
    pub(super) previews: RwSignal<bool>,
    pub(super) code: RwSignal<Option<&'static str>>,
    pub(super) explains: RwSignal<bool>,
    pub(super) menu: Menu,
    /// What opened the menu, which takes the focus back.
    pub(super) opener: StoredValue<Option<web_sys::Element>, LocalStorage>,
    /// How many are listed at once.
    pub(super) most: RwSignal<usize>,
}

/// Which problems are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Filter {
    All,
    Only(Severity),
    SetAside,
}

impl ProblemList {
    /// All problems, none of them current.
    pub fn new() -> ProblemList {
        ProblemList {
            filter: RwSignal::new(Filter::All),
            current: RwSignal::new(None),
            wanted: RwSignal::new(None),
            previews: RwSignal::new(false),
            code: RwSignal::new(None),
            explains: RwSignal::new(false),
            menu: Menu::new(),
            opener: StoredValue::new_local(None),
            most: RwSignal::new(MOST),
        }
    }

    /// Shows what fixes would do.
    pub(super) fn preview(self, wanted: Wanted) {
        self.wanted.set(Some(wanted));
        self.previews.set(true);
    }

    /// Shows why a law is one.
    pub(super) fn explain(self, code: &'static str) {
        self.code.set(Some(code));
        self.explains.set(true);
    }

    /// What is listed: all, where nothing is set aside any more.
    pub(super) fn filter_of(self, session: Session) -> Filter {
        let is_empty = || session.analysis.with(|read| read.0.set_aside.is_empty());
        match self.filter.get() {
            Filter::SetAside if is_empty() => Filter::All,
            filter => filter,
        }
    }

    /// The one of the page a component is on.
    pub fn current() -> ProblemList {
        use_context::<ProblemList>().expect("the page provides its list of problems")
    }
}

/// The problems of one of the two lists: those set aside, or the open ones.
pub(super) fn findings(analysis: &Analysis, is_aside: bool) -> &[Finding] {
    if is_aside { &analysis.set_aside } else { &analysis.problems }
}
