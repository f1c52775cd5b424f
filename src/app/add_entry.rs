//! Add entry: an ID and a presence to begin with.

use leptos::{ev, prelude::*};
use web_sys::HtmlInputElement;

use super::{
    dialog::{Dialog, is_enter_in},
    session::Session,
    shape,
};
use crate::browser::dialogs;
use presence_profile_core::{editor::command::Command, mapping::availability::Class};

/// The dialog.
#[component]
pub fn AddEntry(
    is_open: RwSignal<bool>,
    /// Runs with the position of the new entry.
    added: impl Fn(usize) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let session = Session::current();
    let left = move |()| {
        session.settle_refusal();
    };
    view! {
        <Dialog is_open title="Add entry" is_narrow=true on_closed=Callback::new(left)>
            <Contents is_open added />
        </Dialog>
    }
}

#[component]
fn Contents(is_open: RwSignal<bool>, added: impl Fn(usize) + Copy + Send + Sync + 'static) -> impl IntoView {
    let session = Session::current();
    // Rows that name an entry the file does not have want that one first.
    let wanted = session.rows.with_untracked(|rows| {
        rows.iter().find(|row| !row.id.is_empty() && row.entry.is_none()).map(|row| row.id.clone())
    });
    let id = RwSignal::new(wanted.unwrap_or_default());
    let class = RwSignal::new(Class::Online);
    let refusal = RwSignal::new(String::new());
    let add = move || {
        let availability = class.get_untracked().customary().number().to_string();
        if session.dispatch(Command::AddEntry { id: id.get_untracked(), availability }) {
            dialogs::close();
            is_open.set(false);
            added(session.matrix.with_untracked(|matrix| matrix.entries.len().saturating_sub(1)));
        } else {
            refusal.set(session.notice.get_untracked());
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if is_enter_in("input, select", &event) {
            event.prevent_default();
            add();
        }
    };
    // An ID that is proposed gives way to what is typed.
    let select = move |event: ev::FocusEvent| event_target::<HtmlInputElement>(&event).select();
    let options = Class::ALL.iter().skip(1).map(|own| {
        let own = *own;
        view! { <option value=own.name() prop:selected=move || class.get() == own>{format!("{} {}", own.customary().number(), own.word())}</option> }
    });
    let choose = move |event| {
        let name = event_target_value(&event);
        if let Some(found) = Class::ALL.into_iter().find(|class| class.name() == name) {
            class.set(found);
        }
    };
    view! {
        <div class="dialog__body">
            <div class="form" on:keydown=on_key>
                <label class="form__label" for="entry-id">"ID"</label>
                <input class="field field--code" id="entry-id" autofocus autocomplete="off" spellcheck="false"
                    prop:value=move || id.get() on:focus=select on:input=move |event| id.set(event_target_value(&event)) />
                <label class="form__label" for="entry-presence">"Availability"</label>
                <span class="pick">
                    <select class="pick__select" id="entry-presence" on:change=choose>{options.collect::<Vec<_>>()}</select>
                    {shape::pick_arrow()}
                </span>
            </div>
        </div>
        <footer class="dialog__foot">
            <span class="dialog__sum" role="status">{move || refusal.get()}</span>
            <button class="button" type="button" on:click=move |_| is_open.set(false)>"Cancel"</button>
            <button class="button button--primary" type="button" on:click=move |_| add()>"Add"</button>
        </footer>
    }
}
