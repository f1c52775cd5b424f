//! A line, cut wherever its look changes.

use super::{PaintedStretch, StretchKind, gravest};
use crate::{
    rules::diagnostic::Severity,
    source::{sorting, text::Span},
};

/// Cuts a line wherever the kind changes, a fault or a tint begins or ends; after `most` cuts the rest is one stretch.
pub(super) fn stretches(
    text: &str,
    line: Span,
    kinds: &[(Span, StretchKind)],
    faults: &[(Span, Severity)],
    tinted: &[Span],
    most: usize,
) -> Vec<PaintedStretch> {
    let first = kinds.partition_point(|(span, _)| span.end <= line.start);
    let near = &kinds[first..];
    let near = &near[..near.partition_point(|(span, _)| span.start < line.end)];
    // A line of thousands of kinds is cut no farther than it can be painted.
    let near = &near[..near.len().min(4 * most)];
    let is_inside = |span: Span| span.start <= line.end && line.start <= span.end;
    let faults: Vec<_> = faults.iter().filter(|(span, _)| is_inside(*span)).take(most).copied().collect();
    let tinted: Vec<_> = tinted.iter().filter(|span| is_inside(**span)).take(most).copied().collect();
    let spans = near.iter().map(|(span, _)| *span).chain(faults.iter().map(|(span, _)| *span));
    let spans = spans.chain(tinted.iter().copied());
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
        match stretches.last_mut() {
            Some(last) if joins(last, kind, span.text(text)) && last.severity == severity && last.is_kin == is_kin => {
                last.text.push_str(span.text(text));
            }
            _ => stretches.push(PaintedStretch { text: span.text(text).to_owned(), kind, severity, is_kin }),
        }
    }
    let rest = Span::new(start, line.end);
    if !rest.is_empty() {
        stretches.push(PaintedStretch { text: rest.text(text).to_owned(), kind: None, severity: None, is_kin: false });
    }
    stretches
}

/// Whether a stretch looks like the one before it: the same kind, or blanks inside a tag.
fn joins(last: &PaintedStretch, kind: Option<StretchKind>, text: &str) -> bool {
    last.kind == kind || (kind.is_none() && text.bytes().all(|byte| matches!(byte, b' ' | b'\t')))
}
