//! The lines of a text as they are painted: what each stretch is, whose entry it belongs to, and where a fault lies.

mod cutting;

use std::ops::Range;

use super::{analysis::Analysis, export};
use crate::{
    mapping::{availability::Class, states::StateNumber},
    rules::diagnostic::Severity,
    source::{
        ini::{self, LineKind},
        sorting,
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
    pub stretches: Vec<PaintedStretch>,
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
pub struct PaintedStretch {
    /// What it says.
    pub text: String,
    /// What it is; `None` is neither markup nor content.
    pub kind: Option<StretchKind>,
    /// How grave the gravest problem is whose culprit it is.
    pub severity: Option<Severity>,
    /// Whether it belongs to a row that is tinted.
    pub is_kin: bool,
    /// Whether it belongs to an option of the other mode.
    pub is_ignored: bool,
    /// Whether it was found.
    pub hit: Option<HitMark>,
}

/// How a hit is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HitMark {
    /// It is one of several.
    Hit,
    /// It is the one that was gone to last.
    Current,
}

/// What a stretch is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StretchKind {
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

/// What is selected, for the tint, and what was found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Kin<'a> {
    /// The entry in the XML.
    pub entry: Option<usize>,
    /// The ID in the options.
    pub id: Option<&'a str>,
    /// The hits in the lines, in their order.
    pub hits: &'a [(Span, HitMark)],
}

/// The most stretches painted at once; what lies beyond is one plain stretch.
const MOST_STRETCHES: usize = 1500;
/// The most in one line. Browsers round the width of each stretch, so that many of them beside each other would drift away
/// from the text they are painted under. The fifteen pairs of the guide's option take 62.
const MOST_IN_A_LINE: usize = 64;
/// The most in a line that is wrapped, where each row begins anew: the guide's option as its page gives it, with all that is
/// wrong in it marked, takes about 90.
const MOST_IN_A_WRAPPED_LINE: usize = 400;

/// Paints some lines of a text, counted from 0, wrapped or not; lines behind the end are left out.
pub fn paint(
    part: Part,
    text: &str,
    analysis: &Analysis,
    lines: Range<usize>,
    kin: Kin<'_>,
    is_wrapped: bool,
) -> Vec<PaintedLine> {
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
    let ignored = match part {
        Part::Options => export::ignored(&analysis.options),
        Part::Xml => Vec::new(),
    };
    let mut painted = Vec::with_capacity(lines.len());
    let mut budget = MOST_STRETCHES;
    let most = if is_wrapped { MOST_IN_A_WRAPPED_LINE } else { MOST_IN_A_LINE };
    for line in lines {
        let Some(span) = index.line(line) else { break };
        let near = ignored.get(ignored.partition_point(|ignored| ignored.end < span.end));
        let ignored = near.filter(|ignored| span.covers(**ignored)).map(|ignored| ini::trim(text, *ignored));
        let looks = cutting::Looks { kinds: &kinds, faults: &faults, tinted: &tinted, ignored, hits: kin.hits };
        let stretches = cutting::stretches(text, span, &looks, budget.min(most));
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
    let own = analysis.findings.iter().map(|finding| &finding.diagnostic);
    let own = own.filter(|found| found.part == part && !found.is_about_many());
    let places = own.flat_map(|found| found.places().map(|span| (span, found.severity)));
    places.filter(|(span, _)| span.start <= window.end && window.start <= span.end).collect()
}

fn gravest(faults: &[(Span, Severity)], is_near: impl Fn(Span) -> bool) -> Option<Severity> {
    faults.iter().filter(|(span, _)| is_near(*span)).map(|(_, severity)| *severity).min()
}

fn xml_kinds(text: &str, window: Span) -> Vec<(Span, StretchKind)> {
    let kind = |kind| match kind {
        // Names of attributes look like the rest of the markup.
        PaintKind::AttributeName => StretchKind::Xml(PaintKind::Markup),
        kind => StretchKind::Xml(kind),
    };
    paint::paint(text, window).into_iter().map(|paint| (paint.span, kind(paint.kind))).collect()
}

fn option_kinds(text: &str, analysis: &Analysis, window: Span) -> Vec<(Span, StretchKind)> {
    let is_near = |span: Span| span.start <= window.end && window.start <= span.end;
    let pairs = analysis.options.aggregated_states.pairs.iter().filter(|pair| is_near(pair.span));
    let mut pairs: Vec<_> = pairs.map(|pair| (pair.span, pair.number_span, pair.id_span)).collect();
    sorting::by_numbers(&mut pairs, |(pair, ..)| (pair.start, pair.end));
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
            LineKind::Section { .. } => kinds.push((line.span, StretchKind::Section)),
            LineKind::Option { name, value } => kinds.extend([(name, StretchKind::Name), (value, StretchKind::Value)]),
            _ => {}
        }
    }
    kinds.retain(|(span, _)| !is_pair(*span));
    kinds.extend(pairs.iter().flat_map(|(_, number, id)| [(*number, StretchKind::Name), (*id, StretchKind::Id)]));
    // The finer of two that begin together comes later.
    sorting::by_numbers(&mut kinds, |(span, _)| (span.start, usize::MAX - span.end));
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
