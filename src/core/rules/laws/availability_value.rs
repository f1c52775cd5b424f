//! Every entry has one availability, a whole number from 0 to 18000.

use crate::{
    mapping::{agent_states::Written, availability::Availability},
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        fix::Fix,
        law::{Basis, Law},
        misspelt,
    },
    source::{blanks, message::Message, phrase::quoted, spreadsheet, text::Part},
};

pub(super) static LAW: Law = Law {
    code: "availability-value",
    statement: "Every entry has one availability, a whole number from 0 to 18000",
    why: "T-Server pushes this number; outside the range it names no presence",
    basis: Basis::Guide("Skype for Business Presence Availability"),
    example: Example::entry(
        r#"  <agentState ID="OOS" availability="18500">
    <activity LCID="1033">The device is out of service</activity>
  </agentState>"#,
    ),
    check,
    yields_to: &["availability-word"],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    for entry in &facts.map.entries {
        match &entry.availability {
            Some(written) => acc.extend(judged(written).map(|found| found.about(facts::id_of(entry)))),
            // Of a broken tag nobody knows what it lacks.
            None if entry.broken => {}
            None => {
                let lack = format!("{} has no availability", facts::name_of(entry));
                let found = match misspelt::attribute(facts, entry.start_tag, "availability") {
                    Some(misspelt) => misspelt.judged(&LAW, lack),
                    None => LAW.error(Part::Xml, entry.name_span, lack).with_advice("give it a number from 0 to 18000"),
                };
                acc.push(found.about(facts::id_of(entry)));
            }
        }
    }
}

fn judged(written: &Written) -> Option<Diagnostic> {
    let text = blanks::trim(&written.text);
    let shown = quoted(&written.text);
    if let Some(availability) = Availability::parse(text) {
        if text.len() == written.text.len() {
            return None;
        }
        let fix = Fix::safe("trim", "Trim", Part::Xml, written.span, availability.number().to_string());
        let found = LAW.error(Part::Xml, written.span, format!("blanks stand around the availability {shown}"));
        return Some(found.with_advice("write the number alone").with_fix(fix));
    }
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number(text) {
        let wrong = format!("{shown} is above the highest availability, 18000, which is Offline");
        // 18000 means Offline, which may not be what was meant.
        let fix = Fix::changes("use-highest", "Use 18000", Part::Xml, written.span, "18000");
        return Some(LAW.error(Part::Xml, written.span, wrong).with_advice("use a lower number").with_fix(fix));
    }
    let message = match text {
        "" => Message::new("the availability is empty").with_advice("write a whole number from 0 to 18000"),
        _ => format!("{shown} is not a whole number from 0 to 18000{}", spreadsheet::told(text).0).into(),
    };
    let digits: String =
        text.chars().filter(|sign| !matches!(sign, ',' | '.' | '\'' | ' ' | '\u{a0}' | '\u{202f}')).collect();
    let fix = Availability::parse(&digits).filter(|_| is_number(&digits)).map(|availability| {
        let number = availability.number().to_string();
        let label = format!("Use {number}");
        Fix::changes("use-digits", "Use the digits", Part::Xml, written.span, number).labelled(label)
    });
    Some(LAW.error(Part::Xml, written.span, message).with_fixes(fix))
}
