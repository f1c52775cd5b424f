//! The button that folds a panel to its head.

use leptos::prelude::*;

use super::{PanelRoom, place_id};
use crate::app::shape;
use presence_profile_core::editor::shares::Panel;

/// The button, for the end of the head.
#[component]
pub fn Fold(panel: Panel, name: &'static str) -> impl IntoView {
    let room = PanelRoom::current();
    let is_whole = move || !room.is_folded(panel);
    view! {
        <button class="button button--bare button--icon fold" type="button" aria-controls=place_id(panel)
            aria-expanded=move || is_whole().to_string() aria-label=format!("All of {name}")
            title=move || if is_whole() { format!("Fold {name} to its head") } else { format!("Unfold {name}") }
            on:click=move |_| room.turn(panel)>{shape::shape("chevron", 16)}</button>
    }
}
