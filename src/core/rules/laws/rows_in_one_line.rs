//! The rows stand in one line, behind the name of the option.

use crate::{
    mapping::{leftovers::Slip, option_name::OptionName},
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        fix::{Fix, Safety},
        law::{Basis, Law},
    },
    source::text::{Part, Span},
};

pub(super) static LAW: Law = Law {
    code: "rows-in-one-line",
    statement: "The rows stand in one line, behind `aggregated-states=`",
    why: "A line without the name is no option; it is lost on the way to Configuration Manager",
    basis: Basis::Guide("Configuring the Presence Profile, Provide details of aggregated states"),
    example: Example::options(
        "[TServer]
service-type=presence-profile
map-presence-to-dnd=false
agent-presence-map=C:\\Genesys\\Presence\\agentStates.xml
1=IDLE_OUT
2=IDLE_READY
aggregated-states=3=IDLE_NOTREADY, 4=IDLE_ACW, 5=IDLE_AWAY, 6=INCALL, 7=INCALL, 8=INCALL, 9=INCALL, \
         10=INCALL, 11=OOS, 12=OOS, 13=OOS, 14=OOS, 15=OOS
",
    ),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let options = facts.options;
    let named = usize::from(options.of(OptionName::AggregatedStates).is_some());
    // Of what may go on with the line before the law on rows speaks.
    let rests = options.aggregated_states.flaws.iter().filter(|flaw| matches!(flaw.slip, Slip::Rest(_)));
    let rests: Vec<Span> = rests.map(|flaw| flaw.span).collect();
    let is_whole = |line: &&Span| {
        let at = rests.partition_point(|rest| rest.start < line.start);
        rests.get(at).is_none_or(|rest| !line.covers(*rest))
    };
    let loose: Vec<Span> = options.aggregated_states.spans.iter().skip(named).filter(is_whole).copied().collect();
    let Some((first, more)) = loose.split_first() else { return };
    let wrong = match loose.len() {
        1 => "this line belongs to `aggregated-states`, but has not its name".to_owned(),
        lines => format!("{lines} lines belong to `aggregated-states`, but have not its name"),
    };
    let found = LAW.error(Part::Options, *first, wrong).with_advice("write the rows behind it");
    let found = found.about("aggregated-states").with_more(more.iter().copied());
    acc.push(match options.rows_joined(facts.options_text) {
        Some(edits) => {
            // What only a table's own columns say is gone with the table.
            let safety = if options.says_rows_only(facts.options_text) { Safety::Safe } else { Safety::Changes };
            let fix = Fix::new("write-in-one-line", "Write them in one line", safety);
            found.with_fix(fix.and_all(Part::Options, edits.iter()))
        }
        None => found,
    });
}
