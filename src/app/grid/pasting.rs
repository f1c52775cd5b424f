//! A paste on a cell at rest: a block of cells, or one value for the cell or for all that is selected.

use std::collections::BTreeSet;

use leptos::{ev, prelude::*};

use super::{At, Field, Grid, Sheet, Takes, cell_box::CellBox};
use crate::{
    app::{
        importing::coming,
        session::offering::{Offer, Way},
    },
    browser::{cells, page_tables},
};
use presence_profile_core::{
    editor::incoming::{kind::Kind, plain},
    source::{bare_markup, block, phrase::counted},
};

impl<S: Sheet> Grid<S> {
    /// Handles a paste. What is plainly something else than cells is left to the page, which offers to import it.
    pub fn on_paste(self, event: ev::ClipboardEvent) {
        let is_at_rest = self.editing.with_untracked(Option::is_none);
        if event.default_prevented() || !is_at_rest || !self.sheet.has_ranges() {
            return;
        }
        let text = cells::pasted_text(&event).unwrap_or_default();
        let rows = match table(&event, &text) {
            Some(rows) => block::as_written(rows, &text),
            // A picture has no text: nothing is to be written, and nothing to be emptied.
            None if text.is_empty() => return,
            None => block::read(&text),
        };
        // One value is no table, whatever could be read from it.
        let is_one = matches!(rows.as_slice(), [row] if row.len() == 1);
        let kind = plain::kind(&text).filter(|kind| !is_one || *kind != Kind::Table);
        // What is plainly something else to import was offered as that, or is taken where no field is.
        if kind.is_some_and(|kind| kind != Kind::Table) {
            return self.session.end_offer();
        }
        event.prevent_default();
        event.stop_propagation();
        // The same once more means it as it stands.
        let is_meant = self.session.takes_again(&text);
        let input = kind.filter(|_| !is_meant).and_then(|_| coming::of_clipboard(&event));
        let headed = (!is_meant).then(|| self.headed(&rows)).flatten();
        if input.is_none() && headed.is_none() {
            return match rows.as_slice() {
                [row] if is_one && self.range().is_none() => self.paste_one(&row[0]),
                _ => self.paste(rows),
            };
        }
        let as_cells = self.way("Paste as cells", move || self.paste(rows.clone()));
        let (words, ways) = match headed {
            Some((words, way)) => (words, vec![way, as_cells]),
            None => ("it is a table".to_owned(), vec![as_cells]),
        };
        let go_back = move || self.take_focus();
        self.session.offer(Offer::of_table(words, input, text, ways, go_back));
    }

    /// A block whose first row says where its cells go: what is said of it, and the way to write it so.
    fn headed(self, rows: &[Vec<String>]) -> Option<(String, Way)> {
        let at = self.active.get_untracked();
        let first = self.range().as_ref().map_or(at, CellBox::first).row.max(self.sheet.first_row());
        let found = self.sheet.below_heads(rows, first)?;
        let left = found.left();
        let words = match left.is_empty() {
            true => found.named.to_owned(),
            false => format!("{}, and the table has no place for {left}", found.named),
        };
        let texts: Vec<(At, String)> = found
            .texts
            .iter()
            .map(|(row, column, text)| (At { row: row + self.sheet.first_row(), column: *column }, text.clone()))
            .collect();
        let way = found.way();
        (!texts.is_empty()).then(|| (words, self.way(way, move || self.write(texts.clone(), "pasted", false))))
    }

    /// One value for one cell: as if it had been typed there.
    fn paste_one(self, text: &str) {
        let at = self.active.get_untracked();
        let is_field = self.sheet.field(at) != Field::None;
        match self.sheet.takes(at, text) {
            Takes::Asked(_) => self.write(vec![(at, text.to_owned())], "pasted", true),
            _ if is_field && self.put_in(text) => {
                self.is_pasted.set_value(true);
                if self.run.with_value(Option::is_none) {
                    self.run.set_value(Some(at.column));
                }
            }
            // What was refused stands in the open cell.
            _ if is_field => {}
            _ => self.write(vec![(at, text.to_owned())], "pasted", true),
        }
    }

    fn paste(self, rows: Vec<Vec<String>>) {
        let at = self.active.get_untracked();
        let selected = self.range();
        let start = self.aligned(&rows, selected.as_ref().map_or(at, CellBox::first));
        let (height, width) = (rows.len(), rows.iter().map(Vec::len).max().unwrap_or_default());
        let repeats = |of: usize, block: usize| if block != 0 && of.is_multiple_of(block) { of } else { block };
        // A block that goes several times into what is selected fills it.
        let (tall, wide) = selected
            .as_ref()
            .map_or((height, width), |own| (repeats(own.height(), height), repeats(own.width(), width)));
        let (row_count, column_count) = self.sheet.size();
        let below = (start.row + tall).saturating_sub(row_count);
        let fits = move |at: &At| at.row < row_count && at.column < column_count;
        let texts: Vec<(At, String)> = (0..tall)
            .flat_map(|row| (0..wide).map(move |column| (row, column)))
            .filter_map(|(row, column)| {
                let text = rows[row % height].get(column % width)?.clone();
                Some((At { row: start.row + row, column: start.column + column }, text))
            })
            .filter(|(at, _)| fits(at))
            .collect();
        if texts.iter().any(|(at, text)| self.sheet.takes(*at, text).misplaces(text)) {
            // That is said first: nothing of it is written.
            return self.write(texts, "pasted", true);
        }
        // A column in which nothing can be written is like one that is not there.
        let is_lost = |(at, text): &&(At, String)| {
            self.sheet.takes(*at, text) == Takes::Nothing && !text.trim().is_empty() && self.sheet.copied(*at) != *text
        };
        let lost: BTreeSet<usize> = texts.iter().filter(is_lost).map(|(at, _)| at.column).collect();
        let beside = (start.column + wide).saturating_sub(column_count) + lost.len();
        if below == 0 && beside == 0 {
            return self.write(texts, "pasted", true);
        }
        let rows = (below != 0).then(|| counted(below, "row", "rows"));
        let columns = (beside != 0).then(|| counted(beside, "column", "columns"));
        let cut = [rows, columns].into_iter().flatten().collect::<Vec<_>>().join(" and ");
        let words = format!("Not pasted yet: {cut} of the block would be cut off");
        let rest = self.way("Paste what fits", move || self.write(texts.clone(), "pasted", true));
        self.session.offer(Offer::of_cells(words, vec![rest], move || self.take_focus()));
    }
}

impl<S: Sheet> Grid<S> {
    /// Where a block begins: in the first column, where each of its rows has in front what is not edited there, so that a
    /// block of whole rows is that wherever it is pasted.
    fn aligned(self, rows: &[Vec<String>], start: At) -> At {
        let (row_count, column_count) = self.sheet.size();
        let fixed = |row: usize| {
            let cells = (0..column_count).map_while(|column| match self.sheet.takes(At { row, column }, "") {
                Takes::Checked(is) => Some(is),
                _ => None,
            });
            cells.filter(|cell| !cell.is_empty()).collect::<Vec<String>>()
        };
        let width = rows.iter().map(Vec::len).max().unwrap_or_default();
        let is_too_wide = column_count < start.column + width;
        let is_of_rows = start.column != 0 && {
            let all: Vec<Vec<String>> = (self.sheet.first_row()..row_count).map(fixed).collect();
            let begins = |block: &[String], own: &[String]| {
                // One cell that is the same may be by chance, where the block has room as it is.
                (1 < own.len() || is_too_wide && own.len() == 1)
                    && own.len() < block.len()
                    && own.iter().zip(block).all(|(own, cell)| own.trim() == cell.trim())
            };
            rows.iter().all(|block| all.iter().any(|own| begins(block, own)))
        };
        At { column: if is_of_rows { 0 } else { start.column }, ..start }
    }
}

/// The cells of the one table that a page or a spreadsheet has put on the clipboard.
fn table(event: &ev::ClipboardEvent, text: &str) -> Option<Vec<Vec<String>>> {
    let html = event.clipboard_data()?.get_data("text/html").ok().filter(|html| !html.is_empty())?;
    let mut tables = page_tables::once(&bare_markup::bare(&html), !text.is_empty())?;
    if tables.len() == 1 { tables.pop() } else { None }
}
