//! The option aggregated-states is a list of comma-separated pairs and nothing else.

mod ways;

use crate::{
    mapping::{aggregated_states::Form, leftovers::Slip},
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        fix::Fix,
        law::{Basis, Law},
        leftovers,
    },
    source::{
        blanks,
        text::{Part, Span},
    },
};

pub(super) static LAW: Law = Law {
    code: "aggregated-states-form",
    statement: "The option aggregated-states is a list of comma-separated pairs, each the number of a row and an ID, and nothing else",
    why: "What T-Server makes of a list in another form is not documented; a sign too many may become part of an ID",
    basis: Basis::Guide("Configuring the Presence Profile, Provide details of aggregated states"),
    example: Example::options(
        "[TServer]
service-type=presence-profile
map-presence-to-dnd=false
agent-presence-map=C:\\Genesys\\Presence\\agentStates.xml
aggregated-states=1=IDLE_OUT, 2=IDLE_READY, 3=IDLE_NOTREADY, 4=IDLE_ACW, 5=IDLE_AWAY, 6=INCALL, \
         7=INCALL, 8=INCALL, 9=INCALL, 10=INCALL, 11=OOS, 12=OOS, 13=OOS, 14=OOS, 15=OOS.
",
    ),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let states = &facts.options.aggregated_states;
    leftovers::judge(&LAW, facts.options_text, &states.repairs, NAME, acc);
    for flaw in &states.flaws {
        let found = LAW.flaw(flaw).about(NAME);
        acc.push(match flaw.slip {
            Slip::Semicolon => {
                // Where no pair follows, it may be a part of an ID.
                let behind = facts.options_text[flaw.span.end..].trim_start_matches([' ', '\t']);
                let is_end = behind.is_empty() || behind.starts_with('\n');
                let fix = if is_end || Form::of(behind) == Some(Form::List) { Fix::safe } else { Fix::changes };
                found.with_fix(fix("use-comma", "Use a comma", Part::Options, flaw.span, ","))
            }
            Slip::NoComma => {
                let end = blanks::trim_end(&facts.options_text[..flaw.span.start]).len();
                found.with_fix(Fix::safe("add-comma", "Add the comma", Part::Options, Span::at(end), ","))
            }
            Slip::NoSign => found.with_fixes(ways::with_sign(facts, flaw.span)),
            Slip::Range => found.with_fixes(ways::row_by_row(facts, flaw.span)),
            Slip::NoCell(_) | Slip::Time | Slip::More => found,
            _ => continue,
        });
    }
}

const NAME: &str = "aggregated-states";
