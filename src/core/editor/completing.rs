//! What may stand at a caret, as it is offered there.

mod options;
mod xml;

use super::{analysis::Analysis, xml_keys::Brought};
use crate::{
    mapping::{
        availability::{Availability, Class},
        lcid::Lcid,
    },
    source::{
        edit::Edit,
        text::{Part, Span},
        xml::forbidden,
    },
};

/// What is offered at a caret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// What gives way to what is taken.
    pub span: Span,
    /// What of it is typed: it is marked in the offers that begin with it.
    pub typed: String,
    /// What is offered, the best first; never nothing.
    pub offers: Vec<Offer>,
}

/// One thing that may stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What it is called: as it will stand there, or in short.
    pub name: String,
    /// What is said about it.
    pub facts: String,
    /// The presence it comes to; the inner `None` is one that there is none of yet.
    pub class: Option<Option<Class>>,
    /// What it puts in.
    text: String,
    /// Where the caret stands in that afterwards.
    caret: usize,
}

/// The most that are offered at once.
const MOST: usize = 60;

/// What may stand at a caret, which is an offset of the text. `None` where nothing is known of it.
pub fn offered(analysis: &Analysis, part: Part, text: &str, default: Lcid, caret: usize) -> Option<Offered> {
    let offered = match part {
        Part::Xml => xml::offered(analysis, text, default, caret),
        Part::Options => options::offered(analysis, text, caret),
    };
    offered.filter(|offered| !offered.offers.is_empty())
}

impl Offered {
    fn new(span: Span, typed: &str, offers: impl IntoIterator<Item = Offer>) -> Offered {
        Offered { span, typed: typed.to_owned(), offers: offers.into_iter().take(MOST).collect() }
    }

    /// What taking one of the offers does.
    pub fn taking(&self, offer: &Offer) -> Brought {
        Brought { edit: Edit::replace(self.span, offer.text.clone()), caret: self.span.start + offer.caret }
    }
}

impl Offer {
    /// What is put in as it is called.
    fn word(name: &str, facts: impl Into<String>) -> Offer {
        Offer { name: name.to_owned(), facts: facts.into(), class: None, text: name.to_owned(), caret: name.len() }
    }

    /// What is put in is more than what it is called; the caret stands behind it.
    fn text(name: impl Into<String>, facts: impl Into<String>, text: String) -> Offer {
        Offer { name: name.into(), facts: facts.into(), class: None, caret: text.len(), text }
    }

    fn of_class(self, class: Option<Class>) -> Offer {
        Offer { class: Some(class), ..self }
    }

    fn with_caret(self, caret: usize) -> Offer {
        Offer { caret, ..self }
    }

    /// The same with what has to stand behind it.
    fn closed(mut self, end: &str) -> Offer {
        self.text.push_str(end);
        self.caret = self.text.len();
        self
    }
}

/// The IDs that the rows use and no entry has, each once, in the order of the rows; none that XML cannot hold.
fn missing_ids(analysis: &Analysis) -> Vec<&str> {
    let pairs = &analysis.options.aggregated_states.pairs;
    let used = pairs.iter().map(|pair| pair.id.as_str()).filter(|id| !id.is_empty() && forbidden(id).is_none());
    each_once(used.filter(|id| analysis.map.entry_of(id).is_none()))
}

/// The IDs that entries have, each once, in the order of the file.
fn known_ids(analysis: &Analysis) -> Vec<&str> {
    let ids = analysis.map.entries.iter().filter_map(|entry| entry.id.as_ref());
    each_once(ids.map(|id| id.text.as_str()).filter(|id| !id.is_empty() && forbidden(id).is_none()))
}

fn each_once<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut once = Vec::new();
    for id in ids {
        if !once.contains(&id) {
            once.push(id);
        }
    }
    once
}

/// How many rows use an ID, in words.
fn uses(analysis: &Analysis, id: &str) -> String {
    match analysis.rows_of(id).count() {
        0 => "no row".to_owned(),
        1 => "1 row".to_owned(),
        rows => format!("{rows} rows"),
    }
}

/// The class of the first entry of an ID.
fn class_of(analysis: &Analysis, id: &str) -> Option<Class> {
    let entry = &analysis.map.entries[analysis.map.entry_of(id)?];
    entry.availability_value().map(Availability::class)
}

/// Whether what is typed is a part of a word, in whatever letters.
fn is_meant(word: &str, typed: &str) -> bool {
    word.to_ascii_lowercase().contains(&typed.to_ascii_lowercase())
}
