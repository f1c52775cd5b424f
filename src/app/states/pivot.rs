//! The same fifteen as three devices by five agents.

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
        session::Session,
        shown_presence,
    },
    RowAddress,
};
use presence_profile_core::editor::{
    cell_marks::Cell,
    incoming::{below_heads::BelowHeads, below_states},
};
use presence_profile_core::mapping::states::{AgentState, DeviceState, StateNumber};

#[derive(Clone, Copy)]
pub(super) struct Pairs(Session, PanelRoom);

/// The grid of the pairs, at rest on a row's pair.
pub(super) fn grid(session: Session, room: PanelRoom, row: StateNumber) -> Grid<Pairs> {
    Grid::new(Pairs(session, room), "pairs", at(row))
}

/// Column 0 holds the device state.
fn number(at: At) -> Option<StateNumber> {
    let agent = AgentState::ALL.get(at.column.checked_sub(1)?)?;
    Some(StateNumber::of(*agent, *DeviceState::ALL.get(at.row)?))
}

fn at(number: StateNumber) -> At {
    At { row: number.index() / 5, column: number.index() % 5 + 1 }
}

impl Sheet for Pairs {
    type Address = RowAddress;

    fn address(self, at: At) -> Option<RowAddress> {
        number(at).map(|number| RowAddress::of(self.0, number))
    }

    fn find(self, address: &RowAddress) -> Option<At> {
        Some(self::at(address.row))
    }

    fn size(self) -> (usize, usize) {
        (3, 6)
    }

    fn field(self, at: At) -> Field {
        if at.column == 0 { Field::None } else { Field::Line }
    }

    fn fixed(self, at: At) -> Option<&'static str> {
        (at.column == 0).then_some(super::FIXED)
    }

    fn text(self, at: At) -> String {
        let id = |number: StateNumber| self.0.rows.with_untracked(|rows| rows[number.index()].id.clone());
        number(at).map(id).unwrap_or_default()
    }

    fn label(self, at: At) -> String {
        number(at).map(|number| super::label(self.0, number)).unwrap_or_default()
    }

    fn choices(self, _at: At, typed: &str) -> Vec<Choice> {
        super::choices(self.0, typed)
    }

    fn commit(self, address: &RowAddress, text: &str, choice: Option<&Choice>) -> bool {
        super::commit(self.0, *address, text, choice)
    }

    fn has_ranges(self) -> bool {
        true
    }

    fn copied(self, at: At) -> String {
        match at.column {
            0 => DeviceState::ALL.get(at.row).map(|device| device.name().to_owned()).unwrap_or_default(),
            _ => self.text(at),
        }
    }

    fn below_heads(self, rows: &[Vec<String>], first: usize) -> Option<BelowHeads> {
        below_states::of_whole_rows(rows).or_else(|| below_states::of_pairs(rows, first))
    }

    fn takes(self, at: At, text: &str) -> Takes {
        match number(at) {
            Some(number) => super::takes(number, text),
            None => Takes::Checked(self.copied(at)),
        }
    }

    fn scrolls(self) -> bool {
        self.1.rows_scroll()
    }

    fn session(self) -> Session {
        self.0
    }

    fn select(self, at: At) {
        if let Some(number) = number(at) {
            self.0.select_row(number);
        }
    }

    fn track(self) {
        self.0.rows.track();
    }
}

/// The table of pairs.
#[component]
pub(super) fn Pivot(grid: Grid<Pairs>) -> impl IntoView {
    let session = Session::current();
    Effect::new(move || {
        let place = at(session.selected.row());
        if number(grid.active.get_untracked()).is_some() && grid.active.get_untracked() != place {
            grid.point_to(place);
        }
    });
    let heads = AgentState::ALL.map(|agent| {
        view! { <th class="grid__head pivot__head" role="columnheader" scope="col">{agent.name()}</th> }
    });
    let rows = DeviceState::ALL.map(|device| {
        let row = device as usize;
        let cells = AgentState::ALL.map(|agent| view! { <Pair number=StateNumber::of(agent, device) grid /> });
        view! {
            <tr class="grid__row pivot__row" role="row">
                <th class="cell cell--words pivot__device" role="rowheader" scope="row" tabindex="-1" data-row=row data-column="0">{device.name()}</th>
                {cells.into_iter().collect::<Vec<_>>()}
            </tr>
        }
    });
    view! {
        <div class="pivot__scroll">
            <table class="grid pivot" role="grid" aria-multiselectable="true" aria-readonly=move || grid.is_read_only() aria-label="Aggregated states" data-grid="pairs" node_ref=grid.table
                on:keydown=move |event| grid.on_key(event) on:input=move |_| grid.on_input()
                on:compositionstart=move |_| grid.on_composition()
                on:mousedown=move |event| grid.on_press(event) on:dblclick=move |event| grid.on_double_press(event)
                on:focusin=move |event| grid.on_focus(event) on:focusout=move |event| grid.on_blur(event)
                on:mouseover=move |event| grid.on_drag(event) on:copy=move |event| grid.on_copy(event)
                on:contextmenu=move |event| grid.on_context_menu(event)
                on:paste=move |event| grid.on_paste(event) on:cut=move |event| grid.on_cut(event)>
                <colgroup><col class="pivot__column--device" /><col /><col /><col /><col /><col /></colgroup>
                <thead role="rowgroup">
                    <tr role="row">
                        <th class="grid__head" role="columnheader" scope="col"><span class="visually-hidden">"Device state"</span></th>
                        {heads.into_iter().collect::<Vec<_>>()}
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows.into_iter().collect::<Vec<_>>()}</tbody>
            </table>
        </div>
        <div hidden>{grid.fields(|| ().into_any())}</div>
        <Popup menu=grid.menu back=move || grid.take_focus() />
    }
}

#[component]
fn Pair(number: StateNumber, grid: Grid<Pairs>) -> impl IntoView {
    let session = Session::current();
    let finder = Finder::current();
    let row = Gate::new(move || session.rows.with(|rows| rows[number.index()].clone()));
    let marking = Gate::new(move || cell_marking::marking(session, Cell::StateId(number)));
    let place = at(number);
    let is_current = move || session.selected.entry().is_none() && session.selected.row() == number;
    let is_kin = move || super::is_kin(session, number);
    let trial = Memo::new(move |_| {
        let editing = grid.editing.get().filter(|editing| editing.at == place)?;
        Some(super::trial(session, &editing, &grid.choices(&editing), session.viewer.get()))
    });
    let live = Memo::new(move |_| row.with(|row| super::live(session, number, &row.id)));
    let shown = move || trial.get().unwrap_or_else(|| row.with(|row| row.shown.clone()));
    view! {
        <td class="cell pivot__cell" role="gridcell" tabindex="-1" data-row=place.row data-column=place.column
            class:cell--changed=move || live.with(Option::is_some) title=move || live.get()
            class:pivot__cell--kin=is_kin class:pivot__cell--current=is_current data-class=move || shown_presence::key(&shown())>
            <div class="pivot__id">
                <code class=move || format!("pivot__code {}", cell_marking::underline(&marking.get()))
                    class:states__code--unset=move || row.with(|row| row.id.is_empty())>
                    {move || row.with(|row| super::id_marked(finder, &row.id))}
                </code>
                {move || marking.with(cell_marking::badge)}
                <span class="pivot__number">{number.number()}</span>
            </div>
            {move || {
                let shown = shown();
                let (words, is_gap) = shown.told(session.is_whole.get());
                let (tag, direction) = language::attributes(session.viewer.get()).filter(|_| !is_gap).unzip();
                view! {
                    <div class="pivot__class">
                        {shown_presence::icon(&shown, 16)}
                        {shown.word()}
                        {trial.with(Option::is_some).then(|| view! { <small class="pivot__trial">"on Enter"</small> })}
                    </div>
                    <div class="pivot__text" lang=tag dir=direction>{words}</div>
                }
            }}
        </td>
    }
}
