//! Sets of the fifteen rows, and their names.

use std::fmt;

use super::states::StateNumber;
use crate::source::phrase;

/// A set of rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rows(u16); // Invariant: bit n stands for the row of index n, 0 to 14.

impl Rows {
    /// The rows, ascending.
    pub fn iter(self) -> impl Iterator<Item = StateNumber> {
        StateNumber::all().filter(move |row| self.0 & (1 << row.index()) != 0)
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many there are.
    pub fn count(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Adds a row.
    pub fn add(&mut self, row: StateNumber) {
        self.0 |= 1 << row.index();
    }
}

impl From<StateNumber> for Rows {
    fn from(row: StateNumber) -> Rows {
        Rows::from_iter([row])
    }
}

impl FromIterator<StateNumber> for Rows {
    fn from_iter<Numbers: IntoIterator<Item = StateNumber>>(numbers: Numbers) -> Rows {
        let mut rows = Rows::default();
        numbers.into_iter().for_each(|row| rows.add(row));
        rows
    }
}

impl fmt::Display for Rows {
    /// "row 7", "rows 6 to 10", "rows 1, 3 and 5"; nothing for no row.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let numbers: Vec<u8> = self.iter().map(StateNumber::number).collect();
        let mut runs: Vec<String> = Vec::new();
        for run in numbers.chunk_by(|one, next| one + 1 == *next) {
            match run {
                [first, _, .., last] => runs.push(format!("{first} to {last}")),
                few => runs.extend(few.iter().map(u8::to_string)),
            }
        }
        match numbers.len() {
            0 => Ok(()),
            1 => write!(formatter, "row {}", runs[0]),
            _ => write!(formatter, "rows {}", phrase::listed(runs.into_iter())),
        }
    }
}
