//! Hits that were gone to or unticked, followed through what happens since.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::{gate::Gate, session::Session};
use presence_profile_core::editor::{
    place::ProfileId,
    searching::{found::Found, hit_place::HitPlace, left_out::LeftOut},
};

/// A hit that was gone to, on its revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct GoneTo {
    pub profile: ProfileId,
    pub revision: u64,
    pub place: HitPlace,
}

/// Something as it was said, and as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Followed<T> {
    of: T,
    pub now: T,
}

/// The hits that are not to be replaced, where they stand now.
pub(super) fn left_out(session: Session, left_out: RwSignal<LeftOut>) -> Gate<Followed<LeftOut>> {
    follow(left_out, move |last| {
        let profile = session.looked_at();
        session.revision();
        session
            .analysis
            .with(|read| session.with_history_untracked(|history| last.followed(history.trail(), profile, &read.0)))
    })
}

/// The hit that was gone to last, where it stands now.
pub(super) fn gone_to(session: Session, gone_to: RwSignal<Option<GoneTo>>) -> Gate<Followed<Option<GoneTo>>> {
    follow(gone_to, move |last| {
        let (profile, revision) = (session.looked_at(), session.revision());
        let last = last.as_ref()?;
        if last.profile != profile {
            return Some(last.clone());
        }
        let place = session.analysis.with(|read| {
            session
                .with_history_untracked(|history| last.place.followed(history.trail(), last.revision, profile, &read.0))
        });
        Some(GoneTo { profile, revision, place: place? })
    })
}

/// The position of the hit that was gone to last, where it is still one.
pub(super) fn position(
    session: Session,
    gone_to: Gate<Followed<Option<GoneTo>>>,
    found: Gate<Arc<Found>>,
) -> Gate<Option<usize>> {
    Gate::new(move || {
        let profile = session.looked_at();
        gone_to.with(|it| {
            let place = it.now.as_ref().filter(|now| now.profile == profile).map(|now| &now.place)?;
            session.analysis.with(|read| found.with(|found| found.position(&place.hit(&read.0)?)))
        })
    })
}

/// From where it was found last, so that it is never too long ago.
fn follow<T: Clone + PartialEq + Send + Sync + 'static>(
    said: RwSignal<T>,
    step: impl Fn(&T) -> T + Send + Sync + 'static,
) -> Gate<Followed<T>> {
    Gate::after(move |before: Option<&Followed<T>>| {
        let of = said.get();
        let last = before.filter(|before| before.of == of).map_or(&of, |before| &before.now);
        Followed { now: step(last), of }
    })
}
