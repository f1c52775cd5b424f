//! The Extension DNs: the table, and what to paste into the Annex of the one that is asked about.

use leptos::{ev, prelude::*};

use super::{
    super::{
        blocks::Layout,
        copy,
        grid::{At, Grid, Sheet},
        shape,
    },
    desk::Desk,
    exact_text::ExactText,
    place::{self, Head},
    row::{AddRow, Row},
    sheet::{self, NAME},
    ways::Ways,
    window::{ROW, Window},
};
use crate::browser::{cells, page};
use presence_profile_core::editor::{
    assigned::ExtensionDn,
    assignment::{PRESENCE_PROFILE, option_text, what_if::NamingPlace},
    pasted_extensions::pasting::pasting,
};

/// The grid, at rest on the row that is asked about.
pub(super) fn grid(desk: Desk) -> Grid<sheet::Extensions> {
    let first = At { row: desk.row(), column: 0 };
    Grid::new(sheet::Extensions::new(desk, Window::new()), "extensions", first)
}

#[component]
pub(super) fn Extensions(desk: Desk, grid: Grid<sheet::Extensions>, ways: Ways) -> impl IntoView {
    let outcome = Memo::new(move |_| desk.answer.with(|answer| place::key(answer.outcome(NamingPlace::Extension))));
    let copy_table = move |_| {
        page::settle();
        let shown = desk.shown.get_untracked();
        // A head alone is nothing to copy.
        copy::copy_shown(desk.session, if shown.rows.is_empty() { String::new() } else { shown.table() });
    };
    view! {
        <article class=move || format!("panel place place--extension place--{}", outcome.get()) aria-label="Extension DN">
            <Head desk place=NamingPlace::Extension sign="handset" title="Extension DN" reach="by device">
                {move || names(desk)}
            </Head>
            <div class="panel__head">
                <span class="panel__facts">{move || desk.shown.with(|shown| shown.size())}</span>
                <span class="panel__actions">
                    <button class="button button--bare" type="button" on:click=copy_table>{shape::tool("copy")}"Copy table"</button>
                </span>
            </div>
            <Table grid desk ways />
            <div class="place__body place__body--foot">{move || annex(desk)}</div>
        </article>
    }
}

/// What the Extension that is asked about names.
fn names(desk: Desk) -> AnyView {
    let number = desk.question.with(|question| question.extension.to_string());
    let naming = desk.answer.with(|answer| answer.name_of(NamingPlace::Extension).cloned());
    match naming {
        _ if number.is_empty() => "no Extension is chosen".into_any(),
        None => format!("{number} is not in the table").into_any(),
        Some(naming) if naming.name.is_empty() => format!("{number} names none").into_any(),
        Some(naming) => view! { {number}" names "<b>{naming.name.to_string()}</b> }.into_any(),
    }
}

/// The text for the Annex of the Extension that is asked about.
fn annex(desk: Desk) -> AnyView {
    let number = desk.question.with(|question| question.extension.to_string());
    let naming = desk.answer.with(|answer| answer.name_of(NamingPlace::Extension).cloned());
    match naming {
        Some(naming) if !naming.name.is_empty() => view! {
            <p class="place__caption">{format!("Annex of Extension {number}")}</p>
            <ExactText text=option_text(&naming.name) name=format!("Copy the text of Extension {number}") />
        }
        .into_any(),
        Some(_) => view! {
            <p class="place__none">{format!("Extension {number} names none: its Annex has no ")}<code>{PRESENCE_PROFILE}</code>"."</p>
        }
        .into_any(),
        None => view! { <p class="place__none">"The text for an Annex stands here when an Extension of the table is chosen."</p> }.into_any(),
    }
}

#[component]
fn Table(grid: Grid<sheet::Extensions>, desk: Desk, ways: Ways) -> impl IntoView {
    let sheet = grid.sheet();
    let window = sheet.window;
    Effect::new(move || {
        window.watch();
        grid.after_rendering(move || grid.point_to(grid.active.get_untracked()));
    });
    // What is asked about may come from elsewhere: a field, an undo. The row that adds is no row one can ask about.
    Effect::new(move || {
        let asked = desk.question.with(|asked| ExtensionDn::new(&asked.extension));
        let (found, count) = desk.shown.with_untracked(|shown| (shown.position(&asked), shown.rows.len()));
        let active = grid.active.get_untracked();
        if let Some(row) = found.filter(|row| *row != active.row && active.row != count) {
            grid.point_to(At { row, ..active });
        }
    });
    let count = Memo::new(move |_| desk.shown.with(|shown| shown.rows.len()));
    let rows = Memo::new(move |_| window.rows(count.get(), Some(grid.active.get().row)));
    let on_scroll = move |_| {
        window.look();
        grid.place_list();
    };
    view! {
        <div class="extensions__rows" node_ref=window.scroll on:scroll=on_scroll>
            <table class="grid extensions" role="grid" aria-readonly=move || grid.is_read_only() aria-label="Extensions" data-grid="extensions" node_ref=grid.table
                aria-rowcount=move || (count.get() + 2).to_string()
                on:keydown=move |event| if !ways.opens_menu(&event) { grid.on_key(event) } on:input=move |_| grid.on_input()
                on:compositionstart=move |_| grid.on_composition()
                on:mousedown=move |event| grid.on_press(event) on:dblclick=move |event| grid.on_double_press(event)
                on:focusin=move |event| grid.on_focus(event) on:focusout=move |event| grid.on_blur(event)
                on:cut=move |event| grid.on_cut(event) on:paste=move |event| on_paste(grid, &event)>
                <colgroup><col class="extensions__column--number" /><col /><col class="extensions__column--mode" /><col class="extensions__column--tool" /></colgroup>
                <thead class="extensions__top" role="rowgroup">
                    <tr role="row" aria-rowindex="1">
                        <th class="grid__head extensions__head--number" role="columnheader" scope="col">"Number"</th>
                        <th class="grid__head" role="columnheader" scope="col">{PRESENCE_PROFILE}</th>
                        <th class="grid__head" role="columnheader" scope="col">"Mode"</th>
                        <th class="grid__head" role="columnheader" scope="col"><span class="visually-hidden">"Remove"</span></th>
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    <For each=move || 0..rows.with(Layout::blocks) key=|block| *block let:block>
                        <Rows block rows sheet />
                    </For>
                    <AddRow sheet />
                </tbody>
            </table>
            <div hidden>{grid.fields(|| ().into_any())}</div>
        </div>
    }
}

/// Some rows, or the room for them.
#[component]
fn Rows(block: usize, rows: Memo<Layout>, sheet: sheet::Extensions) -> impl IntoView {
    let block = Memo::new(move |_| rows.with(|rows| rows.block(block)));
    let is_shown = Memo::new(move |_| block.with(|block| block.is_shown));
    move || match is_shown.get() {
        true => view! {
            <For each=move || block.with(|block| block.range.clone()) key=|index| *index let:index>
                <Row index sheet />
            </For>
        }
        .into_any(),
        false => view! {
            <tr class="extensions__gap" role="presentation">
                <td colspan="4" style:height=move || block.with(|block| page::pixels(block.length(ROW)))></td>
            </tr>
        }
        .into_any(),
    }
}

/// Columns go into the table, as one step; anything else into the field of the cell.
fn on_paste(grid: Grid<sheet::Extensions>, event: &ev::ClipboardEvent) {
    if grid.editing.with_untracked(Option::is_some) {
        return;
    }
    let sheet = grid.sheet();
    let Some(text) = cells::pasted_text(event) else { return };
    let at = grid.active.get_untracked();
    let number = sheet::number_at(sheet, at);
    let shown = sheet.desk.shown.get_untracked();
    let Some(pasting) = pasting(&shown, &text, number.as_deref(), at.column == NAME) else { return };
    event.prevent_default();
    let session = sheet.desk.session;
    if !session.reassign(&pasting.wish) {
        return;
    }
    session.notice.set(pasting.told);
    if let Some(first) = pasting.first {
        session.asked.ask_row(&first);
        // The rows that have come are rendered first.
        grid.after_rendering(move || {
            grid.after_rendering(move || {
                let place = sheet.find(&(Some(first), at.column));
                place.into_iter().for_each(|place| grid.go_to(place));
            });
        });
    }
}
