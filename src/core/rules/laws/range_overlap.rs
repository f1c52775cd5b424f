//! No two ranges of pull mode have a number in common.

use crate::{
    mapping::availability_ranges::Range,
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        fix::Fix,
        law::{Basis, Law},
    },
    source::{phrase::quoted, sorting, text::Part},
};

pub(super) static LAW: Law = Law {
    code: "range-overlap",
    statement: "No two ranges of presence-availability-range have a number in common",
    why: "One of the two numbers is likely a slip, and then somebody is shown as available who is not",
    basis: Basis::Guide("Pull Presence Mode"),
    example: Example::options(
        "[TServer]
service-type=presence-profile
map-presence-to-dnd=true
presence-availability-range=3000-4499, 4000-5999
",
    ),
    check,
    yields_to: &[],
};

/// More are not told.
const MOST: usize = 200;

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let Some(ranges) = facts.options.availability_ranges.as_ref().filter(|_| facts.options.pulls()) else { return };
    let mut sorted: Vec<&Range> = ranges.ranges.iter().collect();
    sorting::by_numbers(&mut sorted, |range| (range.lowest.number().into(), range.highest.number().into()));
    let mut widest: Option<&Range> = None;
    let mut found = Vec::new();
    for range in sorted {
        match widest.filter(|before| range.lowest <= before.highest) {
            Some(before) if found.len() < MOST => found.push((before, range)),
            _ => {}
        }
        widest = widest.filter(|before| range.highest <= before.highest).or(Some(range));
    }
    for (one, other) in found {
        let text = facts.options_text;
        let wrong =
            format!("{} and {} have numbers in common", quoted(one.span.text(text)), quoted(other.span.text(text)));
        let (lowest, highest) = (one.lowest.number(), one.highest.max(other.highest).number());
        // Which of the numbers is a slip, if one is, only they themselves show.
        let is_same = (one.lowest, one.highest) == (other.lowest, other.highest);
        let fix = if is_same { Fix::safe } else { Fix::changes };
        let fix = fix("join-ranges", "Join the ranges", Part::Options, one.span, format!("{lowest}-{highest}"));
        let fix = fix.and(Part::Options, other.whole, "").labelled(format!("Join them to {lowest}-{highest}"));
        let (first, later) = if one.span < other.span { (one, other) } else { (other, one) };
        let found = LAW.warning(Part::Options, later.span, wrong).about("presence-availability-range");
        let found = found.with_advice("join them, or mend the wrong number");
        acc.push(found.with_more([first.span]).with_fix(fix));
    }
}
