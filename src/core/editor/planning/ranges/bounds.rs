//! Where ranges begin and end, without their places.

use crate::mapping::{
    availability::Availability,
    availability_ranges::{AvailabilityRanges, Range},
};

/// The lowest and the highest number.
pub(super) type Bounds = (Availability, Availability);

/// Those of a range.
pub(super) fn of(range: &Range) -> Bounds {
    (range.lowest, range.highest)
}

/// Those of all ranges, in the order of the text.
pub(super) fn all(ranges: &AvailabilityRanges) -> Vec<Bounds> {
    ranges.ranges.iter().map(of).collect()
}
