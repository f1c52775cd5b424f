//! The option of pull mode: which availabilities count as available.

use std::fmt::Write;

use presence_profile_core::{
    mapping::{
        availability::{Availability, Class},
        availability_ranges::{AvailabilityRanges, Share},
        options::ProfileOptions,
    },
    source::text::Span,
};
use proptest::prelude::*;

use crate::cases;

/// What a value says, as a document: ranges, faults, the ranges joined, and the classes that are let in.
fn document(text: &str) -> String {
    let options = ProfileOptions::read(text);
    let Some(read) = options.availability_ranges else { return "not written".to_owned() };
    let mut document = String::new();
    for range in &read.ranges {
        let (lowest, highest) = (range.lowest.number(), range.highest.number());
        writeln!(document, "{lowest} to {highest} from {:?} in {:?}", range.span.text(text), range.whole.text(text))
            .unwrap();
    }
    for fault in &read.faults {
        writeln!(document, "{:?} at {} {:?}", fault.kind, fault.span.start, fault.span.text(text)).unwrap();
    }
    writeln!(document, "joined {:?}", read.joined()).unwrap();
    for class in Class::ALL {
        match read.share(class) {
            Share::None => {}
            Share::Part => writeln!(document, "part of {}", class.name()).unwrap(),
            Share::Whole => writeln!(document, "{}", class.name()).unwrap(),
        }
    }
    document
}

#[test]
fn values_give_their_ranges() {
    cases::check("availability-ranges", document);
}

proptest! {
    #[test]
    fn any_value_is_read(text in "[0-9,;\\- –\u{a0}x]{0,40}") {
        let read = AvailabilityRanges::read(&text, Span::new(0, text.len()));
        for span in read.ranges.iter().flat_map(|range| [range.span, range.whole]) {
            prop_assert!(text.get(span.start..span.end).is_some());
        }
        for fault in &read.faults {
            prop_assert!(!text[fault.span.start..fault.span.end].is_empty(), "{:?}", fault);
        }
        prop_assert!(read.ranges.iter().all(|range| range.lowest <= range.highest));
        let joined = read.joined();
        for number in (0..=Availability::HIGHEST).step_by(7) {
            let availability = Availability::new(number).unwrap();
            prop_assert_eq!(read.lets_in(availability), joined.iter().any(|range| range.contains(&number)));
        }
        for class in Class::ALL {
            let own = class.range().filter(|number| read.lets_in(Availability::new(*number).unwrap())).count();
            let share = match own {
                0 => Share::None,
                _ if own == class.range().len() => Share::Whole,
                _ => Share::Part,
            };
            prop_assert_eq!(read.share(class), share);
        }
    }

    #[test]
    fn a_range_can_go(text in "[1-9][0-9]{3}-[1-9][0-9]{3}(, ?[1-9][0-9]{3}-[1-9][0-9]{3}){0,4}", which in 0_usize..5) {
        let read = AvailabilityRanges::read(&text, Span::new(0, text.len()));
        prop_assume!(which < read.ranges.len() && read.ranges.len() == text.matches('-').count());
        let gone = read.ranges[which].whole;
        let after = [&text[..gone.start], &text[gone.end..]].concat();
        let left = AvailabilityRanges::read(&after, Span::new(0, after.len()));
        let numbers = |read: &AvailabilityRanges| -> Vec<_> {
            read.ranges.iter().map(|range| (range.lowest, range.highest)).collect()
        };
        let mut expected = numbers(&read);
        expected.remove(which);
        prop_assert_eq!(numbers(&left), expected);
    }
}
