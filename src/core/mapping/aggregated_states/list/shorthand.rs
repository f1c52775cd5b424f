//! One ID for several rows, `6-10=CALL`, as people write it for each other.

use std::ops::RangeInclusive;

use super::leading_blanks;
use crate::{mapping::states::StateNumber, source::blanks};

/// Rows, and the ID that somebody gave all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shorthand<'a> {
    /// Numbers of rows, two or more.
    pub rows: RangeInclusive<u8>,
    /// The ID.
    pub id: &'a str,
}

/// What stands between two numbers for all between them.
const TO: [&str; 5] = ["..", "-", "\u{2013}", "\u{2014}", "\u{2026}"];

/// Reads what stands between two commas as one ID for several rows; behind a colon an ID begins with a letter, since
/// `8-10:30` is a time.
pub fn shorthand(piece: &str) -> Option<Shorthand<'_>> {
    let (from, behind) = number(piece)?;
    let behind = TO.iter().find_map(|to| behind.strip_prefix(to))?;
    let (to, behind) = number(behind)?;
    let (sign, id) = behind.split_at_checked(1)?;
    let id = blanks::trim(id);
    let is_id = sign == "=" || sign == ":" && id.starts_with(char::is_alphabetic);
    (is_id && !id.is_empty() && from < to).then_some(Shorthand { rows: from..=to, id })
}

/// Whether the first number of several rows stands there, and the sign behind it, and nothing more.
pub(super) fn is_open_shorthand(piece: &str) -> bool {
    number(piece).is_some_and(|(_, behind)| TO.contains(&blanks::trim(behind)))
}

/// The number of a row at the beginning, and what stands behind it and its blanks.
fn number(text: &str) -> Option<(u8, &str)> {
    let text = &text[leading_blanks(text.as_bytes())..];
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, behind) = text.split_at(digits);
    let number = number.parse().ok().filter(|number| StateNumber::new(*number).is_some())?;
    Some((number, &behind[leading_blanks(behind.as_bytes())..]))
}
