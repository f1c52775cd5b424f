//! A line, cut wherever its look changes.

use super::{HitMark, PaintedStretch, StretchKind, gravest};
use crate::{
    rules::diagnostic::Severity,
    source::{sorting, text::Span},
};

/// What the look of a text depends on.
pub(super) struct Looks<'a> {
    /// What its stretches are, in the order of the text; of two the later one is the finer.
    pub(super) kinds: &'a [(Span, StretchKind)],
    /// Where problems lie.
    pub(super) faults: &'a [(Span, Severity)],
    /// What is tinted.
    pub(super) tinted: &'a [Span],
    /// What of the line is an option of the other mode.
    pub(super) ignored: Option<Span>,
    /// What was found, in the order of the text.
    pub(super) hits: &'a [(Span, HitMark)],
}

/// Cuts a line wherever its look changes; after `most` cuts the rest is one stretch.
pub(super) fn stretches(text: &str, line: Span, looks: &Looks<'_>, most: usize) -> Vec<PaintedStretch> {
    let Looks { kinds, faults, tinted, ignored, hits } = *looks;
    let first = kinds.partition_point(|(span, _)| span.end <= line.start);
    let near = &kinds[first..];
    let near = &near[..near.partition_point(|(span, _)| span.start < line.end)];
    // A line of thousands of kinds is cut no farther than it can be painted.
    let near = &near[..near.len().min(4 * most)];
    let is_inside = |span: Span| span.start <= line.end && line.start <= span.end;
    let faults: Vec<_> = faults.iter().filter(|(span, _)| is_inside(*span)).take(most).copied().collect();
    let tinted: Vec<_> = tinted.iter().filter(|span| is_inside(**span)).take(most).copied().collect();
    let hits = &hits[hits.partition_point(|(span, _)| span.end <= line.start)..];
    let hits = &hits[..hits.partition_point(|(span, _)| span.start < line.end).min(most)];
    let spans = near.iter().map(|(span, _)| *span).chain(faults.iter().map(|(span, _)| *span));
    let spans = spans.chain(tinted.iter().copied()).chain(ignored).chain(hits.iter().map(|(span, _)| *span));
    let ends = spans.flat_map(|span| [span.start, span.end]);
    let mut cuts: Vec<usize> = ends.filter(|offset| line.start < *offset && *offset < line.end).collect();
    cuts.push(line.end);
    sorting::by_numbers(&mut cuts, |cut| (*cut, 0));
    cuts.dedup();
    let mut stretches: Vec<PaintedStretch> = Vec::with_capacity(cuts.len().min(most));
    let mut start = line.start;
    for end in cuts {
        let span = Span::new(start, end);
        if span.is_empty() {
            continue;
        }
        if most <= stretches.len() + 1 && end < line.end {
            break;
        }
        start = end;
        // Later kinds are the finer ones: an ID inside a value.
        let kind = near.iter().rev().find(|(kind, _)| kind.covers(span)).map(|(_, kind)| *kind);
        let severity = gravest(&faults, |fault| fault.covers(span));
        let is_kin = tinted.iter().any(|tint| tint.covers(span));
        let is_ignored = ignored.is_some_and(|ignored| ignored.covers(span));
        let hit = hits.iter().find(|(hit, _)| hit.covers(span)).map(|(_, mark)| *mark);
        let text = span.text(text);
        match stretches.last_mut() {
            Some(last) if joins(last, kind, text) && of(last) == (severity, is_kin, is_ignored, hit) => {
                last.text.push_str(text);
            }
            _ => stretches.push(PaintedStretch { text: text.to_owned(), kind, severity, is_kin, is_ignored, hit }),
        }
    }
    let rest = Span::new(start, line.end);
    if !rest.is_empty() {
        let (text, is_ignored) = (rest.text(text).to_owned(), ignored.is_some_and(|ignored| ignored.meets(rest)));
        stretches.push(PaintedStretch { text, kind: None, severity: None, is_kin: false, is_ignored, hit: None });
    }
    stretches
}

fn of(stretch: &PaintedStretch) -> (Option<Severity>, bool, bool, Option<HitMark>) {
    (stretch.severity, stretch.is_kin, stretch.is_ignored, stretch.hit)
}

/// Whether a stretch looks like the one before it: the same kind, or blanks inside a tag.
fn joins(last: &PaintedStretch, kind: Option<StretchKind>, text: &str) -> bool {
    last.kind == kind || (kind.is_none() && text.bytes().all(|byte| matches!(byte, b' ' | b'\t')))
}
