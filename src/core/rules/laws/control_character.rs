//! No text, ID or value has a control character where a sign of windows-1252 was meant.

use crate::{
    mapping::{agent_states::writing, option_name::OptionName},
    rules::{
        controls,
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        fix::Fix,
        law::{Basis, Law},
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
    yields_to: &[],
};

const KIND: &str = "write-sign";
const TITLE: &str = "Write the sign that was meant";

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    for (entry, activity) in facts.texts().filter(|(_, activity)| controls::stand_in(&activity.text.text)) {
        let mut places = controls::in_xml(facts.xml_text, activity.text.span);
        let about = |found: Diagnostic| found.about(facts::id_of(entry)).in_language(activity.lcid_value());
        if misread::is_misread(&activity.text.text) {
            let told = places.next().map(|(span, sign)| LAW.warning(Part::Xml, span, controls::part_of_letter(sign)));
            acc.extend(told.map(about));
            continue;
        }
        acc.extend(places.map(|(span, sign)| {
            let meant = misread::sign_of_control(sign)
                .map(|meant| Fix::changes(KIND, TITLE, Part::Xml, span, meant).labelled(format!("Write {meant}")));
            about(judged(Part::Xml, span, sign)).with_fixes(meant)
        }));
    }
    for entry in facts.map.entries.iter().filter(|entry| controls::stand_alone_in(facts::id_of(entry))) {
        let id = facts::id_of(entry);
        let Some((span, sign)) = controls::in_xml(facts.xml_text, facts::place_of(entry)).next() else { continue };
        // Rows and entry stay together.
        let name = controls::replaced(id).filter(|name| facts.map.entry_of(name).is_none());
        let fix = name.map(|name| {
            let edit = writing::attribute(facts.xml_text, entry.id.as_ref(), "ID", &name, entry.name_span.end);
            let fix = Fix::changes(KIND, TITLE, Part::Xml, edit.span, edit.text).labelled(format!("Use {name}"));
            let pairs = facts.options.aggregated_states.pairs.iter().filter(|pair| pair.id == id);
            pairs.fold(fix, |fix, pair| fix.and(Part::Options, pair.id_span, name.as_str()))
        });
        acc.push(judged(Part::Xml, span, sign).about(id).with_fixes(fix));
    }
    for option in &facts.options.options {
        if !controls::stand_alone_in(option.value.text(facts.options_text)) {
            continue;
        }
        let places = controls::in_options(facts.options_text, option.value);
        let Some(((span, sign), more)) = places.split_first() else { continue };
        // The IDs of the list are those of entries.
        let is_list = option.known == Some(OptionName::AggregatedStates);
        let meant = controls::replaced(option.value.text(facts.options_text)).filter(|_| !is_list);
        let fix = meant.map(|meant| Fix::changes(KIND, TITLE, Part::Options, option.value, meant));
        let found = judged(Part::Options, *span, *sign).about(option.name.text(facts.options_text));
        acc.push(found.with_more(more.iter().map(|(span, _)| *span)).with_fixes(fix));
    }
}

fn judged(part: Part, span: Span, sign: char) -> Diagnostic {
    let code = u32::from(sign);
    let found = LAW.warning(part, span, format!("the control character U+{code:04X} shows nothing"));
    match misread::sign_of_control(sign) {
        Some(meant) => {
            let meant = quoted(meant.encode_utf8(&mut [0; 4]));
            found.with_advice(format!("its byte is {meant} in windows-1252, write that"))
        }
        None => found.with_advice("write the letter that was meant"),
    }
}
