//! The differences in meaning, each with its way back.

use leptos::prelude::*;

use super::{Comparison, sides};
use crate::{
    app::{
        language,
        session::{
            Session,
            comparing::{Found, From},
        },
        shape,
    },
    browser::{cells, page},
};
use presence_profile_core::{
    editor::comparing::table::{self, Line, Section},
    source::phrase::counted,
};

/// So many differences are shown.
const MOST_LINES: usize = 300;

/// The table.
#[component]
pub fn Differences(found: Comparison) -> impl IntoView {
    let session = Session::current();
    let facts = move || found.with(|found| facts(&found.0));
    let is_live = move || found.with(|found| found.0.from == From::Live);
    let count = move || found.with(|found| found.0.differences.len());
    let is_different = move || found.with(|found| !found.0.is_same());
    let is_off = move || session.read_only.get().is_some().then_some("true");
    view! {
        <section class="panel differences" aria-label="Changes">
            <header class="panel__head">
                <h2 class="panel__title">"Changes"</h2>
                <span class="panel__facts">{facts}</span>
                <span class="panel__actions">
                    {move || is_live().then(|| view! {
                        <button class="button button--bare" type="button" aria-disabled=is_off title="T-Server has the profile as it is now"
                            on:click=move |_| { session.mark_as_live(); keep_focus(); }>{shape::tool("bookmark")}"Mark as live"</button>
                    })}
                    {move || is_different().then(|| view! {
                        <button class="button button--bare" type="button" aria-disabled=is_off
                            on:click=move |_| { session.restore_all(&found.get_untracked().0); keep_focus(); }>
                            {shape::tool("undo")}{move || if count() == 0 { "Restore it".to_owned() } else { format!("Restore all {}", count()) }}
                        </button>
                    })}
                </span>
            </header>
            <div class="differences__heads" aria-hidden="true"><span>"Where"</span><span>"Before"</span><span>"Now"</span><span></span></div>
            <div class="differences__body" tabindex="0" role="region" aria-label="Differences">
                {move || found.with(|found| print(session, &found.0))}
            </div>
        </section>
    }
}

/// What was pressed may be gone: whoever works by the keyboard goes on from the list.
fn keep_focus() {
    cells::after_rendering(|| page::focus_if_lost(".differences__body"));
}

fn facts(found: &Found) -> String {
    let count = found.differences.len();
    match count {
        0 => "none in meaning".to_owned(),
        count => format!("{} in meaning, from {}", count, found.what),
    }
}

fn print(session: Session, found: &std::sync::Arc<Found>) -> AnyView {
    if found.differences.is_empty() {
        let words = match found.is_same() {
            true if !found.then.has_options || !found.then.has_xml => "Nothing is different, as far as it is known.",
            true => "Both are the same.",
            false => "Nothing is different in meaning. What is written otherwise stands beside.",
        };
        return view! { <p class="differences__none">{words}</p> }.into_any();
    }
    let mut left = MOST_LINES;
    let sections = table::sections(&found.differences, found.default_language());
    let total: usize = sections.iter().map(|section| section.lines.len()).sum();
    let printed: Vec<_> = sections
        .into_iter()
        .map_while(|mut section| {
            section.lines.truncate(left);
            left -= section.lines.len();
            (!section.lines.is_empty()).then(|| print_section(session, section, found))
        })
        .collect();
    let more = total.saturating_sub(MOST_LINES);
    view! {
        {printed}
        {(0 < more).then(|| view! { <p class="differences__none">{format!("{} more are not shown; they are in the text for the ticket", counted(more, "change", "changes"))}</p> })}
    }
    .into_any()
}

fn print_section(session: Session, section: Section, found: &std::sync::Arc<Found>) -> impl IntoView + use<> {
    let lines: Vec<_> = section.lines.into_iter().map(|line| print_line(session, line, found.clone())).collect();
    view! {
        <section class="differences__section">
            <h3 class="differences__head">{section.title}<small class="differences__facts">{section.facts}</small></h3>
            <ul class="differences__list">{lines}</ul>
        </section>
    }
}

fn print_line(session: Session, line: Line, found: std::sync::Arc<Found>) -> impl IntoView + use<> {
    let (then, now) = sides::both(&line.then, &line.now, line.lcid.and_then(language::attributes));
    let place = line.place.clone();
    let at = line.at;
    let way = match line.restored_with {
        Some(with) => view! { <small class="difference-line__with">{format!("restored with {with}")}</small> }.into_any(),
        None => view! {
            <button class="button button--fix" type="button" aria-label=format!("Restore this: {place}, {}", line.detail)
                aria-disabled=move || session.read_only.get().is_some().then_some("true")
                on:click=move |_| { session.restore_difference(&found, at, &place); keep_focus(); }>"Restore this"</button>
        }
        .into_any(),
    };
    view! {
        <li class="difference-line">
            <span class="difference-line__where">{line.place}<small class="difference-line__detail">{line.detail}</small></span>
            <span class="difference-line__side difference-line__side--then"><span class="visually-hidden">"Before: "</span>{then}</span>
            <span class="difference-line__side difference-line__side--now"><span class="visually-hidden">"Now: "</span>{now}</span>
            <span class="difference-line__way">{way}</span>
        </li>
    }
}
