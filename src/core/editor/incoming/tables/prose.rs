//! Lines of prose that stand right below a table with commas: they have commas, too.

use super::shape::Shape;
use crate::{mapping::availability::Class, source::table::Row};

/// Whether a line below a head is one of prose and no row.
pub(super) fn is_prose(head: &Row, row: &Row) -> bool {
    let is_apart = |row: &Row| {
        let mut behind = row.cells.iter().skip(1);
        1 < row.cells.len() && behind.all(|cell| cell.is_empty() || cell.starts_with(' '))
    };
    let availability = Shape::of(&head.cells).and_then(|shape| shape.availability);
    let is_no_availability = |cell: &String| {
        let cell = cell.trim();
        let is_class = || Class::ALL.iter().any(|class| class.word().eq_ignore_ascii_case(cell));
        !cell.is_empty() && !cell.contains(|sign: char| sign.is_ascii_digit()) && !is_class()
    };
    row.cells.len() == 1
        || is_apart(row) && !is_apart(head)
        || availability.and_then(|at| row.cells.get(at)).is_some_and(is_no_availability)
}
