//! The import: what came in, what is mended in it, what would change, and nothing of it done before one says so.

mod alone;
mod changes;
pub mod coming;
mod foot;
pub mod pasting;
mod pieces;
mod reading;
pub mod runs;
mod unread;

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::HtmlSelectElement;

pub use self::foot::apply;
use self::{changes::Changes, foot::Foot, pieces::Pieces, unread::Unread};
use super::{dialog::Dialog, session::Session, shape};
use presence_profile_core::{
    editor::{
        incoming::{dry_run::DryRun, importing::Goal},
        place::ProfileId,
    },
    source::phrase::counted,
};

/// What the import would do, as it was found last.
#[derive(Clone)]
struct Tried(Option<Arc<DryRun>>);

impl PartialEq for Tried {
    fn eq(&self, other: &Tried) -> bool {
        match (&self.0, &other.0) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }
}

/// The dialog.
#[component]
pub fn ImportDialog() -> impl IntoView {
    let session = Session::current();
    let imports = session.importing;
    let facts = Signal::derive(move || {
        imports.state.with(|state| {
            let Some(importing) = state else { return String::new() };
            let read = importing.pieces().iter().filter(|piece| piece.is_read()).count();
            let from = importing.origins();
            let from = if from.is_empty() { String::new() } else { format!(" from {from}") };
            format!("{}{from}. Nothing changes before you apply.", counted(read, "piece", "pieces"))
        })
    });
    view! {
        <Dialog is_open=imports.is_open title="Import" facts class="dialog--import" tools=ViewFn::from(tools) on_closed=Callback::new(move |()| session.leave_import())>
            <Contents />
        </Dialog>
    }
}

/// Where it goes, and the ways by which more comes in.
fn tools() -> AnyView {
    let session = Session::current();
    let imports = session.importing;
    let target = move || imports.state.with(|state| state.as_ref().map(|importing| importing.profile));
    let name = move || match target() {
        Some(other) if other != session.looked_at() => name_of(session, other),
        _ => "This profile".to_owned(),
    };
    let radio = move |own: Goal, words: Signal<String>| {
        let is_own = move || imports.state.with(|state| state.as_ref().is_some_and(|state| state.goal == own));
        let is_first = untrack(is_own);
        view! {
            <label class="segments__item">
                <input class="segments__input" type="radio" name="import-into" prop:checked=is_own autofocus=is_first
                    on:change=move |_| session.say_of_import(|importing, _| importing.go_into(own)) />
                <span class="segments__word import__into">{move || words.get()}</span>
            </label>
        }
    };
    view! {
        <div class="import__tools">
            <span class="import__label" id="import-into">"Into"</span>
            {move || (1 < session.workspace(|workspace| workspace.profiles.len())).then(|| targets(session))}
            <div class="segments" role="radiogroup" aria-labelledby="import-into">
                {radio(Goal::Merge, Signal::derive(name))}
                {radio(Goal::New, Signal::derive(|| "A new one".to_owned()))}
                {radio(Goal::Replace, Signal::derive(|| "Replace it".to_owned()))}
            </div>
            <button class="button button--bare" type="button" title="Ctrl+V" on:click=move |_| coming::paste_again(session)>{shape::tool("paste")}"Paste again"</button>
            <button class="button button--bare" type="button" title="Ctrl+O" on:click=move |_| coming::choose(session)>{shape::tool("open")}"Add files"</button>
        </div>
    }
    .into_any()
}

fn name_of(session: Session, profile: ProfileId) -> String {
    session.workspace(|workspace| workspace.profile(profile).map_or_else(String::new, |own| own.name.to_string()))
}

/// Which of several profiles it goes into.
fn targets(session: Session) -> impl IntoView {
    let profiles: Vec<(ProfileId, String)> = session.workspace(|workspace| {
        workspace.profiles.iter().map(|profile| (profile.id, profile.name.to_string())).collect()
    });
    let ids: Vec<ProfileId> = profiles.iter().map(|(id, _)| *id).collect();
    let choose = move |event| {
        let chosen = usize::try_from(event_target::<HtmlSelectElement>(&event).selected_index()).ok();
        let wanted = chosen.and_then(|chosen| ids.get(chosen).copied());
        let present = wanted.and_then(|wanted| session.workspace_untracked(|own| own.profile(wanted).cloned()));
        if let Some(present) = present {
            session.say_of_import(|importing, _| importing.go_to(&present));
        }
    };
    let options = profiles.into_iter().map(|(id, name)| {
        let is_own = move || {
            session.importing.state.with(|state| state.as_ref().is_some_and(|importing| importing.profile == id))
        };
        view! { <option prop:selected=is_own>{name}</option> }
    });
    view! {
        <span class="pick import__target">
            <select class="pick__select" aria-label="Profile" on:change=choose>{options.collect_view()}</select>
            {shape::pick_arrow()}
        </span>
    }
}

#[component]
fn Contents() -> impl IntoView {
    let session = Session::current();
    let imports = session.importing;
    let tried = Memo::new(move |_| {
        session.revision();
        Tried(imports.state.with(|state| state.as_ref().map(|importing| Arc::new(session.try_import(importing)))))
    });
    view! {
        <div class="import">
            <div class="import__pieces" tabindex="0" role="region" aria-label="What came in">
                <Unread />
                <Pieces />
            </div>
            <Changes tried />
        </div>
        <Foot tried />
    }
}
