//! The question - this Extension, this login - and its answer.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    super::{
        choice::Choice,
        grid::{At, Grid},
        shape,
    },
    desk::Desk,
    name_field::{Choices, NameField},
    profile_choices::profile_choices,
    sheet::Extensions,
};
use presence_profile_core::editor::assignment::{Standing, what_if::NamingPlace};

/// So many Extensions are listed at once.
const MOST_LISTED: usize = 50;

#[component]
pub(super) fn WhatIf(desk: Desk, grid: Grid<Extensions>) -> impl IntoView {
    let extension = Memo::new(move |_| desk.question.with(|question| question.extension.clone()));
    let login = Memo::new(move |_| desk.question.with(|question| question.login.clone()));
    let is_unknown = Memo::new(move |_| {
        let standing = desk.answer.with(|answer| answer.name_of(NamingPlace::Login).map(|naming| naming.standing));
        standing == Some(Standing::Unknown)
    });
    let numbers: Choices = Arc::new(move |typed: &str| {
        desk.shown.with(|shown| {
            let (rows, more) = shown.rows_like(typed, MOST_LISTED);
            let choice = |row: &presence_profile_core::editor::assignment::ExtensionRow| {
                Choice::plain(row.number.to_string(), row.naming.name.to_string())
            };
            (rows.into_iter().map(choice).collect(), more)
        })
    });
    let ask = Arc::new(move |number: &str| {
        if let Some(row) = desk.ask_typed(number) {
            let column = grid.active.get_untracked().column;
            grid.point_to(At { row, column });
        }
        true
    });
    let ask_login = Arc::new(move |name: &str| {
        desk.ask_login(name);
        true
    });
    view! {
        <section class="panel what-if" aria-label="What if">
            <div class="what-if__ask">
                <label for="asked-extension">"Extension"</label>
                <span class="what-if__extension">
                    <NameField id="asked-extension" label="Extension" asks=true empty="none" offers_none=true value=extension is_unknown=false choices=numbers take=ask />
                </span>
                <label for="asked-login">"Agent logs in with"</label>
                <span class="what-if__login">
                    <NameField id="asked-login" label="Profile of the login" asks=true empty="no presence-profile" offers_none=true value=login is_unknown choices=profile_choices(desk) take=ask_login />
                </span>
            </div>
            <div class="what-if__answer">
                <div class="what-if__said" role="status">{move || desk.answer.with(|answer| {
                    let (standing, because, result) = (answer.naming.standing, answer.because(), answer.result());
                    view! {
                        <p class="what-if__why">{mode(standing)}<span>{because}</span></p>
                        <p class="what-if__result">{result}</p>
                    }
                })}</div>
                <p class="what-if__reading">
                    {shape::shape("note", 14)}
                    <span>"The nearest name wins, and one profile is active at a time: our reading of \u{201c}hierarchical option\u{201d} in the guide."</span>
                </p>
            </div>
        </section>
    }
}

/// The mode of what is named, or that there is none.
fn mode(standing: Standing) -> AnyView {
    match standing {
        Standing::Profile(_) => view! { <b class="what-if__mode">{standing.words()}</b> }.into_any(),
        Standing::Unknown => {
            view! { <b class="what-if__unknown">{shape::shape("warning", 14)}{standing.words()}</b> }.into_any()
        }
        Standing::NamesNone => ().into_any(),
    }
}
