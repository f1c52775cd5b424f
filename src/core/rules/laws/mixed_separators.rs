//! All pairs of aggregated-states have the same sign between number and ID.

use crate::{
    mapping::aggregated_states::Separator,
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        fix::{Fix, Safety},
        law::{Basis, Law},
    },
    source::{
        edit::Edit,
        text::{Part, Span},
    },
};

pub(super) static LAW: Law = Law {
    code: "mixed-separators",
    statement: "All pairs of aggregated-states have the same sign between number and ID",
    why: "The guide writes `=`, the option reference `:`, nobody both; T-Server may read half of the list",
    basis: Basis::Guide("Configuring the Presence Profile, Provide details of aggregated states"),
    example: Example::options(
        "[TServer]
service-type=presence-profile
map-presence-to-dnd=false
agent-presence-map=C:\\Genesys\\Presence\\agentStates.xml
aggregated-states=1=IDLE_OUT, 2=IDLE_READY, 3=IDLE_NOTREADY, 4=IDLE_ACW, 5=IDLE_AWAY, 6=INCALL, \
         7=INCALL, 8=INCALL, 9=INCALL, 10=INCALL, 11:OOS, 12:OOS, 13:OOS, 14:OOS, 15:OOS
",
    ),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let (mut equals, mut colons) = (Vec::new(), Vec::new());
    for pair in &facts.options.aggregated_states.pairs {
        let between = Span::new(pair.number_span.end, pair.id_span.start);
        // A table has none.
        let Some(at) = between.text(facts.options_text).find(pair.separator.sign()) else { continue };
        let sign = Span::new(between.start + at, between.start + at + 1);
        match pair.separator {
            Separator::Equals => equals.push(sign),
            Separator::Colon => colons.push(sign),
        }
    }
    if equals.is_empty() || colons.is_empty() {
        return;
    }
    let may_hold_time = facts.options.aggregated_states.may_hold_time(facts.options_text);
    let safety = if may_hold_time { Safety::Changes } else { Safety::Safe };
    let use_equals =
        Fix::new("use-equals-signs", "Use = everywhere", safety).and_all(Part::Options, &instead(&colons, "="));
    let use_colons = Fix::new("use-colons", "Use : everywhere", safety).and_all(Part::Options, &instead(&equals, ":"));
    let wrong = format!(
        "{} {} `=` and {} `:`",
        equals.len(),
        if equals.len() == 1 { "pair has" } else { "pairs have" },
        colons.len()
    );
    let (few, fixes) = match equals.len() < colons.len() {
        true => (equals, [use_colons, use_equals]),
        false => (colons, [use_equals, use_colons]),
    };
    let found =
        LAW.error(Part::Options, few[0], wrong).with_advice("use one of them for all").about("aggregated-states");
    acc.push(found.with_more(few[1..].iter().copied()).with_fixes(fixes));
}

fn instead(signs: &[Span], sign: &str) -> Vec<Edit> {
    signs.iter().map(|span| Edit::replace(*span, sign)).collect()
}
