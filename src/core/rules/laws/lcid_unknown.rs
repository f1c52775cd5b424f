//! Every LCID is the number of a language.

use crate::{
    mapping::lcid::Lcid,
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        fix::Fix,
        law::{Basis, Law},
    },
    source::text::Part,
};

pub(super) static LAW: Law = Law {
    code: "lcid-unknown",
    statement: "Every LCID is the number of a language, without a sort order",
    why: "Texts are matched by the number of the viewer's language, and no client has such a number for its own",
    basis: Basis::Microsoft("Windows Language Code Identifier (LCID) Reference, MS-LCID"),
    example: Example::entry(
        r#"  <agentState ID="INCALL" availability="7001">
    <activity LCID="1033">Working with a customer</activity>
    <activity LCID="66567">Mit Kunden im Gespräch</activity>
  </agentState>"#,
    ),
    check,
    yields_to: &["lcid-value"],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    for (entry, activity) in facts.texts() {
        let (Some(written), Some(lcid)) = (&activity.lcid, activity.lcid_value()) else { continue };
        if lcid.number() == 0 || (lcid.info().is_some() && lcid.is_language()) {
            continue;
        }
        // The upper half of the number says how words are sorted.
        let plain = Lcid::new(lcid.number() & 0xFFFF);
        let has_sort = plain != lcid && plain.info().is_some() && plain.is_language();
        let is = if has_sort {
            format!("is {} with a sort order, which no client has", plain.name())
        } else if lcid.is_language() {
            "is the number of no language that Microsoft lists, so no client has it".to_owned()
        } else {
            "stands for no language of its own but for a setting, so no client has it".to_owned()
        };
        let advice = if has_sort { format!("write {plain}") } else { "write another".to_owned() };
        let fix = has_sort.then(|| {
            let fix = Fix::changes(
                "leave-out-sort-order",
                "Leave out the sort order",
                Part::Xml,
                written.span,
                plain.number().to_string(),
            );
            fix.labelled(format!("Use {plain} ({})", plain.name()))
        });
        let found = LAW.warning(Part::Xml, written.span, format!("`{lcid}` {is} for its language"));
        let found = found.with_advice(advice).about(facts::id_of(entry));
        acc.push(found.in_language(Some(lcid)).with_fixes(fix));
    }
}
