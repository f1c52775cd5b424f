//! The head of the translations: a column for each language, with how much of it there is.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    super::{grid::At, language, menu::Menu, shape},
    sheet,
};
use crate::{app::session::Session, editor::matrix::Language};

#[component]
pub(super) fn Heads(languages: Memo<Arc<[Language]>>, count: Memo<usize>, menu: Menu) -> impl IntoView {
    let session = Session::current();
    let columns = move || {
        languages.with(|languages| {
            (0..languages.len())
                .map(|index| view! { <col class:translations__column--first=index == 0 /> })
                .collect::<Vec<_>>()
        })
    };
    let heads = move || {
        let entries = count.get();
        let heads = languages.get();
        let heads = heads.iter().enumerate().map(|(index, head)| {
            let lcid = head.lcid;
            let filled = head.filled;
            let at = At { row: 0, column: index + 2 };
            view! {
                <th class="grid__head translations__head" class:translations__head--pinned=filled == 0 role="columnheader" scope="col"
                    tabindex="-1" data-row="0" data-column=at.column title=language::name(lcid) aria-label=format!("{} {}", language::name(lcid), language::facts(lcid))>
                    <span class="translations__name">{language::name(lcid)}</span>
                    <small class="translations__facts">
                        <span>{language::facts(lcid)}</span>
                        <span class:translations__count--few=filled < entries>{format!("{filled} of {entries}")}</span>
                    </small>
                    <button class="button button--icon translations__menu" type="button" tabindex="-1" aria-label=format!("Menu of {}", language::name(lcid))
                        on:click=move |_| menu.open_at_cell("texts", at, sheet::language_items(session, lcid))>{shape::tool("menu")}</button>
                </th>
            }
        });
        heads.collect::<Vec<_>>()
    };
    view! {
        <colgroup><col class="translations__column--id" /><col class="translations__column--availability" />{columns}</colgroup>
        <thead role="rowgroup">
            <tr role="row">
                <th class="grid__head translations__head translations__head--id" role="columnheader" scope="col" tabindex="-1" data-row="0" data-column="0">"ID"</th>
                <th class="grid__head translations__head" role="columnheader" scope="col" tabindex="-1" data-row="0" data-column="1">"Availability"</th>
                {heads}
            </tr>
        </thead>
    }
}
