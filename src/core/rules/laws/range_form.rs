//! The option presence-availability-range is a list of ranges from 0 to 18000, separated by commas.

mod words;

use crate::{
    mapping::{
        availability_ranges::{FaultKind, blanks_between, thousands},
        option_name::OptionName,
    },
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        fix::{Fix, Safety},
        law::{Basis, Law},
        places,
    },
    source::text::Part,
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
    if !facts.options.pulls() || places::is_misspelt(facts, NAME) {
        return;
    }
    let ranges = facts.options.availability_ranges.as_ref().filter(|ranges| !ranges.span.is_empty());
    let Some(ranges) = ranges else {
        let wrong = "pull mode has no `presence-availability-range`, and who is available then is not documented";
        let edit = facts.options.with_value(facts.options_text, NAME, "3000-5999");
        let fix = Fix::changes("use-guide-range", "Use 3000-5999", Part::Options, edit.span, edit.text);
        let found = LAW.error(Part::Options, places::of(facts, NAME), wrong).about(NAME.name());
        return acc.push(found.with_advice("add it, in the guide `3000-5999`").with_fix(fix));
    };
    // Beside something else than ranges a semicolon may be another slip.
    let is_other = |kind| matches!(kind, FaultKind::NoRange | FaultKind::OneNumber | FaultKind::TooHigh);
    let is_list = !ranges.faults.iter().any(|fault| is_other(fault.kind));
    for fault in &ranges.faults {
        let written = fault.span.text(facts.options_text);
        let (wrong, advice) = words::told(fault.kind, written);
        let range = ranges.ranges.iter().find(|range| range.span == fault.span);
        let numbers = range.map(|range| format!("{}-{}", range.lowest.number(), range.highest.number()));
        let put = |kind, title, safety, text: Option<String>| {
            let fix = Fix::new(kind, title, safety).labelled(format!("Use {}", text.as_ref()?));
            Some(fix.and(Part::Options, fault.span, text?))
        };
        let of_comma = if is_list { Safety::Safe } else { Safety::Changes };
        let fix = match fault.kind {
            FaultKind::NoRange => {
                let parted = blanks_between::with_commas(written);
                let parted = put("separate-ranges", "Put commas between", Safety::Changes, parted);
                parted.map(|fix| fix.labelled("Put commas between")).or_else(|| {
                    put("join-thousands", "Join the thousands", Safety::Changes, thousands::without(written))
                })
            }
            FaultKind::TooHigh => put("use-highest", "Use 18000", Safety::Changes, Some("18000".to_owned())),
            FaultKind::Backward => put("turn-range", "Turn the range round", Safety::Changes, numbers),
            FaultKind::OneNumber => put("write-as-range", "Write it as a range", Safety::Changes, numbers),
            FaultKind::OtherDash => put("use-hyphen", "Use the hyphen", Safety::Safe, Some("-".to_owned())),
            FaultKind::Semicolon => put("use-comma", "Use a comma", of_comma, Some(",".to_owned())),
            FaultKind::Comma => Some(Fix::safe("remove-comma", "Remove the comma", Part::Options, fault.span, "")),
        };
        // No document forbids a number alone.
        let found = match fault.kind {
            FaultKind::OneNumber => LAW.warning(Part::Options, fault.span, wrong),
            _ => LAW.error(Part::Options, fault.span, wrong),
        };
        acc.push(found.with_advice(advice).about(NAME.name()).with_fixes(fix));
    }
}
