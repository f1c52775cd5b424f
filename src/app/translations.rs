//! Translations: the file's entries by languages.

pub mod acting;
mod address;
mod availability;
mod columns;
mod counter;
mod entry_row;
mod filters;
mod heads;
mod items;
mod more;
mod sheet;
mod window;

use std::sync::Arc;

use leptos::prelude::*;

use self::{sheet::Texts, window::Window};
use super::{
    actions::hands::Hands,
    add_entry::AddEntry,
    add_language::AddLanguage,
    blocks::Layout,
    gate::Gate,
    grid::{At, Grid},
    importing::coming,
    menu::Menu,
    session::Session,
    shape,
};
use crate::browser::{cells, page};
use presence_profile_core::{
    editor::{cell_marks::Cell, column_widths::Widths, command::Command, shown_texts::columns::Column},
    mapping::lcid::Lcid,
};

/// The panel.
#[component]
pub fn Translations() -> impl IntoView {
    let session = Session::current();
    let Hands { adds_entry, adds_language, .. } = Hands::current();
    // These outlive the table, which goes with the last entry while its events are still on their way.
    let window = Window::new(session);
    let grid = Grid::new(Texts { session, window }, "texts", At { row: 1, column: 2 });
    let menu = grid.menu;
    let facts = move || session.matrix.with(|matrix| matrix.size());
    let is_empty = Memo::new(move |_| session.matrix.with(|matrix| matrix.entries.is_empty()));
    view! {
        <section class="panel translations" aria-label="Translations" tabindex="-1">
            <header class="panel__head">
                <h2 class="panel__title">"Translations"</h2>
                <span class="visually-hidden">{facts}</span>
                <filters::Filters />
                <span class="panel__actions">
                    <button class="button button--bare" type="button" on:click=move |_| adds_entry.set(session.may_change())>{shape::tool("plus")}"Add entry"</button>
                    <button class="button button--bare" type="button" on:click=move |_| adds_language.set(session.may_change())>{shape::tool("plus")}"Add language"</button>
                    {move || (!is_empty.get()).then(|| view! { <more::More menu /> })}
                </span>
            </header>
            {move || if is_empty.get() { view! { <Start adds_entry grid /> }.into_any() } else { view! { <Table grid menu window /> }.into_any() }}
            <AddLanguage is_open=adds_language added=move |lcid| go_to_language(session, grid, lcid) />
            <AddEntry is_open=adds_entry added=move |entry| go_to_entry(session, grid, entry) />
        </section>
    }
}

#[component]
fn Start(adds_entry: RwSignal<bool>, grid: Grid<Texts>) -> impl IntoView {
    let session = Session::current();
    // The table may have gone with the focus in it.
    cells::after_rendering(|| {
        if cells::focus_is_lost() && cells::was_last_in("texts") {
            page::focus_in(".start");
        }
    });
    view! {
        <div class="translations__scroll">
            <div class="start">
                <h3 class="start__title">"No entries yet"</h3>
                <div class="start__ways">
                    <button class="button" type="button" on:click=move |_| coming::choose(session)>"Open a file"</button>
                    <span class="start__facts">"an agentStates XML file; it can also be dropped anywhere"</span>
                    <button class="button" type="button" on:click=move |_| adds_entry.set(session.may_change())>"Write the first entry"</button>
                    <span class="start__facts">"with the two lines the file must begin with, and its last"</span>
                    <button class="button" type="button" on:click=move |_| {
                        session.dispatch(Command::StartWithExample);
                        go_to_entry(session, grid, 0);
                    }>
                        "Start with the guide's example"
                    </button>
                    <span class="start__facts">"15 rows, 7 entries, 4 languages"</span>
                </div>
            </div>
        </div>
    }
}

#[component]
fn Table(grid: Grid<Texts>, menu: Menu, window: Window) -> impl IntoView {
    let session = Session::current();
    Effect::new(move || window.watch());
    let row_of = move |entry: usize| session.table.shown.with_untracked(|shown| shown.row_of(entry));
    Effect::new(move || {
        let Some(row) = session.selected.entry().and_then(row_of) else { return };
        let active = grid.followed();
        if active.row != row + 1 {
            grid.point_to(At { row: row + 1, ..active });
        }
    });
    session.follow_aims(move |cell| {
        let column = match cell {
            Cell::EntryId(_) => 0,
            Cell::Availability(_) => 1,
            Cell::Text(_, lcid) => {
                2 + session.table.shown.with_untracked(|shown| shown.column_of(lcid)).unwrap_or_default()
            }
            Cell::StateId(_) => return,
        };
        if let Some(row) = cell.entry().and_then(row_of) {
            grid.point_to(At { row: row + 1, column });
        }
    });
    // The row may be about to come.
    session.follow_renaming(move |entry| {
        // Before the next key: what is typed takes the place of the whole ID.
        grid.when_there(move || {
            let Some(row) = row_of(entry) else { return };
            grid.go_to(At { row: row + 1, column: 0 });
            grid.when_there(move || {
                grid.open();
                page::select_focused();
            });
        });
    });
    let count = Gate::new(move || session.table.shown.with(|shown| shown.entries.len()));
    let all = Gate::new(move || session.matrix.with(|matrix| matrix.entries.len()));
    let languages = Gate::new(move || {
        session.matrix.with(|matrix| {
            session.table.shown.with(|shown| {
                let of = |column: &Column| matrix.languages.get(column.position).cloned();
                shown.columns.iter().filter_map(of).collect::<Arc<[_]>>()
            })
        })
    });
    let columns = Memo::new(move |_| session.table.shown.with(|shown| shown.columns.clone()));
    let language_count = Memo::new(move |_| columns.with(|columns| columns.len()));
    let is_partial = Memo::new(move |_| Window::is_partial(count.get()));
    let rows = Memo::new(move |_| window.rows(count.get(), grid.active.get().row.checked_sub(1)));
    let shown = Memo::new(move |_| window.columns(language_count.get(), grid.active.get().column.checked_sub(2)));
    // What is rendered anew is drawn as one of those that are selected.
    Effect::new(move || {
        rows.track();
        shown.track();
        grid.after_rendering(move || grid.paint());
    });
    let moved = Memo::new(move |_| window.moved());
    let keeps_first = Memo::new(move |_| window.widths.with(|widths| widths.keeps_first));
    let width = move |of: fn(&Widths) -> f64| move || page::pixels(window.widths.with(of));
    let on_scroll = move |_| {
        window.look();
        grid.place_list();
    };
    view! {
        <div class="translations__scroll" class:translations__scroll--keeps-first=move || keeps_first.get() data-scroll="translations" node_ref=window.scroll data-moved=move || moved.get() on:scroll=on_scroll
            style:--id=width(|widths| widths.id) style:--availability=width(|widths| widths.availability)
            style:--kept=width(Widths::kept) style:--table=width(Widths::table)>
            <table class="grid translations__table" class:translations__table--dense=move || is_partial.get() role="grid" aria-multiselectable="true" aria-readonly=move || grid.is_read_only() aria-label="Translations" data-grid="texts" node_ref=grid.table
                aria-rowcount=move || (count.get() + 1).to_string() aria-colcount=move || (language_count.get() + 2).to_string()
                on:keydown=move |event| grid.on_key(event) on:input=move |_| grid.on_input()
                on:compositionstart=move |_| grid.on_composition()
                on:mousedown=move |event| grid.on_press(event) on:dblclick=move |event| grid.on_double_press(event)
                on:contextmenu=move |event| grid.on_context_menu(event)
                on:focusin=move |event| grid.on_focus(event) on:focusout=move |event| grid.on_blur(event)
                on:mouseover=move |event| grid.on_drag(event) on:copy=move |event| grid.on_copy(event)
                on:paste=move |event| grid.on_paste(event) on:cut=move |event| grid.on_cut(event)>
                <heads::Heads languages columns shown count=all menu window />
                <tbody role="rowgroup">
                    <For each=move || 0..rows.with(Layout::blocks) key=|block| *block let:block>
                        <Rows block rows languages=columns shown menu />
                    </For>
                </tbody>
            </table>
            {move || (count.get() == 0).then(|| view! { <p class="translations__none">{move || session.table.filter().nothing()}</p> })}
            <div hidden>{grid.fields(move || counter::counter(grid))}</div>
        </div>
        <super::menu::Popup menu back=move || grid.take_focus() />
    }
}

/// Some rows, or the room for them.
#[component]
fn Rows(
    block: usize,
    rows: Memo<Layout>,
    languages: Memo<Arc<[Column]>>,
    shown: Memo<Layout>,
    menu: Menu,
) -> impl IntoView {
    let block = Memo::new(move |_| rows.with(|rows| rows.block(block)));
    let is_shown = Memo::new(move |_| block.with(|block| block.is_shown));
    move || match is_shown.get() {
        true => view! {
            <For each=move || block.with(|block| block.range.clone()) key=|index| *index let:index>
                <entry_row::Entry index languages shown menu />
            </For>
        }
        .into_any(),
        false => view! {
            <tr class="translations__gap" role="presentation">
                <td style:height=move || block.with(|block| page::pixels(block.length(window::ROW)))></td>
            </tr>
        }
        .into_any(),
    }
}

/// Makes an entry's first text the active cell, when the dialog that made the entry has closed.
fn go_to_entry(session: Session, grid: Grid<Texts>, entry: usize) {
    grid.when_there(move || {
        // A filter that does not find it shows it nevertheless.
        session.select_entry(entry);
        let row = session.table.shown.with_untracked(|shown| shown.row_of(entry));
        if let Some(row) = row {
            grid.after_rendering(move || grid.go_to(At { row: row + 1, column: 2 }));
        }
    });
}

/// Makes the first text of a language the active cell, when the dialog that added it has closed: the texts are typed from
/// there downwards.
fn go_to_language(session: Session, grid: Grid<Texts>, lcid: Lcid) {
    grid.when_there(move || {
        session.table.reveal(lcid);
        let column =
            session.table.shown.with_untracked(|shown| shown.column_of(lcid).filter(|_| !shown.entries.is_empty()));
        if let Some(column) = column {
            grid.after_rendering(move || grid.go_to(At { row: 1, column: column + 2 }));
        }
    });
}
