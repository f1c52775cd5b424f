//! A place that may name a profile: its head says what becomes of it, and the way leads from one to the next.

use leptos::prelude::*;

use super::{super::shape, desk::Desk};
use presence_profile_core::editor::assignment::what_if::{NamingPlace, Outcome};

/// What becomes of a place, as the sheet calls it.
pub(super) fn key(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Applies | Outcome::Nearest => "applies",
        Outcome::NotReached => "missed",
        Outcome::NamesNone | Outcome::NotKnown => "passed",
    }
}

/// The head of a place: its sign, its name and reach, what it names, what becomes of it.
#[component]
pub(super) fn Head(
    desk: Desk,
    place: NamingPlace,
    sign: &'static str,
    title: &'static str,
    reach: &'static str,
    children: ChildrenFn,
) -> impl IntoView {
    let outcome = Memo::new(move |_| desk.answer.with(|answer| answer.outcome(place)));
    view! {
        <header class="place__head">
            <span class="place__sign">{shape::symbol(sign, 20)}</span>
            <div class="place__title"><h2 class="place__name">{title}</h2><span class="place__reach">{reach}</span></div>
            <p class="place__names">{children()}</p>
            <span class="place__outcome">{move || outcome.get().words()}</span>
        </header>
    }
}

/// The way to a place: whole as far as the search goes.
#[component]
pub(super) fn Link(desk: Desk, to: NamingPlace) -> impl IntoView {
    let is_missed = Memo::new(move |_| desk.answer.with(|answer| answer.outcome(to) == Outcome::NotReached));
    let part = if to == NamingPlace::Extension { "first" } else { "second" };
    view! { <span class=format!("way way--{part}") class:way--missed=move || is_missed.get() aria-hidden="true"></span> }
}
