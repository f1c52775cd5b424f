//! The dialog `Workspaces and versions`: what is kept in this browser, and the way back to each moment of it.

mod about;
mod actions;
pub mod difference;
mod doing;
mod erasing;
mod keys;
mod marking;
mod naming;
mod state;
mod versions;
mod workspaces;

use leptos::prelude::*;

pub use self::difference::section;
use self::{
    about::About, actions::Foot, difference::Difference, erasing::EraseDialog, state::Rooms, versions::Versions,
    workspaces::Workspaces,
};
use super::{dialog::Dialog, session::Session};
use presence_profile_core::editor::workspace_names::size;

/// The dialog, and those that it opens.
#[component]
pub fn RoomsDialog(is_open: RwSignal<bool>) -> impl IntoView {
    let rooms = Rooms::new(Session::current(), is_open);
    let facts = Signal::derive(move || {
        rooms.lines.with(|lines| match lines.len() {
            _ if !rooms.is_kept.get() => "nothing is kept in this browser".to_owned(),
            0 => String::new(),
            count => {
                let bytes = lines.iter().map(|line| line.bytes).sum();
                let workspaces = if count == 1 { "1 workspace" } else { &format!("{count} workspaces") };
                format!("{workspaces}, {}, in this browser only", size(bytes))
            }
        })
    });
    view! {
        // They open over it, and what is to have the focus is looked for in the order of the page.
        <About is_open=rooms.about />
        <EraseDialog rooms />
        <Dialog is_open title="Workspaces and versions" facts is_wide=true on_closed=Callback::new(move |()| rooms.closed())>
            <div class="rooms" on:keydown:capture=move |event| rooms.on_key_ahead(&event) on:keydown=move |event| rooms.on_key(&event)>
                <Workspaces rooms />
                <section class="rooms__side" aria-label="Versions">
                    <Versions rooms />
                    <Difference rooms />
                </section>
            </div>
            <Foot rooms />
        </Dialog>
    }
}
