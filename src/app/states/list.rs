//! The fifteen rows, one below the other.

use leptos::prelude::*;

use super::{
    super::{
        cell_marking,
        choice::Choice,
        find::state::Finder,
        gate::Gate,
        grid::{At, Field, Grid, Sheet, Takes},
        language,
        menu::Popup,
        panels::PanelRoom,
        session::{Session, marks::Marking},
        shown_presence,
    },
    RowAddress,
    heads::Heads,
};
use presence_profile_core::{
    editor::{
        cell_marks::Cell,
        incoming::{below_heads::BelowHeads, below_states},
        rows::{self, ShownPresence},
    },
    mapping::{
        lcid::Lcid,
        states::{DeviceState, StateNumber},
    },
};

const ID: usize = 3;

#[derive(Clone, Copy)]
pub(super) struct Rows(Session, PanelRoom);

/// The grid of the list, at rest on a row.
pub(super) fn grid(session: Session, room: PanelRoom, row: StateNumber) -> Grid<Rows> {
    Grid::new(Rows(session, room), "states", At { row: row.index(), column: ID })
}

fn number(row: usize) -> StateNumber {
    StateNumber::new(row as u8 + 1).expect("the grid has fifteen rows")
}

impl Sheet for Rows {
    type Address = (RowAddress, usize);

    fn address(self, at: At) -> Option<Self::Address> {
        Some((RowAddress::of(self.0, number(at.row)), at.column))
    }

    fn find(self, (address, column): &Self::Address) -> Option<At> {
        Some(At { row: address.row.index(), column: *column })
    }

    fn size(self) -> (usize, usize) {
        (StateNumber::COUNT, 5)
    }

    fn field(self, at: At) -> Field {
        if at.column == ID { Field::Line } else { Field::None }
    }

    fn fixed(self, at: At) -> Option<&'static str> {
        (at.column != ID).then_some(super::FIXED)
    }

    fn text(self, at: At) -> String {
        self.0.rows.with_untracked(|rows| rows[at.row].id.clone())
    }

    fn label(self, at: At) -> String {
        super::label(self.0, number(at.row))
    }

    fn choices(self, _at: At, typed: &str) -> Vec<Choice> {
        super::choices(self.0, typed)
    }

    fn commit(self, (address, _): &Self::Address, text: &str, choice: Option<&Choice>) -> bool {
        super::commit(self.0, *address, text, choice)
    }

    fn scrolls(self) -> bool {
        self.1.rows_scroll()
    }

    fn has_ranges(self) -> bool {
        true
    }

    fn copied(self, at: At) -> String {
        let (agent, device) = number(at.row).pair();
        match at.column {
            0 => number(at.row).number().to_string(),
            1 => agent.name().to_owned(),
            2 => device.name().to_owned(),
            ID => self.text(at),
            _ => self.0.rows.with_untracked(|rows| rows[at.row].shown.word().to_owned()),
        }
    }

    fn below_heads(self, rows: &[Vec<String>], first: usize) -> Option<BelowHeads> {
        below_states::of_column(rows, first, ID, StateNumber::COUNT)
    }

    fn takes(self, at: At, text: &str) -> Takes {
        match at.column {
            ID => super::takes(number(at.row), text),
            0..=2 => Takes::Checked(self.copied(at)),
            _ => Takes::Nothing,
        }
    }

    fn session(self) -> Session {
        self.0
    }

    fn select(self, at: At) {
        self.0.select_row(number(at.row));
    }

    fn track(self) {
        self.0.rows.track();
    }
}

/// The list.
#[component]
pub(super) fn List(grid: Grid<Rows>) -> impl IntoView {
    let session = Session::current();
    // The selection may come from elsewhere: an undo, a caret, the preview.
    Effect::new(move || {
        let row = session.selected.row().index();
        let active = grid.active.get_untracked();
        if active.row != row {
            grid.point_to(At { row, ..active });
        }
    });
    session.follow_aims(move |cell| {
        if let Cell::StateId(number) = cell
            && session.selected.row_untracked() == number
        {
            grid.point_to(At { row: number.index(), column: ID });
        }
    });
    // The column of the IDs is as wide as they are; what colleagues see has the rest.
    let longest = Memo::new(move |_| {
        session.rows.with(|rows| rows.iter().map(|row| row.id.chars().count()).max().unwrap_or_default())
    });
    view! {
        <table class="grid states__table" role="grid" aria-multiselectable="true" aria-readonly=move || grid.is_read_only() aria-label="Aggregated states" aria-rowcount="16" data-grid="states" node_ref=grid.table
            style:--longest=move || longest.get().to_string()
            on:keydown=move |event| grid.on_key(event) on:input=move |_| grid.on_input()
            on:compositionstart=move |_| grid.on_composition()
            on:mousedown=move |event| grid.on_press(event) on:dblclick=move |event| grid.on_double_press(event)
            on:focusin=move |event| grid.on_focus(event) on:focusout=move |event| grid.on_blur(event)
            on:contextmenu=move |event| grid.on_context_menu(event)
            on:mouseover=move |event| grid.on_drag(event) on:copy=move |event| grid.on_copy(event)
            on:paste=move |event| grid.on_paste(event) on:cut=move |event| grid.on_cut(event)>
            <colgroup>
                <col class="states__column--number" /><col class="states__column--agent" />
                <col class="states__column--device" /><col class="states__column--id" /><col />
            </colgroup>
            <Heads />
            <tbody class="states__body" role="rowgroup">
                {StateNumber::all().map(|number| view! { <Row number grid /> }).collect::<Vec<_>>()}
            </tbody>
        </table>
        <div hidden>{grid.fields(|| ().into_any())}</div>
        <Popup menu=grid.menu back=move || grid.take_focus() />
    }
}

/// What a row shows now.
#[derive(Clone, PartialEq)]
struct Look {
    row: rows::Row,
    /// Its own state, or what the open field would make of it.
    shown: ShownPresence,
    is_trial: bool,
    is_whole: bool,
    marking: Marking,
    /// What T-Server has, where that is another ID.
    live: Option<String>,
    viewer: Lcid,
}

impl Look {
    fn of(session: Session, grid: Grid<Rows>, number: StateNumber) -> Look {
        let viewer = session.viewer.get();
        let row = session.rows.with(|rows| rows[number.index()].clone());
        let editing = grid.editing.get().filter(|editing| editing.at.row == number.index());
        let trial = editing.map(|editing| super::trial(session, &editing, &grid.choices(&editing), viewer));
        Look {
            is_trial: trial.is_some(),
            is_whole: session.is_whole.get(),
            marking: cell_marking::marking(session, Cell::StateId(number)),
            live: super::live(session, number, &row.id),
            shown: trial.unwrap_or_else(|| row.shown.clone()),
            row,
            viewer,
        }
    }
}

#[component]
fn Row(number: StateNumber, grid: Grid<Rows>) -> impl IntoView {
    let session = Session::current();
    let finder = Finder::current();
    let look = Gate::new(move || Look::of(session, grid, number));
    let is_current = Memo::new(move |_| session.selected.entry().is_none() && session.selected.row() == number);
    let is_kin = Memo::new(move |_| super::is_kin(session, number));
    let (agent, device) = number.pair();
    let begins_group = number.number() % 5 == 1 && device != DeviceState::Idle;
    let index = number.index();
    view! {
        <tr class="grid__row states__row" role="row" class:states__row--group=begins_group
            class:states__row--run-start=move || look.with(|look| look.row.begins_run || look.is_trial)
            class:states__row--run-end=move || look.with(|look| look.row.ends_run || look.is_trial)
            class:states__row--kin=move || is_kin.get() class:states__row--current=move || is_current.get()>
            <td class="cell cell--number" role="rowheader" aria-readonly="true" tabindex="-1" data-row=index data-column="0">{number.number()}</td>
            <td class="cell cell--words" role="gridcell" aria-readonly="true" tabindex="-1" data-row=index data-column="1">{agent.name()}</td>
            <td class="cell cell--words cell--soft" role="gridcell" aria-readonly="true" tabindex="-1" data-row=index data-column="2">{device.name()}</td>
            <td class="cell states__id" role="gridcell" tabindex="-1" data-row=index data-column=ID
                class:cell--changed=move || look.with(|look| look.live.is_some())
                title=move || look.with(|look| look.live.clone().unwrap_or_else(|| look.row.id.clone()))>
                <code class=move || look.with(|look| format!("states__code {}", cell_marking::underline(&look.marking)))
                    class:states__code--unset=move || look.with(|look| look.row.id.is_empty())>
                    {move || look.with(|look| super::id_marked(finder, &look.row.id))}
                </code>
                {move || look.with(|look| cell_marking::badge(&look.marking))}
            </td>
            <td class="cell states__shown" role="gridcell" aria-readonly="true" tabindex="-1" data-row=index data-column="4"
                data-class=move || look.with(|look| shown_presence::key(&look.shown))>
                {move || look.with(|look| shown_presence::line(&look.shown, look.is_whole, look.is_trial, language::attributes(look.viewer)))}
            </td>
        </tr>
    }
}
