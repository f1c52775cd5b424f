//! What a row should show, as far as the guide says so, and in words.

use super::fix::Fix;
use crate::{
    mapping::{
        advised_class,
        availability::Class,
        rows::Rows,
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
    let number = class.customary().number().to_string();
    let fix = Fix::changes("use-number-of-row", "Use the number of the row", Part::Xml, availability, number);
    Some(fix.labelled(format!("Use {}", numbered(class))))
}

/// "6500 (Busy)": the customary number of a class, and its word.
pub fn numbered(class: Class) -> String {
    format!("{} ({})", class.customary().number(), class.word())
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
    match states(rows) {
        Some(states) => format!("{rows} {states}"),
        None => rows.to_string(),
    }
}

/// How begins what is said of rows, whose numbers stand in front: "(Ready, Busy) uses", "use".
pub fn predicate(rows: Rows, one: &'static str, several: &'static str) -> String {
    match states(rows) {
        Some(states) => format!("{states} {one}"),
        None => several.to_owned(),
    }
}

/// "(Ready, Busy)"; `None` of several rows.
fn states(rows: Rows) -> Option<String> {
    let (agent, device) = rows.iter().next().filter(|_| rows.count() == 1)?.pair();
    Some(format!("({}, {})", agent.name(), device.name()))
}

/// The form of a verb that goes with one row, or with several.
pub fn verb(rows: Rows, one: &'static str, several: &'static str) -> &'static str {
    if rows.count() == 1 { one } else { several }
}
