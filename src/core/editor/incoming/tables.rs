//! What a table brings: rows of `aggregated-states`, entries with their texts, or both.

use super::columns::{Column, column};
use crate::{
    mapping::{
        lcid::Lcid,
        states::{AgentState, DeviceState, StateNumber},
    },
    source::{
        spreadsheet::{Spoilt, spoilt},
        table::{Row, Table},
    },
};

/// What a table brings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Brought {
    /// Rows of `aggregated-states` and their IDs, in the order of the table.
    pub rows: Vec<BroughtRows>,
    /// Entries, in the order of the table.
    pub entries: Vec<BroughtEntry>,
    /// The languages of its columns.
    pub languages: Vec<Lcid>,
    /// What was read otherwise than it is written.
    pub repairs: Vec<Repair>,
    /// Heads of columns that are not read.
    pub other_heads: Vec<String>,
    /// Lines that bring nothing, and why.
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
    /// A date of a line, and the rows it was read as.
    Date(usize, String, u8, u8),
}

/// Why a line brings nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It has no ID.
    NoId,
    /// What stands for its row is none.
    NoRow,
    /// A spreadsheet has spoilt what stands for its row, and nothing tells what it was.
    Spoilt,
}

/// What a table brings; `None` where it is about something else.
pub fn brought(table: &Table) -> Option<Brought> {
    let (head, rows) = table.rows.split_first()?;
    let columns: Vec<Column> = head.cells.iter().map(|head| column(head)).collect();
    let has = |wanted: Column| columns.contains(&wanted);
    let has_states = has(Column::Row) || (has(Column::Agent) && has(Column::Device));
    let has_texts = columns.iter().any(|column| matches!(column, Column::Availability | Column::Language(..)));
    if has(Column::Id) && (has_states || has_texts) {
        let mut brought = Brought { other_heads: other_heads(head, &columns), ..Brought::default() };
        brought.note_languages(head, &columns);
        for row in rows {
            brought.read(row, &columns, has_states, has_texts);
        }
        return Some(brought);
    }
    without_head(table)
}

/// A table of rows without a head: numbers in front, IDs at the end, what they stand for between them.
fn without_head(table: &Table) -> Option<Brought> {
    let columns: Vec<Column> = match table.width {
        2 => vec![Column::Row, Column::Id],
        4 => vec![Column::Row, Column::Agent, Column::Device, Column::Id],
        _ => return None,
    };
    let is_of_states = |row: &Row| row.cells.first().is_some_and(|cell| matches!(numbers(cell), Numbers::Rows(..)));
    if !table.rows.iter().all(is_of_states) {
        return None;
    }
    let mut brought = Brought::default();
    table.rows.iter().for_each(|row| brought.read(row, &columns, true, false));
    Some(brought)
}

fn other_heads(head: &Row, columns: &[Column]) -> Vec<String> {
    let heads =
        head.cells.iter().zip(columns).filter(|(head, column)| **column == Column::Other && !head.trim().is_empty());
    heads.map(|(head, _)| head.trim().to_owned()).collect()
}

impl Brought {
    fn note_languages(&mut self, head: &Row, columns: &[Column]) {
        for (head, column) in head.cells.iter().zip(columns) {
            if let Column::Language(lcid, is_spoilt) = column {
                self.languages.push(*lcid);
                if *is_spoilt {
                    self.repairs.push(Repair::Head(head.trim().to_owned(), *lcid));
                }
            }
        }
    }

    fn read(&mut self, row: &Row, columns: &[Column], has_states: bool, has_texts: bool) {
        let cells = || columns.iter().zip(&row.cells).map(|(column, cell)| (*column, cell.trim()));
        let cell = |wanted: Column| cells().find(|(column, _)| *column == wanted).map(|(_, cell)| cell);
        let line = row.line;
        let Some(id) = cell(Column::Id).filter(|id| !id.is_empty()) else {
            return self.left_out.push((line, Why::NoId));
        };
        if has_states {
            let by_names = || pair(cell(Column::Agent)?, cell(Column::Device)?).map(|number| vec![number]);
            let read = match cell(Column::Row).map(numbers) {
                Some(Numbers::Rows(rows, was)) => {
                    if let Some((from, to)) = was {
                        let written = cell(Column::Row).unwrap_or_default().to_owned();
                        self.repairs.push(Repair::Date(line, written, from, to));
                    }
                    Ok(rows)
                }
                Some(Numbers::Spoilt) => Err(Why::Spoilt),
                Some(Numbers::None) | None => by_names().ok_or(Why::NoRow),
            };
            match read {
                Ok(numbers) => self.rows.push(BroughtRows { line, numbers, id: id.to_owned() }),
                Err(why) if !has_texts => self.left_out.push((line, why)),
                Err(_) => {}
            }
        }
        if has_texts {
            let availability = cell(Column::Availability).filter(|cell| !cell.is_empty()).map(str::to_owned);
            let mut texts: Vec<(Lcid, String)> = Vec::new();
            for (column, text) in columns.iter().zip(&row.cells) {
                // Blanks around a text are a part of it: a law says so, and the user decides.
                if let Column::Language(lcid, _) = column
                    && !text.trim().is_empty()
                    && texts.iter().all(|(own, _)| own != lcid)
                {
                    texts.push((*lcid, text.clone()));
                }
            }
            self.entries.push(BroughtEntry { line, id: id.to_owned(), availability, texts });
        }
    }
}

/// What stands for rows.
enum Numbers {
    /// Rows, and the range that a spreadsheet made a date of.
    Rows(Vec<StateNumber>, Option<(u8, u8)>),
    /// A value that a spreadsheet has spoilt.
    Spoilt,
    /// Nothing of that kind.
    None,
}

/// `7`, `3-4`, `6 – 10`, and `4-Mar` as the range that it was.
fn numbers(cell: &str) -> Numbers {
    let range = |from: u8, to: u8| {
        let rows: Option<Vec<StateNumber>> = (from..=to).map(StateNumber::new).collect();
        rows.filter(|rows| !rows.is_empty())
    };
    let number = |text: &str| text.trim().parse::<u8>().ok();
    let written = match cell.split_once(['-', '\u{2013}', '\u{2014}']) {
        Some((from, to)) => number(from).zip(number(to)),
        None => number(cell).map(|number| (number, number)),
    };
    if let Some(rows) = written.and_then(|(from, to)| range(from, to)) {
        return Numbers::Rows(rows, None);
    }
    match spoilt(cell) {
        Some(Spoilt::Date(from, to)) => {
            let was = u8::try_from(from).ok().zip(u8::try_from(to).ok());
            let rows = was.and_then(|(from, to)| range(from, to));
            rows.map_or(Numbers::Spoilt, |rows| Numbers::Rows(rows, was))
        }
        Some(_) => Numbers::Spoilt,
        None => Numbers::None,
    }
}

/// The row of an agent state and a device state, by their names however they are written.
fn pair(agent: &str, device: &str) -> Option<StateNumber> {
    let letters = |name: &str| {
        let letters = name.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase);
        letters.collect::<String>()
    };
    let agent = AgentState::ALL.into_iter().find(|state| letters(state.name()) == letters(agent))?;
    let device = DeviceState::ALL.into_iter().find(|state| letters(state.name()) == letters(device))?;
    Some(StateNumber::of(agent, device))
}
