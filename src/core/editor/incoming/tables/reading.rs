//! Reading a table line by line, once it is known what stands in its columns.

use std::{
    borrow::Cow,
    collections::{HashMap, hash_map::Entry as Slot},
};

use super::{
    Brought, BroughtEntry, BroughtRows, Repair, Why,
    row_numbers::{Numbers, numbers},
    shape::Shape,
};
use crate::{
    editor::incoming::columns::{self, Column, language},
    mapping::{lcid::Lcid, states::StateNumber},
    source::table::Row,
};

/// A table that is being read.
pub(super) struct Reading {
    /// What it has brought so far.
    pub brought: Brought,
    shape: Shape,
    /// How many columns the head has; 0 where there is none.
    width: usize,
    /// The entries by their IDs.
    entries: HashMap<String, usize>,
    /// Which of the rows that were brought gave a row its ID.
    rows: HashMap<StateNumber, usize>,
}

impl Reading {
    /// Before the first line below the head.
    pub fn new(shape: Shape, heads: &[String]) -> Reading {
        let mut brought = Brought::default();
        for (head, column) in heads.iter().zip(&shape.columns) {
            let head = head.trim().to_owned();
            match column {
                Column::Other if matches!(columns::column(&head), Column::Language(..)) => {
                    brought.other_heads.push(format!("{head}, whose language a column before has"));
                }
                Column::Other if !head.is_empty() => brought.other_heads.push(head),
                Column::Language(lcid, is_repaired) => {
                    brought.languages.push(*lcid);
                    brought.repairs.extend(is_repaired.then_some(Repair::Head(head, *lcid)));
                }
                _ => {}
            }
        }
        Reading { brought, shape, width: heads.len(), entries: HashMap::new(), rows: HashMap::new() }
    }

    /// Notes that a line brings nothing, or not all that stands in it.
    pub fn leave_out(&mut self, line: usize, why: Why) {
        self.brought.left_out.push((line, why));
    }

    /// Reads a line.
    pub fn read(&mut self, row: &Row) {
        if let Cow::Owned(cells) = self.shape.aligned(&row.cells, self.width) {
            return self.read(&Row { line: row.line, cells });
        }
        let Some(id) = cell(row, Some(self.shape.id)) else { return self.leave_out(row.line, Why::NoId) };
        // A title over all columns stands in each of them.
        if cell(row, self.shape.availability) == Some(id) {
            return self.leave_out(row.line, Why::Title);
        }
        if self.shape.has_rows() {
            self.read_rows(row, id);
        }
        if self.shape.has_entries() {
            self.read_entry(row, id);
        }
    }

    fn read_rows(&mut self, row: &Row, id: &str) {
        let line = row.line;
        let written = cell(row, self.shape.row);
        let states = self.shape.states.and_then(|(agent, device)| cell(row, Some(agent)).zip(cell(row, Some(device))));
        let named = self.shape.named(&row.cells);
        let numbers = match written.map(numbers) {
            Some(Numbers::Rows(rows, _)) if named.is_some_and(|named| !rows.contains(&named)) => {
                return self.leave_out(line, Why::OtherStates);
            }
            Some(Numbers::Rows(rows, was)) => {
                let date = was.map(|(from, to)| Repair::Date(line, written.unwrap_or_default().to_owned(), from, to));
                self.brought.repairs.extend(date);
                rows
            }
            Some(Numbers::Spoilt) => return self.leave_out(line, Why::Spoilt),
            Some(Numbers::None) | None => match named {
                Some(number) => vec![number],
                // An entry of no row is one all the same.
                None if written.is_none() && states.is_none() && self.shape.has_entries() => return,
                None => return self.leave_out(line, Why::NoRow),
            },
        };
        let before = |number: &StateNumber| self.rows.get(number).map(|at| self.brought.rows[*at].id.as_str());
        if numbers.iter().any(|number| before(number).is_some_and(|before| before != id)) {
            return self.leave_out(line, Why::Repeated);
        }
        if numbers.iter().all(|number| before(number).is_some()) {
            return;
        }
        self.rows.extend(numbers.iter().map(|number| (*number, self.brought.rows.len())));
        self.brought.rows.push(BroughtRows { line, numbers, id: id.to_owned() });
    }

    fn read_entry(&mut self, row: &Row, id: &str) {
        let availability = cell(row, self.shape.availability).map(str::to_owned);
        // Blanks around a text are a part of it: a law says so, and the user decides.
        let text =
            |(at, lcid): &(usize, Lcid)| Some((*lcid, row.cells.get(*at)?)).filter(|(_, it)| !it.trim().is_empty());
        let mut texts: Vec<(Lcid, String)> =
            self.shape.languages.iter().filter_map(text).map(|(lcid, text)| (lcid, text.clone())).collect();
        if let Some((of_lcid, of_text)) = self.shape.text {
            match self.language(row, of_lcid) {
                Some(lcid) => texts.extend(text(&(of_text, lcid)).map(|(lcid, text)| (lcid, text.clone()))),
                None if cell(row, Some(of_text)).is_some() => self.leave_out(row.line, Why::NoLanguage),
                None => {}
            }
        }
        match self.entries.entry(id.to_owned()) {
            Slot::Vacant(slot) => {
                slot.insert(self.brought.entries.len());
                self.brought.entries.push(BroughtEntry { line: row.line, id: id.to_owned(), availability, texts });
            }
            Slot::Occupied(slot) => {
                let own = &mut self.brought.entries[*slot.get()];
                if !takes(&mut own.availability, &mut own.texts, (availability, texts)) {
                    self.leave_out(row.line, Why::Repeated);
                }
            }
        }
    }
}

impl Reading {
    /// The language that a line says its text is in.
    fn language(&mut self, row: &Row, at: usize) -> Option<Lcid> {
        let written = cell(row, Some(at))?;
        let Column::Language(lcid, is_repaired) = language(written)? else { return None };
        if !self.brought.languages.contains(&lcid) {
            self.brought.languages.push(lcid);
        }
        let repair = Repair::Language(written.to_owned(), lcid);
        if is_repaired && !self.brought.repairs.contains(&repair) {
            self.brought.repairs.push(repair);
        }
        Some(lcid)
    }
}

/// What an entry says beside its ID: its availability, and its texts.
type Says = (Option<String>, Vec<(Lcid, String)>);

/// Adds what an entry lacks of what another place says of it. Whether nothing there says otherwise.
pub fn takes(availability: &mut Option<String>, texts: &mut Vec<(Lcid, String)>, (other, others): Says) -> bool {
    let mut agrees = other.is_none() || availability.is_none() || *availability == other;
    *availability = availability.take().or(other);
    for (lcid, text) in others {
        match texts.iter().find(|(own, _)| *own == lcid) {
            Some((_, own)) => agrees &= *own == text,
            None => texts.push((lcid, text)),
        }
    }
    agrees
}

/// What stands in a cell of a line, without the blanks around it.
fn cell(row: &Row, at: Option<usize>) -> Option<&str> {
    row.cells.get(at?).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
}
