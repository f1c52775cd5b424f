//! What a table brings: rows of `aggregated-states`, entries with their texts, or both.

mod crosswise;
mod prose;
mod reading;
mod row_numbers;
mod shape;

use reading::Reading;
pub use reading::takes;
use row_numbers::{Numbers, numbers};
use shape::Shape;

use super::columns::{self, Column};
use crate::{
    mapping::{availability::Availability, lcid::Lcid, states::StateNumber},
    source::table::{Form, Row, Table},
};

/// What a table brings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Brought {
    /// Rows of `aggregated-states` and their IDs, in the order of the table.
    pub rows: Vec<BroughtRows>,
    /// Entries, each ID once, in the order of the table.
    pub entries: Vec<BroughtEntry>,
    /// The languages of its columns, each once.
    pub languages: Vec<Lcid>,
    /// What was read otherwise than it is written.
    pub repairs: Vec<Repair>,
    /// Heads of columns that are not read: of something else, of a language that a column before has, and those of which
    /// a spreadsheet has lost digits. A column that has none goes by its number.
    pub other_heads: Vec<String>,
    /// Lines that bring nothing, or not all that stands in them, and why.
    pub left_out: Vec<(usize, Why)>,
}

/// One or several rows of `aggregated-states` that get an ID.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BroughtRows {
    /// The line it begins in, from 1.
    pub line: usize,
    /// The rows.
    pub numbers: Vec<StateNumber>,
    /// The ID.
    pub id: String,
}

/// An entry as a table has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BroughtEntry {
    /// The line it begins in, from 1.
    pub line: usize,
    /// The ID.
    pub id: String,
    /// The availability as written; `None` where the table has none for it.
    pub availability: Option<String>,
    /// Its texts as written; an empty cell brings none.
    pub texts: Vec<(Lcid, String)>,
}

/// What was read otherwise than it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Repair {
    /// The head of a column, and the language it was read as.
    Head(String, Lcid),
    /// The language of texts as their lines have it, and what it was read as.
    Language(String, Lcid),
    /// A date of a line, and the rows it was read as.
    Date(usize, String, u8, u8),
}

/// Why a line brings nothing, or not all that stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It has no ID.
    NoId,
    /// What stands for its row is none.
    NoRow,
    /// Its number is that of another row than its states.
    OtherStates,
    /// What stands at its side is no state, or none of that kind.
    NoState,
    /// What stands for its language is none that is known.
    NoLanguage,
    /// A spreadsheet has spoilt what stands for its row, and nothing tells what it was.
    Spoilt,
    /// A line before has its ID with another availability or other texts, or its row with another ID; that one counts.
    Repeated,
    /// It stands above the head.
    AboveHead,
    /// It says one thing across its cells, as a title does.
    Title,
}

/// Titles and dates may stand above the head; it is looked for in so many rows.
const MOST_ABOVE: usize = 10;

/// What a table brings; `None` where it is about something else.
pub fn brought(table: &Table) -> Option<Brought> {
    if let Some(brought) = crosswise::brought(table, MOST_ABOVE) {
        return Some(brought);
    }
    let heads = table.rows.iter().take(MOST_ABOVE).enumerate();
    let found = heads.filter_map(|(at, row)| Some((at, Shape::of(&row.cells)?))).next();
    let Some((at, shape)) = found else {
        return without_head(table).or_else(|| turned(table).and_then(|turned| brought(&turned)));
    };
    let (mut at, mut shape, mut head) = (at, shape, table.rows[at].cells.clone());
    // A head may go over two lines, with what stands for several columns above them.
    if let Some(next) = table.rows.get(at + 1) {
        let both = both_lines(&head, &next.cells);
        let further = [&next.cells, &both].into_iter().filter_map(|cells| Some((cells.clone(), Shape::of(cells)?)));
        let best = further.max_by_key(|(_, own)| own.known());
        let is_same_cell =
            |one: &str, other: &str| !one.trim().is_empty() && one.trim().eq_ignore_ascii_case(other.trim());
        let is_merged = is_same_cell(shape.id_of(&head), shape.id_of(&next.cells));
        match best.filter(|(_, own)| shape.known() < own.known()) {
            Some((cells, own)) => (at, shape, head) = (at + 1, own, cells),
            // The cell above goes over both lines, so both are the head.
            None if is_merged => at += 1,
            None => {}
        }
    }
    let (above, rows) = table.rows.split_at(at + 1);
    let mut reading = Reading::new(shape, &head);
    let above = above[..at].iter().filter(|row| both_lines(&row.cells, &table.rows[at].cells) != head);
    above.for_each(|row| reading.leave_out(row.line, Why::AboveHead));
    // A head may stand again on each printed page.
    rows.iter().filter(|row| row.cells != table.rows[at].cells).for_each(|row| reading.read(row));
    Some(reading.brought)
}

/// The lines in which tables begin that stand below each other: those of their heads, from 1; a head that stands again on
/// each page, and the second line of one, begins none.
pub fn heads(table: &Table) -> Vec<usize> {
    let mut heads: Vec<(usize, &Row)> = Vec::new();
    for (at, row) in table.rows.iter().enumerate() {
        let is_head = Shape::of(&row.cells).is_some() || crosswise::is_head(row);
        let is_second = heads.last().is_some_and(|(last, head)| *last + 1 == at && continues(head, row));
        if is_head && !is_second && heads.iter().all(|(_, head)| head.cells != row.cells) {
            heads.push((at, row));
        }
    }
    heads.into_iter().map(|(_, row)| row.line).collect()
}

/// The line, from 1, from which on what stands in a table is prose below it; `None` where all of it is rows.
pub fn prose_below(table: &Table) -> Option<usize> {
    let is_separated = matches!(table.form, Form::Semicolons | Form::Commas);
    let at = table.rows.iter().position(|row| Shape::of(&row.cells).is_some()).filter(|_| is_separated)?;
    let (above, rows) = table.rows.split_at(at + 1);
    let head = above.last()?;
    let is_row = |row: &Row| !prose::is_prose(head, row);
    let last = rows.iter().rposition(is_row).map_or(0, |last| last + 1);
    rows.get(last).map(|row| row.line)
}

/// How many of further lines, from the first on, are rows of a table.
pub fn rows_of(table: &Table, more: &[Row]) -> usize {
    let head = table.rows.iter().find_map(|row| Some((row, Shape::of(&row.cells)?)));
    head.map_or(0, |(head, shape)| {
        let width = head.cells.len();
        let is_row = |row: &&Row| {
            let cells = shape.aligned(&row.cells, width);
            let id = shape.id_of(&cells).trim();
            // A line that names its row may have any ID; one of three cells and more is no name and its telephone.
            let is_known = || shape.names_row(&cells) || is_id(id) || 2 < width && !id.contains(char::is_whitespace);
            cells.len() == width && !prose::is_prose(head, row) && !id.is_empty() && is_known()
        };
        more.iter().take_while(is_row).count()
    })
}

/// Whether a line goes on with the head above it: its first cell is the same, as in one that was merged over both, or empty.
fn continues(head: &Row, row: &Row) -> bool {
    let first = |row: &Row| row.cells.first().map_or(String::new(), |cell| cell.trim().to_lowercase());
    first(row).is_empty() || first(row) == first(head)
}

/// A head of two lines: what stands in the second, and where nothing does, what stands above it.
fn both_lines(above: &[String], below: &[String]) -> Vec<String> {
    let width = above.len().max(below.len());
    let cell = |row: &[String], at: usize| row.get(at).filter(|cell| !cell.trim().is_empty()).cloned();
    (0..width).map(|at| cell(below, at).or_else(|| cell(above, at)).unwrap_or_default()).collect()
}

/// So many languages of a table are read that has one in each line.
const MOST_TURNED: usize = 400;

/// A table with a language in each line and an ID above each column, the other way round.
fn turned(table: &Table) -> Option<Table> {
    let (head, rows) = table.rows.split_first()?;
    let heads: Vec<Column> =
        rows.iter().map(|row| columns::column(row.cells.first().map_or("", |cell| cell))).collect();
    let is_own = |column: &Column| matches!(column, Column::Language(..) | Column::Availability);
    let has_languages = heads.iter().any(|column| matches!(column, Column::Language(..)));
    let corner = head.cells.first().map_or("", |cell| cell.trim());
    let is_corner = corner.is_empty() || matches!(columns::column(corner), Column::Lcid | Column::Text | Column::Id);
    if !is_corner || !has_languages || !heads.iter().all(is_own) || MOST_TURNED < rows.len() {
        return None;
    }
    let cell = |row: &Row, at: usize| row.cells.get(at).cloned().unwrap_or_default();
    let first = Row {
        line: head.line,
        cells: std::iter::once("ID".to_owned()).chain(rows.iter().map(|row| cell(row, 0))).collect(),
    };
    let others = (1..head.cells.len())
        .map(|at| Row { line: head.line, cells: table.rows.iter().map(|row| cell(row, at)).collect() });
    Some(Table { form: table.form, width: table.rows.len(), rows: std::iter::once(first).chain(others).collect() })
}

/// A table without a head. Numbers in front and IDs at the end are rows, with what they stand for between them; behind
/// IDs, numbers are availabilities, and of texts nothing tells the language.
fn without_head(table: &Table) -> Option<Brought> {
    let rows: Option<Vec<Column>> = match table.width {
        2 => Some(vec![Column::Row, Column::Id]),
        4 => Some(vec![Column::Row, Column::Agent, Column::Device, Column::Id]),
        _ => None,
    };
    let is_all = |at: usize, is: fn(&str) -> bool| {
        table.rows.iter().all(|row| row.cells.get(at).is_some_and(|cell| is(cell.trim())))
    };
    let columns = match rows {
        Some(columns) if is_all(0, |cell| matches!(numbers(cell), Numbers::Rows(..))) => columns,
        _ if is_all(0, is_id) => {
            let at = (1..table.width).find(|at| is_all(*at, |cell| Availability::parse(cell).is_some()))?;
            let column = |own| match own {
                0 => Column::Id,
                own if own == at => Column::Availability,
                _ => Column::Other,
            };
            (0..table.width).map(column).collect()
        }
        _ => return None,
    };
    let mut reading = Reading::new(Shape::of_columns(columns.clone())?, &[]);
    table.rows.iter().for_each(|row| reading.read(row));
    let mut brought = reading.brought;
    let others = columns.iter().enumerate().filter(|(_, column)| **column == Column::Other);
    brought.other_heads.extend(others.map(|(at, _)| format!("{}, which has no head", at + 1)));
    Some(brought)
}

/// Whether a cell without a head above it is an ID. A word may be a name, and the number behind it that of a telephone.
fn is_id(cell: &str) -> bool {
    let is_of_id = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    let is_word = || cell.contains(|sign: char| sign.is_ascii_lowercase()) && !cell.contains('_');
    cell.bytes().all(is_of_id) && cell.starts_with(|sign: char| sign.is_ascii_alphabetic()) && !is_word()
}
