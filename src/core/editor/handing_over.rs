//! A table for translators, as CSV: what they need to know of each entry, and a column to write in; and the way back.
//!
//! What is for information is told from what is read by the heads alone: so the table comes back from any spreadsheet, also
//! where somebody has sorted its rows, or taken columns away.

use super::{
    analysis::Analysis,
    matrix::Matrix,
    shown_texts::{ShownTexts, columns::Column, columns::short_name},
    workspace::Profile,
};
use crate::{
    mapping::lcid::Lcid,
    source::{
        file_name, guarded,
        table::{self, Form, Row, Table},
    },
};

/// The end of a head whose column is not read.
const INFORMATION: &str = " (for information)";

/// The end of a head whose column is read.
const TRANSLATION: &str = " (translation)";

/// What is handed over.
#[derive(Clone, Copy)]
pub struct HandedOver<'a> {
    /// The rows, and the reference.
    pub shown: &'a ShownTexts,
    /// Their texts.
    pub matrix: &'a Matrix,
    /// Their reading.
    pub analysis: &'a Analysis,
    /// The languages that are to be written.
    pub languages: &'a [Lcid],
}

impl HandedOver<'_> {
    /// The file, which spreadsheets open as a table: UTF-8 with its mark, lines that end with CRLF, cells between commas or,
    /// where the comma is the decimal sign, semicolons. Entries without an ID, or with that of another one, are left out.
    pub fn bytes(self, sign: char) -> Vec<u8> {
        let mut text = String::from('\u{FEFF}');
        for row in std::iter::once(self.head()).chain(self.rows()) {
            let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
            text += &cells.join(&sign.to_string());
            text += "\r\n";
        }
        text.into_bytes()
    }

    /// How many entries are in it.
    pub fn count(self) -> usize {
        self.rows().count()
    }

    /// What the file is called.
    pub fn file_name(self, profile: &Profile) -> String {
        let what = match self.languages {
            [one] => format!("{} {}", short_name(*one, &[]), one.number()),
            _ => "translations".to_owned(),
        };
        file_name::safe(&format!("{} {what}.csv", profile.name))
    }

    /// The reference, where it is not among those that are written.
    fn reference(self) -> Option<Column> {
        self.shown.columns.first().copied().filter(|reference| !self.languages.contains(&reference.lcid))
    }

    fn columns(self) -> impl Iterator<Item = Column> {
        let columns = self.shown.columns.iter().copied();
        columns.filter(move |column| self.languages.contains(&column.lcid))
    }

    fn head(self) -> Vec<String> {
        let name = |lcid: Lcid| match lcid.tag() {
            Some(tag) => format!("{} {} {tag}", lcid.name(), lcid.number()),
            None => lcid.number().to_string(),
        };
        let front = ["ID".to_owned(), format!("Shown as{INFORMATION}")];
        let reference = self.reference().map(|column| format!("{}{INFORMATION}", name(column.lcid)));
        let languages = self.columns().map(|column| format!("{}{TRANSLATION}", name(column.lcid)));
        front.into_iter().chain(reference).chain(languages).collect()
    }

    fn rows(self) -> impl Iterator<Item = Vec<String>> {
        self.shown.entries.iter().filter_map(move |entry| {
            let row = self.matrix.entries.get(*entry)?;
            if self.analysis.map.entry_of(&row.id) != Some(*entry) || row.id.trim().is_empty() {
                return None;
            }
            let text = |column: Column| row.cells.get(column.position).map_or("", |cell| cell.text());
            let class = row.class.map_or("", |class| class.word());
            let front = [row.id.as_str(), class].into_iter().chain(self.reference().map(text));
            Some(front.chain(self.columns().map(text)).map(guarded::guarded).collect())
        })
    }
}

fn quoted(cell: &str) -> String {
    let is_bare = !cell.contains(['"', ',', ';', '\t', '\n', '\r']) && cell.trim() == cell;
    if is_bare { cell.to_owned() } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
}

/// What a text brings that was handed over and has come back; `None` where it is another text.
pub fn read(text: &str) -> Option<Table> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let head = text.lines().find(|line| !line.trim().is_empty() && !line.starts_with("sep="))?;
    is_own(head).then(|| table::read_with_head(text, head)).flatten().and_then(|table| own(&table))
}

/// A table as it is read where it was handed over: without what is for information, and with its texts as they are.
pub fn own(table: &Table) -> Option<Table> {
    let (head, rows) = table.rows.split_first().filter(|(head, _)| is_own_head(head))?;
    let is_read = |at: usize| head.cells.get(at).is_none_or(|head| !head.trim_end().ends_with(INFORMATION));
    let read = |row: &Row, cell: &dyn Fn(&str) -> String| {
        let cells = row.cells.iter().enumerate().filter(|(at, _)| is_read(*at)).map(|(_, own)| cell(own));
        Row { line: row.line, cells: cells.collect() }
    };
    let bare = |head: &str| head.trim().strip_suffix(TRANSLATION).unwrap_or(head).to_owned();
    let rows = rows.iter().map(|row| read(row, &guarded::unguarded));
    // A row in which nothing was written says nothing.
    let says = |row: &Row| 1 < row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    let rows: Vec<Row> = std::iter::once(read(head, &bare)).chain(rows.filter(says)).collect();
    let width = rows.first().map_or(0, |head| head.cells.len());
    Some(Table { form: table.form, rows, width })
}

fn is_own_head(head: &Row) -> bool {
    let is_marked = |cell: &String| cell.trim_end().ends_with(INFORMATION) || cell.trim_end().ends_with(TRANSLATION);
    head.cells.iter().any(|cell| cell.trim() == "ID") && head.cells.iter().any(is_marked)
}

fn is_own(head: &str) -> bool {
    head.contains(INFORMATION) || head.contains(TRANSLATION)
}

/// The sign between cells that a spreadsheet expects where this is the decimal sign.
pub fn sign(decimal: char) -> char {
    if decimal == ',' { Form::Semicolons.sign() } else { Form::Commas.sign() }
}
