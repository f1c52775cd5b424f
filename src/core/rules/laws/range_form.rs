//! The option presence-availability-range is a list of ranges from 0 to 18000, separated by commas.

use crate::{
    mapping::{availability_ranges::FaultKind, options::OptionName, residue::quoted},
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        fix::Fix,
        law::{Basis, Law},
        places,
    },
    source::text::{Part, Span},
};

pub(super) static LAW: Law = Law {
    code: "range-form",
    statement: "In pull mode presence-availability-range is a list of ranges, each of two numbers from 0 to 18000, the lower one first, separated by commas",
    why: "By these ranges T-Server tells who is available; what it makes of other forms is not documented",
    basis: Basis::Guide("Pull Presence Mode"),
    example: Example::options(
        "[TServer]
service-type=presence-profile
map-presence-to-dnd=true
presence-availability-range=5999-3000
",
    ),
    check,
    yields_to: &["option-ascii"],
};

const NAME: OptionName = OptionName::PresenceAvailabilityRange;

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    if !places::pulls(facts) || places::is_misspelt(facts, NAME) {
        return;
    }
    let ranges = facts.options.availability_ranges.as_ref().filter(|ranges| !ranges.span.is_empty());
    let Some(ranges) = ranges else {
        let message = "pull mode has no `presence-availability-range`, and who is available then is not documented; \
                       add it, in the guide `3000-5999`";
        let edit = facts.options.with_value(facts.options_text, NAME, "3000-5999");
        let fix = Fix::changes("Use 3000-5999", Part::Options, edit.span, edit.text);
        return acc.push(LAW.error(Part::Options, places::of(facts, NAME), message).about(NAME.name()).with_fix(fix));
    };
    // Beside something else than ranges a semicolon may be another slip.
    let is_other = |kind| matches!(kind, FaultKind::NoRange | FaultKind::OneNumber | FaultKind::TooHigh);
    let is_list = !ranges.faults.iter().any(|fault| is_other(fault.kind));
    for fault in &ranges.faults {
        let shown = fault.span.text(facts.options_text);
        let range = ranges.ranges.iter().find(|range| range.span == fault.span);
        let numbers = range.map(|range| format!("{}-{}", range.lowest.number(), range.highest.number()));
        let instead = |fix: fn(&'static str, Part, Span, String) -> Fix, kind, text: Option<String>| {
            text.map(|text| fix(kind, Part::Options, fault.span, text.clone()).labelled(format!("Use {text}")))
        };
        let shown = quoted(shown);
        let (message, fix) = match fault.kind {
            FaultKind::NoRange => (format!("{shown} is no range; write two numbers, as in `3000-5999`"), None),
            FaultKind::TooHigh => (
                format!("{shown} is above the highest availability, 18000"),
                instead(Fix::changes, "Use 18000", Some("18000".to_owned())),
            ),
            FaultKind::Backward => (
                format!("{shown} begins with the higher number, so nobody is in it; write the lower one first"),
                instead(Fix::changes, "Turn the range round", numbers),
            ),
            FaultKind::OneNumber => (
                format!("{shown} is one number, and the documented form is a range; write it as one"),
                instead(Fix::changes, "Write it as a range", numbers),
            ),
            FaultKind::OtherDash => (
                format!("{shown} only looks like the hyphen `-`, which belongs between the numbers"),
                instead(Fix::safe, "Use the hyphen", Some("-".to_owned())),
            ),
            FaultKind::Semicolon => (
                format!("{shown} stands where a comma belongs"),
                instead(if is_list { Fix::safe } else { Fix::changes }, "Use a comma", Some(",".to_owned())),
            ),
            FaultKind::Comma => (
                "a comma has no range beside it; remove it".to_owned(),
                Some(Fix::safe("Remove the comma", Part::Options, fault.span, "")),
            ),
        };
        // No document forbids a number alone.
        let says = if fault.kind == FaultKind::OneNumber { Law::warning } else { Law::error };
        acc.push(says(&LAW, Part::Options, fault.span, message).about(NAME.name()).with_fixes(fix));
    }
}
