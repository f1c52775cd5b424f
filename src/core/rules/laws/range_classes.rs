//! The ranges of pull mode let in whole classes of presence, and only of people who are there.

mod ways;

use crate::{
    mapping::{availability::Class, availability_ranges::Range},
    rules::{diagnostic::Diagnostic, example::Example, facts::Facts, law::Basis, law::Law},
    source::{phrase::quoted, text::Part},
};

pub(super) static LAW: Law = Law {
    code: "range-classes",
    statement: "The ranges of presence-availability-range hold whole classes, and none of Do not disturb, Away and Offline",
    why: "An availability is the lower bound of a class; a range that ends inside of one takes some colleagues of the same presence for available and others not",
    basis: Basis::Microsoft("state/availability of the presence schema: classes are ranges of numbers"),
    example: Example::options(
        "[TServer]
service-type=presence-profile
map-presence-to-dnd=true
presence-availability-range=3000-5000
",
    ),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let Some(ranges) = facts.options.availability_ranges.as_ref().filter(|_| facts.options.pulls()) else { return };
    let joined = ranges.joined();
    for class in Class::ALL {
        let (lowest, highest) = (*class.range().start(), *class.range().end());
        let touches = |range: &&Range| range.lowest.number() <= highest && lowest <= range.highest.number();
        let touching: Vec<&Range> = ranges.ranges.iter().filter(touches).collect();
        let Some((first, more)) = touching.split_first() else { continue };
        let is_unfit = matches!(class, Class::DoNotDisturb | Class::Away | Class::Offline);
        let is_cut = !joined.iter().any(|all| *all.start() <= lowest && highest <= *all.end());
        if !is_unfit && !is_cut {
            continue;
        }
        let shown = quoted(first.span.text(facts.options_text));
        let (what, s) = match more.len() {
            0 => (format!("the range {shown}"), "s"),
            more => (format!("{} ranges, {shown} the first,", more + 1), ""),
        };
        let does = match (is_unfit, is_cut) {
            (true, true) => format!("hold{s} a part of"),
            (true, false) => format!("hold{s}"),
            (false, _) => format!("cut{s} through"),
        };
        let bounds = if lowest < highest { format!("{lowest}-{highest}") } else { lowest.to_string() };
        let wrong = format!("{what} {does} {} (`{bounds}`)", class.presence_word());
        let found = LAW.warning(Part::Options, first.span, wrong).about(class.name());
        let found = found.with_more(more.iter().map(|range| range.span)).with_meaning(match is_unfit {
            true => "T-Server takes these colleagues for available",
            false => "two colleagues who look alike get different DND states",
        });
        let ways = ways::Ways { range: first, is_only: ranges.ranges.len() == 1, lowest, highest, is_unfit };
        let found = found.with_advice(ways.advice());
        acc.push(if more.is_empty() { found.with_fixes(ways.fixes()) } else { found });
    }
}
