//! The head of the translations: a column for each language, with how much of it there is.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    super::{
        blocks::Layout,
        gate::Gate,
        glossary::{self, Glossary},
        grid::At,
        language,
        menu::Menu,
        session::Session,
        shape,
    },
    columns::Columns,
    items,
    window::Window,
};
use crate::browser::page;
use presence_profile_core::editor::{
    glossary::Term,
    matrix::Language,
    shown_texts::{columns::Column, filter::EntryFilter},
};

#[component]
pub(super) fn Heads(
    languages: Gate<Arc<[Language]>>,
    columns: Memo<Arc<[Column]>>,
    shown: Memo<Layout>,
    count: Gate<usize>,
    menu: Menu,
    window: Window,
) -> impl IntoView {
    let session = Session::current();
    let glossary = Glossary::current();
    let width = move |index: usize| window.widths.with(|widths| widths.languages.get(index).copied().map(page::pixels));
    let widths = move || {
        let widths = (0..columns.with(|columns| columns.len())).map(|index| {
            view! { <col class="translations__column" style:--width=move || width(index) /> }
        });
        widths.collect::<Vec<_>>()
    };
    let head = move |column: usize| {
        let language = Memo::new(move |_| languages.with(|languages| languages.get(column).cloned()));
        move || language.get().map(|language| head(session, glossary, column, language, count.get(), menu))
    };
    view! {
        <colgroup><col class="translations__column--id" /><col class="translations__column--availability" />{widths}</colgroup>
        <thead class="translations__top" role="rowgroup">
            <tr role="row">
                <th class="grid__head translations__head translations__head--id" role="columnheader" scope="col" tabindex="-1" data-row="0" data-column="0"
                    aria-describedby=glossary::meaning_id(Term::Entry) on:mouseenter=move |event| glossary.come(Term::Entry, &event) on:mouseleave=move |_| glossary.leave()
                    on:focus=move |event| glossary.come(Term::Entry, &event) on:blur=move |_| glossary.leave()>"ID"</th>
                <th class="grid__head translations__head translations__head--availability" role="columnheader" scope="col" tabindex="-1" data-row="0" data-column="1"
                    aria-describedby=glossary::meaning_id(Term::Availability) on:mouseenter=move |event| glossary.come(Term::Availability, &event) on:mouseleave=move |_| glossary.leave()
                    on:focus=move |event| glossary.come(Term::Availability, &event) on:blur=move |_| glossary.leave()>"Availability"</th>
                <Columns languages=columns shown cell=move |column, _| head(column).into_any() />
            </tr>
        </thead>
    }
}

fn head(
    session: Session,
    glossary: Glossary,
    column: usize,
    language: Language,
    entries: usize,
    menu: Menu,
) -> impl IntoView + use<> {
    let Language { lcid, filled } = language;
    let at = At { row: 0, column: column + 2 };
    let is_reference = column == 0;
    let reference = if is_reference { ", reference" } else { "" };
    let name = language::name(lcid);
    // The name of a language that nobody knows is its number.
    let facts = match name.ends_with(&lcid.number().to_string()) {
        true => format!("no language known{reference}"),
        false => format!("{}{reference}", language::facts(lcid)),
    };
    // Not a button of its own: the menu, which the keyboard reaches as well, offers the same.
    let only_gaps = move |_| session.choose_filter(EntryFilter::GapsIn(lcid));
    let is_few = filled < entries;
    view! {
        <th class="grid__head translations__head translations__head--language" class:translations__head--reference=is_reference class:translations__head--pinned=filled == 0 role="columnheader" scope="col"
            tabindex="-1" data-row="0" data-column=at.column aria-colindex=column + 3 title=name.clone()
            aria-label=format!("{name} {facts}") aria-describedby=glossary::meaning_id(Term::Lcid)
            on:focus=move |event| glossary.come(Term::Lcid, &event) on:blur=move |_| glossary.leave()>
            <span class="translations__name">{name.clone()}</span>
            <small class="translations__facts">
                <span class="translations__tag" on:mouseenter=move |event| glossary.come(Term::Lcid, &event) on:mouseleave=move |_| glossary.leave()>{facts.clone()}</span>
                <span class="translations__count" class:translations__count--few=is_few
                    title=format!("Only the gaps in {name}") on:click=only_gaps>{format!("{filled} of {entries}")}</span>
            </small>
            <button class="button button--icon translations__menu" type="button" tabindex="-1" aria-haspopup="menu" aria-label=format!("Menu of {name}")
                aria-expanded=move || menu.is_at((at.row, at.column)).to_string()
                on:mousedown=|event| event.prevent_default()
                on:click=move |_| {
                    // What is open is taken first: a menu stays for as long as nothing changes.
                    page::settle();
                    menu.open_at_cell(session, "texts", (at.row, at.column), items::of_language(session, lcid));
                }>{shape::shape("chevron", 16)}</button>
        </th>
    }
}
