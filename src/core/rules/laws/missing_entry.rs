//! Every ID of the option has an entry in the file.

mod ways;

use crate::{
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        law::{Basis, Law},
        misspelt, renaming, roles,
    },
    source::{
        phrase::quoted,
        text::{Part, Span},
    },
};

pub(super) static LAW: Law = Law {
    code: "missing-entry",
    statement: "Every ID that the option gives a row has an entry in the file, spelt exactly alike",
    why: "T-Server finds nothing to push for the row",
    basis: Basis::Guide("Configuring the Presence Profile, Configure the XML file"),
    example: Example::options(
        "[TServer]
service-type=presence-profile
map-presence-to-dnd=false
agent-presence-map=C:\\Genesys\\Presence\\agentStates.xml
aggregated-states=1=IDLE_OUT, 2=IDLE_READY, 3=IDLE_NOTREADY, 4=IDLE_ACW, 5=IDLE_AWAY, 6=INCALL, 7=INCALL, 8=INCALL, \
         9=INCALL, 10=INCAL, 11=OOS, 12=OOS, 13=OOS, 14=OOS, 15=OOS
",
    ),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    // Of an empty file, and of another one, another law speaks.
    let is_another_file = facts.map.root.as_ref().is_none_or(|root| !root.is_agent_states);
    if facts.options.pulls() || (is_another_file && facts.map.entries.is_empty()) {
        return;
    }
    let missing = renaming::used_ids(facts).into_iter().filter(|(id, _)| facts.map.entry_of(id).is_none());
    for (id, spans) in missing {
        // One that was not read may be there after all. Of an entry that has the ID under another name, or with blanks
        // around it, the law on IDs speaks.
        if facts.may_hide_entry(id) || misspelt::is_misspelt_id(facts, id) {
            continue;
        }
        acc.push(match misspelt::entry(facts, id) {
            Some(element) => misspelt::judged_entry(&LAW, facts, id, element),
            None => judged(facts, id, &spans),
        });
    }
}

fn judged(facts: &Facts<'_>, id: &str, spans: &[Span]) -> Diagnostic {
    let rows = facts.rows_with(id);
    let near = ways::nearest(facts, id);
    let way_out = match near {
        Some(near) => format!("did you mean {}?", quoted(facts::id_of(near))),
        None => "add one, or use the ID of another".to_owned(),
    };
    let uses = roles::predicate(rows, "uses", "use");
    let wrong = format!("{uses} {}, but the file has no such entry", quoted(id));
    let found = LAW.error(Part::Options, spans[0], wrong).of_rows(rows).with_advice(way_out).about(id);
    let found = found.with_more(spans[1..].iter().copied());
    let renamed = near.map(|near| ways::one_for_both(facts, id, spans, near));
    found.with_fixes(renamed).with_fixes(ways::created(facts, id, rows))
}
