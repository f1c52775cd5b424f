//! What stands for rows of `aggregated-states`: numbers, ranges, and the names of states.

use crate::{
    mapping::states::{AgentState, DeviceState, StateNumber},
    source::spreadsheet::{Spoilt, spoilt},
};

/// What stands for rows.
pub(super) enum Numbers {
    /// Rows, and the range that a spreadsheet made a date of.
    Rows(Vec<StateNumber>, Option<(u8, u8)>),
    /// A value that a spreadsheet has spoilt.
    Spoilt,
    /// Nothing of that kind.
    None,
}

/// `7`, `3-4`, `6 – 10`, and `4-Mar` as the range that it was.
pub(super) fn numbers(cell: &str) -> Numbers {
    let range = |from: u8, to: u8| {
        let rows: Option<Vec<StateNumber>> = (from..=to).map(StateNumber::new).collect();
        rows.filter(|rows| !rows.is_empty())
    };
    let number = |text: &str| text.trim().parse::<u8>().ok();
    let written = match cell.split_once(['-', '\u{2013}', '\u{2014}']) {
        Some((from, to)) => number(from).zip(number(to)),
        None => number(cell).map(|number| (number, number)),
    };
    if let Some(rows) = written.and_then(|(from, to)| range(from, to)) {
        return Numbers::Rows(rows, None);
    }
    match spoilt(cell) {
        Some(Spoilt::Date(from, to)) => {
            let was = u8::try_from(from).ok().zip(u8::try_from(to).ok());
            let rows = was.and_then(|(from, to)| range(from, to));
            rows.map_or(Numbers::Spoilt, |rows| Numbers::Rows(rows, was))
        }
        Some(_) => Numbers::Spoilt,
        None => Numbers::None,
    }
}

/// The row of an agent state and a device state, by their names however they are written.
pub(super) fn pair(agent: &str, device: &str) -> Option<StateNumber> {
    Some(StateNumber::of(agent_state(agent)?, device_state(device)?))
}

/// An agent state by its name, however it is written.
pub(super) fn agent_state(name: &str) -> Option<AgentState> {
    AgentState::ALL.into_iter().find(|state| letters(state.name()) == letters(name))
}

/// A device state by its name, however it is written.
pub(super) fn device_state(name: &str) -> Option<DeviceState> {
    DeviceState::ALL.into_iter().find(|state| letters(state.name()) == letters(name))
}

fn letters(name: &str) -> String {
    name.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
