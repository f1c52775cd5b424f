//! Numbers with a comma between the thousands, as a spreadsheet writes them: `3,000-5,999`.

use super::{AvailabilityRanges, FaultKind};
use crate::source::text::Span;

/// A value without those commas, where without them all of it is ranges, and with them it is not.
pub fn without(value: &str) -> Option<String> {
    of_read(value, &AvailabilityRanges::ranges_in(value, Span::new(0, value.len())))
}

/// The same of a value that was read.
pub(super) fn of_read(text: &str, read: &AvailabilityRanges) -> Option<String> {
    let is_alone = |kind| matches!(kind, FaultKind::OneNumber | FaultKind::Backward);
    if !read.faults.iter().any(|fault| is_alone(fault.kind)) {
        return None;
    }
    let value = read.span.text(text);
    let mut bare = String::with_capacity(value.len());
    let mut pieces = value.split(',');
    bare += pieces.next()?;
    for piece in pieces {
        let front = bare.len() - bare.trim_end_matches(|sign: char| sign.is_ascii_digit()).len();
        let behind = piece.len() - piece.trim_start_matches(|sign: char| sign.is_ascii_digit()).len();
        if !(matches!(front, 1 | 2) && behind == 3) {
            bare.push(',');
        }
        bare += piece;
    }
    let is_list = |bare: &str| {
        let read = AvailabilityRanges::ranges_in(bare, Span::new(0, bare.len()));
        !read.ranges.is_empty() && read.faults.iter().all(|fault| fault.kind == FaultKind::Semicolon)
    };
    (bare.len() < value.len() && is_list(&bare)).then_some(bare)
}
