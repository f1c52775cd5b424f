//! Pull mode as it is shown: the ranges as bars, what they leave out, and what T-Server says of each class of presence.

pub mod outcome;
mod words;

use std::ops::RangeInclusive;

use self::outcome::Outcome;
use super::{place::RangePlace, refusal::Refusal};
use crate::mapping::{
    availability::{Availability, Class},
    availability_ranges::{AvailabilityRanges, FaultKind, Range},
    options::ProfileOptions,
};

/// What the option says of all numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ranges {
    /// The ranges that could be read, in the order of the text.
    pub bars: Vec<Bar>,
    /// Their numbers in disjoint ranges, ascending.
    pub joined: Vec<RangeInclusive<u16>>,
    /// What becomes of each of the nine classes.
    pub outcomes: Vec<Outcome>,
    /// How many pieces of the text are no ranges; at most as many as are kept of faults.
    pub unread: usize,
}

/// A range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// Where it stands.
    pub place: RangePlace,
    /// Its lower number.
    pub lowest: Availability,
    /// Its higher number.
    pub highest: Availability,
}

/// A number that was tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tried {
    /// The number.
    pub number: Availability,
    /// Whether Do Not Disturb is off.
    pub is_off: bool,
}

/// How many numbers there are.
const NUMBERS: usize = Availability::HIGHEST as usize + 1;

impl Ranges {
    /// What the options say.
    pub fn of(options: &ProfileOptions) -> Ranges {
        let none = AvailabilityRanges::default();
        let read = options.availability_ranges.as_ref().unwrap_or(&none);
        let joined = read.joined();
        let is_no_range = |kind| matches!(kind, FaultKind::NoRange | FaultKind::TooHigh);
        Ranges {
            bars: read.ranges.iter().map(Bar::of).collect(),
            outcomes: Class::ALL.into_iter().map(|class| Outcome::of(class, &joined)).collect(),
            unread: read.faults.iter().filter(|fault| is_no_range(fault.kind)).count(),
            joined,
        }
    }

    /// "2 ranges, 4000 of 18001 numbers".
    pub fn facts(&self) -> String {
        let covered: usize = self.joined.iter().map(RangeInclusive::len).sum();
        let ranges = match self.bars.len() {
            0 => "no ranges".to_owned(),
            1 => "1 range".to_owned(),
            ranges => format!("{ranges} ranges"),
        };
        format!("{ranges}, {covered} of {NUMBERS} numbers")
    }

    /// What no range holds, ascending.
    pub fn gaps(&self) -> Vec<RangeInclusive<u16>> {
        outcome::stretches(0..=Availability::HIGHEST, &self.joined)
            .into_iter()
            .filter(|stretch| !stretch.is_off)
            .map(|stretch| stretch.numbers)
            .collect()
    }

    /// What becomes of a number; `None` where the text is none.
    pub fn tried(&self, text: &str) -> Option<Tried> {
        let number = Availability::parse(text)?;
        let at = self.joined.partition_point(|range| *range.end() < number.number());
        let is_off = self.joined.get(at).is_some_and(|range| range.contains(&number.number()));
        Some(Tried { number, is_off })
    }

    /// Which numbers a new range would best have: the first that are missing of those who may well be called; of others
    /// only where all of these are in, and of an availability that is not set last.
    pub fn next(&self) -> Option<(Availability, Availability)> {
        const ORDER: [Class; 9] = [
            Class::Online,
            Class::IdleOnline,
            Class::BeRightBack,
            Class::Busy,
            Class::IdleBusy,
            Class::DoNotDisturb,
            Class::Away,
            Class::Offline,
            Class::None,
        ];
        let of = |class| self.outcomes.iter().find(|outcome| outcome.class == class);
        let all = ORDER.into_iter().filter_map(of).flat_map(|outcome| &outcome.stretches);
        let first = all.filter(|stretch| !stretch.is_off).map(|stretch| &stretch.numbers).next()?;
        Some((Availability::new(*first.start())?, Availability::new(*first.end())?))
    }

    /// The range that holds a number and comes first in the text.
    pub fn at(&self, number: u16) -> Option<usize> {
        self.bars.iter().position(|bar| bar.lowest.number() <= number && number <= bar.highest.number())
    }
}

impl Bar {
    fn of(range: &Range) -> Bar {
        Bar { place: RangePlace::of(range), lowest: range.lowest, highest: range.highest }
    }

    /// What it covers: "Available and Inactive", "a third of Be right back".
    pub fn covers(&self) -> String {
        words::covered(self.lowest.number(), self.highest.number())
    }
}

/// What is said of the range at a position that got other numbers.
pub fn set_in_words(index: usize, (lowest, highest): (Availability, Availability)) -> String {
    format!("Range {} set to {}-{}", index + 1, lowest.number(), highest.number())
}

/// What is said of a range that was added with numbers nobody has typed.
pub fn added(lowest: Availability, highest: Availability) -> String {
    let numbers = outcome::numbers(&(lowest.number()..=highest.number()));
    let own = words::covered(lowest.number(), highest.number());
    let is_likely = matches!(lowest.class(), Class::Online | Class::IdleOnline | Class::BeRightBack);
    let unlikely = if is_likely { "" } else { "; type other numbers where that is not meant" };
    format!("Added {numbers}: {own} counts as available now{unlikely}")
}

/// What is said when the last range has gone and the option stands there without a value.
pub const EMPTY: &str = "presence-availability-range is empty now: who counts as available then is not documented";

/// A number of a range, as it was typed.
///
/// # Errors
/// It is none, or above the highest.
pub fn number(text: &str) -> Result<Availability, Refusal> {
    Availability::parse(text).ok_or_else(|| Refusal::NoAvailability(text.trim().to_owned()))
}

/// What a user sees of a class: its word in Skype for Business.
pub fn word(class: Class) -> &'static str {
    class.presence_word()
}

/// The next border of a class above a number, or below: where one end of a range may well stand. A lower end stands on the
/// first number of a class, a higher end on the last.
pub fn border(number: Availability, is_upward: bool, is_lower_end: bool) -> Availability {
    let ranges = Class::ALL.into_iter().map(Class::range);
    let mut borders = ranges.map(|range| if is_lower_end { *range.start() } else { *range.end() });
    let found = match is_upward {
        true => borders.find(|border| number.number() < *border),
        false => borders.rev().find(|border| *border < number.number()),
    };
    found.and_then(Availability::new).unwrap_or(number)
}
