//! A text is written in the script of its language.

use crate::{
    mapping::{agent_states::Activity, lcid::Lcid},
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        law::{Basis, Law},
        script::{self, Script},
    },
    source::text::Part,
};

pub(super) static LAW: Law = Law {
    code: "text-script",
    statement: "A text is written in the script of its language",
    why: "Viewers of that language cannot read it; perhaps two texts were interchanged",
    basis: Basis::Microsoft("Windows Language Code Identifier (LCID) Reference, MS-LCID"),
    example: Example::entry(
        r#"  <agentState ID="INCALL" availability="7001">
    <activity LCID="1033">Работа с клиентом</activity>
  </agentState>"#,
    ),
    check,
    yields_to: &["misread-text"],
};

/// So few letters of another script may be a name.
const FEW: usize = 3;

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let mut known: Vec<(Lcid, Option<Script>)> = Vec::new();
    for (entry, activity) in facts.texts() {
        let Some(lcid) = activity.lcid_value() else { continue };
        let script = match known.iter().find(|(own, _)| *own == lcid) {
            Some((_, script)) => *script,
            None => {
                let script = lcid.tag().and_then(script::of_language);
                // A file of thousands of languages is not worth remembering.
                known.truncate(64);
                known.push((lcid, script));
                script
            }
        };
        let Some(expected) = script else { continue };
        let text = activity.text.text.as_str();
        if expected == Script::Latin && text.is_ascii() {
            continue;
        }
        if let Some(found) = foreign(activity, lcid, expected) {
            acc.push(found.about(facts::id_of(entry)).in_language(Some(lcid)));
        }
    }
}

/// A text in another script altogether.
fn foreign(activity: &Activity, lcid: Lcid, expected: Script) -> Option<Diagnostic> {
    let (mut own, mut others, mut first) = (0, 0, None);
    for script in activity.text.text.chars().filter_map(Script::of) {
        if script == expected {
            own += 1;
        } else {
            others += 1;
            first.get_or_insert(script);
        }
    }
    let is_foreign = FEW < others && (own == 0 || expected == Script::Latin && own < others);
    let script = first.filter(|_| is_foreign)?;
    let wrong = format!(
        "the text is in {} letters, but `{lcid}` is {}, which is written in {} letters",
        script.name(),
        lcid.name(),
        expected.name()
    );
    let found = LAW.warning(Part::Xml, activity.text.span, wrong);
    Some(found.with_advice("is it the text of another language?"))
}
