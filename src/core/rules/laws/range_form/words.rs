//! What is said of a value that is not as the guide writes it.

use crate::{
    mapping::availability_ranges::{FaultKind, blanks_between, thousands},
    source::phrase::quoted,
};

/// What is wrong, and what to do; what is written is the culprit.
pub(super) fn told(kind: FaultKind, written: &str) -> (String, &'static str) {
    let shown = quoted(written);
    match kind {
        FaultKind::NoRange if blanks_between::with_commas(written).is_some() => {
            (format!("{shown} has no comma between its ranges"), "put a comma between two ranges")
        }
        FaultKind::NoRange => (no_range(written), "write two numbers, as in `3000-5999`"),
        FaultKind::TooHigh => (format!("{shown} is above the highest availability, 18000"), ""),
        FaultKind::Backward => (format!("{shown} begins with the higher number"), "write the lower one first"),
        FaultKind::OneNumber => {
            (format!("{shown} is one number, and the documented form is a range"), "write it as one")
        }
        FaultKind::OtherDash => {
            (format!("{shown} only looks like the hyphen `-`, which belongs between the numbers"), "")
        }
        FaultKind::Semicolon => (format!("{shown} stands where a comma belongs"), ""),
        FaultKind::Comma => ("a comma has no range beside it".to_owned(), "remove it"),
    }
}

/// As spreadsheets write the months, in whatever letters.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// What a piece lacks that is no range, or what has been made of it.
fn no_range(written: &str) -> String {
    let shown = quoted(written);
    let is_number = |text: &str| !text.trim().is_empty() && text.trim().bytes().all(|byte| byte.is_ascii_digit());
    let letters = written.to_ascii_lowercase();
    let has_digit = letters.contains(|sign: char| sign.is_ascii_digit());
    let is_spoilt = has_digit && (letters.contains("e+") || MONTHS.iter().any(|month| letters.contains(month)));
    match (written.strip_suffix('-'), written.strip_prefix('-')) {
        (Some(first), _) if is_number(first) => format!("{shown} has no second number"),
        (_, Some(second)) if is_number(second) => format!("{shown} has no first number"),
        _ if thousands::without(written).is_some() => format!(
            "{shown} has commas between the thousands, as a spreadsheet writes them, and a comma parts two ranges"
        ),
        _ if is_spoilt => format!("{shown} is no range; it looks like what a spreadsheet makes of numbers"),
        _ => format!("{shown} is no range"),
    }
}
