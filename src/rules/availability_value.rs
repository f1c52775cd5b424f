//! Every entry has one availability, a whole number from 0 to 18000.

use super::{Basis, Law, diagnostic::Diagnostic, example::Example, facts::Facts, fix::Fix};
use crate::{mapping::availability::Availability, source::text::Part};

pub(super) static LAW: Law = Law {
    code: "availability-value",
    statement: "Every entry has one availability, a whole number from 0 to 18000",
    why: "The server pushes this number; outside the range it names no presence",
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
        let id = entry.id.as_ref().map_or("", |id| &id.text);
        let Some(written) = &entry.availability else {
            // Of a broken tag nobody knows what it lacks.
            if !entry.broken {
                let name = facts.name_of(entry);
                let message = format!("{name} has no availability; give it a number from 0 to 18000");
                acc.push(LAW.error(Part::Xml, entry.name_span, message).about(id));
            }
            continue;
        };
        if Availability::parse(&written.text).is_some() {
            continue;
        }
        let text = written.text.trim();
        let too_high = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let found = if too_high {
            let message = format!("`{text}` is above the highest availability, 18000, which is Offline");
            // 18000 means Offline, which may not be what was meant.
            let fix = Fix::changes("Use 18000", Part::Xml, written.span, "18000");
            LAW.error(Part::Xml, written.span, message).with_fix(fix)
        } else {
            LAW.error(Part::Xml, written.span, format!("`{text}` is not a whole number from 0 to 18000"))
        };
        acc.push(found.about(id));
    }
}
