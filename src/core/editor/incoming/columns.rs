//! What the head of a column says stands below it.

use crate::{
    mapping::lcid::{self, Lcid},
    source::spreadsheet,
};

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Numbers of rows of `aggregated-states`.
    Row,
    /// Agent states.
    Agent,
    /// Device states.
    Device,
    /// Aggregated state IDs.
    Id,
    /// Availability numbers.
    Availability,
    /// Texts in a language; whether a spreadsheet has spoilt the number in the head.
    Language(Lcid, bool),
    /// Something else.
    Other,
}

/// What heads are called, in small letters and digits only. `ID` is the guide's word, the others are those of its table,
/// of the option reference, and of the XML.
const HEADS: [(&str, Column); 19] = [
    ("", Column::Other),
    ("row", Column::Row),
    ("no", Column::Row),
    ("nr", Column::Row),
    ("number", Column::Row),
    ("compositestateid", Column::Row),
    ("agentstate", Column::Agent),
    ("agent", Column::Agent),
    ("devicestate", Column::Device),
    ("device", Column::Device),
    ("id", Column::Id),
    ("stateid", Column::Id),
    ("aggregatedstate", Column::Id),
    ("aggregatedstateid", Column::Id),
    ("aggregatedstatename", Column::Id),
    ("availability", Column::Availability),
    ("avail", Column::Availability),
    ("class", Column::Other),
    ("shownas", Column::Other),
];

/// What stands below a head.
pub fn column(head: &str) -> Column {
    let head = head.trim();
    if head == "#" {
        return Column::Row;
    }
    let letters: String = head.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let known = HEADS.iter().find(|(name, _)| *name == letters).map(|(_, column)| *column);
    known.or_else(|| language(head)).unwrap_or(Column::Other)
}

/// A language by its LCID, its tag or its name, or by several of them: `English (United States) 1033 en-US`.
fn language(head: &str) -> Option<Column> {
    let of = |number: u32| Lcid::parse(&number.to_string()).filter(|lcid| lcid.info().is_some());
    if let Some(number) = spreadsheet::told(head).1 {
        return of(number).map(|lcid| Column::Language(lcid, true));
    }
    let written = head.split(|sign: char| !sign.is_ascii_digit()).filter(|digits| 3 < digits.len());
    let mut numbers = written.filter_map(|digits| digits.parse().ok()).filter_map(of);
    if let Some(lcid) = numbers.next() {
        return Some(Column::Language(lcid, false));
    }
    match lcid::parse_list(head).as_slice() {
        [found] => Some(Column::Language(Lcid::from(found.language?), false)),
        _ => None,
    }
}
