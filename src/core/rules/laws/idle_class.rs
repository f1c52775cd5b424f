//! No entry has the availability of an idle machine.

use crate::{
    mapping::availability::Class,
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        fix::Fix,
        law::{Basis, Law},
    },
    source::text::Part,
};

pub(super) static LAW: Law = Law {
    code: "idle-class",
    statement: "No entry has an availability of an idle class, 4500 to 5999 or 7500 to 8999",
    why: "These classes say that the machine is idle: the client shows them with the time since when, not the state of the agent",
    basis: Basis::Microsoft("availability classes of the enhanced presence model"),
    example: Example::entry(
        r#"  <agentState ID="IDLE_AWAY" availability="4501">
    <activity LCID="1033">I am away from my desk</activity>
  </agentState>"#,
    ),
    check,
    yields_to: &["class-of-row"],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    for entry in &facts.map.entries {
        let (Some(written), Some(availability)) = (&entry.availability, entry.availability_value()) else { continue };
        let fix = |kind, title, number| Fix::changes(kind, title, Part::Xml, written.span, number);
        let (shown, meaning, fix) = match availability.class() {
            Class::IdleOnline => ("Inactive", "the guide does so too", fix("use-away", "Use 15500 (Away)", "15500")),
            Class::IdleBusy => ("Busy", "", fix("use-busy", "Use 6500 (Busy)", "6500")),
            _ => continue,
        };
        let wrong = format!("`{}` is of an idle class, shown as {shown} with a time", availability.number());
        let found = LAW.note(Part::Xml, written.span, wrong).with_meaning(meaning);
        acc.push(found.about(facts::id_of(entry)).with_fix(fix));
    }
}
