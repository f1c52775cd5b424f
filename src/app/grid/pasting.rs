//! A paste on a cell at rest: a block of cells, or one value for all that is selected.

use leptos::{ev, prelude::*};

use super::{At, Grid, Sheet, cell_box::CellBox};
use crate::{
    app::session::offering::{Offer, Way},
    browser::{cells, page_tables},
};
use presence_profile_core::{
    editor::incoming::plain,
    source::{bare_markup, block, phrase::counted},
};

impl<S: Sheet> Grid<S> {
    /// Handles a paste; one value for one cell is left to the field.
    pub fn on_paste(self, event: ev::ClipboardEvent) {
        let is_at_rest = self.editing.with_untracked(Option::is_none);
        if event.default_prevented() || !is_at_rest || !self.sheet.has_ranges() {
            return;
        }
        let text = cells::pasted_text(&event).unwrap_or_default();
        let rows = match table(&event, &text) {
            Some(rows) => rows,
            // A picture has no text: nothing is to be written, and nothing to be emptied.
            None if text.is_empty() => return,
            None => block::read(&text),
        };
        let is_one = matches!(rows.as_slice(), [row] if row.len() == 1);
        // What is plainly something to import was offered as that, or is taken where no field is.
        if is_one && self.range().is_none() || plain::kind(&text).is_some() {
            return;
        }
        event.prevent_default();
        event.stop_propagation();
        self.paste(rows);
    }

    fn paste(self, rows: Vec<Vec<String>>) {
        let at = self.active.get_untracked();
        let selected = self.range();
        let start = selected.as_ref().map_or(at, CellBox::first);
        let (height, width) = (rows.len(), rows.iter().map(Vec::len).max().unwrap_or_default());
        let repeats = |of: usize, block: usize| if block != 0 && of.is_multiple_of(block) { of } else { block };
        // A block that goes several times into what is selected fills it.
        let (tall, wide) = selected
            .as_ref()
            .map_or((height, width), |own| (repeats(own.height(), height), repeats(own.width(), width)));
        let (row_count, column_count) = self.sheet.size();
        let (below, beside) =
            ((start.row + tall).saturating_sub(row_count), (start.column + wide).saturating_sub(column_count));
        let fits = move |at: &At| at.row < row_count && at.column < column_count;
        let texts: Vec<(At, String)> = (0..tall)
            .flat_map(|row| (0..wide).map(move |column| (row, column)))
            .filter_map(|(row, column)| {
                let text = rows[row % height].get(column % width)?.clone();
                Some((At { row: start.row + row, column: start.column + column }, text))
            })
            .filter(|(at, _)| fits(at))
            .collect();
        if below == 0 && beside == 0 {
            return self.write(texts, "pasted", true);
        }
        let rows = (below != 0).then(|| counted(below, "row", "rows"));
        let columns = (beside != 0).then(|| counted(beside, "column", "columns"));
        let cut = [rows, columns].into_iter().flatten().collect::<Vec<_>>().join(" and ");
        let words = format!("Not pasted yet: {cut} of the block would be cut off");
        let rest = Way::new("Paste the rest", move || self.write(texts.clone(), "pasted", true));
        self.session.offer(Offer::of_cells(words, vec![rest]));
    }
}

/// The cells of the one table that a page or a spreadsheet has put on the clipboard.
fn table(event: &ev::ClipboardEvent, text: &str) -> Option<Vec<Vec<String>>> {
    let html = event.clipboard_data()?.get_data("text/html").ok().filter(|html| !html.is_empty())?;
    let mut tables = page_tables::of(&bare_markup::bare(&html), !text.is_empty())?;
    if tables.len() == 1 { tables.pop() } else { None }
}
