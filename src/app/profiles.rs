//! Profiles: which one is open, and all of them to open, add, rename, move and delete.

mod actions;
mod facts;
mod list;
mod naming;
mod picker;

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;

use self::picker::Picker;
use super::{gate::Gate, session::Session, shape};
use crate::browser::{cells, page};

/// The button with the name of the profile, and what hangs on it.
#[component]
pub fn Profiles() -> impl IntoView {
    let session = Session::current();
    let picker = Picker::new(session);
    let name = Gate::new(move || {
        session.workspace(|workspace| workspace.profile(session.looked_at()).map(|profile| profile.name.clone()))
    });
    let name = move || name.get().unwrap_or_default();
    let place = NodeRef::<html::Div>::new();
    let is_outside = move |event: &web_sys::Event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        picker.is_open.get_untracked() && !place.get_untracked().is_some_and(|place| place.contains(target.as_ref()))
    };
    // Whatever else is pressed, or gets the focus by whatever way, the picker is done with.
    let close = move |is_outside: bool| {
        if is_outside {
            picker.close()
        }
    };
    let press = window_event_listener(ev::pointerdown, move |event| close(is_outside(&event)));
    let focus = window_event_listener(ev::focusin, move |event| close(is_outside(&event)));
    let escape = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" && is_outside(&event) {
            picker.leave();
        }
    });
    on_cleanup(move || {
        press.remove();
        focus.remove();
        escape.remove();
    });
    let switch = move |_| match picker.is_open.get_untracked() {
        true => picker.close(),
        false => {
            page::settle();
            picker.open();
        }
    };
    view! {
        <div class="profiles" node_ref=place>
            <button class="profiles__open" type="button" id="profiles-open" aria-haspopup="dialog" title=name
                aria-expanded=move || picker.is_open.get().to_string() aria-label=move || format!("Profile {}", name())
                on:click=switch on:keydown=move |event: ev::KeyboardEvent| {
                    let is_letter = event.key().chars().count() == 1 && event.key() != " ";
                    match event.key().as_str() {
                        "ArrowDown" => event.prevent_default(),
                        // The field of the search has the focus before the letter comes.
                        _ if is_letter && !event.ctrl_key() && !event.meta_key() && !event.alt_key() => {}
                        _ => return,
                    }
                    picker.open();
                }>
                <span class="profiles__name">{name}</span>{shape::shape("chevron", 14)}
            </button>
            {move || picker.is_open.get().then(|| view! { <Popup picker /> })}
        </div>
    }
}

#[component]
fn Popup(picker: Picker) -> impl IntoView {
    cells::after_rendering(move || {
        page::focus_id("profiles-find");
        picker.reveal();
    });
    view! {
        <div class="picker" role="dialog" aria-label="Profiles"
            // A press beside all fields and buttons would take the focus out of it.
            on:mousedown=move |event| if !page::is_on_control(&event) { event.prevent_default() }
            on:keydown=move |event| picker.on_key(&event)>
            <list::List picker />
            <actions::Actions picker />
        </div>
    }
}
