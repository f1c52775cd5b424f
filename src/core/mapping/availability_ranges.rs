//! The option `presence-availability-range`: the availabilities that count as available in pull mode.
//!
//! The guide writes `3000-5999` and allows several ranges, separated by commas ("Pull Presence Mode").

pub mod blanks_between;
pub mod thousands;

use std::ops::RangeInclusive;

use super::availability::{Availability, Class};
use crate::source::{blanks, ini::trim, sorting, text::Span};

/// What the option says. Reading never fails: what is no range is a fault.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AvailabilityRanges {
    /// The value, without blanks around it.
    pub span: Span,
    /// The ranges in the order of the text.
    pub ranges: Vec<Range>,
    /// What is not as the guide writes it, in the order of the text; at most 200.
    pub faults: Vec<Fault>,
}

/// Availabilities from one number to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// From the first digit to the last.
    pub span: Span,
    /// What goes when the range goes: with the comma in front, or of the first the comma behind, and the blanks around it.
    pub whole: Span,
    /// What stands between the numbers; nothing where one number stands for both.
    pub dash: Option<Span>,
    /// The digits of the lower number.
    pub lowest_digits: Span,
    /// The digits of the higher number; the same ones where one number stands for both.
    pub highest_digits: Span,
    /// The lower number.
    pub lowest: Availability,
    /// The higher number.
    pub highest: Availability,
}

/// Something that is not as the guide writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// The culprit.
    pub span: Span,
    /// What is the matter with it.
    pub kind: FaultKind,
}

/// What can be the matter with a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FaultKind {
    /// Neither a range nor a number.
    NoRange,
    /// A number above 18000.
    TooHigh,
    /// The higher number first: read as the range the other way round.
    Backward,
    /// One number: read as the range of this number alone.
    OneNumber,
    /// A sign that only looks like the hyphen; read as one.
    OtherDash,
    /// A semicolon in the place of a comma; read as one.
    Semicolon,
    /// A comma without a range.
    Comma,
}

/// How much of a class the ranges let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Share {
    /// None of its numbers.
    None,
    /// Some of its numbers.
    Part,
    /// All of its numbers.
    Whole,
}

/// How many faults are kept.
const MOST_FAULTS: usize = 200;

/// Signs that stand for a hyphen in typeset text.
const DASHES: [char; 6] = ['‐', '‑', '‒', '–', '—', '−'];

impl AvailabilityRanges {
    /// Reads the value of the option.
    pub fn read(text: &str, value: Span) -> AvailabilityRanges {
        let read = AvailabilityRanges::ranges_in(text, value);
        // What a spreadsheet has written is not read by the digits that a comma has parted.
        match thousands::of_read(text, &read) {
            Some(_) => {
                let fault = Fault { span: read.span, kind: FaultKind::NoRange };
                AvailabilityRanges { span: read.span, ranges: Vec::new(), faults: vec![fault] }
            }
            None => read,
        }
    }

    fn ranges_in(text: &str, value: Span) -> AvailabilityRanges {
        let value = trim(text, value);
        let mut read = AvailabilityRanges { span: value, ..AvailabilityRanges::default() };
        let mut start = value.start;
        // Where the piece before ends, without the blanks behind it.
        let mut before = value.start;
        for piece in value.text(text).split_inclusive([',', ';']) {
            let end = start + piece.len();
            let sign = Span::new(end - usize::from(piece.ends_with([',', ';'])), end);
            let inside = trim(text, Span::new(start, sign.start));
            if sign.text(text) == ";" {
                read.fault(sign, FaultKind::Semicolon);
            }
            // The comma in front of a range belongs to it with the blanks around it, of the first one the comma behind.
            let behind = || end + blanks_before(Span::new(end, value.end).text(text));
            let whole = if start == value.start { Span::new(start, behind()) } else { Span::new(before, inside.end) };
            if inside.is_empty() {
                read.fault(sign, FaultKind::Comma);
            } else {
                read.range(text, inside, whole);
                if end == value.end && !sign.is_empty() {
                    read.fault(sign, FaultKind::Comma);
                }
            }
            before = if inside.is_empty() { sign.start } else { inside.end };
            start = end;
        }
        sorting::by_numbers(&mut read.faults, |fault| (fault.span.start, fault.span.end));
        read
    }

    fn range(&mut self, text: &str, span: Span, whole: Span) {
        let shown = span.text(text);
        let is_dash = |sign: char| sign == '-' || DASHES.contains(&sign);
        let dash = shown.char_indices().find(|(_, sign)| is_dash(*sign));
        let dash = dash.map(|(at, sign)| Span::new(span.start + at, span.start + at + sign.len_utf8()));
        let (one, other) = match dash {
            Some(dash) => (Span::new(span.start, dash.start), Span::new(dash.end, span.end)),
            None => (span, span),
        };
        let (one, other) = (trim(text, one), trim(text, other));
        let is_number = |span: Span| !span.is_empty() && span.text(text).bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(one) || !is_number(other) {
            return self.fault(span, FaultKind::NoRange);
        }
        if let Some(dash) = dash.filter(|dash| dash.text(text) != "-") {
            self.fault(dash, FaultKind::OtherDash);
        }
        let numbers = [one, other].map(|span| Availability::parse(span.text(text)));
        let [Some(first), Some(second)] = numbers else {
            let high = if numbers[0].is_none() { one } else { other };
            return self.fault(high, FaultKind::TooHigh);
        };
        if dash.is_none() {
            self.fault(span, FaultKind::OneNumber);
        } else if second < first {
            self.fault(span, FaultKind::Backward);
        }
        let (lowest_digits, highest_digits) = if second < first { (other, one) } else { (one, other) };
        let (lowest, highest) = (first.min(second), first.max(second));
        self.ranges.push(Range { span, whole, dash, lowest_digits, highest_digits, lowest, highest });
    }

    fn fault(&mut self, span: Span, kind: FaultKind) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(Fault { span, kind });
        }
    }

    /// Whether an availability counts as available, so that T-Server says that Do Not Disturb is off.
    pub fn lets_in(&self, availability: Availability) -> bool {
        self.ranges.iter().any(|range| range.lowest <= availability && availability <= range.highest)
    }

    /// How much of a class counts as available.
    pub fn share(&self, class: Class) -> Share {
        let all = class.range();
        let own: u32 = self.joined().iter().map(|range| common(range, &all)).sum();
        match own {
            0 => Share::None,
            _ if own == common(&all, &all) => Share::Whole,
            _ => Share::Part,
        }
    }

    /// The same numbers in disjoint ranges, ascending.
    pub fn joined(&self) -> Vec<RangeInclusive<u16>> {
        let mut sorted: Vec<(u16, u16)> =
            self.ranges.iter().map(|range| (range.lowest.number(), range.highest.number())).collect();
        sorting::by_numbers(&mut sorted, |(lowest, highest)| (usize::from(*lowest), usize::from(*highest)));
        let mut joined: Vec<(u16, u16)> = Vec::new();
        for (lowest, highest) in sorted {
            match joined.last_mut() {
                Some(last) if lowest <= last.1 + 1 => last.1 = last.1.max(highest),
                _ => joined.push((lowest, highest)),
            }
        }
        joined.into_iter().map(|(lowest, highest)| lowest..=highest).collect()
    }
}

impl Range {
    /// Whether it is written as the guide does: two numbers, the lower one first.
    pub fn is_in_order(&self) -> bool {
        self.lowest_digits.end <= self.highest_digits.start
    }
}

/// Bytes of the blanks that a text begins with.
fn blanks_before(text: &str) -> usize {
    text.len() - text.trim_start_matches(blanks::is_blank).len()
}

/// How many numbers two ranges have in common.
fn common(one: &RangeInclusive<u16>, other: &RangeInclusive<u16>) -> u32 {
    let lowest = u32::from(*one.start().max(other.start()));
    let highest = u32::from(*one.end().min(other.end()));
    (highest + 1).saturating_sub(lowest)
}
