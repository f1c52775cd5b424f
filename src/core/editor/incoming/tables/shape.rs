//! Where what stands in a table: what its heads say of its columns.

use std::borrow::Cow;

use super::row_numbers::{Numbers, numbers, pair};
use crate::{
    editor::incoming::columns::{Column, columns},
    mapping::{lcid::Lcid, states::StateNumber},
};

/// Where what stands in a table.
pub(super) struct Shape {
    pub columns: Vec<Column>,
    pub id: usize,
    pub row: Option<usize>,
    pub states: Option<(usize, usize)>,
    pub availability: Option<usize>,
    pub languages: Vec<(usize, Lcid)>,
    /// Where each line has a language and its text.
    pub text: Option<(usize, usize)>,
}

impl Shape {
    /// That of a table with these heads; `None` where it brings neither rows nor entries.
    pub fn of(heads: &[String]) -> Option<Shape> {
        Shape::of_columns(columns(heads))
    }

    /// That of a table with these columns.
    pub fn of_columns(columns: Vec<Column>) -> Option<Shape> {
        let at = |wanted: Column| columns.iter().position(|column| *column == wanted);
        let languages = columns.iter().enumerate().filter_map(|(at, column)| match column {
            Column::Language(lcid, _) => Some((at, *lcid)),
            _ => None,
        });
        let shape = Shape {
            id: at(Column::Id)?,
            row: at(Column::Row),
            states: at(Column::Agent).zip(at(Column::Device)),
            availability: at(Column::Availability),
            languages: languages.collect(),
            text: at(Column::Lcid).zip(at(Column::Text)),
            columns,
        };
        (shape.has_rows() || shape.has_entries()).then_some(shape)
    }

    pub fn has_rows(&self) -> bool {
        self.row.is_some() || self.states.is_some()
    }

    /// The cell of the ID in a line.
    pub fn id_of<'a>(&self, cells: &'a [String]) -> &'a str {
        cells.get(self.id).map_or("", |cell| cell)
    }

    /// Whether a line says which row of `aggregated-states` it is of.
    pub fn names_row(&self, cells: &[String]) -> bool {
        let written = self.row.and_then(|at| cells.get(at));
        matches!(written.map(|cell| numbers(cell)), Some(Numbers::Rows(..))) || self.named(cells).is_some()
    }

    /// The row that the states of a line name.
    pub fn named(&self, cells: &[String]) -> Option<StateNumber> {
        let (agent, device) = self.states?;
        pair(cells.get(agent)?.trim(), cells.get(device)?.trim())
    }

    /// The cells of a line below a head of so many columns; one that lost its number in front, and has its states, gets an
    /// empty cell for it.
    pub fn aligned<'a>(&self, cells: &'a [String], width: usize) -> Cow<'a, [String]> {
        if self.row == Some(0) && cells.len() + 1 == width {
            let with_number: Vec<String> = std::iter::once(String::new()).chain(cells.iter().cloned()).collect();
            if self.named(&with_number).is_some() {
                return with_number.into();
            }
        }
        cells.into()
    }

    /// How many columns it says something of.
    pub fn known(&self) -> usize {
        self.columns.iter().filter(|column| **column != Column::Other).count()
    }

    pub fn has_entries(&self) -> bool {
        self.availability.is_some() || !self.languages.is_empty() || self.text.is_some()
    }
}
