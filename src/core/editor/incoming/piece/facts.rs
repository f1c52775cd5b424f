//! What is told of a piece: its repairs, what is lost of it, a few of its lines, and what is in it in a few words.

use super::Piece;
use crate::{
    editor::incoming::{excerpt::Run, kind::Kind, repairs::Repair},
    mapping::aggregated_states::Separator,
    source::{
        phrase::{counted, listed},
        table::{self, Form},
    },
};

impl Piece {
    /// What is mended in it, and what could be.
    pub fn repairs(&self) -> &[Repair] {
        &self.read.repairs
    }

    /// What is wrong in it and has no repair.
    pub fn told(&self) -> &[String] {
        &self.read.told
    }

    /// What of it brings nothing.
    pub fn lost(&self) -> &[String] {
        &self.read.lost
    }

    /// What of it is no matter of a profile and is left alone.
    pub fn left_alone(&self) -> &[String] {
        &self.read.left_alone
    }

    /// A few of its lines.
    pub fn excerpt(&self) -> &[Vec<Run>] {
        &self.read.excerpt
    }

    /// What is in it: "15 pairs written with =", "2 entries, 4 languages".
    pub fn facts(&self) -> String {
        let values = self.values();
        let mut facts = Vec::new();
        match self.kind {
            Kind::Workspace => facts.push("it is opened where it comes alone, beside this workspace".to_owned()),
            Kind::LeftOut => facts.push(if self.what.is_empty() { "not read".to_owned() } else { self.what.clone() }),
            Kind::Table => facts.extend(self.form_in_words()),
            _ => {}
        }
        if !values.rows.is_empty() {
            let sign = if values.separator == Separator::Colon { ":" } else { "=" };
            facts.push(match self.kind {
                Kind::Table => counted(values.rows.len(), "row of the option", "rows of the option"),
                _ => format!("{} written with {sign}", counted(values.rows.len(), "pair", "pairs")),
            });
        }
        if !values.options.is_empty() {
            facts.push(counted(values.options.len(), "option", "options"));
        }
        if !values.entries.is_empty() {
            let ids = values.entries.iter().map(|entry| entry.id.clone());
            facts.push(if values.entries.len() <= 3 {
                listed(ids)
            } else {
                format!("{} entries", values.entries.len())
            });
        }
        if !values.languages.is_empty() {
            facts.push(counted(values.languages.len(), "language", "languages"));
        }
        if let Some(name) = self.name() {
            facts.push(format!("of {name}"));
        }
        facts.extend(self.file.as_ref().map(|file| file.encoding.to_string()));
        if self.is_read() && values.count() == 0 {
            facts.push("brings nothing".to_owned());
        }
        facts.join(", ")
    }

    fn form_in_words(&self) -> Option<String> {
        let table = match &self.table {
            Some(table) => table.clone(),
            None => table::read(&self.text)?.into(),
        };
        let form = match table.form {
            Form::Tabs => "separated by tabs",
            Form::Semicolons => "separated by semicolons",
            Form::Commas => "separated by commas",
            Form::Bars => "drawn with bars",
            Form::Page => "of a page",
        };
        Some(format!("{} {form}", counted(table.rows.len(), "line", "lines")))
    }
}
