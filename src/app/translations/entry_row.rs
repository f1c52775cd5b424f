//! A row of the translations: an entry with its number and its texts.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    super::{grid::At, language, menu::Menu, session::Session, shape},
    sheet,
};
use crate::{
    editor::matrix::{Cell, EntryRow},
    mapping::lcid::Lcid,
};

#[component]
pub(super) fn Entry(index: usize, menu: Menu) -> impl IntoView {
    let session = Session::current();
    // While the table shrinks, a row that is about to go has no entry any more.
    let row: Memo<Option<(Arc<EntryRow>, Vec<Lcid>)>> = Memo::new(move |_| {
        session.matrix.with(|matrix| {
            let languages = matrix.languages.iter().map(|language| language.lcid).collect();
            matrix.entries.get(index).map(|entry| (entry.clone(), languages))
        })
    });
    let is_current = Memo::new(move |_| session.selection.get().entry == Some(index));
    let is_kin = Memo::new(move |_| session.selected_entry() == Some(index));
    let class = move || row.with(|row| row.as_ref().map(|(row, _)| row.class.map_or("missing", shape::key)));
    view! {
        <tr class="grid__row translations__row" role="row" data-class=class
            class:translations__row--kin=move || is_kin.get() class:translations__row--current=move || is_current.get()>
            {move || row.get().map(|(row, languages)| cells(session, index, &row, &languages, menu))}
        </tr>
    }
}

fn cells(session: Session, index: usize, row: &EntryRow, languages: &[Lcid], menu: Menu) -> impl IntoView + use<> {
    let number = index + 1;
    let id = row.id.clone();
    let at = At { row: number, column: 0 };
    let texts = row.cells.iter().zip(languages).enumerate().map(|(column, (cell, lcid))| {
        let (tag, direction) = language::attributes(*lcid).filter(|_| *cell != Cell::Missing).unzip();
        view! {
            <td class="cell translations__cell" class:translations__cell--gap=*cell == Cell::Missing role="gridcell" tabindex="-1"
                data-row=number data-column=column + 2 lang=tag dir=direction>
                {match cell {
                    Cell::Missing => view! { <span class="visually-hidden">"no text"</span> }.into_any(),
                    Cell::Empty => view! { <span class="translations__sign" title="an activity without text">"“”"</span> }.into_any(),
                    Cell::Text(text) => text_with_blanks(text).into_any(),
                }}
            </td>
        }
    });
    view! {
        <th class="cell translations__id" role="rowheader" scope="row" tabindex="-1" data-row=number data-column="0" aria-label=id.clone() title=id.clone()>
            <code>{id.clone()}</code>
            <button class="button button--icon translations__menu" type="button" tabindex="-1" aria-label=format!("Menu of {id}")
                on:click=move |_| menu.open_at_cell("texts", at, sheet::entry_items(session, index))>{shape::tool("menu")}</button>
        </th>
        <td class="cell translations__availability" role="gridcell" tabindex="-1" data-row=number data-column="1">
            <div class="translations__class">
                {match row.class {
                    Some(class) => shape::presence(class, 14).into_any(),
                    None => shape::missing(14).into_any(),
                }}
                <span class="translations__number">{row.availability.clone()}</span>
                <span class="translations__word">{row.class.map_or("no number", |class| class.word())}</span>
            </div>
        </td>
        {texts.collect::<Vec<_>>()}
    }
}

/// A text whose blanks at the ends are drawn: colleagues would get them too.
fn text_with_blanks(text: &str) -> impl IntoView + use<> {
    let middle = text.trim_matches(' ');
    let front = text.len() - text.trim_start_matches(' ').len();
    let back = if middle.is_empty() { 0 } else { text.len() - text.trim_end_matches(' ').len() };
    let dots = |count: usize| (0 < count).then(|| view! { <span class="blank">{"·".repeat(count)}</span> });
    let is_marked = 0 < front + back;
    view! {
        <span class:squiggle=is_marked class:squiggle--warning=is_marked>{dots(front)}{middle.to_owned()}{dots(back)}</span>
    }
}
