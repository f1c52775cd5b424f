//! The menu of the translations as a whole, which says how many languages are hidden.

use leptos::{html, prelude::*};

use super::{
    super::{menu::Menu, session::Session, shape},
    items,
};
use crate::browser::{floating, page};

#[component]
pub(super) fn More(menu: Menu) -> impl IntoView {
    let session = Session::current();
    let button = NodeRef::<html::Button>::new();
    let hidden = Memo::new(move |_| session.table.shown.with(|shown| shown.hidden.len()));
    let label = move || match hidden.get() {
        0 => "Menu of the translations".to_owned(),
        count => format!("{count} hidden, menu of the translations"),
    };
    let open = move |_| {
        page::settle();
        if let Some(button) = button.get_untracked() {
            menu.open_at(session, floating::below_element(&button), items::of_table(session));
        }
    };
    view! {
        <button class="button button--bare translations__more" type="button" aria-haspopup="menu" node_ref=button aria-label=label on:click=open>
            {move || (0 < hidden.get()).then(|| format!("{} hidden", hidden.get()))}{shape::shape("menu", 16)}
        </button>
    }
}
