//! No text, ID or value was read in a wrong encoding before it came here.

use crate::{
    mapping::option_name::OptionName,
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        fix::{Fix, Safety},
        law::{Basis, Law},
        likeness::LOST,
        renaming, repairing, script,
    },
    source::{
        decode::repair::{Expected, Repair, repair},
        phrase::{Phrase, quoted},
        text::{Part, Span},
    },
};

pub(super) static LAW: Law = Law {
    code: "misread-text",
    statement: "No text, ID or value was read in a wrong encoding before it came here",
    why: "A program took its bytes for other letters and wrote those down; colleagues would get them instead of words",
    basis: Basis::Xml("4.3.3 Character Encoding in Entities"),
    example: Example::entry(
        r#"  <agentState ID="INCALL" availability="7001">
    <activity LCID="1033">Working at the cafÃ©</activity>
  </agentState>"#,
    ),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    for (entry, activity) in facts.texts().filter(|(_, activity)| !activity.text.text.is_ascii()) {
        let tag = activity.lcid_value().and_then(|lcid| lcid.tag());
        let expected = match tag.and_then(script::of_language) {
            Some(script::Script::Cyrillic) => Expected::Cyrillic,
            Some(script::Script::Latin) | None => Expected::Open,
            Some(_) => Expected::Others,
        };
        let Some(meant) = repair(&activity.text.text, expected) else { continue };
        let fix = fix(&meant).and_then(|fix| repairing::text(facts, activity, fix, &meant.text));
        let found = told("text", Part::Xml, activity.text.span, &meant, fix).about(facts::id_of(entry));
        acc.push(found.in_language(activity.lcid_value()));
    }
    let used = renaming::used_ids(facts);
    for (id, spans) in used.iter().filter(|(id, _)| !id.is_ascii()) {
        let Some(meant) = repair(id, Expected::Open) else { continue };
        let fix = fix(&meant).and_then(|fix| repairing::id(facts, id, fix, &meant.text));
        let found = told("ID", Part::Options, spans[0], &meant, fix).about(id);
        acc.push(found.with_more(spans[1..].iter().copied()));
    }
    for entry in &facts.map.entries {
        let id = facts::id_of(entry);
        if id.is_ascii() || used.iter().any(|(used, _)| *used == id) {
            continue;
        }
        let Some(meant) = repair(id, Expected::Open) else { continue };
        let fix = fix(&meant).and_then(|fix| repairing::id(facts, id, fix, &meant.text));
        acc.push(told("ID", Part::Xml, facts::place_of(entry), &meant, fix).about(id));
    }
    for option in facts.options.options.iter().filter(|option| option.known != Some(OptionName::AggregatedStates)) {
        let Some(meant) = repair(option.value.text(facts.options_text), Expected::Open) else { continue };
        let fix = fix(&meant).map(|fix| fix.and(Part::Options, option.value, meant.text.as_str()));
        acc.push(told("value", Part::Options, option.value, &meant, fix).about(option.name.text(facts.options_text)));
    }
}

/// Without edits so far; none where a letter was lost on the way.
fn fix(meant: &Repair) -> Option<Fix> {
    let fix = Fix::new("write-what-was-meant", "Write what was meant", Safety::Changes);
    let label = Phrase::from(format!("Write {}", quoted(&meant.text))).plain();
    (!meant.text.contains(LOST)).then(|| fix.labelled(label))
}

fn told(what: &str, part: Part, span: Span, meant: &Repair, fix: Option<Fix>) -> Diagnostic {
    let often = ["", "", " twice", " three times"][meant.times.min(3)];
    let wrong = format!("the {what} seems to be {} that was read as {}{often}", meant.encoding, meant.read_as);
    let found = LAW.warning(part, span, wrong);
    match meant.text.contains(LOST) {
        true => found.with_advice("write it again, letters of it are lost"),
        false => found.with_advice(format!("write {}", quoted(&meant.text))).with_fixes(fix),
    }
}
