//! Every text has an LCID, a decimal number.

mod words;

use std::collections::HashSet;

use words::Reading;

use crate::{
    mapping::{agent_states::Activity, lcid::Lcid},
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        fix::{Fix, Safety},
        law::{Basis, Law},
        misspelt,
    },
    source::{blanks, text::Part},
};

pub(super) static LAW: Law = Law {
    code: "lcid-value",
    statement: "Every text has an LCID, the decimal number of a Microsoft locale",
    why: "Texts are matched by the number of the viewer's language; a text without one matches nobody's",
    basis: Basis::Guide("Configuring the Presence Profile, Configure the XML file"),
    example: Example::entry(
        r#"  <agentState ID="INCALL" availability="7001">
    <activity LCID="en-US">Working with a customer</activity>
  </agentState>"#,
    ),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    for entry in &facts.map.entries {
        // Languages that have a text, or get one by a fix: a second one would be one too many.
        let mut taken: HashSet<Lcid> = HashSet::new();
        if entry.activities.iter().any(|activity| !is_sound(activity)) {
            taken.extend(entry.activities.iter().filter_map(Activity::lcid_value));
        }
        for activity in entry.activities.iter().filter(|activity| !is_sound(activity)) {
            let found = judged(facts, activity, &mut taken);
            acc.extend(found.map(|found| found.about(facts::id_of(entry)).in_language(activity.lcid_value())));
        }
    }
}

/// Whether the LCID is that of a language, and nothing else.
fn is_sound(activity: &Activity) -> bool {
    let own = activity.lcid.as_ref().filter(|written| blanks::trim(&written.text).len() == written.text.len());
    own.is_some() && activity.lcid_value().is_some_and(|lcid| lcid.info().is_some())
}

fn judged(facts: &Facts<'_>, activity: &Activity, taken: &mut HashSet<Lcid>) -> Option<Diagnostic> {
    let Some(written) = &activity.lcid else {
        let lack = "this text has no LCID, so nobody knows its language";
        let misspelt = misspelt::attribute(facts, activity.start_tag, "LCID").map(|own| own.judged(&LAW, lack));
        let told = || LAW.error(Part::Xml, activity.name_span, lack).with_advice("write LCID=\"1033\" for English");
        return misspelt.or_else(|| (!activity.broken).then(told));
    };
    let Reading { wrong, advice, meant } = words::of(&written.text)?;
    let mut found = LAW.error(Part::Xml, written.span, wrong).with_advice(advice);
    let Some(lcid) = meant else { return Some(found) };
    if activity.lcid_value() != Some(lcid) && !taken.insert(lcid) {
        found.message.meaning = format!("the entry has another text in {}", lcid.name()).into();
        return Some(found);
    }
    let safety = if lcid.is_written(blanks::trim(&written.text)) { Safety::Safe } else { Safety::Changes };
    let fix = Fix::new("use-decimal-number", "Use the decimal number", safety);
    let fix = fix.and(Part::Xml, written.span, lcid.number().to_string());
    Some(found.with_fix(fix.labelled(format!("Use {lcid} ({})", lcid.name()))))
}
