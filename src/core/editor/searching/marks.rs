//! Where hits are marked: in the cells of a row, and in the texts as they are written.

use super::{
    found::Found,
    hit::{Block, Hit, Holder, Within},
};
use crate::{
    editor::analysis::Analysis,
    mapping::{agent_states::Activity, lcid::Lcid},
    source::{
        text::{Part, Span},
        xml::TextKind,
    },
};

/// The hits in the cells of an entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EntryHits(Option<Block>);

impl EntryHits {
    /// Those in its text in a language.
    pub fn in_text(&self, lcid: Lcid) -> Vec<Span> {
        self.at(Within::Text(lcid))
    }

    /// Those in its ID.
    pub fn in_id(&self) -> Vec<Span> {
        self.at(Within::Id)
    }

    fn at(&self, place: Within) -> Vec<Span> {
        self.0.iter().flat_map(|block| block.iter()).filter(|own| own.at == place).map(|own| own.span).collect()
    }
}

impl Found {
    /// The hits in the cells of an entry, by its position.
    pub fn in_entry(&self, entry: usize) -> EntryHits {
        let is_table = self.asked().scope.part().is_none();
        EntryHits(self.blocks.get(entry).filter(|block| is_table && !block.is_empty()).cloned())
    }

    /// The hits in the ID of one of the fifteen rows.
    pub fn in_row_id(&self, id: &str) -> Vec<Span> {
        match self.looks_through_ids() && self.query().admits_id(id) {
            true => self.query().spans(id),
            false => Vec::new(),
        }
    }

    /// Where hits stand in a window of one of the texts, as it is written.
    pub fn written_in(&self, part: Part, text: &str, window: Span, analysis: &Analysis) -> Vec<Span> {
        let is_near = |span: &Span| span.start <= window.end && window.start <= span.end;
        if self.asked().scope.part().is_some() {
            let Some(block) = self.blocks.first().filter(|_| self.asked().scope.part() == Some(part)) else {
                return Vec::new();
            };
            let first = block.partition_point(|own| own.span.end < window.start);
            return block[first..].iter().map(|own| own.span).take_while(is_near).collect();
        }
        match part {
            Part::Options if self.looks_through_ids() => {
                let pairs = analysis.options.aggregated_states.pairs.iter().filter(|pair| is_near(&pair.span));
                let spans = pairs.flat_map(|pair| {
                    let spans = self.in_row_id(&pair.id).into_iter();
                    spans.filter_map(|span| within(pair.id_span, text, &pair.id, span))
                });
                spans.collect()
            }
            Part::Options => Vec::new(),
            Part::Xml => {
                let entries = &analysis.map.entries;
                let first = entries.partition_point(|entry| entry.span.end < window.start);
                let near = entries[first..].iter().take_while(|entry| entry.span.start <= window.end);
                let hits = near.enumerate().filter_map(|(at, _)| Some((first + at, self.blocks.get(first + at)?)));
                let hits = hits.flat_map(|(entry, block)| block.iter().map(move |own| own.in_block(entry)));
                let mut spans: Vec<Span> =
                    hits.filter_map(|hit| Some(written(&hit, text, analysis)?.1)).filter(is_near).collect();
                spans.sort_unstable();
                spans
            }
        }
    }

    fn looks_through_ids(&self) -> bool {
        self.asked().scope == super::scope::Scope::Ids && self.query().has_phrase()
    }
}

/// Where a hit stands in one of the texts, as it is written; `text` is that of the part.
pub fn written(hit: &Hit, text: &str, analysis: &Analysis) -> Option<(Part, Span)> {
    match hit.holder {
        Holder::Stretch(part) => Some((part, hit.span)),
        Holder::Text(entry, lcid) => {
            let entry = analysis.map.entries.get(entry)?;
            let activity = &entry.activities[entry.activity_in(lcid)?];
            Some((Part::Xml, in_activity(activity, text, analysis, hit.span).unwrap_or(activity.text.span)))
        }
        Holder::EntryId(entry) => {
            let id = analysis.map.entries.get(entry)?.id.as_ref()?;
            Some((Part::Xml, within(id.span, text, &id.text, hit.span).unwrap_or(id.span)))
        }
        Holder::RowId(row) => {
            let pair = analysis.options.aggregated_states.of(row)?;
            Some((Part::Options, pair.id_span))
        }
    }
}

/// The part of a value that is written as it reads.
fn within(value: Span, text: &str, read: &str, span: Span) -> Option<Span> {
    (value.text(text) == read).then(|| span.moved_by(value.start))
}

/// A stretch of a text, between comments, references and sections.
fn in_activity(activity: &Activity, text: &str, analysis: &Analysis, span: Span) -> Option<Span> {
    let content = activity.text.span;
    if let Some(exact) = within(content, text, &activity.text.text, span) {
        return Some(exact);
    }
    let xml = &analysis.xml;
    let at = xml.elements.partition_point(|element| element.span.start < activity.span.start);
    let first = xml.texts.partition_point(|piece| piece.span.start < content.start);
    let own = xml.texts[first..].iter().take_while(|piece| piece.span.end <= content.end);
    let (mut read, mut found) = (0, None::<Span>);
    for piece in own.filter(|piece| piece.parent == Some(at)) {
        let (start, end) = (read, read + piece.meaning(text).len());
        read = end;
        if end <= span.start || span.end <= start {
            continue;
        }
        let inside = match piece.kind {
            // It is there as a whole or not at all.
            TextKind::Reference => piece.span,
            TextKind::Text | TextKind::CData => {
                let from = piece.span.start + span.start.saturating_sub(start);
                Span::new(from, piece.span.start + span.end.min(end) - start)
            }
        };
        found = Some(found.map_or(inside, |found| found.join(inside)));
    }
    found
}
