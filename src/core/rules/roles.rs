//! What a row should show, as far as the guide says so, and in words.

use super::{facts::Rows, fix::Fix};
use crate::{
    mapping::{
        advised_class,
        availability::Class,
        states::{AgentState, DeviceState, StateNumber},
    },
    source::text::{Part, Span},
};

/// The class that suits all of several rows; `None` when they differ or there are none.
pub fn class_of_all(rows: Rows) -> Option<Class> {
    let mut classes = rows.iter().map(advised_class::of);
    let first = classes.next()?;
    classes.all(|class| class == first).then_some(first)
}

/// Puts the number that suits all of several rows in the place of an availability, if there is one.
pub fn fitting(rows: Rows, availability: Span) -> Option<Fix> {
    let class = class_of_all(rows)?;
    let number = class.customary().number();
    let fix = Fix::changes("Use the number of the row", Part::Xml, availability, number.to_string());
    Some(fix.labelled(format!("Use {number} ({})", class.word())))
}

/// Whether a class says the contrary of what a row is. Logout and Busy, row 6, is a call in progress: there Busy is right.
pub fn contradicts(row: StateNumber, class: Class) -> bool {
    match row.pair() {
        (AgentState::Logout, DeviceState::Idle) => class != Class::Offline,
        (AgentState::Ready, DeviceState::Idle) => class != Class::Online,
        (_, DeviceState::Idle) => false,
        (_, DeviceState::Busy | DeviceState::Oos) => class == Class::Online,
    }
}

/// "row 7 (Ready, Busy)", "rows 6 to 10", "rows 1, 3 and 5".
pub fn named(rows: Rows) -> String {
    let numbers: Vec<StateNumber> = rows.iter().collect();
    if let [one] = numbers.as_slice() {
        let (agent, device) = one.pair();
        return format!("row {} ({}, {})", one.number(), agent.name(), device.name());
    }
    let mut runs: Vec<String> = Vec::new();
    for run in numbers.chunk_by(|one, next| one.number() + 1 == next.number()) {
        match run {
            [first, _, .., last] => runs.push(format!("{} to {}", first.number(), last.number())),
            few => runs.extend(few.iter().map(|row| row.number().to_string())),
        }
    }
    format!("rows {}", listed(runs.into_iter()))
}

/// The form of a verb that goes with one row, or with several.
pub fn verb(rows: Rows, one: &'static str, several: &'static str) -> &'static str {
    if rows.iter().nth(1).is_some() { several } else { one }
}

/// "a, b and c".
pub fn listed(items: impl Iterator<Item = String>) -> String {
    let mut listed = String::new();
    let mut items = items.peekable();
    while let Some(item) = items.next() {
        if !listed.is_empty() {
            listed += if items.peek().is_some() { ", " } else { " and " };
        }
        listed += &item;
    }
    listed
}
