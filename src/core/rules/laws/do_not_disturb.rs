//! No entry blocks calls.

use crate::{
    mapping::{
        availability::Class,
        rows::Rows,
        states::{AgentState, StateNumber},
    },
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        fix::Fix,
        law::{Basis, Law},
        roles,
    },
    source::{
        message::Message,
        text::{Part, Span},
    },
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
        let is_ready = |row: &StateNumber| row.pair().0 == AgentState::Ready;
        let ready: Rows = rows.iter().filter(is_ready).collect();
        let number = availability.number();
        let way_out = way_out(rows, written.span);
        let message = if ready.is_empty() {
            let blocks = "is Do not disturb: Skype for Business blocks calls from 9000 to 11999";
            Message::new(format!("`{number}` {blocks}"))
                .with_meaning("whether calls of T-Server still ring is not documented")
        } else {
            let wrong = format!(
                "`{number}` is Do not disturb, and {} {} for agents who are ready for calls: Skype for Business blocks \
                 calls from 9000 to 11999, so theirs may never ring",
                roles::named(ready),
                roles::verb(ready, "is", "are"),
            );
            Message::new(wrong).with_advice(match &way_out {
                Some((class, _)) => format!("use {}", roles::numbered(*class)),
                None => "use another number, or another ID for some of its rows".to_owned(),
            })
        };
        acc.push(
            LAW.warning(Part::Xml, written.span, message)
                .about(facts::id_of(entry))
                .with_fixes(way_out.map(|(_, fix)| fix)),
        );
    }
}

/// The class that suits the rows, with its number; where they want several, Busy if none of them contradicts it.
fn way_out(rows: Rows, availability: Span) -> Option<(Class, Fix)> {
    if let Some(class) = roles::class_of_all(rows) {
        return roles::fitting(rows, availability).map(|fix| (class, fix));
    }
    let may_be_busy = rows.iter().all(|row| !roles::contradicts(row, Class::Busy));
    let busy = || Fix::changes("use-busy", "Use 6500 (Busy)", Part::Xml, availability, "6500");
    may_be_busy.then(|| (Class::Busy, busy()))
}
