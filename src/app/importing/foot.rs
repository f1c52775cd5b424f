//! What comes of the import: how many values change, the problems before and after, and doing it.

use leptos::prelude::*;

use super::Tried;
use crate::app::{session::Session, shape};
use presence_profile_core::{
    editor::{
        finding::{Counts, SEVERITIES},
        incoming::importing::Goal,
    },
    source::phrase::counted,
};

/// Does the import, and closes the dialog where it was done.
pub fn apply(session: Session) {
    if session.import() {
        session.importing.is_open.set(false);
    }
}

/// The foot of the dialog.
#[component]
pub fn Foot(tried: Memo<Tried>) -> impl IntoView {
    let session = Session::current();
    // What was said before has nothing to do with it.
    let said = session.notice.get_untracked();
    // Why nothing may be changed is the sum.
    let is_sum = move |notice: &str| session.read_only.with(|why| why.is_some_and(|why| why == notice));
    let notice = move || Some(session.notice.get()).filter(|notice| *notice != said && !is_sum(notice));
    let sums = move || {
        tried.with(|tried| {
            let run = tried.0.as_ref()?;
            let read_only = session.read_only.with(|why| why.map(str::to_owned));
            let refusal = read_only.or_else(|| run.change.as_ref().err().map(ToString::to_string));
            Some((run.changes(), run.stays(), refusal, run.differences.changes() == 0))
        })
    };
    let stay = |stays: usize| match stays {
        0 => String::new(),
        1 => ", 1 stays".to_owned(),
        stays => format!(", {stays} stay"),
    };
    let sum = move || match sums() {
        Some((_, _, Some(refusal), _)) => view! { <span class="foot__refused">{refusal}</span> }.into_any(),
        Some((0, stays, ..)) => view! { <b>"No changes"</b>{stay(stays)} }.into_any(),
        Some((_, stays, _, true)) => {
            view! { <b>"No value changes, only how it is written"</b>{stay(stays)} }.into_any()
        }
        Some((changes, stays, ..)) => {
            let verb = if changes == 1 { "changes" } else { "change" };
            view! { <b>{format!("{} {verb}", counted(changes, "value", "values"))}</b>{stay(stays)} }.into_any()
        }
        None => ().into_any(),
    };
    let problems = move || {
        tried.with(|tried| {
            let run = tried.0.as_ref()?;
            let before = run
                .before
                .map(|before| view! { <span>"Problems now"</span>{counts(before)}<span aria-hidden="true">"→"</span> });
            let after = if run.before.is_some() { "after it" } else { "Problems of the new profile" };
            Some(view! { {before}<span>{after}</span>{counts(run.after)} })
        })
    };
    let is_replaced = move || {
        session.importing.state.with(|state| state.as_ref().is_some_and(|importing| importing.goal == Goal::Replace))
    };
    let undo = move || if is_replaced() { "One step to undo; it counts as live then" } else { "One step to undo" };
    let words = move || {
        let changes = sums().map_or(0, |(changes, ..)| changes);
        format!("Apply {}", counted(changes, "change", "changes"))
    };
    let is_off = move || sums().is_none_or(|(changes, _, refusal, _)| changes == 0 || refusal.is_some());
    view! {
        <footer class="dialog__foot">
            <span class="foot__sum" role="status">{sum}</span>
            <span class="foot__problems">{problems}<span class="foot__undo">{undo}</span></span>
            <span class="foot__notice" role="status">{notice}</span>
            <span class="foot__actions">
                <button class="button" type="button" on:click=move |_| session.importing.is_open.set(false)>"Cancel"</button>
                <button class="button button--primary" type="button" title="Ctrl+Enter" aria-disabled=move || is_off().to_string()
                    on:click=move |_| apply(session)>{words}</button>
            </span>
        </footer>
    }
}

fn counts(counts: Counts) -> impl IntoView {
    let all = SEVERITIES.into_iter().filter(|severity| 0 < counts.count(*severity)).map(|severity| {
        let count = counts.count(severity);
        let words = format!("{count} {}{}", severity.name(), if count == 1 { "" } else { "s" });
        view! { <span class="foot__count">{shape::severity(severity, 14)}{words}</span> }
    });
    let all: Vec<_> = all.collect();
    let is_none = all.is_empty();
    view! { {all}{is_none.then(|| view! { <span class="foot__count">"none"</span> })} }
}
