//! The ranges of pull mode let in whole classes of presence, and only of people who are there.

use crate::{
    mapping::{
        availability::Class,
        availability_ranges::{Range, Share},
    },
    rules::{diagnostic::Diagnostic, example::Example, facts::Facts, fix::Fix, law::Basis, law::Law, places},
    source::text::{Part, Span},
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
    let Some(ranges) = facts.options.availability_ranges.as_ref().filter(|_| places::pulls(facts)) else { return };
    for class in Class::ALL {
        let (lowest, highest) = (*class.range().start(), *class.range().end());
        let touches = |range: &&Range| range.lowest.number() <= highest && lowest <= range.highest.number();
        let mut touching = ranges.ranges.iter().filter(touches);
        let Some(first) = touching.next() else { continue };
        let more: Vec<Span> = touching.map(|range| range.span).collect();
        let is_unfit = matches!(class, Class::DoNotDisturb | Class::Away | Class::Offline);
        let is_cut = ranges.share(class) == Share::Part;
        let bounds = if lowest < highest { format!("`{lowest}-{highest}`") } else { format!("`{lowest}`") };
        let (begin, end) = (first.lowest.number(), first.highest.number());
        // A range within the class goes whole, unless it is all there is of the option.
        let is_within = lowest <= begin && end <= highest;
        let is_all = ranges.ranges.len() == 1;
        let wrong = match (is_unfit, is_cut) {
            (true, _) => {
                format!("the range holds {bounds}, {}: T-Server takes these colleagues for available", class.word())
            }
            (false, true) => format!(
                "the range cuts through {} ({bounds}), so that colleagues of one presence count as available or not",
                class.name()
            ),
            (false, false) => continue,
        };
        let advice = match () {
            () if !is_unfit => "use whole classes".to_owned(),
            () if is_within && is_all => "write the range of those who are, in the guide `3000-5999`".to_owned(),
            () if is_within => "leave this range out".to_owned(),
            () if begin < lowest => format!("end it before {lowest}"),
            () => format!("begin it behind {highest}"),
        };
        let mut ways: Vec<(&'static str, &'static str, u16, u16)> = Vec::new();
        if more.is_empty() {
            if !is_unfit {
                ways.push(("let-in-whole-class", "Let in the whole class", begin.min(lowest), end.max(highest)));
            }
            if begin < lowest && (is_unfit || end <= highest) {
                ways.push(("leave-out-class", "Leave out the class", begin, lowest - 1));
            }
            if lowest <= begin && highest < end {
                ways.push(("leave-out-class", "Leave out the class", highest + 1, end));
            }
        }
        let without = (is_unfit && is_within && more.is_empty()).then(|| match is_all {
            true => Fix::changes("use-guide-range", "Use the guide's range", Part::Options, first.span, GUIDES)
                .labelled("Use 3000-5999"),
            false => Fix::changes("leave-out-range", "Leave out the range", Part::Options, first.whole, ""),
        });
        let fixes = ways.into_iter().map(|(kind, title, begin, end)| {
            let written = format!("{begin}-{end}");
            let fix = Fix::changes(kind, title, Part::Options, first.span, written.as_str());
            fix.labelled(format!("Use {written}")).choosing(written)
        });
        let found = LAW.warning(Part::Options, first.span, wrong).with_advice(advice).about(class.name());
        acc.push(found.with_more(more).with_fixes(fixes).with_fixes(without));
    }
}

/// The range of the guide: all who are available.
const GUIDES: &str = "3000-5999";
