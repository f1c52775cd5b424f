//! The head of the translations: a column for each language, with how much of it there is.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    super::{blocks::Layout, gate::Gate, grid::At, language, menu::Menu, session::Session, shape},
    columns::Columns,
    sheet,
};
use crate::browser::page;
use presence_profile_core::{editor::matrix::Language, mapping::lcid::Lcid};

#[component]
pub(super) fn Heads(
    languages: Gate<Arc<[Language]>>,
    lcids: Memo<Arc<[Lcid]>>,
    shown: Memo<Layout>,
    count: Gate<usize>,
    menu: Menu,
) -> impl IntoView {
    let session = Session::current();
    let widths = move || {
        let widths = (0..lcids.with(|lcids| lcids.len()))
            .map(|index| view! { <col class:translations__column--first=index == 0 /> });
        widths.collect::<Vec<_>>()
    };
    let head = move |column: usize| {
        let language = Memo::new(move |_| languages.with(|languages| languages.get(column).cloned()));
        move || language.get().map(|language| head(session, column, language, count.get(), menu))
    };
    view! {
        <colgroup><col class="translations__column--id" /><col class="translations__column--availability" />{widths}</colgroup>
        <thead class="translations__top" role="rowgroup">
            <tr role="row">
                <th class="grid__head translations__head translations__head--id" role="columnheader" scope="col" tabindex="-1" data-row="0" data-column="0">"ID"</th>
                <th class="grid__head translations__head" role="columnheader" scope="col" tabindex="-1" data-row="0" data-column="1">"Availability"</th>
                <Columns languages=lcids shown cell=move |column, _| head(column).into_any() />
            </tr>
        </thead>
    }
}

fn head(session: Session, column: usize, language: Language, entries: usize, menu: Menu) -> impl IntoView + use<> {
    let Language { lcid, filled } = language;
    let at = At { row: 0, column: column + 2 };
    view! {
        <th class="grid__head translations__head" class:translations__head--pinned=filled == 0 role="columnheader" scope="col"
            tabindex="-1" data-row="0" data-column=at.column aria-colindex=column + 3 title=language::name(lcid)
            aria-label=format!("{} {}", language::name(lcid), language::facts(lcid))>
            <span class="translations__name">{language::name(lcid)}</span>
            <small class="translations__facts">
                <span>{language::facts(lcid)}</span>
                <span class:translations__count--few=filled < entries>{format!("{filled} of {entries}")}</span>
            </small>
            <button class="button button--icon translations__menu" type="button" tabindex="-1" aria-haspopup="menu" aria-label=format!("Menu of {}", language::name(lcid))
                on:mousedown=|event| event.prevent_default()
                on:click=move |_| {
                    // What is open is taken first: a menu stays for as long as nothing changes.
                    page::settle();
                    menu.open_at_cell(session, "texts", (at.row, at.column), sheet::language_items(session, lcid));
                }>{shape::shape("menu", 16)}</button>
        </th>
    }
}
