//! Where the IDs of a block go whose heads say it: the name of their column, or the states of agent and device.

use super::{
    below_heads::BelowHeads,
    columns::{self, Column},
};
use crate::mapping::states::{AgentState, DeviceState, StateNumber};

/// One column of IDs below its head, for a table in which `column` has them and a row for each situation; the block begins in
/// row `first`, from 0. `None` where its first cell is no head.
pub fn of_column(rows: &[Vec<String>], first: usize, column: usize, count: usize) -> Option<BelowHeads> {
    let (head, ids) = rows.split_first().filter(|(_, ids)| !ids.is_empty())?;
    let [name] = head.as_slice() else { return None };
    if columns::columns(head) != [Column::Id] || ids.iter().any(|row| row.len() != 1) {
        return None;
    }
    let mut placed = BelowHeads {
        named: "its first row names the column",
        heads: vec![name.trim().to_owned()],
        ..BelowHeads::default()
    };
    for (at, id) in ids.iter().map(|row| &row[0]).enumerate().filter(|(_, id)| !id.trim().is_empty()) {
        match first + at < count {
            true => placed.texts.push((first + at, column, id.clone())),
            false => placed.below += 1,
        }
    }
    Some(placed)
}

/// Rows of `aggregated-states` with their states in front, with or without their numbers, for the table of device states by
/// agent states. `None` where they are none.
pub fn of_whole_rows(rows: &[Vec<String>]) -> Option<BelowHeads> {
    let mut placed = BelowHeads { named: "its rows name agent and device states", ..BelowHeads::default() };
    for row in rows {
        let numbered = row
            .first()
            .is_some_and(|first| first.trim().parse::<u8>().is_ok_and(|row| StateNumber::new(row).is_some()));
        let [agent, device, id, ..] = row.get(usize::from(numbered)..)? else { return None };
        let agent = AgentState::ALL.iter().position(|own| is_named(agent, own.name()))?;
        let device = DeviceState::ALL.iter().position(|own| is_named(device, own.name()))?;
        if !id.trim().is_empty() {
            placed.texts.push((device, agent + 1, id.clone()));
        }
    }
    (!placed.texts.is_empty()).then_some(placed)
}

/// IDs below agent states, for the table of device states by agent states, whose first column has the device states. Without
/// those in the block, its rows begin in `first`, from 0. `None` where the first row does not name agent states.
pub fn of_pairs(rows: &[Vec<String>], first: usize) -> Option<BelowHeads> {
    let (head, rows) = rows.split_first().filter(|(_, rows)| !rows.is_empty())?;
    let device = |row: &Vec<String>| DeviceState::ALL.iter().position(|device| is_named(&row[0], device.name()));
    let has_devices = rows.iter().all(|row| !row.is_empty() && device(row).is_some());
    let agents = if has_devices { head.get(1..)? } else { head };
    let goals: Vec<usize> = agents
        .iter()
        .map(|name| AgentState::ALL.iter().position(|agent| is_named(name, agent.name())))
        .collect::<Option<Vec<usize>>>()
        .filter(|goals| !goals.is_empty())?;
    let heads = agents.iter().map(|name| name.trim().to_owned()).collect();
    let mut placed = BelowHeads { named: "its first row names agent states", heads, ..BelowHeads::default() };
    for (at, row) in rows.iter().enumerate() {
        let (goal, ids) = if has_devices { (device(row), &row[1..]) } else { (Some(first + at), row.as_slice()) };
        let Some(goal) = goal.filter(|goal| *goal < DeviceState::ALL.len()) else {
            placed.below += 1;
            continue;
        };
        // Behind the last head there is no column.
        let cells = ids.iter().zip(&goals).filter(|(id, _)| !id.trim().is_empty());
        placed.texts.extend(cells.map(|(id, agent)| (goal, agent + 1, id.clone())));
    }
    Some(placed)
}

/// Whether a cell has a name, whatever its case is and whichever sign stands between its words.
fn is_named(cell: &str, name: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|sign| sign.is_alphanumeric()).collect::<String>();
    letters(cell).eq_ignore_ascii_case(&letters(name))
}
