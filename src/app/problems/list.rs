//! What the panel of the problems lists, what it has open, and what a press on it is about.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::{
    gate::Gate,
    menu::Menu,
    session::{Session, SharedAnalysis},
};
use crate::browser::page;
use presence_profile_core::{
    editor::{
        analysis::Analysis,
        command::{Command, Fixes, Wish},
        finding::Finding,
        findings, fixing, following,
        place::{FindingPlace, Place, ProfileId},
    },
    rules::diagnostic::Severity,
};

/// So many problems are listed at first, and more at a time when they are asked for; the sheet says the same.
pub(super) const MOST: usize = 40;

/// What the panel shows and has open.
#[derive(Clone, Copy)]
pub struct ProblemList {
    pub(super) filter: RwSignal<Filter>,
    /// The finding that was gone to last.
    current: RwSignal<Option<Current>>,
    /// Its position among the open ones, where it is still one of them.
    pub(super) current_position: Gate<Option<usize>>,
    pub(super) fixes: RwSignal<Option<Fixes>>,
    pub(super) previews: RwSignal<bool>,
    pub(super) code: RwSignal<Option<&'static str>>,
    pub(super) explains: RwSignal<bool>,
    pub(super) menu: Menu,
    /// What opened the menu, which takes the focus back.
    pub(super) opener: StoredValue<Option<web_sys::Element>, LocalStorage>,
    /// How many are listed at once.
    pub(super) most: RwSignal<usize>,
    /// Whether a button is being pressed: until it is let go, the list stays as it is under the hand.
    pub(super) is_held: RwSignal<bool>,
    /// What was read, and on which revision, when the press began.
    pressed: StoredValue<Option<(u64, Arc<Analysis>)>>,
}

/// Which problems are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Filter {
    All,
    Only(Severity),
    SetAside,
}

/// A finding that was gone to, on its revision, and where it began then.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Current {
    profile: ProfileId,
    revision: u64,
    finding: FindingPlace,
    start: usize,
}

impl ProblemList {
    /// All problems, none of them current.
    pub fn new(session: Session) -> ProblemList {
        let current = RwSignal::new(None::<Current>);
        let current_position = Gate::new(move || {
            let current = current.get()?;
            session.revision();
            position_of(session, &current)
        });
        ProblemList {
            filter: RwSignal::new(Filter::All),
            current,
            current_position,
            fixes: RwSignal::new(None),
            previews: RwSignal::new(false),
            code: RwSignal::new(None),
            explains: RwSignal::new(false),
            menu: Menu::new(),
            opener: StoredValue::new_local(None),
            most: RwSignal::new(MOST),
            is_held: RwSignal::new(false),
            pressed: StoredValue::new(None),
        }
    }

    /// See [`Gate::renew`].
    pub fn renew(self) {
        self.current_position.renew();
    }

    /// The one of the page a component is on.
    pub fn current() -> ProblemList {
        use_context::<ProblemList>().expect("the page provides its list of problems")
    }

    /// A button is pressed: what it is about is what it shows now.
    pub(super) fn press(self, session: Session) {
        let SharedAnalysis(analysis, _) = session.analysis.get_untracked();
        self.pressed.set_value(Some((session.revision_untracked(), analysis)));
        self.is_held.set(true);
    }

    /// The button is let go, and has acted.
    pub(super) fn release(self) {
        if self.is_held.try_get_untracked() == Some(true) {
            self.pressed.set_value(None);
            self.is_held.set(false);
        }
    }

    /// What the list shows under the hand, and its revision.
    pub(super) fn reading(self, session: Session) -> (u64, Arc<Analysis>) {
        let now = || (session.revision_untracked(), session.analysis.get_untracked().0);
        self.pressed.get_value().unwrap_or_else(now)
    }

    /// Makes one of the open findings of the present the current one, by its position.
    pub(super) fn set_current(self, session: Session, position: Option<usize>) {
        let current = session.analysis.with_untracked(|read| {
            let finding = read.0.findings.get(position?)?;
            let start = finding.diagnostic.span.start;
            let place = fixing::place_of(&read.0, finding);
            let (profile, revision) = (session.looked_at_untracked(), session.revision_untracked());
            Some(Current { profile, revision, finding: place, start })
        });
        self.current.set(current);
    }

    /// The position of the finding behind the current one, or before it; where that is gone, from its place.
    pub(super) fn next(self, session: Session, is_back: bool) -> Option<usize> {
        let position = self.current_position.get_untracked();
        let place = || {
            let current = self.current.get_untracked().filter(|it| it.profile == session.looked_at_untracked())?;
            let place: Place = session.place(current.finding.part);
            let about = |offset| {
                session.with_history_untracked(|history| history.trail().about(current.revision, place, offset).ok())
            };
            Some((current.finding.part, about(current.start)?))
        };
        session.analysis.with_untracked(|read| {
            let findings = &read.0.findings;
            match (position, place()) {
                (None, Some((part, offset))) => findings::step_from(findings, part, offset, is_back),
                (position, _) => findings::step(findings.len(), position, is_back),
            }
        })
    }

    /// Shows what fixes would do.
    pub(super) fn preview(self, fixes: Fixes) {
        self.fixes.set(Some(fixes));
        self.previews.set(true);
    }

    /// Shows what the safe fixes would do.
    pub fn preview_safe(self) {
        page::settle();
        self.preview(Fixes::Safe);
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
}

fn position_of(session: Session, current: &Current) -> Option<usize> {
    let profile = Some(current.profile).filter(|profile| *profile == session.looked_at())?;
    let finding = session.with_history_untracked(|history| {
        following::follow_finding(history.trail(), current.revision, profile, &current.finding).ok()
    })?;
    session.analysis.with(|read| fixing::position_of(&read.0.findings, &read.0, &finding))
}

/// The problems of one of the two lists: those set aside, or the open ones.
pub(super) fn findings(analysis: &Analysis, is_aside: bool) -> &[Finding] {
    if is_aside { &analysis.set_aside } else { &analysis.findings }
}

/// A command to what was read on a revision.
pub(super) fn wish(session: Session, revision: u64, command: Command) -> Wish {
    Wish { revision, ..session.wish(command) }
}
