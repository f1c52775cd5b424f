//! A row of the translations: an entry with its number and its texts.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    super::{
        blocks::Layout,
        cell_marking,
        find::state::Finder,
        gate::Gate,
        grid::At,
        language,
        menu::Menu,
        session::{Session, marks::Marking},
        shape,
    },
    columns::Columns,
    items,
};
use crate::browser::page;
use presence_profile_core::{
    editor::{
        cell_marks::Cell,
        live_cells::LiveCells,
        matrix::{EntryRow, TextCell},
        searching::marks::EntryHits,
        shown_texts::columns::Column,
    },
    mapping::{availability::Class, lcid::Lcid},
};

/// What is wrong with the cells of a row.
type Markings = Vec<(Cell, Marking)>;

fn marking(markings: &Markings, cell: Cell) -> Marking {
    markings.iter().find(|(own, _)| *own == cell).and_then(|(_, marking)| marking.clone())
}

#[component]
pub(super) fn Entry(index: usize, languages: Memo<Arc<[Column]>>, shown: Memo<Layout>, menu: Menu) -> impl IntoView {
    let session = Session::current();
    let finder = Finder::current();
    // While the table shrinks, a row that is about to go has no entry any more.
    let entry = Memo::new(move |_| session.table.shown.with(|shown| shown.entries.get(index).copied()));
    let row = Gate::new(move || session.matrix.with(|matrix| matrix.entries.get(entry.get()?).cloned()));
    let markings = Gate::new(move || match entry.get() {
        Some(entry) => cell_marking::markings_of_entry(session, entry),
        None => Markings::new(),
    });
    let hits = Gate::new(move || match entry.get() {
        Some(entry) => finder.found.with(|found| found.in_entry(entry)),
        None => EntryHits::default(),
    });
    let is_current = Memo::new(move |_| entry.get().is_some_and(|entry| session.selected.entry() == Some(entry)));
    let is_kin = Memo::new(move |_| entry.get().is_some_and(|entry| session.selected.entry_shown() == Some(entry)));
    let class = move || row.with(|row| row.as_ref().map(|row| row.class.map_or("missing", shape::key)));
    let front = Memo::new(move |_| {
        session.live_cells.with(|live| {
            row.with(|row| {
                let (row, entry) = (row.as_ref()?, entry.get()?);
                Some(markings.with(|markings| Front::of(entry, row, markings, live)))
            })
        })
    });
    let cell = move |column: usize, language: Column| {
        let Column { lcid, position } = language;
        let cell = Memo::new(move |_| {
            let entry = entry.get()?;
            let marking = markings.with(|markings| marking(markings, Cell::Text(entry, lcid)));
            row.with(|row| {
                let row = row.as_ref()?;
                let cell = row.cells.get(position)?;
                let live = session.live_cells.with(|live| live.text(&row.id, lcid, cell).map(cell_marking::live));
                Some((cell.clone(), marking, live))
            })
        });
        let print = move |(cell, marking, live): &(TextCell, Marking, Option<String>)| {
            text_cell((index, column, lcid), cell, marking, live, hits)
        };
        move || cell.with(|cell| cell.as_ref().map(print))
    };
    view! {
        <tr class="grid__row translations__row" role="row" data-class=class
            class:translations__row--kin=move || is_kin.get() class:translations__row--current=move || is_current.get()>
            {move || front.get().map(|front| front_cells(session, index, front, hits, menu))}
            <Columns languages shown cell=move |column, language| cell(column, language).into_any() />
        </tr>
    }
}

/// What stands before the texts.
#[derive(Clone, PartialEq)]
struct Front {
    id: String,
    availability: String,
    class: Option<Class>,
    id_marking: Marking,
    availability_marking: Marking,
    /// What T-Server has, where that is another.
    live_id: Option<String>,
    live_availability: Option<String>,
}

impl Front {
    fn of(entry: usize, row: &EntryRow, markings: &Markings, live: &LiveCells) -> Front {
        let availability = live.availability(&row.id, &row.availability);
        Front {
            live_id: live.lacks(&row.id).then(|| cell_marking::live(None)),
            live_availability: availability.map(|was| cell_marking::live(Some(was).filter(|was| !was.is_empty()))),
            id: row.id.clone(),
            availability: row.availability.clone(),
            class: row.class,
            id_marking: marking(markings, Cell::EntryId(entry)),
            availability_marking: marking(markings, Cell::Availability(entry)),
        }
    }
}

fn front_cells(
    session: Session,
    index: usize,
    front: Front,
    hits: Gate<EntryHits>,
    menu: Menu,
) -> impl IntoView + use<> {
    let number = index + 1;
    let at = At { row: number, column: 0 };
    let Front { id, availability, class, id_marking, availability_marking, live_id, live_availability } = front;
    let shown_id = id.clone();
    let name = match &id_marking {
        Some((_, words)) => format!("{id}, {words}"),
        None => id.clone(),
    };
    view! {
        <th class="cell translations__id" class:cell--changed=live_id.is_some() role="rowheader" scope="row" tabindex="-1" data-row=number data-column="0"
            aria-label=name title=live_id.unwrap_or_else(|| id.clone())>
            <code class=cell_marking::underline(&id_marking)>{move || hits.with(|hits| cell_marking::found(&shown_id, &hits.in_id(), cell_marking::plain))}</code>{cell_marking::badge(&id_marking)}
            <button class="button button--icon translations__menu" type="button" tabindex="-1" aria-haspopup="menu" aria-label=format!("Menu of {id}")
                on:mousedown=|event| event.prevent_default()
                on:click=move |_| {
                    // What is open is taken first: a menu stays for as long as nothing changes.
                    page::settle();
                    menu.open_at_cell(session, "texts", (at.row, at.column), items::of_entry(session, index));
                }>{shape::shape("menu", 16)}</button>
        </th>
        <td class="cell translations__availability" class:cell--changed=live_availability.is_some() role="gridcell" tabindex="-1" data-row=number data-column="1"
            title=live_availability.unwrap_or_else(|| class.map_or("not a number from 0 to 18000", |class| class.word()).to_owned())>
            <div class="translations__class">
                {match class {
                    Some(class) => shape::presence(class, 14).into_any(),
                    None => shape::missing(14).into_any(),
                }}
                <span class="translations__number"><span class=cell_marking::underline(&availability_marking)>{availability}</span></span>
                <span class="translations__word">{class.map_or("no number", |class| class.word())}</span>
            </div>
            {cell_marking::badge(&availability_marking)}
        </td>
    }
}

fn text_cell(
    (index, column, lcid): (usize, usize, Lcid),
    cell: &TextCell,
    marking: &Marking,
    live: &Option<String>,
    hits: Gate<EntryHits>,
) -> impl IntoView + use<> {
    let (tag, direction) = language::attributes(lcid).filter(|_| *cell != TextCell::Missing).unzip();
    view! {
        <td class="cell translations__cell" class:translations__cell--reference=column == 0 class:translations__cell--gap=*cell == TextCell::Missing class:cell--changed=live.is_some() role="gridcell" tabindex="-1" title=live.clone()
            data-row=index + 1 data-column=column + 2 aria-colindex=column + 3 lang=tag dir=direction>
            {match cell {
                TextCell::Missing => view! { <span class="visually-hidden">"no text"</span> }.into_any(),
                TextCell::Empty => view! { <span class="translations__sign" title="an activity without text">"“”"</span> }.into_any(),
                TextCell::Text(text) => {
                    let hits = move || hits.with(|hits| hits.in_text(lcid));
                    cell_marking::text(text.clone(), marking, hits).into_any()
                },
            }}
            {cell_marking::badge(marking)}
        </td>
    }
}
