//! The lines of a text as they are painted: what each stretch is, whose entry it belongs to, and where a fault lies.

use std::ops::Range;

use super::analysis::Analysis;
use crate::{
    mapping::{availability::Class, states::StateNumber},
    rules::diagnostic::Severity,
    source::{
        ini::{self, LineKind},
        order,
        text::{Part, Span},
        xml::paint::{self, PaintKind},
    },
};

/// A line, cut into stretches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaintedLine {
    /// Its number, from 1.
    pub number: usize,
    /// The entry it belongs to.
    pub entry: Option<LineEntry>,
    /// How grave the gravest problem is that begins or lies in it: the sign beside its number.
    pub severity: Option<Severity>,
    /// Its stretches; together they are the line.
    pub stretches: Vec<Stretch>,
}

/// How a line belongs to an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineEntry {
    /// The presence of the entry, if it has one.
    pub class: Option<Class>,
    /// Whether the entry begins here.
    pub begins: bool,
    /// Whether the entry ends here.
    pub ends: bool,
    /// Whether it is the selected one.
    pub is_kin: bool,
}

/// A stretch of a line of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// What it says.
    pub text: String,
    /// What it is; `None` is neither markup nor content.
    pub kind: Option<Kind>,
    /// How grave the gravest problem is whose culprit it is.
    pub severity: Option<Severity>,
    /// Whether it belongs to a row that is tinted.
    pub is_kin: bool,
}

/// What a stretch is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A stretch of XML.
    Xml(PaintKind),
    /// The name of a section.
    Section,
    /// The name of an option, or the number of a row.
    Name,
    /// An aggregated state ID.
    Id,
    /// The value of an option.
    Value,
}

/// What is selected, for the tint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kin<'a> {
    /// The entry in the XML.
    pub entry: Option<usize>,
    /// The ID in the options.
    pub id: Option<&'a str>,
}

/// The most stretches painted at once, and in one line; what lies beyond is one plain stretch. Browsers round the width
/// of each stretch, so that many of them in a line would drift away from the text they are painted under.
const MOST_STRETCHES: usize = 1500;
/// The fifteen pairs of the guide's option take 62.
const MOST_IN_A_LINE: usize = 64;

/// Paints some lines of a text, counted from 0; lines behind the end are left out.
pub fn paint(part: Part, text: &str, analysis: &Analysis, lines: Range<usize>, kin: Kin<'_>) -> Vec<PaintedLine> {
    let index = analysis.lines(part);
    let lines = lines.start..lines.end.min(index.count());
    let (Some(first), Some(last)) =
        (index.line(lines.start), lines.end.checked_sub(1).and_then(|last| index.line(last)))
    else {
        return Vec::new();
    };
    if last.end < first.start {
        return Vec::new();
    }
    let window = Span::new(first.start, last.end);
    let kinds = match part {
        Part::Xml => xml_kinds(text, window),
        Part::Options => option_kinds(text, analysis, window),
    };
    let faults = faults(part, analysis, window);
    let tinted = tinted_pairs(part, analysis, kin);
    let mut painted = Vec::with_capacity(lines.len());
    let mut budget = MOST_STRETCHES;
    for line in lines {
        let Some(span) = index.line(line) else { break };
        let stretches = stretches(text, span, &kinds, &faults, &tinted, budget.min(MOST_IN_A_LINE));
        budget = budget.saturating_sub(stretches.len());
        painted.push(PaintedLine {
            number: line + 1,
            entry: (part == Part::Xml).then(|| entry_of(text, analysis, span, kin)).flatten(),
            severity: gravest(&faults, |fault| fault.start <= span.end && span.start <= fault.end),
            stretches,
        });
    }
    painted
}

/// All places of open problems near a window; where something is missing in many entries, nothing written is the culprit.
fn faults(part: Part, analysis: &Analysis, window: Span) -> Vec<(Span, Severity)> {
    let own = analysis.problems.iter().map(|finding| &finding.diagnostic);
    let own = own.filter(|found| found.part == part && !found.is_about_many());
    let places = own.flat_map(|found| found.places().map(|span| (span, found.severity)));
    places.filter(|(span, _)| span.start <= window.end && window.start <= span.end).collect()
}

fn gravest(faults: &[(Span, Severity)], is_near: impl Fn(Span) -> bool) -> Option<Severity> {
    faults.iter().filter(|(span, _)| is_near(*span)).map(|(_, severity)| *severity).min()
}

fn xml_kinds(text: &str, window: Span) -> Vec<(Span, Kind)> {
    let kind = |kind| match kind {
        // Names of attributes look like the rest of the markup.
        PaintKind::AttributeName => Kind::Xml(PaintKind::Markup),
        kind => Kind::Xml(kind),
    };
    paint::paint(text, window).into_iter().map(|paint| (paint.span, kind(paint.kind))).collect()
}

fn option_kinds(text: &str, analysis: &Analysis, window: Span) -> Vec<(Span, Kind)> {
    let is_near = |span: Span| span.start <= window.end && window.start <= span.end;
    let pairs = analysis.options.aggregated_states.pairs.iter().filter(|pair| is_near(pair.span));
    let mut pairs: Vec<_> = pairs.map(|pair| (pair.span, pair.number_span, pair.id_span)).collect();
    order::by_numbers(&mut pairs, |(pair, ..)| (pair.start, pair.end));
    // A pair lies in the value of the option, or in a line of its own, which then is no option.
    let is_pair = |span: Span| {
        let behind = pairs.partition_point(|(pair, ..)| pair.start <= span.start);
        behind.checked_sub(1).is_some_and(|pair| pairs[pair].0.covers(span)) && !span.is_empty()
    };
    let mut kinds = Vec::new();
    for line in ini::lines(text).skip_while(|line| line.span.end < window.start) {
        if window.end < line.span.start {
            break;
        }
        match line.kind {
            LineKind::Section { .. } => kinds.push((line.span, Kind::Section)),
            LineKind::Option { name, value } => kinds.extend([(name, Kind::Name), (value, Kind::Value)]),
            _ => {}
        }
    }
    kinds.retain(|(span, _)| !is_pair(*span));
    kinds.extend(pairs.iter().flat_map(|(_, number, id)| [(*number, Kind::Name), (*id, Kind::Id)]));
    // The finer of two that begin together comes later.
    order::by_numbers(&mut kinds, |(span, _)| (span.start, usize::MAX - span.end));
    kinds
}

fn tinted_pairs(part: Part, analysis: &Analysis, kin: Kin<'_>) -> Vec<Span> {
    let Some(id) = kin.id.filter(|_| part == Part::Options) else { return Vec::new() };
    let states = &analysis.options.aggregated_states;
    let rows = StateNumber::all().filter_map(|row| states.of(row));
    rows.filter(|pair| pair.id == id).map(|pair| pair.span).collect()
}

fn entry_of(text: &str, analysis: &Analysis, line: Span, kin: Kin<'_>) -> Option<LineEntry> {
    let indent = line.text(text).len() - line.text(text).trim_start().len();
    let position = analysis.entry_at((line.start + indent).min(line.end))?;
    let entry = &analysis.map.entries[position];
    // A line that only touches the end of the entry before it is not the entry's.
    if entry.span.end <= line.start && !entry.span.is_empty() {
        return None;
    }
    Some(LineEntry {
        class: entry.availability_value().map(|availability| availability.class()),
        begins: line.start <= entry.span.start && entry.span.start <= line.end,
        ends: line.start <= entry.span.end && entry.span.end <= line.end,
        is_kin: kin.entry == Some(position),
    })
}

/// Cuts a line wherever the kind changes, a fault or a tint begins or ends; after `most` cuts the rest is one stretch.
fn stretches(
    text: &str,
    line: Span,
    kinds: &[(Span, Kind)],
    faults: &[(Span, Severity)],
    tinted: &[Span],
    most: usize,
) -> Vec<Stretch> {
    let first = kinds.partition_point(|(span, _)| span.end <= line.start);
    let near = &kinds[first..];
    let near = &near[..near.partition_point(|(span, _)| span.start < line.end)];
    // A line of thousands of kinds is cut no farther than it can be painted.
    let near = &near[..near.len().min(4 * MOST_IN_A_LINE)];
    let is_inside = |span: Span| span.start <= line.end && line.start <= span.end;
    let faults: Vec<_> = faults.iter().filter(|(span, _)| is_inside(*span)).take(MOST_IN_A_LINE).copied().collect();
    let tinted: Vec<_> = tinted.iter().filter(|span| is_inside(**span)).take(MOST_IN_A_LINE).copied().collect();
    let spans = near.iter().map(|(span, _)| *span).chain(faults.iter().map(|(span, _)| *span));
    let spans = spans.chain(tinted.iter().copied());
    let ends = spans.flat_map(|span| [span.start, span.end]);
    let mut cuts: Vec<usize> = ends.filter(|offset| line.start < *offset && *offset < line.end).collect();
    cuts.push(line.end);
    order::by_numbers(&mut cuts, |cut| (*cut, 0));
    cuts.dedup();
    let mut stretches: Vec<Stretch> = Vec::with_capacity(cuts.len().min(most));
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
            _ => stretches.push(Stretch { text: span.text(text).to_owned(), kind, severity, is_kin }),
        }
    }
    let rest = Span::new(start, line.end);
    if !rest.is_empty() {
        stretches.push(Stretch { text: rest.text(text).to_owned(), kind: None, severity: None, is_kin: false });
    }
    stretches
}

/// Whether a stretch looks like the one before it: the same kind, or blanks inside a tag.
fn joins(last: &Stretch, kind: Option<Kind>, text: &str) -> bool {
    last.kind == kind || (kind.is_none() && text.bytes().all(|byte| matches!(byte, b' ' | b'\t')))
}
