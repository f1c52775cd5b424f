//! A text as a table: separated by tabs, semicolons or commas as spreadsheets write it, or drawn with bars as Markdown does.
//!
//! Whether a text is a table that says something is for others to know: here it is only taken apart.

pub(super) mod bars;
pub(super) mod separated;

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// How it is written.
    pub form: Form,
    /// Its rows, the first of which may be a head; blank lines are none.
    pub rows: Vec<Row>,
    /// How many cells most rows have.
    pub width: usize,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line in which it begins, counted from 1.
    pub line: usize,
    /// What stands in its cells: without quotes and escapes, with the blanks around it. A text in quotes may have line breaks.
    pub cells: Vec<String>,
}

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// Cells are separated by tabs, as on the clipboard of a spreadsheet.
    Tabs,
    /// By semicolons, as a spreadsheet writes CSV where the comma is the decimal sign.
    Semicolons,
    /// By commas.
    Commas,
    /// By bars, with a rule under the head, as in Markdown.
    Bars,
    /// They are cells of a page, as a browser has them.
    Page,
}

impl Form {
    /// The sign between two cells.
    pub fn sign(self) -> char {
        match self {
            Form::Tabs => '\t',
            Form::Semicolons => ';',
            Form::Commas => ',',
            Form::Bars | Form::Page => '|',
        }
    }
}

/// Takes a text apart; `None` where it has no two columns. Of several ways the one counts by which most rows are as wide
/// as each other, and of those the first: a tab is hardly ever a part of a cell, a comma often.
pub fn read(text: &str) -> Option<Table> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if let Some(rows) = bars::rows(text) {
        return Table::of(Form::Bars, rows);
    }
    if let Some((form, rest)) = separated::declared(text) {
        return Table::of(form, separated::rows(rest, form.sign(), 2));
    }
    let forms = [Form::Tabs, Form::Semicolons, Form::Commas];
    let tables = forms.into_iter().filter(|form| text.contains(form.sign()));
    let tables = tables.filter_map(|form| Table::of(form, separated::rows(text, form.sign(), 1)));
    tables.reduce(|best, next| if best.evenness() < next.evenness() { next } else { best })
}

/// Takes a text apart whose first line is known to be the head of a table: the sign between its cells is that of the line.
pub fn read_with_head(text: &str, head: &str) -> Option<Table> {
    if let Some((form, rest)) = separated::declared(text) {
        return Table::of(form, separated::rows(rest, form.sign(), 2));
    }
    let forms = [Form::Tabs, Form::Semicolons, Form::Commas];
    let form = forms.into_iter().find(|form| head.contains(form.sign()))?;
    Table::of(form, separated::rows(text, form.sign(), 1))
}

impl Table {
    /// A table of rows that a page has; `None` where it has no two columns.
    pub fn of_page(rows: Vec<Vec<String>>) -> Option<Table> {
        let rows = rows.into_iter().enumerate().map(|(at, cells)| Row { line: at + 1, cells });
        let rows = rows.filter(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()));
        Table::of(Form::Page, rows.collect())
    }

    fn of(form: Form, rows: Vec<Row>) -> Option<Table> {
        let mut widths: Vec<usize> = rows.iter().map(|row| row.cells.len()).filter(|width| 1 < *width).collect();
        widths.sort_unstable();
        let width = widths.chunk_by(usize::eq).rev().max_by_key(|alike| alike.len())?[0];
        Some(Table { form, rows, width })
    }

    /// How many of a thousand rows are as wide as most.
    fn evenness(&self) -> usize {
        1000 * self.rows.iter().filter(|row| row.cells.len() == self.width).count() / self.rows.len()
    }
}
