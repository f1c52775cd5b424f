//! The translations as they are shown: entries by languages.

use std::sync::Arc;

use super::analysis::Analysis;
use crate::{
    mapping::{availability::Class, lcid::Lcid},
    source::phrase::counted,
};

/// The table of translations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// The columns.
    pub languages: Arc<[Language]>,
    /// A row for each entry, in the order of the file.
    pub entries: Vec<Arc<EntryRow>>,
    /// Cells without a text.
    pub gaps: usize,
}

/// A column of the translations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// Its number.
    pub lcid: Lcid,
    /// Entries with a text in it.
    pub filled: usize,
}

/// A row of the translations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryRow {
    /// The ID as it is written, references resolved; empty when there is none.
    pub id: String,
    /// The availability as it is written; empty when there is none.
    pub availability: String,
    /// The class of the availability, if it is a number from 0 to 18000.
    pub class: Option<Class>,
    /// The text in each language.
    pub cells: Vec<TextCell>,
    /// How many of the fifteen rows come to this entry.
    pub uses: usize,
}

/// A cell of the translations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextCell {
    /// The entry has no activity in this language.
    Missing,
    /// It has one without a text.
    Empty,
    /// Its text.
    Text(String),
}

impl TextCell {
    /// The text to edit.
    pub fn text(&self) -> &str {
        match self {
            TextCell::Missing | TextCell::Empty => "",
            TextCell::Text(text) => text,
        }
    }
}

impl Matrix {
    /// The position of a language's column, where it has one.
    pub fn column_of(&self, lcid: Lcid) -> Option<usize> {
        self.languages.iter().position(|language| language.lcid == lcid)
    }

    /// How much it holds: "7 entries, 4 languages, 18 gaps".
    pub fn size(&self) -> String {
        format!("{}, {}", self.extent(), counted(self.gaps, "gap", "gaps"))
    }

    /// How far it goes: "7 entries, 4 languages".
    pub fn extent(&self) -> String {
        let entries = counted(self.entries.len(), "entry", "entries");
        let languages = counted(self.languages.len(), "language", "languages");
        format!("{entries}, {languages}")
    }

    /// The table of what was read.
    pub fn of(analysis: &Analysis) -> Matrix {
        Matrix::after(None, analysis)
    }

    /// The same; rows that are as they were `before` are taken over, since a keystroke changes one of them.
    pub fn after(before: Option<&Matrix>, analysis: &Analysis) -> Matrix {
        let column = |lcid: Lcid| analysis.languages.iter().position(|language| *language == lcid);
        let mut filled = vec![0; analysis.languages.len()];
        let mut entries = Vec::with_capacity(analysis.map.entries.len());
        let mut texts = Vec::new();
        for (position, entry) in analysis.map.entries.iter().enumerate() {
            texts.clear();
            texts.resize(analysis.languages.len(), None);
            for activity in &entry.activities {
                let Some(column) = activity.lcid_value().and_then(column) else { continue };
                // The first of a repeated language is shown.
                if texts[column].is_some() {
                    continue;
                }
                let text = activity.text.text.as_str();
                texts[column] = Some(text);
                filled[column] += usize::from(!text.trim().is_empty());
            }
            let id = entry.id.as_ref().map_or("", |id| &id.text);
            let first = analysis.map.entry_of(id) == Some(position);
            let written = EntryWords {
                id,
                availability: entry.availability.as_ref().map_or("", |value| &value.text),
                class: entry.availability_value().map(|availability| availability.class()),
                texts: &texts,
                uses: if first { analysis.rows_of(id).count() } else { 0 },
            };
            let same = before.and_then(|before| before.entries.get(position)).filter(|row| written.is_of(row));
            entries.push(same.map_or_else(|| Arc::new(written.row()), Arc::clone));
        }
        let gaps = filled.iter().map(|filled| entries.len() - filled).sum();
        let languages = analysis.languages.iter().zip(filled).map(|(lcid, filled)| Language { lcid: *lcid, filled });
        Matrix { languages: languages.collect(), entries, gaps }
    }
}

/// A row as it stands in what was read.
struct EntryWords<'a> {
    id: &'a str,
    availability: &'a str,
    class: Option<Class>,
    texts: &'a [Option<&'a str>],
    uses: usize,
}

impl EntryWords<'_> {
    /// Whether a row says the same.
    fn is_of(&self, row: &EntryRow) -> bool {
        let is_same = |(cell, text): (&TextCell, &Option<&str>)| match (cell, text) {
            (TextCell::Missing, None) | (TextCell::Empty, Some("")) => true,
            (TextCell::Text(cell), Some(text)) => cell == text,
            _ => false,
        };
        self.id == row.id
            && self.availability == row.availability
            && self.class == row.class
            && self.uses == row.uses
            && self.texts.len() == row.cells.len()
            && row.cells.iter().zip(self.texts).all(is_same)
    }

    fn row(&self) -> EntryRow {
        let cell = |text: &Option<&str>| match text {
            None => TextCell::Missing,
            Some("") => TextCell::Empty,
            Some(text) => TextCell::Text((*text).to_owned()),
        };
        EntryRow {
            id: self.id.to_owned(),
            availability: self.availability.to_owned(),
            class: self.class,
            cells: self.texts.iter().map(cell).collect(),
            uses: self.uses,
        }
    }
}
