//! Looking through one of the two texts as it is written.

use super::{
    hit::{Block, Own, Within},
    query::Query,
};
use crate::{
    editor::analysis::Analysis,
    source::text::{Part, Span},
};

/// The hits in a text, line by line: what leaves out, leaves out lines.
pub(super) fn hits(query: &Query, part: Part, text: &str, analysis: &Analysis) -> Block {
    let mut start = 0;
    let mut hits = Vec::new();
    for line in text.split_inclusive('\n') {
        let spans = query.spans(line.strip_suffix('\n').unwrap_or(line)).into_iter();
        hits.extend(spans.map(|span| Own { at: Within::Written(part), span: span.moved_by(start) }));
        start += line.len();
    }
    if query.is_restricted() {
        hits.retain(|hit| is_admitted(query, part, hit.span, analysis));
    }
    hits.into()
}

/// Whether a stretch stands in an entry, and a text, that are looked through.
fn is_admitted(query: &Query, part: Part, span: Span, analysis: &Analysis) -> bool {
    let (id, lcid) = match part {
        Part::Options => {
            let row = analysis.row_at(span.start);
            (row.and_then(|row| analysis.options.aggregated_states.id_of(row)), None)
        }
        Part::Xml => {
            let entry = analysis.entry_at(span.start).map(|entry| &analysis.map.entries[entry]);
            let id = entry.and_then(|entry| Some(entry.id.as_ref()?.text.as_str()));
            let mut own = entry.into_iter().flat_map(|entry| &entry.activities);
            let activity = own.rfind(|activity| activity.span.covers(span));
            (id, activity.and_then(|activity| activity.lcid_value()))
        }
    };
    query.admits_id(id.unwrap_or_default()) && query.admits_language(lcid)
}
