//! The versions of the workspace that is marked, the newest first.

use leptos::prelude::*;

use super::{
    super::{gate::Gate, session::keeping::listing::Held, shape},
    naming::NameField,
    state::{Named, Rooms},
};
use crate::browser::{clock, page};
use presence_profile_core::editor::{
    saved::{Cause, VersionLine},
    versions,
};

/// The list.
#[component]
pub fn Versions(rooms: Rooms) -> impl IntoView {
    let title = move || match rooms.marked_line() {
        Some(line) => format!("Versions of {}", line.name),
        None => "Versions".to_owned(),
    };
    let facts = move || match rooms.unread.get() {
        0 => "the last 20, and every named one".to_owned(),
        1 => "1 more cannot be read by this version of the editor".to_owned(),
        count => format!("{count} more cannot be read by this version of the editor"),
    };
    let is_empty = Memo::new(move |_| rooms.versions.with(|versions| versions.is_empty()));
    let active = move || rooms.version.get().map(row_id);
    view! {
        <header class="rooms__head">
            <h3 class="rooms__title">{title}</h3>
            <span class="rooms__facts">{facts}</span>
        </header>
        <div class="rooms__heads rooms__moments" aria-hidden="true"><span class="rooms__kept">"Kept"</span><span></span><span>"Why"</span></div>
        <ul class="rooms__versions" role="listbox" id="rooms-versions" aria-label="Versions" tabindex=move || if is_empty.get() { "-1" } else { "0" }
            aria-activedescendant=active on:keydown=move |event| rooms.on_version_key(&event)
            // A press marks the line it is on, and must find it where it is.
            on:focus=move |event| if rooms.version.get_untracked().is_none() && page::is_by_key(&event) {
                rooms.mark_version(rooms.versions.with_untracked(|versions| versions.first().map(|(number, _)| *number)));
            }>
            <For each=move || rooms.versions.with(|versions| versions.iter().map(|(number, _)| *number).collect::<Vec<_>>())
                key=|number| *number let:number><Row rooms number /></For>
        </ul>
        <p class="rooms__none" hidden=move || !is_empty.get()>{move || match rooms.is_kept.get() {
            true => "No version yet. The first edit of a visit keeps one, and so do exports, opened files, restores, and each hour of work.",
            false => "Versions are kept with the workspace, and nothing is kept in this browser.",
        }}</p>
    }
}

fn row_id(number: u64) -> String {
    format!("version-{number}")
}

/// The sign of a cause.
fn sign(line: &VersionLine) -> &'static str {
    match line.cause {
        _ if line.name.is_some() => "pencil",
        Cause::Begun | Cause::Hourly => "clock",
        Cause::BeforeImport | Cause::BeforeOpening => "open",
        Cause::BeforeTakeOver => "lock",
        Cause::BeforeRestore => "undo",
        Cause::BeforeDeletion => "bin",
        Cause::BeforeSaving => "download",
        Cause::Exported => "export",
    }
}

#[component]
fn Row(rooms: Rooms, number: u64) -> impl IntoView {
    // Its line, whether it is the first one of its day, and whether another one has its minute.
    let line = Gate::new(move || {
        rooms.versions.with(|versions| {
            let at = versions.iter().position(|(own, _)| *own == number)?;
            let line = versions[at].1.clone();
            let day = clock::day(line.at);
            let is_first = at.checked_sub(1).is_none_or(|before| clock::day(versions[before].1.at) != day);
            let minute = clock::time_of_day(line.at);
            let beside = [at.checked_sub(1), at.checked_add(1)].into_iter().flatten().filter_map(|at| versions.get(at));
            let is_shared = beside.into_iter().any(|(_, own)| clock::time_of_day(own.at) == minute);
            let time = if is_shared { clock::second_of_day(line.at) } else { minute };
            Some((line, day, is_first, time))
        })
    });
    let is_marked = Memo::new(move |_| rooms.version.get() == Some(number));
    let is_named = Memo::new(move |_| rooms.naming.get() == Some(Named::Version(number)));
    let name = move || line.with(|line| line.as_ref().and_then(|(line, ..)| line.name.clone()).unwrap_or_default());
    let moment = move || {
        line.with(|line| {
            let (line, day, is_first, time) = line.as_ref()?;
            Some(view! {
                <span class="rooms__day" class:visually-hidden=!is_first>{day.clone()}</span>
                <span class="rooms__clock">{time.clone()}</span>
                <span class="rooms__sign">{shape::tool(sign(line))}</span>
            })
        })
    };
    let words = move || {
        line.with(|line| {
            let (line, ..) = line.as_ref()?;
            let (cause, what) = versions::why(line);
            let (first, second) = match (&line.name, what) {
                (Some(name), "") => (name.clone(), cause.to_owned()),
                (Some(name), what) => (name.clone(), format!("{cause}: {what}")),
                (None, what) => (cause.to_owned(), what.to_owned()),
            };
            let is_named = line.name.is_some();
            Some(view! {
                <span class="rooms__name" class:rooms__name--here=is_named>{first}</span>
                {(!second.is_empty()).then(|| view! { <span class="rooms__small">{second}</span> })}
            })
        })
    };
    let restore = move |_| {
        if untrack(|| rooms.marked_line()).is_some_and(|line| line.held == Held::Here) {
            rooms.restore();
        }
    };
    view! {
        <li class="rooms__version rooms__moments" role="option" id=row_id(number) aria-selected=move || is_marked.get().to_string()
            on:click=move |_| rooms.mark_version(Some(number)) on:dblclick=restore>
            {moment}
            <span class="rooms__names">
                {move || match is_named.get() {
                    true => view! { <NameField rooms named=Named::Version(number) name=untrack(name) label="Name of the version" list="rooms-versions" /> }.into_any(),
                    false => view! { {words} }.into_any(),
                }}
            </span>
        </li>
    }
}
