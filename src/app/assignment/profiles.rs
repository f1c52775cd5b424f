//! The profiles, and what names each of them.

use leptos::prelude::*;

use super::{
    super::{gate::Gate, shape},
    desk::Desk,
};
use crate::browser::page;
use presence_profile_core::{
    editor::{
        assignment::{ProfileUse, problems::Spot},
        place::ProfileId,
    },
    mapping::options::Mode,
};

#[component]
pub(super) fn Profiles(desk: Desk) -> impl IntoView {
    let count = Gate::new(move || desk.shown.with(|shown| shown.profiles.len()));
    let facts = move || match count.get() {
        1 => "a login may name it".to_owned(),
        count => format!("a login may name any of the {count}"),
    };
    view! {
        <section class="panel assignment__profiles" aria-label="Profiles">
            <header class="panel__head"><h2 class="panel__title">"Profiles"</h2><span class="panel__facts">{facts}</span></header>
            <div class="uses__rows">
                <table class="grid uses" aria-label="Profiles and what names them">
                    <colgroup><col class="uses__column--name" /><col class="uses__column--mode" /><col /></colgroup>
                    <thead><tr>
                        <th class="grid__head uses__head--name" scope="col">"VoIP Service DN"</th>
                        <th class="grid__head" scope="col">"Mode"</th>
                        <th class="grid__head" scope="col">"Named by"</th>
                    </tr></thead>
                    <tbody>
                        <For each=move || 0..count.get() key=|index| *index let:index>
                            <Row desk index />
                        </For>
                    </tbody>
                </table>
            </div>
        </section>
    }
}

#[component]
fn Row(desk: Desk, index: usize) -> impl IntoView {
    let profile = Gate::new(move || desk.shown.with(|shown| shown.profiles.get(index).cloned()));
    let applies = Memo::new(move |_| {
        desk.answer.with(|answer| {
            profile.with(|profile| profile.as_ref().is_some_and(|profile| *profile.name == *answer.naming.name))
        })
    });
    view! {
        <tr class="grid__row" class:uses__row--applies=move || applies.get() id=row_id(index) tabindex="-1">
            {move || profile.get().map(cells)}
        </tr>
    }
}

fn cells(profile: ProfileUse) -> impl IntoView {
    let named_by = profile.named_by();
    let is_unnamed = !profile.by_application && profile.extensions == 0;
    let sign = match profile.by_application {
        true => shape::tool("server").into_any(),
        false if is_unnamed => ().into_any(),
        false => shape::tool("handset").into_any(),
    };
    view! {
        <th class="cell uses__name" scope="row" title=profile.name.clone()>{profile.name.clone()}</th>
        <td class="cell cell--soft">{profile.mode.map_or("", Mode::name)}</td>
        <td class="cell cell--words" class:cell--soft=is_unnamed><span class="uses__by"><span class="uses__sign">{sign}</span>{named_by}</span></td>
    }
}

fn row_id(index: usize) -> String {
    format!("profile-use-{index}")
}

/// The profile whose row has an `id`.
pub(super) fn spot(desk: Desk, id: &str) -> Option<Spot> {
    desk.shown.with_untracked(|shown| {
        let mut rows = shown.profiles.iter().enumerate();
        let (_, profile) = rows.find(|(index, _)| row_id(*index) == id)?;
        Some(Spot::Profile(profile.id, profile.name.clone()))
    })
}

/// Shows the row of a profile.
pub(super) fn go_to(desk: Desk, id: ProfileId) {
    let position = desk.shown.with_untracked(|shown| shown.profiles.iter().position(|profile| profile.id == id));
    if let Some(position) = position {
        page::focus_id(&row_id(position));
    }
}
