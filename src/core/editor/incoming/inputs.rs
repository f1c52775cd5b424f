//! What came in by one way: a file, or what was on the clipboard, and how far it can be read.

use std::sync::Arc;

use super::tables;
use crate::{
    editor::{handing_over, recognise, workspace_file},
    source::{
        decode::{
            self, DecodeError, Decoded,
            readings::{self, Reading},
        },
        table::{self, Table},
    },
};

/// What came in by one way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// The name of the file, or what else it is called.
    pub name: Arc<str>,
    /// What is in it.
    pub content: Content,
    /// Whether it is the texts of one language: an availability stands beside them for entries that are new only.
    pub is_language: bool,
}

/// What is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A text; of a file, with how it is written.
    Text(Arc<str>, Option<Arc<Decoded>>),
    /// Tables, as a page or a spreadsheet put them on the clipboard.
    Tables(Vec<Arc<Table>>),
    /// A file that reads in several ways.
    Unclear {
        /// Why it is not read as it is.
        reason: String,
        /// How it could be read.
        readings: Vec<Reading>,
        /// Which of them is right, once somebody has said so.
        chosen: Option<usize>,
    },
    /// Nothing that is read.
    Refused(String),
}

/// What a thing on the clipboard is called.
pub const CLIPBOARD: &str = "the clipboard";

/// Bytes that are read of what is pasted.
pub const MOST_BYTES: usize = 8_000_000;

/// Rows that are read of a table: a hundred times the entries of the largest profile known.
pub const MOST_ROWS: usize = 20_000;

impl Input {
    /// A file, by its bytes.
    pub fn of_file(name: &str, bytes: &[u8]) -> Input {
        // What was handed to operations comes in again by the workspace that lies in it.
        if let Some(workspace) = workspace_file::in_archive(bytes) {
            return Input::new(name.into(), Content::Text(workspace.into(), None));
        }
        let content = match recognise::stranger(bytes) {
            Some(stranger) => Content::Refused(stranger.to_string()),
            None if bytes.iter().all(u8::is_ascii_whitespace) => Content::Refused("it is empty".to_owned()),
            None => match decode::decode(bytes) {
                Ok(file) => of_text(file.text.as_str().into(), Some(file.into())),
                Err(error) => match readings::readings(bytes, &error) {
                    readings if readings.is_empty() => Content::Refused(error.to_string()),
                    readings => Content::Unclear { reason: in_words(&error), readings, chosen: None },
                },
            },
        };
        Input::new(name.into(), content)
    }

    fn new(name: Arc<str>, content: Content) -> Input {
        Input { name, content, is_language: false }
    }

    /// A file that was not read.
    pub fn refused(name: &str, why: &str) -> Input {
        Input::new(name.into(), Content::Refused(why.to_owned()))
    }

    /// What was pasted: a text, and the tables that the same has in another form.
    pub fn of_clipboard(text: &str, tables: Vec<Table>) -> Input {
        let content = match () {
            // Markup and options may stand on a page as a table of their lines.
            () if tables.iter().any(|table| tables::brought(table).is_some()) => of_tables(tables),
            () if MOST_BYTES < text.len() => Content::Refused("it is larger than 8 MB".to_owned()),
            () if text.trim().is_empty() && !tables.is_empty() => of_tables(tables),
            () if text.trim().is_empty() => Content::Refused("it holds no text".to_owned()),
            () => of_text(decode::with_line_feeds(text.to_owned()).0.into(), None),
        };
        Input::new(CLIPBOARD.into(), content)
    }

    /// The tables of a page.
    pub fn of_page(name: &str, tables: Vec<Table>) -> Input {
        Input::new(name.into(), of_tables(tables))
    }

    /// A text that stands in another profile.
    pub fn of_profile(name: &str, text: &str) -> Input {
        Input::new(name.into(), Content::Text(text.into(), None))
    }

    /// The texts in a language that stand in another profile.
    pub fn of_language(name: &str, text: &str) -> Input {
        Input { is_language: true, ..Input::of_profile(name, text) }
    }

    /// The same once it is said how it is to be read.
    pub fn read_as(&self, reading: usize) -> Input {
        match &self.content {
            Content::Unclear { reason, readings, .. } if reading < readings.len() => {
                let content =
                    Content::Unclear { reason: reason.clone(), readings: readings.clone(), chosen: Some(reading) };
                Input { content, ..self.clone() }
            }
            _ => self.clone(),
        }
    }

    /// Its text, where it has one that is read.
    pub fn text(&self) -> Option<(Arc<str>, Option<Arc<Decoded>>)> {
        match &self.content {
            Content::Text(text, file) => Some((text.clone(), file.clone())),
            Content::Unclear { readings, chosen, .. } => {
                let file = &readings.get((*chosen)?)?.file;
                Some((file.text.as_str().into(), Some(file.clone().into())))
            }
            Content::Tables(_) | Content::Refused(_) => None,
        }
    }
}

/// Why a file is not read that reads in several ways; what to do about it is the question that is asked.
fn in_words(error: &DecodeError) -> String {
    match error {
        DecodeError::Encoding { .. } => "it does not say its encoding".to_owned(),
        error => error.cause(),
    }
}

fn of_text(text: Arc<str>, file: Option<Arc<Decoded>>) -> Content {
    if let Some(stranger) = recognise::strange_text(&text) {
        return Content::Refused(stranger.to_string());
    }
    if let Some(table) = handing_over::read(&text) {
        return of_tables(vec![table]);
    }
    match too_many_rows(&text) {
        Some(rows) => Content::Refused(format!("it is a table of {rows} rows, and {MOST_ROWS} are read")),
        None => Content::Text(text, file),
    }
}

fn of_tables(tables: Vec<Table>) -> Content {
    let tables = tables.into_iter().map(|table| handing_over::own(&table).unwrap_or(table));
    let tables: Vec<Table> = tables.collect();
    match tables.iter().map(|table| table.rows.len()).max() {
        Some(rows) if MOST_ROWS < rows => {
            Content::Refused(format!("it is a table of {rows} rows, and {MOST_ROWS} are read"))
        }
        _ => Content::Tables(tables.into_iter().map(Arc::new).collect()),
    }
}

/// How many rows a table has that has too many.
fn too_many_rows(text: &str) -> Option<usize> {
    let may_be = MOST_ROWS < text.bytes().filter(|byte| *byte == b'\n').count();
    let table = Some(text).filter(|text| may_be && !text.trim_start().starts_with('<')).and_then(table::read)?;
    let is_known = tables::brought(&table).is_some();
    Some(table.rows.len()).filter(|rows| is_known && MOST_ROWS < *rows)
}
