//! Ranges with nothing but blanks between them: `3000-5999 12000-14999`.

use super::{AvailabilityRanges, FaultKind};
use crate::source::{blanks, text::Span};

/// A piece with commas between its ranges, where with them all of it is ranges, and without them it is not.
pub fn with_commas(piece: &str) -> Option<String> {
    let mut whole = String::with_capacity(piece.len() + 1);
    for (at, sign) in piece.char_indices() {
        let is_first_blank = blanks::is_blank(sign) && whole.ends_with(|sign: char| sign.is_ascii_digit());
        let behind = || piece[at..].trim_start_matches(blanks::is_blank);
        if is_first_blank && behind().starts_with(|sign: char| sign.is_ascii_digit()) {
            whole.push(',');
        }
        whole.push(sign);
    }
    let read = AvailabilityRanges::ranges_in(&whole, Span::new(0, whole.len()));
    let is_list = read.faults.iter().all(|fault| matches!(fault.kind, FaultKind::Backward | FaultKind::OtherDash));
    (piece.len() < whole.len() && is_list).then_some(whole)
}
