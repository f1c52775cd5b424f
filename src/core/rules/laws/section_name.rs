//! The options stand in one section, TServer.

use crate::{
    mapping::{leftovers::Slip, options::SECTION},
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        fix::Fix,
        law::{Basis, Law},
    },
    source::{
        indent,
        text::{Part, Span},
    },
};

pub(super) static LAW: Law = Law {
    code: "section-name",
    statement: "The options stand in one section, `[TServer]`",
    why: "T-Server looks for them in the section of this name",
    basis: Basis::Guide("Configuring the Presence Profile"),
    example: Example::options(
        "[Tserver]
service-type=presence-profile
map-presence-to-dnd=false
agent-presence-map=C:\\Genesys\\Presence\\agentStates.xml
aggregated-states=1=IDLE_OUT, 2=IDLE_READY, 3=IDLE_NOTREADY, 4=IDLE_ACW, 5=IDLE_AWAY, 6=INCALL, \
         7=INCALL, 8=INCALL, 9=INCALL, 10=INCALL, 11=OOS, 12=OOS, 13=OOS, 14=OOS, 15=OOS
",
    ),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let text = facts.options_text;
    let repeats = facts.options.flaws.iter().any(|flaw| flaw.slip == Slip::RepeatedOption)
        || !facts.options.aggregated_states.flaws.is_empty();
    for flaw in &facts.options.flaws {
        let name = flaw.span.text(text);
        let found = LAW.flaw(flaw);
        acc.push(match flaw.slip {
            Slip::OtherSection => {
                let fix = if name.eq_ignore_ascii_case(SECTION) { Fix::safe } else { Fix::changes };
                found.with_fix(fix("use-section-name", "Use TServer", Part::Options, flaw.span, SECTION))
            }
            Slip::SecondSection => {
                // A header of the same name divides nothing, unless two profiles stand one behind the other.
                let is_same = facts.options.section.is_some_and(|first| first.text(text) == name);
                let fix = if is_same && !repeats { Fix::safe } else { Fix::changes };
                let (start, end) = (indent::line_start(text, flaw.span.start), indent::line_end(text, flaw.span.end));
                let line = indent::whole_lines(text, Span::new(start, end));
                found.with_fix(fix("remove-line", "Remove the line", Part::Options, line, ""))
            }
            _ => continue,
        });
    }
}
