//! Where a panel stands: beside the others, or behind its tab where there is room for one.

use leptos::{html, prelude::*, reactive::effect::ImmediateEffect};

use super::{PanelRoom, place_id, tab_id};
use crate::browser::cells;
use presence_profile_core::editor::shares::Panel;

/// The place. Where there is room for all panels it has no box of its own.
#[component]
pub fn PanelPlace(panel: Panel, children: Children) -> impl IntoView {
    let room = PanelRoom::current();
    let place = NodeRef::<html::Div>::new();
    let is_narrow = room.is_narrow;
    // At once, and not with the next rendering: what is brought to the front takes the focus in the same breath.
    let mark = move |class: &'static str, is_on: bool| {
        if let Some(place) = place.get() {
            cells::mark(&place, class, is_on);
        }
    };
    ImmediateEffect::new_scoped(move || mark("panel-place--front", room.is_in_front(panel)));
    ImmediateEffect::new_scoped(move || mark("panel-place--folded", room.is_folded(panel)));
    view! {
        <div class="panel-place" node_ref=place data-place=panel.key() id=place_id(panel)
            role=move || is_narrow.get().then_some("tabpanel") aria-labelledby=move || is_narrow.get().then(|| tab_id(panel))
            on:focusin=move |_| room.use_panel(panel)>
            {children()}
        </div>
    }
}
