//! No entry has an availability below 3000.

use crate::{
    mapping::availability::Class,
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        law::{Basis, Law},
        roles,
    },
    source::text::Part,
};

pub(super) static LAW: Law = Law {
    code: "availability-none",
    statement: "No entry has an availability below 3000",
    why: "Such a number says that the availability is not set; what colleagues are shown then is told in several ways",
    basis: Basis::Guide("Skype for Business Presence Availability"),
    example: Example::entry(
        r#"  <agentState ID="OOS" availability="0">
    <activity LCID="1033">The device is out of service</activity>
  </agentState>"#,
    ),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    for (position, entry) in facts.map.entries.iter().enumerate() {
        let (Some(written), Some(availability)) = (&entry.availability, entry.availability_value()) else { continue };
        if availability.class() != Class::None {
            continue;
        }
        let wrong = format!(
            "`{}` means that the availability is not set, as all numbers up to 2999 do, and documents differ in what \
             colleagues see then",
            availability.number()
        );
        let fix = roles::fitting(facts.rows_of(position), written.span);
        let found = LAW.warning(Part::Xml, written.span, wrong).with_advice("use a number from 3000 to 18000");
        acc.push(found.about(facts::id_of(entry)).with_fixes(fix));
    }
}
