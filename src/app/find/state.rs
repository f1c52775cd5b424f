//! What is looked for, what was found, which hits are not to be replaced, and which one was gone to last.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    super::{gate::Gate, session::Session},
    followed::{self, Followed, GoneTo},
    origin::Origin,
};
use presence_profile_core::editor::searching::{
    found::{Asked, Found},
    hit::Hit,
    hit_place::HitPlace,
    left_out::LeftOut,
    query::Strictness,
    scope::Scope,
};

/// So many hits are listed at once; the sheet says the same.
pub(super) const MOST: usize = 200;

/// The search of the page.
#[derive(Clone, Copy)]
pub struct Finder {
    pub(super) session: Session,
    /// Whether there is a search, and its tab.
    pub is_open: RwSignal<bool>,
    /// Whether its tab is the one that is shown.
    pub is_shown: RwSignal<bool>,
    /// What is looked for, as it is searched.
    pub(super) written: RwSignal<String>,
    /// What was typed since, until the next frame.
    typed: StoredValue<Option<String>>,
    /// What is to take its place.
    pub(super) by: RwSignal<String>,
    /// Whether anything is to take its place, be it nothing.
    pub(super) is_replacing: RwSignal<bool>,
    pub(super) strictness: RwSignal<Strictness>,
    /// Where it is looked for; in pull mode only in the texts as they are written.
    pub(super) chosen: RwSignal<Scope>,
    pub(super) scope: Gate<Scope>,
    /// What was found in the profile that is looked at.
    pub found: Gate<Arc<Found>>,
    left_out: RwSignal<LeftOut>,
    left_out_now: Gate<Followed<LeftOut>>,
    /// The positions of the hits that are not to be replaced, ascending.
    pub(super) unticked: Gate<Arc<Vec<usize>>>,
    gone_to: RwSignal<Option<GoneTo>>,
    gone_to_now: Gate<Followed<Option<GoneTo>>>,
    /// The position of the hit that was gone to last, where it is still one.
    pub(super) current: Gate<Option<usize>>,
    /// The position of the first hit that is listed.
    pub(super) first: RwSignal<usize>,
    /// Where the focus was.
    pub(super) origin: StoredValue<Option<Origin>>,
    /// Whether one has gone to a hit since.
    pub(super) has_gone: StoredValue<bool>,
}

impl Finder {
    fn new(session: Session) -> Finder {
        let is_open = RwSignal::new(false);
        let written = RwSignal::new(String::new());
        let strictness = RwSignal::new(Strictness::default());
        let chosen = RwSignal::new(Scope::default());
        let scope = Gate::new(move || chosen.get().within(session.mode.get(), session.pane()));
        let found = Gate::after(move |before: Option<&Arc<Found>>| {
            if !is_open.get() {
                return Arc::default();
            }
            let asked = Asked { written: written.get(), strictness: strictness.get(), scope: scope.get() };
            let before = before.map(Arc::as_ref);
            session.analysis.with(|read| {
                session.matrix.with(|matrix| Arc::new(Found::after(before, &asked, &read.0, matrix, &read.1)))
            })
        });
        let left_out = RwSignal::new(LeftOut::default());
        let left_out_now = followed::left_out(session, left_out);
        let unticked = Gate::new(move || {
            let profile = session.looked_at();
            let positions = |found: &Arc<Found>| {
                session.analysis.with(|read| left_out_now.with(|left| left.now.positions(profile, found, &read.0)))
            };
            Arc::new(found.with(positions))
        });
        let gone_to = RwSignal::new(None::<GoneTo>);
        let gone_to_now = followed::gone_to(session, gone_to);
        let current = followed::position(session, gone_to_now, found);
        Finder {
            session,
            is_open,
            is_shown: RwSignal::new(false),
            written,
            typed: StoredValue::new(None),
            by: RwSignal::new(String::new()),
            is_replacing: RwSignal::new(false),
            strictness,
            chosen,
            scope,
            found,
            left_out,
            left_out_now,
            unticked,
            gone_to,
            gone_to_now,
            current,
            first: RwSignal::new(0),
            origin: StoredValue::new(None),
            has_gone: StoredValue::new(false),
        }
    }

    /// No search, for all components of the page.
    pub fn provide(session: Session) -> Finder {
        let finder = Finder::new(session);
        provide_context(finder);
        finder
    }

    /// The one of the page a component is on.
    pub fn current() -> Finder {
        use_context::<Finder>().expect("the page provides its search")
    }

    /// See [`Gate::renew`].
    pub fn renew(self) {
        self.scope.renew();
        self.found.renew();
        self.left_out_now.renew();
        self.unticked.renew();
        self.gone_to_now.renew();
        self.current.renew();
    }

    /// Something was typed into the field: it is looked for with the next frame, however many keys come before that.
    pub(super) fn type_in(self, text: String) {
        let is_first = self.typed.with_value(Option::is_none);
        self.typed.set_value(Some(text));
        if is_first {
            request_animation_frame(move || self.take_typed());
        }
    }

    /// Looks for what was typed now.
    pub(super) fn take_typed(self) {
        // The page may have gone meanwhile.
        if let Some(text) = self.typed.try_update_value(Option::take).flatten() {
            self.look_for(text);
        }
    }

    /// Looks for something else.
    pub(super) fn look_for(self, text: String) {
        if self.written.with_untracked(|written| *written != text) {
            self.first.set(0);
            self.written.set(text);
        }
    }

    /// How many hits are to be replaced.
    pub(super) fn ticked(self) -> usize {
        self.found.with(|found| found.count()) - self.unticked.with(|unticked| unticked.len())
    }

    /// Whether something is looked for.
    pub fn is_searching(self) -> bool {
        self.is_open.get_untracked() && self.found.with_untracked(|found| found.query().has_phrase())
    }

    /// Takes a hit in among those that are replaced, or out.
    pub(super) fn tick(self, position: usize, is_ticked: bool) {
        let session = self.session;
        let (profile, revision) = (session.looked_at_untracked(), session.revision_untracked());
        if let Some(place) = self.place(position) {
            let now = self.left_out_now.with_untracked(|left| left.now.clone());
            self.left_out.set(now.with(!is_ticked, profile, revision, place));
        }
    }

    /// All hits are to be replaced, and none was gone to.
    pub(super) fn forget(self) {
        self.left_out.set(LeftOut::default());
        self.gone_to.set(None);
        self.first.set(0);
        self.has_gone.set_value(false);
    }

    /// Makes a hit the one that was gone to last, and lists it.
    pub(super) fn set_current(self, position: usize) {
        let session = self.session;
        let (profile, revision) = (session.looked_at_untracked(), session.revision_untracked());
        self.gone_to.set(self.place(position).map(|place| GoneTo { profile, revision, place }));
        let first = self.first.get_untracked();
        if !(first..first + MOST).contains(&position) {
            self.first.set(position / MOST * MOST);
        }
    }

    /// The hit that was gone to last, where it is still one.
    pub(super) fn current_hit(self) -> Option<Hit> {
        let position = self.current.get_untracked()?;
        self.found.with_untracked(|found| found.hit(position))
    }

    fn place(self, position: usize) -> Option<HitPlace> {
        self.found.with_untracked(|found| {
            let hit = found.hit(position)?;
            self.session.analysis.with_untracked(|read| HitPlace::of(&hit, found, &read.0))
        })
    }
}
