//! The fifteen pairs as a table of two directions: agent states along one side, device states along the other.

use super::{
    Brought, BroughtRows, Why,
    row_numbers::{agent_state, device_state},
};
use crate::{
    mapping::states::{AgentState, DeviceState, StateNumber},
    source::table::{Row, Table},
};

/// A state of either kind, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Agent(AgentState),
    Device(DeviceState),
}

impl State {
    fn of(cell: &str) -> Option<State> {
        agent_state(cell).map(State::Agent).or_else(|| device_state(cell).map(State::Device))
    }

    fn is_of_kind(self, other: State) -> bool {
        matches!((self, other), (State::Agent(_), State::Agent(_)) | (State::Device(_), State::Device(_)))
    }

    fn with(self, other: State) -> Option<StateNumber> {
        match (self, other) {
            (State::Agent(agent), State::Device(device)) | (State::Device(device), State::Agent(agent)) => {
                Some(StateNumber::of(agent, device))
            }
            _ => None,
        }
    }
}

/// What such a table brings; `None` where it is another one.
pub(super) fn brought(table: &Table, most_above: usize) -> Option<Brought> {
    let heads = table.rows.iter().take(most_above).enumerate();
    let (at, heads) = heads.filter_map(|(at, row)| Some((at, heads_of(row)?))).next()?;
    let mut brought = Brought::default();
    brought.left_out.extend(table.rows[..at].iter().map(|row| (row.line, Why::AboveHead)));
    let first = heads.first()?.0;
    for row in &table.rows[at + 1..] {
        // A head may stand again on each printed page.
        if row.cells == table.rows[at].cells {
            continue;
        }
        let side = row.cells.iter().take(first).find_map(|cell| State::of(cell));
        let Some(side) = side.filter(|side| heads[0].1.with(*side).is_some()) else {
            brought.left_out.push((row.line, Why::NoState));
            continue;
        };
        for (column, head) in &heads {
            let id = row.cells.get(*column).map(|cell| cell.trim()).filter(|id| !id.is_empty());
            let Some((number, id)) = head.with(side).zip(id) else { continue };
            match brought.rows.iter().find(|own| own.numbers == [number]) {
                Some(before) if before.id != id => brought.left_out.push((row.line, Why::Repeated)),
                Some(_) => {}
                None => brought.rows.push(BroughtRows { line: row.line, numbers: vec![number], id: id.to_owned() }),
            }
        }
    }
    (!brought.rows.is_empty()).then_some(brought)
}

/// Whether a line is the head of such a table.
pub(super) fn is_head(row: &Row) -> bool {
    heads_of(row).is_some()
}

/// The states along the top: two or more of one kind, each once, and nothing else behind the first of them.
fn heads_of(row: &Row) -> Option<Vec<(usize, State)>> {
    let filled = row.cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
    let states: Vec<(usize, State)> = filled
        .map(|(at, cell)| (at, State::of(cell)))
        .skip_while(|(_, state)| state.is_none())
        .map(|(at, state)| state.map(|state| (at, state)))
        .collect::<Option<_>>()?;
    let (at, first) = *states.first()?;
    let is_once = |(at, state): &(usize, State)| states.iter().all(|(other, own)| at == other || own != state);
    let is_head = 0 < at && 1 < states.len() && states.iter().all(|(_, state)| state.is_of_kind(first));
    (is_head && states.iter().all(is_once)).then_some(states)
}
