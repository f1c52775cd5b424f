//! Every ID of the option has an entry in the file.

use super::{
    Basis, Law,
    diagnostic::Diagnostic,
    example::Example,
    facts::{self, Facts},
    fix::{Fix, Turn},
    likeness, renaming, roles,
};
use crate::{
    mapping::{options::Mode, residue::quoted},
    source::{
        text::{Part, Span},
        xml,
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
    if facts.mode == Mode::Pull || (is_another_file && facts.map.entries.is_empty()) {
        return;
    }
    for (id, spans) in renaming::used_ids(facts) {
        // One that was not read may be there after all.
        if facts.map.entry_of(id).is_none() && !facts.may_hide_entry(id) {
            acc.push(judged(facts, id, &spans));
        }
    }
}

fn judged(facts: &Facts<'_>, id: &str, spans: &[Span]) -> Diagnostic {
    let rows = facts.rows_with(id);
    // What the option cannot hold is no way out.
    let fits = |id: &&str| !id.contains([',', ':', '=']) && !id.contains(char::is_whitespace);
    let near = likeness::nearest(id, facts.map.entries.iter().map(facts::id_of).filter(fits));
    let way_out = match near {
        Some(near) => format!("did you mean {}?", quoted(near)),
        None => "add one, or use the ID of another".to_owned(),
    };
    let verb = roles::verb(rows, "uses", "use");
    let message = format!("{} {verb} {}, but the file has no such entry; {way_out}", roles::named(rows), quoted(id));
    let renamed = near.map(|near| {
        // A name that only looks the same is the same to the one who wrote it.
        let fix = if likeness::looks_like(id, near) { Fix::safe } else { Fix::changes };
        let first = fix("Use the ID that is near", Part::Options, spans[0], near).labelled(format!("Use {near}"));
        spans[1..].iter().fold(first, |fix, span| fix.and(Part::Options, *span, near))
    });
    let number = roles::class_of_all(rows).map_or(6500, |class| class.customary().number()).to_string();
    let created = facts.map.addition(facts.xml_text, id, &number).map(|edit| {
        let fix = Fix::changes("Create the entry", Part::Xml, edit.span, edit.text);
        // The first entry of a file comes with lines of its own.
        let turn = if facts.map.entries.is_empty() { Turn::Waits } else { Turn::Behind };
        fix.labelled(format!("Create entry {id}")).in_turn(turn)
    });
    // Beside a fragment, or with a prefix that is nowhere declared, a new entry would be as broken as the others.
    let is_whole = facts.map.root.as_ref().is_some_and(|root| {
        root.is_agent_states && (facts.xml.problems.is_empty() || !root.name.text(facts.xml_text).contains(':'))
    });
    let is_possible = is_whole && fits(&id) && xml::forbidden(id).is_none();
    let created = created.filter(|_| is_possible);
    let found = LAW.error(Part::Options, spans[0], message).about(id).with_more(spans[1..].iter().copied());
    found.with_fixes(renamed).with_fixes(created)
}
