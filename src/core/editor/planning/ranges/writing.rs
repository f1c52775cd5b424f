//! Ranges as they are written: numbers that change, ranges that come, go or are split, in the manner of those that are there.

use super::bounds::Bounds;
use crate::{
    mapping::availability_ranges::{AvailabilityRanges, Range},
    source::{blanks, edit::Edit, text::Span},
};

/// `3000-5999`.
pub(super) fn of((lowest, highest): Bounds) -> String {
    format!("{}-{}", lowest.number(), highest.number())
}

/// The same for people: `18000` is not written twice.
pub(super) fn shown(bounds: Bounds) -> String {
    if bounds.0 == bounds.1 { bounds.0.number().to_string() } else { of(bounds) }
}

/// Several ranges with a sign between them.
pub(super) fn list(all: &[Bounds], separator: &str) -> String {
    all.iter().copied().map(of).collect::<Vec<_>>().join(separator)
}

/// The edits that give a range other numbers; a number that stays is not touched.
pub(super) fn numbers(range: &Range, (lowest, highest): Bounds) -> Vec<Edit> {
    let (is_new_lowest, is_new_highest) = (lowest != range.lowest, highest != range.highest);
    if range.dash.is_none() {
        // One number stands for both.
        return match (is_new_lowest, is_new_highest) {
            (false, false) => Vec::new(),
            (true, false) => vec![Edit::insert(range.span.start, format!("{}-", lowest.number()))],
            (false, true) => vec![Edit::insert(range.span.end, format!("-{}", highest.number()))],
            (true, true) if lowest == highest => vec![Edit::replace(range.span, lowest.number().to_string())],
            (true, true) => vec![Edit::replace(range.span, of((lowest, highest)))],
        };
    }
    let low = is_new_lowest.then(|| Edit::replace(range.lowest_digits, lowest.number().to_string()));
    let high = is_new_highest.then(|| Edit::replace(range.highest_digits, highest.number().to_string()));
    low.into_iter().chain(high).collect()
}

/// A range becomes two: all that is written is what lies between the outer numbers.
pub(super) fn split(text: &str, ranges: &AvailabilityRanges, range: &Range, low: Bounds, high: Bounds) -> Edit {
    let (first, second, begins, goes_on) = match range.is_in_order() {
        true => (range.lowest_digits, range.highest_digits, low.1, high.0),
        // As it is written, the other way round.
        false => (range.highest_digits, range.lowest_digits, high.0, low.1),
    };
    let dash = &text[first.end..second.start];
    let written = format!("{}{}{}{dash}", begins.number(), separator(text, ranges), goes_on.number());
    Edit::insert(second.start, written)
}

/// New ranges behind what is there.
pub(super) fn appended(text: &str, ranges: &AvailabilityRanges, new: &[Bounds]) -> Edit {
    let separator = separator(text, ranges);
    let written = list(new, &separator);
    let front = match ranges.span.text(text).ends_with([',', ';']) {
        true => separator.trim_start_matches(blanks::is_blank).trim_start_matches(','),
        false => &separator,
    };
    Edit::insert(ranges.span.end, format!("{front}{written}"))
}

/// The comma between the last two ranges with the blanks around it.
fn separator(text: &str, ranges: &AvailabilityRanges) -> String {
    let value = ranges.span.text(text);
    let value = value.strip_suffix([',', ';']).unwrap_or(value);
    let Some((front, behind)) = value.rsplit_once(',') else { return ", ".to_owned() };
    let before = &front[blanks::trim_end(front).len()..];
    let after = &behind[..behind.len() - behind.trim_start_matches(blanks::is_blank).len()];
    format!("{before},{after}")
}

/// What is deleted when ranges go, by their positions in ascending order: each with the comma in front of it, and what
/// stands at the front of all with the comma behind.
pub(super) fn deletions(text: &str, ranges: &AvailabilityRanges, gone: &[usize]) -> Vec<Span> {
    let all = &ranges.ranges;
    let is_next = |at: usize| match at.checked_sub(1) {
        None => all[0].span.start == ranges.span.start,
        Some(before) => text[all[before].span.end..all[at].whole.start].chars().all(blanks::is_blank),
    };
    let at_front = gone.iter().enumerate().take_while(|(index, at)| *index == **at && is_next(**at)).count();
    let (front, others) = gone.split_at(at_front);
    let front = front.last().map(|last| {
        let end = all[*last].span.end;
        let behind = Span::new(end, ranges.span.end).text(text);
        let rest = behind.trim_start_matches(blanks::is_blank);
        let rest = rest.strip_prefix([',', ';']).unwrap_or(rest).trim_start_matches(blanks::is_blank);
        Span::new(ranges.span.start, end + behind.len() - rest.len())
    });
    front.into_iter().chain(others.iter().map(|at| all[*at].whole)).collect()
}
