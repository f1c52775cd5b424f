//! Which ranges change when the numbers of a class come in or go, in as few places as can be.

use std::ops::RangeInclusive;

use super::bounds::{self, Bounds};
use crate::mapping::{availability::Availability, availability_ranges::AvailabilityRanges};

/// The ranges with all numbers of a class among them.
pub(super) struct With {
    /// What becomes of those that are there; nothing of one that goes into another.
    pub kept: Vec<Option<Bounds>>,
    /// Those that come.
    pub new: Vec<Bounds>,
}

/// The ranges with none of the numbers of a class among them.
#[derive(Default)]
pub(super) struct Without {
    /// The positions of those that go.
    pub gone: Vec<usize>,
    /// The positions of those that lose numbers, each with what is left of it, one range or two.
    pub cut: Vec<(usize, Vec<Bounds>)>,
    /// All that is left, in the order of the text.
    pub left: Vec<Bounds>,
}

/// A range that ends where numbers are missing, or begins behind them, is widened, and two that they part become one; else
/// they come as a range of their own. A range that reads wrong stays as it is.
pub(super) fn with(ranges: &AvailabilityRanges, lowest: Availability, highest: Availability) -> With {
    let mut kept: Vec<Option<Bounds>> = bounds::all(ranges).into_iter().map(Some).collect();
    let mut new = Vec::new();
    for (start, end) in missing(&ranges.joined(), lowest.number(), highest.number()) {
        let (Some(start), Some(end)) = (Availability::new(start), Availability::new(end)) else { continue };
        let find = |is_beside: &dyn Fn(Bounds) -> bool| {
            let mut all = kept.iter().zip(&ranges.ranges);
            let at = all.position(|(bounds, range)| range.is_in_order() && bounds.is_some_and(is_beside))?;
            Some((at, kept[at]?))
        };
        let below = find(&|bounds| bounds.1.number() + 1 == start.number());
        let above = find(&|bounds| bounds.0.number() == end.number() + 1);
        match (below, above) {
            (Some((one, below)), Some((other, above))) => {
                kept[one.max(other)] = None;
                kept[one.min(other)] = Some((below.0, above.1));
            }
            (Some((at, below)), None) => kept[at] = Some((below.0, end)),
            (None, Some((at, above))) => kept[at] = Some((start, above.1)),
            (None, None) => new.push((start, end)),
        }
    }
    With { kept, new }
}

/// The numbers from one to another that are in none of the ranges, which are disjoint and ascending.
fn missing(joined: &[RangeInclusive<u16>], lowest: u16, highest: u16) -> Vec<(u16, u16)> {
    let mut missing = Vec::new();
    let mut next = lowest;
    for range in joined.iter().filter(|range| lowest <= *range.end() && *range.start() <= highest) {
        if next < *range.start() {
            missing.push((next, range.start() - 1));
        }
        next = range.end() + 1;
    }
    if next <= highest {
        missing.push((next, highest));
    }
    missing
}

/// Ranges within go; others lose an end, or their middle.
pub(super) fn without(ranges: &AvailabilityRanges, lowest: Availability, highest: Availability) -> Without {
    let below = lowest.number().checked_sub(1).and_then(Availability::new);
    let above = Availability::new(highest.number() + 1);
    let mut without = Without::default();
    for (at, range) in ranges.ranges.iter().enumerate() {
        if highest < range.lowest || range.highest < lowest {
            without.left.push(bounds::of(range));
            continue;
        }
        let low = below.filter(|below| range.lowest <= *below).map(|below| (range.lowest, below));
        let high = above.filter(|above| *above <= range.highest).map(|above| (above, range.highest));
        let left: Vec<Bounds> = low.into_iter().chain(high).collect();
        match range.is_in_order() {
            true => without.left.extend(&left),
            false => without.left.extend(left.iter().rev()),
        }
        match left.is_empty() {
            true => without.gone.push(at),
            false => without.cut.push((at, left)),
        }
    }
    without
}
