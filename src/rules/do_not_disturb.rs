//! No entry blocks calls.

use super::{
    Basis, Law,
    diagnostic::Diagnostic,
    example::Example,
    facts::{self, Facts},
    fix::Fix,
    roles,
};
use crate::{
    mapping::{availability::Class, states::AgentState},
    source::text::Part,
};

pub(super) static LAW: Law = Law {
    code: "do-not-disturb",
    statement: "No entry has an availability from 9000 to 11999, which blocks calls",
    why: "Skype for Business turns calls away from somebody who is shown as Do not disturb; whether it does so with calls of T-Server is not documented",
    basis: Basis::Microsoft("presence containers of Lync Server: invitations are blocked from 9000 to 11999"),
    example: Example::entry(
        r#"  <agentState ID="INCALL" availability="9500">
    <activity LCID="1033">Working with a customer</activity>
  </agentState>"#,
    ),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    for (position, entry) in facts.map.entries.iter().enumerate() {
        let (Some(written), Some(availability)) = (&entry.availability, entry.availability_value()) else { continue };
        if availability.class() != Class::DoNotDisturb {
            continue;
        }
        let rows = facts.rows_of(position);
        let ready = rows.iter().filter(|row| row.pair().0 == AgentState::Ready).collect();
        let number = availability.number();
        let message = if rows.iter().any(|row| row.pair().0 == AgentState::Ready) {
            format!(
                "`{number}` is Do not disturb, and {} is for agents who are ready for calls: Skype for Business blocks \
                 calls from 9000 to 11999, so theirs may never ring; use 6500 for Busy",
                roles::named(ready)
            )
        } else {
            format!(
                "`{number}` is Do not disturb: Skype for Business blocks calls from 9000 to 11999; whether calls of \
                 T-Server still ring is not documented"
            )
        };
        let fix = Fix::changes("Use 6500 (Busy)", Part::Xml, written.span, "6500");
        acc.push(LAW.warning(Part::Xml, written.span, message).about(facts::id_of(entry)).with_fix(fix));
    }
}
