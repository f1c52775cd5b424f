//! Every text has an LCID, a decimal number.

use crate::{
    mapping::{
        agent_states::{Activity, StateEntry},
        lcid::{self, Lcid},
    },
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        fix::{Fix, Safety},
        law::{Basis, Law},
        misspelt,
    },
    source::{blanks, phrase::quoted, spreadsheet, text::Part},
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
    acc.extend(facts.texts().filter_map(|(entry, activity)| {
        let found = judged(facts, entry, activity)?;
        Some(found.about(facts::id_of(entry)).in_language(activity.lcid_value()))
    }));
}

fn judged(facts: &Facts<'_>, entry: &StateEntry, activity: &Activity) -> Option<Diagnostic> {
    let Some(written) = &activity.lcid else {
        let lack = "this text has no LCID, so nobody knows its language";
        let misspelt = misspelt::attribute(facts, activity.start_tag, "LCID").map(|own| own.judged(&LAW, lack));
        let told = || LAW.error(Part::Xml, activity.name_span, lack).with_advice("write LCID=\"1033\" for English");
        return misspelt.or_else(|| (!activity.broken).then(told));
    };
    let text = blanks::trim(&written.text);
    let decimal = Lcid::parse(text);
    if text.len() == written.text.len() && decimal.is_some_and(|lcid| lcid.info().is_some()) {
        return None;
    }
    let shown = quoted(&written.text);
    let told = |wrong: &str, advice: &str| (wrong.to_owned(), advice.to_owned(), None);
    let (wrong, advice, meant) = match (decimal, Lcid::parse_hexadecimal(text)) {
        (Some(lcid), _) if lcid.number() == 0 => told("`0` is no language", "write the decimal number of one"),
        (Some(lcid), Some(meant)) if lcid.info().is_none() => (
            format!("{shown} is the hexadecimal number of {}", meant.name()),
            format!("write the decimal one, {meant}"),
            Some(meant),
        ),
        (Some(lcid), _) if text.len() < written.text.len() => {
            (format!("blanks stand around the LCID {shown}"), "write the number alone".into(), Some(lcid))
        }
        (Some(_), _) => return None,
        (None, Some(meant)) => {
            let advice = format!("write the decimal one of the language, {meant}");
            (format!("{shown} is a hexadecimal number"), advice, Some(meant))
        }
        (None, None) if text.is_empty() => told("the LCID is empty", "write the decimal number of a language"),
        (None, None) if text.starts_with('$') => {
            told(&format!("{shown} is a variable that nobody filled in"), "write the decimal number of a language")
        }
        (None, None) if text.starts_with('-') => (format!("{shown} is negative, as no LCID is"), "".into(), None),
        (None, None) => {
            let (cause, number) = spreadsheet::told(text);
            let read = number.map_or_else(|| text.to_owned(), |number| number.to_string());
            let meant = lcid::parse_list(&read).first().and_then(|found| Lcid::from(found.language?).of_client());
            (format!("{shown} is not an LCID{cause}"), "write the decimal number of the language".into(), meant)
        }
    };
    let found = LAW.error(Part::Xml, written.span, wrong).with_advice(advice);
    let safety = if meant.is_some_and(|meant| meant.is_written(text)) { Safety::Safe } else { Safety::Changes };
    // A second text in the language that was meant would be one too many.
    let meant = meant.filter(|meant| decimal == Some(*meant) || entry.activity_in(*meant).is_none());
    Some(found.with_fixes(meant.map(|lcid| {
        let fix = Fix::new("use-decimal-number", "Use the decimal number", safety);
        let fix = fix.and(Part::Xml, written.span, lcid.number().to_string());
        fix.labelled(format!("Use {lcid} ({})", lcid.name()))
    })))
}
