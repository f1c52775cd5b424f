//! No text, ID or value has a control character where a sign of windows-1252 was meant.

use crate::{
    mapping::option_name::OptionName,
    rules::{
        controls,
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        fix::{Fix, Safety},
        law::{Basis, Law},
        renaming, repairing,
    },
    source::{
        decode::misread,
        phrase::quoted,
        text::{Part, Span},
    },
};

pub(super) static LAW: Law = Law {
    code: "control-character",
    statement: "No text, ID or value has a control character from U+0080 to U+009F",
    why: "They show nothing; in windows-1252 most of their bytes are quotation marks, dashes and letters, which were meant",
    basis: Basis::Xml("2.2 Characters"),
    example: Example::entry(
        r#"  <agentState ID="INCALL" availability="7001">
    <activity LCID="1033">I&#146;m with a customer</activity>
  </agentState>"#,
    ),
    check,
    yields_to: &["misread-text"],
};

const KIND: &str = "write-sign";
const TITLE: &str = "Write the sign that was meant";

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    for (entry, activity) in facts.texts().filter(|(_, activity)| controls::stand_alone_in(&activity.text.text)) {
        let places = controls::in_xml(facts.xml_text, activity.text.span);
        let about = |found: Diagnostic| found.about(facts::id_of(entry)).in_language(activity.lcid_value());
        acc.extend(places.map(|(span, sign)| {
            let meant = misread::sign_of_control(sign)
                .map(|meant| Fix::changes(KIND, TITLE, Part::Xml, span, meant).labelled(format!("Write {meant}")));
            about(judged(Part::Xml, span, sign)).with_fixes(meant)
        }));
    }
    for entry in facts.map.entries.iter().filter(|entry| controls::stand_alone_in(facts::id_of(entry))) {
        let id = facts::id_of(entry);
        let Some((span, sign)) = controls::in_xml(facts.xml_text, facts::place_of(entry)).next() else { continue };
        let fix = controls::replaced(id).and_then(|name| {
            let fix = Fix::new(KIND, TITLE, Safety::Changes).labelled(format!("Use {name}"));
            repairing::id(facts, id, fix, &name)
        });
        acc.push(judged(Part::Xml, span, sign).about(id).with_fixes(fix));
    }
    for option in &facts.options.options {
        if !controls::stand_alone_in(option.value.text(facts.options_text)) {
            continue;
        }
        let places = controls::in_options(facts.options_text, option.value);
        let Some(((span, sign), more)) = places.split_first() else { continue };
        let fix = match option.known {
            Some(OptionName::AggregatedStates) => of_list(facts),
            _ => controls::replaced(option.value.text(facts.options_text))
                .map(|meant| Fix::changes(KIND, TITLE, Part::Options, option.value, meant)),
        };
        let found = judged(Part::Options, *span, *sign).about(option.name.text(facts.options_text));
        acc.push(found.with_more(more.iter().map(|(span, _)| *span)).with_fixes(fix));
    }
}

/// The IDs of the list are those of entries, and both stay together.
fn of_list(facts: &Facts<'_>) -> Option<Fix> {
    let mut ids = renaming::used_ids(facts).into_iter().map(|(id, _)| id).filter(|id| controls::stand_alone_in(id));
    let fix = ids.try_fold(Fix::new(KIND, TITLE, Safety::Changes), |fix, id| {
        repairing::id(facts, id, fix, &controls::replaced(id)?)
    });
    fix.filter(|fix| !fix.edits.is_empty())
}

fn judged(part: Part, span: Span, sign: char) -> Diagnostic {
    let found = LAW.warning(part, span, format!("the control character U+{:04X} shows nothing", u32::from(sign)));
    match misread::sign_of_control(sign) {
        Some(meant) => {
            found.with_advice(format!("its byte is {} in windows-1252, write that", quoted(&meant.to_string())))
        }
        None => found.with_advice("write the letter that was meant"),
    }
}
