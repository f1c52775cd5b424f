//! The workspaces of this browser: a list with names, profiles, sizes and times, and what can be done with the marked one.

use leptos::prelude::*;

use super::{
    super::{gate::Gate, session::keeping::listing::Held, shape},
    naming::NameField,
    state::{Named, Rooms},
};
use crate::browser::clock;
use presence_profile_core::{editor::workspace_names::size, rules::diagnostic::Severity};

/// The left side of the dialog.
#[component]
pub fn Workspaces(rooms: Rooms) -> impl IntoView {
    let is_off = move || (!rooms.is_kept.get()).then_some("true");
    let active = move || rooms.marked.get().map(row_id);
    let is_none = move || rooms.marked_line().is_none();
    let nothing = move || {
        let band = rooms.session.keeping.with(|state| state.band());
        band.map_or_else(|| "Nothing is kept in this browser.".to_owned(), |band| band.what)
    };
    view! {
        <section class="rooms__side rooms__side--workspaces" aria-label="Workspaces">
            <header class="rooms__head">
                <h3 class="rooms__title">"Workspaces"</h3>
                <span class="rooms__ways" on:mousedown:capture=once on:click:capture=once>
                    <button class="button button--bare" type="button" aria-label="New workspace" aria-disabled=is_off
                        title="A new workspace with the guide’s example" on:click=move |_| if rooms.is_kept.get_untracked() { rooms.add() }>{shape::tool("plus")}"New"</button>
                    <button class="button button--bare" type="button" title="Open a workspace that was downloaded"
                        on:click=move |_| rooms.open_file()>{shape::tool("open")}"Open file"</button>
                </span>
            </header>
            <div class="rooms__heads rooms__columns" aria-hidden="true">
                <span>"Name"</span><span class="rooms__number">"Profiles"</span><span class="rooms__number">"Size"</span><span>"Last edit"</span>
            </div>
            <p class="rooms__none" hidden=move || rooms.is_kept.get()>{nothing}</p>
            <ul class="rooms__list" role="listbox" id="rooms-workspaces" aria-label="Workspaces" tabindex="0" autofocus
                aria-activedescendant=active on:keydown=move |event| rooms.on_workspace_key(&event)>
                <For each=move || rooms.lines.with(|lines| lines.iter().map(|line| line.workspace).collect::<Vec<_>>())
                    key=|workspace| *workspace let:workspace><Row rooms workspace /></For>
            </ul>
            <div class="rooms__ways rooms__ways--marked" hidden=is_none on:mousedown:capture=once on:click:capture=once>
                <button class="button button--bare" type="button" aria-label="Rename workspace" title="Rename (F2)" on:click=move |_| rooms.name_marked()>{shape::tool("pencil")}"Rename"</button>
                <button class="button button--bare" type="button" aria-label="Copy workspace" title="Copy it as it is now" on:click=move |_| rooms.copy()>{shape::tool("copy")}"Copy"</button>
                <button class="button button--bare" type="button" aria-label="Delete workspace" title="Delete (Delete); it can be undone" on:click=move |_| rooms.delete()>{shape::tool("bin")}"Delete"</button>
            </div>
            <p class="rooms__note">
                {shape::severity(Severity::Note, 16)}
                <span>{move || match (rooms.is_kept.get(), rooms.session.keeping.with(|state| state.is_spared)) {
                    (false, _) => "What is shown lives in this tab only, and goes with it. A downloaded workspace stays.",
                    (true, Some(true)) => "The browser spares all this when its disk is short; at log-off it may still go. A downloaded workspace stays.",
                    (true, _) => "The browser may drop all this: at log-off, or when its disk space is short. A downloaded workspace stays.",
                }}</span>
            </p>
            <p class="rooms__more">
                <button class="link" type="button" on:click=move |_| rooms.erasing.set(true)>"Remove everything from this browser"</button>
                <button class="link" type="button" on:click=move |_| rooms.about.set(true)>"About"</button>
            </p>
        </section>
    }
}

/// The second half of a double press does nothing, and takes no focus from what the first has opened.
pub(super) fn once(event: leptos::ev::MouseEvent) {
    if 1 < event.detail() {
        event.prevent_default();
        event.stop_propagation();
    }
}

fn row_id(workspace: u64) -> String {
    format!("workspace-{workspace}")
}

#[component]
fn Row(rooms: Rooms, workspace: u64) -> impl IntoView {
    let line =
        Gate::new(move || rooms.lines.with(|lines| lines.iter().find(|line| line.workspace == workspace).cloned()));
    let is_marked = Memo::new(move |_| rooms.marked.get() == Some(workspace));
    let is_named = Memo::new(move |_| rooms.naming.get() == Some(Named::Workspace(workspace)));
    let name = move || line.with(|line| line.as_ref().map(|line| line.name.clone()).unwrap_or_default());
    let held = move || {
        let held = line.with(|line| line.as_ref().map(|line| line.held))?;
        let (sign, words) = match held {
            Held::Here => ("check", "open here"),
            Held::Read => ("lock", "read here, open in another tab"),
            Held::Newer => ("lock", "read only, of a newer version of the editor"),
            Held::Elsewhere => ("lock", "open in another tab"),
            Held::Free => return None,
        };
        Some(view! { <span class="rooms__small">{shape::symbol(sign, 12)}{words}</span> })
    };
    let facts = move || {
        line.with(|line| {
            let line = line.as_ref()?;
            let edited = match 0.0 < line.edited {
                true => format!("{} {}", clock::day(line.edited), clock::time_of_day(line.edited)),
                false => String::new(),
            };
            let profiles = format!(" profile{}", if line.profiles == 1 { "" } else { "s" });
            Some(view! {
                <span class="rooms__number">{line.profiles}<span class="visually-hidden">{profiles}</span></span>
                <span class="rooms__number">{size(line.bytes)}</span>
                <span class="rooms__time">{edited}</span>
            })
        })
    };
    view! {
        <li class="rooms__workspace rooms__columns" role="option" id=row_id(workspace) aria-selected=move || is_marked.get().to_string()
            on:click=move |_| rooms.mark(Some(workspace)) on:dblclick=move |_| rooms.open()>
            <span class="rooms__names">
                {move || match is_named.get() {
                    true => view! { <NameField rooms named=Named::Workspace(workspace) name=untrack(name) label="Name of the workspace" list="rooms-workspaces" /> }.into_any(),
                    false => view! { <span class="rooms__name" class:rooms__name--here=move || line.with(|line| line.as_ref().is_some_and(|line| line.held == Held::Here))>{name}</span> }.into_any(),
                }}
                {held}
            </span>
            {facts}
        </li>
    }
}
