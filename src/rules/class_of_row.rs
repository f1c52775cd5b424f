//! The presence of an entry suits the rows that come to it.

use super::{
    Basis, Law,
    diagnostic::Diagnostic,
    example::Example,
    facts::{self, Facts},
    roles,
};
use crate::{
    mapping::{
        availability::Class,
        options::Mode,
        states::{AgentState, DeviceState, StateNumber},
    },
    source::text::Part,
};

pub(super) static LAW: Law = Law {
    code: "class-of-row",
    statement: "An idle, ready agent is shown as available, a logged-out one as offline, and nobody with a call or without a device as available",
    why: "Colleagues rely on what is shown: they call somebody who has a call already, or nobody calls an agent who is free",
    basis: Basis::Guide("Push Presence Mode"),
    example: Example::entry(
        r#"  <agentState ID="IDLE_READY" availability="6500">
    <activity LCID="1033">I am available</activity>
  </agentState>"#,
    ),
    check,
    yields_to: &["availability-none", "do-not-disturb"],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    if facts.mode == Mode::Pull {
        return;
    }
    for (position, entry) in facts.map.entries.iter().enumerate() {
        let (Some(written), Some(availability)) = (&entry.availability, entry.availability_value()) else { continue };
        let class = availability.class();
        let rows = facts.rows_of(position).iter().filter(|row| contradicts(*row, class)).collect();
        let Some(first) = facts::Rows::iter(rows).next() else { continue };
        let expected = match first.pair() {
            (AgentState::Logout, DeviceState::Idle) => "an agent who is logged out is offline",
            (_, DeviceState::Idle) => "an agent who is ready and idle is available",
            (_, DeviceState::Busy) => "an agent with a call is busy",
            (_, DeviceState::Oos) => "a device out of service is not available",
        };
        let message = format!(
            "{} {} {} (`{}`), but {expected}; use another number, or another ID for the row",
            roles::named(rows),
            roles::verb(rows, "shows", "show"),
            class.word(),
            availability.number()
        );
        let fix = roles::fitting(facts.rows_of(position), written.span);
        acc.push(LAW.warning(Part::Xml, written.span, message).about(facts::id_of(entry)).with_fixes(fix));
    }
}

/// Logout and Busy, row 6, is a call in progress: there Busy is right.
fn contradicts(row: StateNumber, class: Class) -> bool {
    match row.pair() {
        (AgentState::Logout, DeviceState::Idle) => class != Class::Offline,
        (AgentState::Ready, DeviceState::Idle) => class != Class::Online,
        (_, DeviceState::Idle) => false,
        (_, DeviceState::Busy | DeviceState::Oos) => class == Class::Online,
    }
}
