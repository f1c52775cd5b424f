//! What T-Server tells its clients of a class of presence.

use std::ops::RangeInclusive;

use crate::mapping::availability::Class;

/// What becomes of a class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The class.
    pub class: Class,
    /// Its numbers in stretches of one result each, ascending; one stretch where the result is the same for all.
    pub stretches: Vec<Stretch>,
}

/// Numbers of one result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// The numbers.
    pub numbers: RangeInclusive<u16>,
    /// Whether Do Not Disturb is off: they are in a range.
    pub is_off: bool,
}

/// The result for a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fate {
    /// Do Not Disturb is off.
    Off,
    /// Do Not Disturb is on.
    On,
    /// It depends on the number.
    Varies,
}

/// The event by which T-Library says that Do Not Disturb is off.
pub const OFF: &str = "EventDNDOff";
/// The event by which it says that it is on.
pub const ON: &str = "EventDNDOn";

/// More stretches are not told one by one.
const MOST_STRETCHES: usize = 4;

impl Outcome {
    pub(super) fn of(class: Class, joined: &[RangeInclusive<u16>]) -> Outcome {
        Outcome { class, stretches: stretches(class.range(), joined) }
    }

    /// The result.
    pub fn fate(&self) -> Fate {
        match self.stretches.as_slice() {
            [stretch] if stretch.is_off => Fate::Off,
            [_] => Fate::On,
            _ => Fate::Varies,
        }
    }

    /// Which events are sent.
    pub fn events(&self) -> String {
        match self.fate() {
            Fate::Off => OFF.to_owned(),
            Fate::On => ON.to_owned(),
            Fate::Varies => format!("{OFF}, {ON}"),
        }
    }

    /// What that is for the user: "counts as available", "varies: 12000-12999 off, 13000-14999 on".
    pub fn user(&self) -> String {
        match self.fate() {
            Fate::Off => "counts as available".to_owned(),
            Fate::On => "counts as not available".to_owned(),
            Fate::Varies => {
                let told: Vec<String> = self.stretches.iter().take(MOST_STRETCHES).map(Stretch::words).collect();
                let rest = self.stretches.len() - told.len();
                let more = if rest == 0 { String::new() } else { format!(" and {rest} more") };
                format!("varies: {}{more}", told.join(", "))
            }
        }
    }
}

impl Stretch {
    fn words(&self) -> String {
        format!("{} {}", numbers(&self.numbers), if self.is_off { "off" } else { "on" })
    }
}

impl Fate {
    /// "DND off".
    pub fn words(self) -> &'static str {
        match self {
            Fate::Off => "DND off",
            Fate::On => "DND on",
            Fate::Varies => "DND varies",
        }
    }
}

/// `3000-4499`, `18000`.
pub fn numbers(range: &RangeInclusive<u16>) -> String {
    match range.start() == range.end() {
        true => range.start().to_string(),
        false => format!("{}-{}", range.start(), range.end()),
    }
}

/// Numbers, by whether they are in one of the ranges, which are disjoint and ascending.
pub(super) fn stretches(all: RangeInclusive<u16>, joined: &[RangeInclusive<u16>]) -> Vec<Stretch> {
    let (lowest, highest) = all.into_inner();
    let first = joined.partition_point(|range| *range.end() < lowest);
    let mut stretches = Vec::new();
    let mut next = lowest;
    for range in joined[first..].iter().take_while(|range| *range.start() <= highest) {
        let (start, end) = (*range.start().max(&lowest), *range.end().min(&highest));
        if next < start {
            stretches.push(Stretch { numbers: next..=start - 1, is_off: false });
        }
        stretches.push(Stretch { numbers: start..=end, is_off: true });
        next = end + 1;
    }
    if next <= highest {
        stretches.push(Stretch { numbers: next..=highest, is_off: false });
    }
    stretches
}
