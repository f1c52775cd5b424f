//! Ready-made IDs for the fifteen rows, and the entries that the file lacks for them.

use crate::mapping::{
    agent_states::PresenceMap,
    aggregated_states::AggregatedStates,
    states::{AgentState, DeviceState, StateNumber},
};

/// What the rows are to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preset {
    /// An ID for each row, all different.
    OnePerRow,
    /// One ID for all rows of a device that is busy; the others keep theirs.
    BusyAsOne,
    /// One ID for all rows of a device that is out of service; the others keep theirs.
    OutOfServiceAsOne,
    /// The IDs of the guide's example.
    Guide,
}

/// An entry that a preset needs and the file lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Its ID.
    pub id: String,
    /// The first row that is to have it.
    pub row: StateNumber,
    /// Position of the entry it is a copy of: what the first of its rows that comes to an entry comes to now.
    pub copied: Option<usize>,
}

impl Preset {
    /// All of them.
    pub const ALL: [Preset; 4] = [Preset::OnePerRow, Preset::BusyAsOne, Preset::OutOfServiceAsOne, Preset::Guide];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Preset::OnePerRow => "One ID for each row",
            Preset::BusyAsOne => "One ID for all Busy rows",
            Preset::OutOfServiceAsOne => "One ID for all OOS rows",
            Preset::Guide => "The guide's IDs",
        }
    }

    /// The IDs of the rows it is about.
    pub fn ids(self, present: &AggregatedStates) -> Vec<(StateNumber, String)> {
        let all = |id: fn(StateNumber) -> String| StateNumber::all().map(|row| (row, id(row))).collect();
        let as_one = |device: DeviceState, guide: &str| {
            let rows: Vec<StateNumber> = StateNumber::all().filter(|row| row.pair().1 == device).collect();
            let id = shared(present, &rows).unwrap_or(guide).to_owned();
            rows.into_iter().map(|row| (row, id.clone())).collect()
        };
        match self {
            Preset::OnePerRow => all(own_id),
            Preset::BusyAsOne => as_one(DeviceState::Busy, "INCALL"),
            Preset::OutOfServiceAsOne => as_one(DeviceState::Oos, "OOS"),
            Preset::Guide => all(|row| match row.pair().1 {
                DeviceState::Idle => own_id(row),
                DeviceState::Busy => "INCALL".to_owned(),
                DeviceState::Oos => "OOS".to_owned(),
            }),
        }
    }

    /// The entries that the file lacks for its IDs.
    pub fn missing(self, present: &AggregatedStates, map: &PresenceMap) -> Vec<Missing> {
        let ids = self.ids(present);
        let mut missing: Vec<Missing> = Vec::new();
        for (row, id) in &ids {
            if map.entry_of(id).is_none() && !missing.iter().any(|own| own.id == *id) {
                let rows = ids.iter().filter(|(_, other)| other == id);
                let copied = rows.filter_map(|(row, _)| map.entry_of(present.id_of(*row)?)).next();
                missing.push(Missing { id: id.clone(), row: *row, copied });
            }
        }
        missing
    }
}

/// The ID that two or more of these rows share; the one of most of them, of several the first.
fn shared<'a>(present: &'a AggregatedStates, rows: &[StateNumber]) -> Option<&'a str> {
    let count = |id: &str| rows.iter().filter(|row| present.id_of(**row) == Some(id)).count();
    let ids = rows.iter().filter_map(|row| present.id_of(*row));
    let most = ids.rev().max_by_key(|id| count(id))?;
    (1 < count(most)).then_some(most)
}

/// An ID for a row alone, named as the guide names its first five: after the device, and after the agent.
fn own_id(row: StateNumber) -> String {
    let (agent, device) = row.pair();
    let device = match device {
        DeviceState::Idle => "IDLE",
        DeviceState::Busy => "BUSY",
        DeviceState::Oos => "OOS",
    };
    let agent = match agent {
        AgentState::Logout => "OUT",
        AgentState::Ready => "READY",
        AgentState::NotReady => "NOTREADY",
        AgentState::Acw => "ACW",
        AgentState::WalkAway => "AWAY",
    };
    format!("{device}_{agent}")
}
