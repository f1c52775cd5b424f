//! The presence of an entry suits the rows that come to it.

use crate::{
    mapping::{
        rows::Rows,
        states::{AgentState, DeviceState, StateNumber},
    },
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        law::{Basis, Law},
        roles,
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
    if facts.options.pulls() {
        return;
    }
    for (position, entry) in facts.map.entries.iter().enumerate() {
        let (Some(written), Some(availability)) = (&entry.availability, entry.availability_value()) else { continue };
        let class = availability.class();
        let contradicted: Vec<StateNumber> =
            facts.rows_of(position).iter().filter(|row| roles::contradicts(*row, class)).collect();
        // Rows of one reason stand side by side.
        for rows in contradicted.chunk_by(|one, next| expected(*one) == expected(*next)) {
            let named: Rows = rows.iter().copied().collect();
            let wrong = format!(
                "{} {} (`{}`), but {}",
                roles::predicate(named, "shows", "show"),
                class.word(),
                availability.number(),
                expected(rows[0])
            );
            let these = roles::verb(named, "the row", "these rows");
            let advice = format!("use another number, or another ID for {these}");
            let fix = roles::fitting(facts.rows_of(position), written.span);
            let found = LAW.warning(Part::Xml, written.span, wrong).of_rows(named).with_advice(advice);
            acc.push(found.about(facts::id_of(entry)).with_fixes(fix));
        }
    }
}

/// What colleagues should be shown of a row whose class contradicts it.
fn expected(row: StateNumber) -> &'static str {
    match row.pair() {
        (AgentState::Logout, DeviceState::Idle) => "an agent who is logged out is offline",
        (_, DeviceState::Idle) => "an agent who is ready and idle is available",
        (_, DeviceState::Busy) => "an agent with a call is busy",
        (_, DeviceState::Oos) => "a device out of service is not available",
    }
}
