//! A piece of what came in: what it is read as, what is mended in it, and what it brings.

mod facts;

use std::{collections::BTreeSet, sync::Arc};

use super::{
    draft::{self, Draft},
    excerpt::{self, Run},
    kind::Kind,
    repairs::{self, Repair},
    splitting, tables,
    values::Values,
};
use crate::{
    editor::workspace::Profile,
    source::{
        decode::{Decoded, FileStyle},
        table::Table,
        text::{LineIndex, Span},
    },
};

/// A piece.
#[derive(Debug, Clone)]
pub struct Piece {
    /// What it came in with, by its place among all that did.
    pub input: usize,
    /// What that is called.
    pub origin: Arc<str>,
    /// The lines in which it stands there, from 1; `None` where it is all of it.
    pub lines: Option<(usize, usize)>,
    /// What it is read as.
    pub kind: Kind,
    /// Whether it is taken.
    pub is_ticked: bool,
    /// What it seems to be, or why it is left out.
    pub what: String,
    /// Why it was not ticked by itself; empty where it was.
    pub why_off: &'static str,
    /// Whether it is the texts of one language of another profile.
    pub is_language: bool,
    /// The whole file it is, for what a text does not hold of one.
    pub file: Option<Arc<Decoded>>,
    text: Arc<str>,
    table: Option<Arc<Table>>,
    name: Option<String>,
    turned: BTreeSet<String>,
    read: Arc<Read>,
}

/// What was read of a piece.
#[derive(Debug, Clone)]
struct Read {
    profile: Profile,
    repairs: Vec<Repair>,
    told: Vec<String>,
    excerpt: Vec<Vec<Run>>,
    values: Values,
    name: Option<String>,
    left_alone: Vec<String>,
    lost: Vec<String>,
}

impl Piece {
    /// What it is written as, as it came: nothing is mended in it.
    pub fn as_it_came(&self) -> &str {
        self.file.as_ref().map_or(&self.text, |file| file.text.as_str())
    }

    /// The pieces of a text.
    pub fn of_text(input: usize, origin: &Arc<str>, text: &Arc<str>, file: Option<&Arc<Decoded>>) -> Vec<Piece> {
        let lines = LineIndex::new(text);
        let stretches = splitting::split(text);
        let is_one = stretches.len() == 1;
        let of_stretch = |stretch: splitting::Stretch| {
            let own: Arc<str> = if is_one { text.clone() } else { stretch.span.text(text).into() };
            let first = lines.line_of(stretch.span.start) + 1;
            let last = lines.line_of(stretch.span.end) + 1;
            let mut piece = Piece::new(input, origin, own, stretch.kind);
            piece.lines = (!is_one).then_some((first, last));
            piece.file = file.filter(|_| is_one).cloned();
            piece.what = stretch.what.to_owned();
            piece
        };
        let pieces = stretches.into_iter().map(of_stretch);
        pieces.flat_map(Piece::by_object).map(Piece::reread).collect()
    }

    /// The piece of a table.
    pub fn of_table(input: usize, origin: &Arc<str>, table: Arc<Table>) -> Piece {
        let is_known = tables::brought(&table).is_some();
        let text = table.rows.iter().map(|row| row.cells.join("\t")).collect::<Vec<_>>().join("\n");
        let mut piece = Piece::new(input, origin, text.into(), if is_known { Kind::Table } else { Kind::LeftOut });
        if !is_known {
            piece.what = "a table about something else".to_owned();
        }
        piece.table = Some(table);
        piece.reread()
    }

    fn new(input: usize, origin: &Arc<str>, text: Arc<str>, kind: Kind) -> Piece {
        let empty = Profile::new("", "", "");
        let read = Read {
            profile: empty,
            repairs: Vec::new(),
            told: Vec::new(),
            excerpt: Vec::new(),
            values: Values::default(),
            name: None,
            left_alone: Vec::new(),
            lost: Vec::new(),
        };
        Piece {
            input,
            origin: origin.clone(),
            lines: None,
            kind,
            is_ticked: true,
            what: String::new(),
            why_off: "",
            is_language: false,
            file: None,
            text,
            table: None,
            name: None,
            turned: BTreeSet::new(),
            read: read.into(),
        }
    }

    /// Of an export each object that has the section of T-Server is a piece of its own.
    fn by_object(self) -> Vec<Piece> {
        let sections = Some(self.kind).filter(|kind| *kind == Kind::Export).and_then(|_| draft::sections(&self.text));
        let own: Vec<_> = sections.into_iter().flatten().filter(draft::is_own).collect();
        if own.len() < 2 {
            return vec![self];
        }
        own.into_iter()
            .map(|section| Piece { text: section.text().into(), name: section.object, ..self.clone() })
            .collect()
    }

    /// The same, read as another kind.
    pub fn read_as(&self, kind: Kind) -> Piece {
        Piece { kind, turned: BTreeSet::new(), is_ticked: true, ..self.clone() }.reread()
    }

    /// The same, taken or left out.
    pub fn ticked(&self, is_ticked: bool) -> Piece {
        Piece { is_ticked, ..self.clone() }
    }

    /// Whether it is taken or not because somebody has said so.
    pub(super) fn is_said(&self) -> bool {
        self.is_ticked != self.why_off.is_empty()
    }

    /// Has it ticked or not by itself again.
    pub(super) fn unsay(&mut self) {
        self.is_ticked = true;
        self.why_off = "";
    }

    /// Has it not ticked, unless somebody wants it.
    pub(super) fn leave_out(&mut self, why: &'static str) {
        self.is_ticked = false;
        self.why_off = why;
    }

    /// The same with a repair turned on or off.
    pub fn turned(&self, key: &str) -> Piece {
        let mut piece = self.clone();
        if !piece.turned.remove(key) {
            piece.turned.insert(key.to_owned());
        }
        piece.reread()
    }

    fn reread(mut self) -> Piece {
        let is_off = |key: &str| self.turned.contains(key);
        let Draft { options, xml, name, readings, left_alone, unread } =
            draft::draft(self.kind, &self.text, self.table.as_deref(), is_off);
        let drafted = Profile::new("", &options, &xml);
        let mended = repairs::mended(drafted, self.kind, &self.turned);
        let readings = readings.into_iter().map(|reading| Repair {
            is_on: !self.turned.contains(&reading.key),
            key: reading.key,
            label: reading.label,
            detail: reading.detail,
            keeps_meaning: true,
        });
        let repairs: Vec<Repair> = readings.chain(mended.repairs).collect();
        let [options_edits, xml_edits] = &mended.edits;
        let whole = |text: &str| Span::new(0, text.len());
        let excerpt = match self.kind {
            Kind::Table | Kind::LeftOut | Kind::Workspace => {
                excerpt::excerpt(&self.text, whole(&self.text), &Default::default())
            }
            Kind::Fragments => excerpt::excerpt(&xml, draft::inside(&xml), xml_edits),
            kind if kind.is_markup() => excerpt::excerpt(&xml, whole(&xml), xml_edits),
            _ => excerpt::excerpt(&options, whole(&options), options_edits),
        };
        let values = Values::of(&mended.profile, self.kind);
        let lost = unread.into_iter().chain(values.lost.iter().cloned()).collect();
        let name = self.name.clone().or(name);
        self.read =
            Read { profile: mended.profile, repairs, told: mended.told, excerpt, values, name, left_alone, lost }
                .into();
        self
    }

    /// Whether it is one that brings something, if it is wanted.
    pub fn is_read(&self) -> bool {
        !matches!(self.kind, Kind::LeftOut | Kind::Workspace)
    }

    /// What it brings.
    pub fn values(&self) -> &Values {
        &self.read.values
    }

    /// It as a profile of its own, mended.
    pub fn profile(&self) -> &Profile {
        &self.read.profile
    }

    /// What the object is called that it was a part of.
    pub fn name(&self) -> Option<&str> {
        self.read.name.as_deref()
    }

    /// Its text as it came.
    pub fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// Whether it is options with the head of a section, which stand for all there are.
    pub fn is_section(&self) -> bool {
        matches!(self.kind, Kind::Options | Kind::Export) && self.read.profile.options.trim_start().starts_with('[')
    }

    /// How the file was written that it is the whole of.
    pub fn style(&self) -> Option<FileStyle> {
        self.file.as_ref().map(|file| file.style)
    }
}
