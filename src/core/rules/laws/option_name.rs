//! The options of a profile are spelt as the guide spells them.

use crate::{
    mapping::{leftovers::Slip, option_name::OptionName},
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        fix::Fix,
        law::{Basis, Law},
    },
    source::{message::Message, phrase::quoted, text::Part},
};

pub(super) static LAW: Law = Law {
    code: "option-name",
    statement: "The options of a profile are spelt as the guide spells them",
    why: "T-Server looks for these names; one in other letters is another option",
    basis: Basis::Guide("Configuring the Presence Profile"),
    example: Example::options(
        "[TServer]
Service_Type=presence-profile
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
    for (span, meant) in facts.misspelt_options.iter().copied() {
        let name = meant.name();
        let flaw = facts.options.flaws.iter().find(|flaw| flaw.slip == Slip::OtherName(meant) && flaw.span == span);
        let message = match flaw {
            Some(flaw) => flaw.message.clone(),
            None => {
                let written = quoted(span.text(facts.options_text));
                Message::new(format!("{written} is no option of a profile, and `{name}` is missing"))
                    .with_advice(format!("did you mean `{name}`?"))
            }
        };
        let found = LAW.error(Part::Options, span, message).about(name);
        // Letter case and underscores leave no doubt of what was meant, other slips do.
        let fix = if flaw.is_some() { Fix::safe } else { Fix::changes };
        // A second one of the name would be no better; beside rows without a name it would say other IDs than they.
        let has_rows = meant == OptionName::AggregatedStates && !facts.options.aggregated_states.spans.is_empty();
        let is_free = facts.options.of(meant).is_none() && !has_rows;
        let fix = fix("use-name-of-guide", "Use the name of the guide", Part::Options, span, name);
        acc.push(found.with_fixes(is_free.then(|| fix.labelled(format!("Use {name}")))));
    }
}
