//! Marks on cells: which cells of the two tables have problems, and how grave.

use super::{analysis::Analysis, finding::Finding, wording};
use crate::{
    mapping::{
        agent_states::{Activity, StateEntry},
        lcid::Lcid,
        rows::Rows,
        states::StateNumber,
    },
    rules::diagnostic::{Diagnostic, Severity},
    source::{
        phrase::Phrase,
        sorting,
        text::{Part, Span},
    },
};

/// A cell that can have problems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cell {
    /// The ID of one of the fifteen rows.
    StateId(StateNumber),
    /// The ID of an entry, by its position; also what is wrong with the entry as a whole.
    EntryId(usize),
    /// The availability of an entry.
    Availability(usize),
    /// The text of an entry in a language.
    Text(usize, Lcid),
}

impl Cell {
    /// The entry it belongs to.
    pub fn entry(self) -> Option<usize> {
        match self {
            Cell::StateId(_) => None,
            Cell::EntryId(entry) | Cell::Availability(entry) | Cell::Text(entry, _) => Some(entry),
        }
    }
}

/// What a cell shows of its problems.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// That of the gravest.
    pub severity: Severity,
    /// How many there are.
    pub count: usize,
    /// Position of the gravest among the open problems.
    pub gravest: usize,
}

/// The problems of all cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CellMarks {
    /// Invariant: sorted and without repeats; the positions are those of the open problems.
    found: Vec<(Cell, Severity, usize)>,
}

/// The law on rows without an ID: nothing stands in the text where the row should be.
const MISSING_ROW: &str = "missing-row";

impl CellMarks {
    /// The marks of what is open.
    pub fn of(analysis: &Analysis) -> CellMarks {
        let states = &analysis.options.aggregated_states;
        let mut pairs: Vec<(Span, StateNumber)> =
            StateNumber::all().filter_map(|row| Some((states.of(row)?.span, row))).collect();
        sorting::by_numbers(&mut pairs, |(span, _)| (span.start, span.end));
        let mut found = Vec::new();
        for (at, Finding { diagnostic, .. }) in analysis.findings.iter().enumerate() {
            let mut last = None;
            let mut mark = |cell: Option<Cell>| {
                if cell != last {
                    found.extend(cell.map(|cell| (cell, diagnostic.severity, at)));
                    last = cell;
                }
            };
            if diagnostic.code == MISSING_ROW {
                StateNumber::all()
                    .filter(|row| states.id_of(*row).is_none())
                    .for_each(|row| mark(Some(Cell::StateId(row))));
            }
            for span in diagnostic.places() {
                mark(match diagnostic.part {
                    Part::Options => row_of(&pairs, span),
                    Part::Xml => entry_cell(analysis, diagnostic, span),
                });
            }
        }
        found.sort_unstable();
        found.dedup();
        CellMarks { found }
    }

    /// What a cell shows; `None` when nothing is wrong with it.
    pub fn mark(&self, cell: Cell) -> Option<Mark> {
        let own = self.own(cell);
        own.first().map(|(_, severity, gravest)| Mark { severity: *severity, count: own.len(), gravest: *gravest })
    }

    /// The positions of a cell's problems, the gravest first.
    pub fn problems(&self, cell: Cell) -> impl Iterator<Item = usize> + '_ {
        self.own(cell).iter().map(|(_, _, at)| *at)
    }

    /// The cells of an entry that have problems.
    pub fn cells_of_entry(&self, entry: usize) -> impl Iterator<Item = Cell> + '_ {
        let front = [Cell::EntryId(entry), Cell::Availability(entry)];
        let front = front.into_iter().filter(|cell| !self.own(*cell).is_empty());
        let is_behind = |cell: Cell, entry: usize| matches!(cell, Cell::Text(own, _) if entry <= own);
        let first = self.found.partition_point(|(cell, ..)| !is_behind(*cell, entry));
        let texts = &self.found[first..];
        let texts = &texts[..texts.partition_point(|(cell, ..)| !is_behind(*cell, entry + 1))];
        front.chain(texts.chunk_by(|(one, ..), (other, ..)| one == other).map(|own| own[0].0))
    }

    /// What is wrong with a cell, as its accessible name says it: "error: row 7 is given again, and 2 more problems".
    pub fn phrase(&self, cell: Cell, analysis: &Analysis) -> Option<String> {
        let Mark { severity, count, gravest } = self.mark(cell)?;
        let wrong = wording::wrong(&analysis.findings.get(gravest)?.diagnostic).plain();
        let more = match count - 1 {
            0 => String::new(),
            1 => ", and 1 more problem".to_owned(),
            more => format!(", and {more} more problems"),
        };
        Some(format!("{}: {wrong}{more}", severity.name()))
    }

    /// Whether two readings say the same of all marked cells, if both have these marks.
    pub fn say_the_same(&self, one: &Analysis, other: &Analysis) -> bool {
        fn wrong(analysis: &Analysis, at: usize) -> Option<(Rows, &Phrase, usize)> {
            let found = &analysis.findings.get(at)?.diagnostic;
            Some((found.rows, &found.message.wrong, found.own_places()))
        }
        self.found.iter().all(|(_, _, at)| wrong(one, *at) == wrong(other, *at))
    }

    fn own(&self, cell: Cell) -> &[(Cell, Severity, usize)] {
        let first = self.found.partition_point(|(other, ..)| *other < cell);
        let own = &self.found[first..];
        &own[..own.partition_point(|(other, ..)| *other == cell)]
    }
}

/// The cell that shows a stretch of one of the texts, or what it is a part of.
pub fn cell_of(analysis: &Analysis, part: Part, span: Span) -> Option<Cell> {
    match part {
        Part::Options => analysis.row_at(span.start).map(Cell::StateId),
        Part::Xml => cell_in_entry(analysis, analysis.entry_at(span.start)?, span),
    }
}

/// The row whose pair a place lies in.
fn row_of(pairs: &[(Span, StateNumber)], place: Span) -> Option<Cell> {
    let behind = pairs.partition_point(|(span, _)| span.start <= place.start);
    let (span, row) = pairs[behind.checked_sub(1)?];
    span.covers(place).then_some(Cell::StateId(row))
}

fn entry_cell(analysis: &Analysis, diagnostic: &Diagnostic, place: Span) -> Option<Cell> {
    let position = analysis.entry_at(place.start)?;
    if diagnostic.code == "availability-value" && analysis.map.entries[position].availability.is_none() {
        return Some(Cell::Availability(position));
    }
    let cell = cell_in_entry(analysis, position, place)?;
    let is_inside = |activity: &Activity| activity.span.covers(place);
    let is_of_entry =
        cell == Cell::EntryId(position) && !analysis.map.entries[position].activities.iter().any(is_inside);
    (!diagnostic.is_about_many() || !is_of_entry).then_some(cell)
}

/// The cell of an entry that a stretch of its element belongs to; the ID stands for the entry as a whole.
fn cell_in_entry(analysis: &Analysis, position: usize, place: Span) -> Option<Cell> {
    let entry: &StateEntry = &analysis.map.entries[position];
    if entry.availability.as_ref().is_some_and(|written| written.span.covers(place)) {
        return Some(Cell::Availability(position));
    }
    let behind = entry.activities.partition_point(|activity| activity.span.start <= place.start);
    let activity = behind.checked_sub(1).map(|before| &entry.activities[before]);
    if let Some(activity) = activity.filter(|activity| activity.span.covers(place)) {
        let lcid = activity.lcid_value().filter(|lcid| analysis.languages.contains(lcid));
        return Some(lcid.map_or(Cell::EntryId(position), |lcid| Cell::Text(position, lcid)));
    }
    entry.span.covers(place).then_some(Cell::EntryId(position))
}
