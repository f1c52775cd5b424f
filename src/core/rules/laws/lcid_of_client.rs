//! Every LCID is one that a client's language can have.

use crate::{
    mapping::lcid::Lcid,
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        fix::Fix,
        law::{Basis, Law},
    },
    source::{message::Message, text::Part},
};

pub(super) static LAW: Law = Law {
    code: "lcid-of-client",
    statement: "Every LCID is one that a client can have: a language with its country, and for Spanish the modern sort",
    why: "Texts are matched by the exact number of the viewer's language; that of fr-FR (1036) is not that of fr-CA (3084)",
    basis: Basis::Microsoft("Windows Language Code Identifier (LCID) Reference, MS-LCID"),
    example: Example::entry(
        r#"  <agentState ID="INCALL" availability="7001">
    <activity LCID="1033">Working with a customer</activity>
    <activity LCID="1034">Trabajando con un cliente</activity>
  </agentState>"#,
    ),
    check,
    yields_to: &["lcid-value"],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    for (entry, activity) in facts.texts() {
        let (Some(written), Some(lcid)) = (&activity.lcid, activity.lcid_value()) else { continue };
        let is_traditional = lcid == Lcid::TRADITIONAL_SPANISH;
        if !is_traditional && (!lcid.is_neutral() || !lcid.is_language()) {
            continue;
        }
        let Some(language) = lcid.info() else { continue };
        let name = language.name;
        let message = if is_traditional {
            Message::new("`1034` is Spanish (Spain) in its traditional sort, which no client has for its language")
                .with_meaning("Windows reports 3082, which the guide writes too")
                .with_advice("write 3082")
        } else {
            Message::new(format!("`{lcid}` is {name} without a country, which no client has for its language"))
                .with_advice("add the country")
        };
        // A second text in the language that was meant would be one too many.
        let meant = lcid.of_client().filter(|meant| entry.activity_in(*meant).is_none());
        let fix = meant.map(|meant| {
            let fix = Fix::changes(
                "use-number-of-client",
                "Use the number of the client",
                Part::Xml,
                written.span,
                meant.number().to_string(),
            );
            fix.labelled(format!("Use {meant} ({})", meant.name()))
        });
        let found = LAW.warning(Part::Xml, written.span, message).about(facts::id_of(entry));
        acc.push(found.in_language(Some(lcid)).with_fixes(fix));
    }
}
