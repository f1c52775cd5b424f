//! What is wrong with the assignment, each with its place, and what can be done.

use leptos::prelude::*;

use super::{
    super::{
        gate::Gate,
        grid::{At, Grid},
        phrase::phrase,
        shape,
    },
    application,
    desk::Desk,
    profiles,
    sheet::{Extensions, NAME},
};
use crate::browser::page;
use presence_profile_core::{
    editor::{
        assignment::problems::{Problem, Spot},
        finding::{Counts, SEVERITIES},
        reassigning::Reassign,
    },
    rules::diagnostic::Severity,
};

/// So many further places of a problem are listed as links.
const MOST_PLACES: usize = 200;

#[component]
pub(super) fn Problems(desk: Desk, grid: Grid<Extensions>) -> impl IntoView {
    let problems = Gate::new(move || desk.shown.with(|shown| shown.problems.clone()));
    let counts = Gate::new(move || desk.shown.with(|shown| shown.counts()));
    let unlisted = Gate::new(move || desk.shown.with(|shown| shown.unlisted));
    let has_some = move || problems.with(|problems| !problems.is_empty());
    let count = move || problems.with(Vec::len);
    view! {
        <section class="panel assignment__problems" aria-label="Problems" tabindex="-1">
            <header class="panel__head"><h2 class="panel__title">"Problems"</h2>{move || counted(counts.get())}</header>
            <p class="problems__none" hidden=has_some>"No problems: every name is that of a profile."</p>
            <div class="problems__list" hidden=move || !has_some()>
                <ol>
                    <For each=move || 0..count() key=|index| *index let:index>
                        {move || problems.with(|problems| problems.get(index).cloned()).map(|problem| item(desk, grid, problem))}
                    </For>
                </ol>
                {move || (0 < unlisted.get()).then(|| view! {
                    <p class="problems__rest">{format!("{} more names that no profile has are not listed", unlisted.get())}</p>
                })}
            </div>
        </section>
    }
}

fn counted(counts: Counts) -> impl IntoView {
    let sign = |severity: Severity| {
        let count = counts.count(severity);
        let words = format!("{count} {}{}", severity.name(), if count == 1 { "" } else { "s" });
        (0 < count).then(|| view! { <span class="counts__item">{shape::severity(severity, 14)}{words}</span> })
    };
    view! { <span class="counts">{SEVERITIES.map(sign)}</span> }
}

fn item(desk: Desk, grid: Grid<Extensions>, problem: Problem) -> impl IntoView {
    let name = problem.severity.name();
    let front = problem.front().into_iter().map(|(between, spot)| (between, link(desk, grid, spot.clone())));
    let front: Vec<_> = front.map(|(between, link)| view! { {between}{link} }).collect();
    let further = problem.places.iter().skip(problem.told).take(MOST_PLACES);
    let further: Vec<_> = further.map(|spot| link(desk, grid, spot.clone())).collect();
    let words = match problem.places.len() - problem.told {
        1 => "1 more place".to_owned(),
        more => format!("{more} more places"),
    };
    let fix = problem.fix.map(|(label, wish)| {
        view! { <button class="button button--fix" type="button" on:click=move |_| fix(desk, &wish)>{label}</button> }
    });
    view! {
        <li class="problems__item assignment__problem">
            <span class="problems__shape">{shape::severity(problem.severity, 16)}</span>
            <div class="problems__text">
                <span class=format!("problems__severity problems__severity--{name}")>{name}</span>" "
                {front}" "{phrase(&problem.words)}" "<span class="problems__code">{problem.code}</span>
                {(!further.is_empty()).then(|| view! {
                    <details class="problems__more"><summary>{words}</summary><div class="problems__places">{further}</div></details>
                })}
            </div>
            {fix.map(|fix| view! { <div class="assignment__fix">{fix}</div> })}
        </li>
    }
}

fn link(desk: Desk, grid: Grid<Extensions>, spot: Spot) -> impl IntoView {
    let words = spot.words();
    view! { <button class="link" type="button" on:click=move |_| go_to(desk, grid, &spot)>{words}</button> }
}

/// Goes to where a problem is.
pub(super) fn go_to(desk: Desk, grid: Grid<Extensions>, spot: &Spot) {
    match spot {
        Spot::Application => page::focus_id(application::FIELD),
        Spot::Extension(number) => {
            if let Some(row) = desk.shown.with_untracked(|shown| shown.position(number)) {
                grid.go_to(At { row, column: NAME });
            }
        }
        Spot::Profile(id, _) => profiles::go_to(desk, *id),
    }
}

/// Carries out what a button offers; where that takes the button away, the list keeps the focus.
fn fix(desk: Desk, wish: &Reassign) {
    page::settle();
    desk.session.reassign(wish);
    request_animation_frame(|| {
        if crate::browser::cells::focus_is_lost() {
            page::focus_in(
                ".assignment__problems .button--fix, .assignment__problems .link, .extensions .cell--active",
            );
        }
    });
}
