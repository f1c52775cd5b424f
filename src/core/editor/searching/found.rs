//! What was found: every hit, derived from the texts as they are.

use std::sync::Arc;

use super::{
    as_written,
    hit::{Block, Hit, Holder, Own, Within},
    query::{Query, Strictness},
    scope::Scope,
};
use crate::{
    editor::{
        analysis::Analysis,
        cell_marks::{self, Cell},
        matrix::{EntryRow, Matrix, TextCell},
        workspace::Profile,
    },
    mapping::{lcid::Lcid, states::StateNumber},
};

/// What is looked for, as it was asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// The query as it is written.
    pub written: String,
    /// How exactly it must be there.
    pub strictness: Strictness,
    /// Where it is looked for.
    pub scope: Scope,
}

/// All hits, and what they were found in.
#[derive(Debug, Clone, Default)]
pub struct Found {
    asked: Asked,
    query: Query,
    languages: Vec<Lcid>,
    rows: Vec<Arc<EntryRow>>,
    lone: Vec<(StateNumber, String)>,
    text: Option<Arc<str>>,
    pub(super) blocks: Vec<Block>,
    /// How many hits stand before each block, and how many there are.
    starts: Vec<usize>,
}

impl PartialEq for Found {
    fn eq(&self, other: &Found) -> bool {
        let is_same = |(one, other): (&Block, &Block)| Arc::ptr_eq(one, other) || one == other;
        let is_same_row = |(one, other): (&Arc<EntryRow>, &Arc<EntryRow>)| Arc::ptr_eq(one, other) || one == other;
        self.asked == other.asked
            && self.languages == other.languages
            && self.lone == other.lone
            && self.text == other.text
            && self.starts == other.starts
            && self.blocks.iter().zip(&other.blocks).all(is_same)
            && self.rows.len() == other.rows.len()
            && self.rows.iter().zip(&other.rows).all(is_same_row)
    }
}

impl Found {
    /// What a profile holds of what is asked for. Of entries that are as they were `before`, the hits are taken over.
    pub fn after(
        before: Option<&Found>,
        asked: &Asked,
        analysis: &Analysis,
        matrix: &Matrix,
        profile: &Profile,
    ) -> Found {
        let query = Query::read(&asked.written, asked.strictness, asked.scope);
        let query = if asked.scope == Scope::Ids { query.of_ids() } else { query };
        let mut found = Found { asked: asked.clone(), query, ..Found::default() };
        if !found.query.has_phrase() {
            return found;
        }
        match asked.scope.part() {
            Some(part) => {
                let text = profile.text(part);
                found.blocks = vec![as_written::hits(&found.query, part, text, analysis)];
                found.text = Some(text.clone());
            }
            None => {
                found.languages = matrix.languages.iter().map(|language| language.lcid).collect();
                found.rows.clone_from(&matrix.entries);
                let before = before.filter(|it| it.asked == *asked && it.languages == found.languages);
                let block = |(entry, row): (usize, &Arc<EntryRow>)| found.block_of(before, entry, row);
                found.blocks = matrix.entries.iter().enumerate().map(block).collect();
                found.take_lone(analysis);
            }
        }
        found.starts = Vec::with_capacity(found.blocks.len() + 1);
        let mut count = 0;
        for block in &found.blocks {
            found.starts.push(count);
            count += block.len();
        }
        found.starts.push(count);
        found
    }

    fn block_of(&self, before: Option<&Found>, entry: usize, row: &Arc<EntryRow>) -> Block {
        let same = before.filter(|it| it.rows.get(entry).is_some_and(|old| Arc::ptr_eq(old, row)));
        if let Some(block) = same.and_then(|before| before.blocks.get(entry)) {
            return block.clone();
        }
        if !self.query.admits_id(&row.id) {
            return Block::default();
        }
        if self.asked.scope == Scope::Ids {
            let is_admitted = self.query.admits_language(None);
            let spans = if is_admitted { self.query.spans(&row.id) } else { Vec::new() };
            return spans.into_iter().map(|span| Own { at: Within::Id, span }).collect();
        }
        let cells = self.languages.iter().zip(&row.cells).filter(|(lcid, _)| self.query.admits_language(Some(**lcid)));
        let hits = cells.flat_map(|(lcid, cell)| {
            let spans = if let TextCell::Text(text) = cell { self.query.spans(text) } else { Vec::new() };
            spans.into_iter().map(|span| Own { at: Within::Text(*lcid), span })
        });
        hits.collect()
    }

    /// The IDs of rows that no entry has.
    fn take_lone(&mut self, analysis: &Analysis) {
        if self.asked.scope != Scope::Ids || !self.query.admits_language(None) {
            return;
        }
        for row in StateNumber::all() {
            let Some(id) = analysis.options.aggregated_states.id_of(row) else { continue };
            let is_known = analysis.map.entry_of(id).is_some() || self.lone.iter().any(|(_, other)| other == id);
            if !is_known && self.query.admits_id(id) {
                self.lone.push((row, id.to_owned()));
            }
        }
        let hits = self.lone.iter().flat_map(|(row, id)| {
            let spans = self.query.spans(id).into_iter();
            spans.map(|span| Own { at: Within::Row(*row), span })
        });
        let block: Block = hits.collect();
        self.blocks.push(block);
    }

    /// What was asked.
    pub fn asked(&self) -> &Asked {
        &self.asked
    }

    /// What is looked for, as it was understood.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// The columns that were looked through.
    pub(super) fn languages(&self) -> &[Lcid] {
        &self.languages
    }

    /// How many hits there are.
    pub fn count(&self) -> usize {
        self.starts.last().copied().unwrap_or_default()
    }

    /// A hit by its position.
    pub fn hit(&self, position: usize) -> Option<Hit> {
        let block = self.starts.partition_point(|start| *start <= position).checked_sub(1)?;
        let own = self.blocks.get(block)?.get(position - self.starts[block])?;
        Some(own.in_block(block))
    }

    /// The hits from one position on.
    pub fn from(&self, position: usize) -> impl Iterator<Item = Hit> + '_ {
        let block = self.starts.partition_point(|start| *start <= position).saturating_sub(1);
        let skipped = position - self.starts.get(block).copied().unwrap_or(position);
        let blocks = self.blocks.iter().enumerate().skip(block);
        blocks.flat_map(|(at, block)| block.iter().map(move |own| own.in_block(at))).skip(skipped)
    }

    /// The position of the first hit in a cell of the translations or behind it: the cell of an entry's text, or its ID.
    pub fn behind_cell(&self, entry: usize, lcid: Option<Lcid>) -> usize {
        let (Some(start), Some(block)) = (self.starts.get(entry), self.blocks.get(entry)) else { return self.count() };
        let column = |lcid: Lcid| self.languages.iter().position(|own| *own == lcid);
        let from = lcid.and_then(column);
        let is_before = |own: &Own| matches!(own.at, Within::Text(lcid) if column(lcid) < from);
        start + block.partition_point(is_before)
    }

    /// The position of the first hit at an offset of a text that is looked through as it is written, or behind it.
    pub fn behind_offset(&self, offset: usize) -> usize {
        self.blocks.first().map_or(0, |block| block.partition_point(|own| own.span.start < offset))
    }

    /// The position of a hit; `None` where it is none.
    pub fn position(&self, hit: &Hit) -> Option<usize> {
        let (block, at) = self.block_and_place(hit.holder);
        let own = Own { at, span: hit.span };
        let hits = self.blocks.get(block)?;
        let within = match at {
            // Of many, and all of one text: in their order.
            Within::Written(_) => hits.partition_point(|other| other.span.start < own.span.start),
            _ => hits.iter().position(|other| *other == own)?,
        };
        hits.get(within).filter(|other| **other == own).map(|_| self.starts[block] + within)
    }

    fn block_and_place(&self, holder: Holder) -> (usize, Within) {
        match holder {
            Holder::Text(entry, lcid) => (entry, Within::Text(lcid)),
            Holder::EntryId(entry) => (entry, Within::Id),
            Holder::RowId(row) => (self.rows.len(), Within::Row(row)),
            Holder::Stretch(part) => (0, Within::Written(part)),
        }
    }

    /// The text that a hit stands in: all of one that is looked through as it is written.
    pub fn text(&self, holder: Holder) -> &str {
        let text = match holder {
            Holder::Text(entry, lcid) => self.cell(entry, lcid).map(TextCell::text),
            Holder::EntryId(entry) => self.id(entry),
            Holder::RowId(row) => self.lone.iter().find(|(own, _)| *own == row).map(|(_, id)| id.as_str()),
            Holder::Stretch(_) => self.text.as_deref(),
        };
        text.unwrap_or_default()
    }

    fn cell(&self, entry: usize, lcid: Lcid) -> Option<&TextCell> {
        let column = self.languages.iter().position(|own| *own == lcid)?;
        self.rows.get(entry)?.cells.get(column)
    }

    /// The ID of an entry; an empty one where it has none.
    pub fn id(&self, entry: usize) -> Option<&str> {
        self.rows.get(entry).map(|row| row.id.as_str())
    }

    /// The cell that shows a hit.
    pub fn cell_of(&self, hit: &Hit, analysis: &Analysis) -> Option<Cell> {
        match hit.holder {
            Holder::Text(entry, lcid) => Some(Cell::Text(entry, lcid)),
            Holder::EntryId(entry) => Some(Cell::EntryId(entry)),
            Holder::RowId(row) => Some(Cell::StateId(row)),
            Holder::Stretch(part) => cell_marks::cell_of(analysis, part, hit.span),
        }
    }
}
