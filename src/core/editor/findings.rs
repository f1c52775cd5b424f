//! The list of problems: how many there are, where they are, in which order they are told, and which comes next.

use std::fmt;

use super::{
    analysis::Analysis,
    cell_marks::Cell,
    finding::{Finding, SEVERITIES},
    gap_cells, wording,
};
use crate::{
    mapping::{lcid::Lcid, states::StateNumber},
    rules::diagnostic::{Diagnostic, Severity},
    source::{
        sorting,
        text::{Part, Span},
    },
};

/// The law on broken XML: what is broken hides what stands behind it, and other problems may be of that alone.
const WELL_FORMED: &str = "well-formed";

/// The positions of problems by severity, the gravest first, and in each by place; broken XML before all others.
pub fn by_severity(findings: &[Finding]) -> Vec<(Severity, Vec<usize>)> {
    let of = |severity: Severity| {
        let own = findings.iter().enumerate().filter(|(_, finding)| finding.diagnostic.severity == severity);
        let mut own: Vec<usize> = own.map(|(at, _)| at).collect();
        sorting::by_numbers(&mut own, |at| (usize::from(findings[*at].diagnostic.code != WELL_FORMED), *at));
        (severity, own)
    };
    SEVERITIES.into_iter().map(of).filter(|(_, own): &(_, Vec<usize>)| !own.is_empty()).collect()
}

/// The problem to go to from `current`, forth or back, of so many: each of them comes round, those at one place, too.
pub fn step(count: usize, current: Option<usize>, is_back: bool) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match current.filter(|current| *current < count) {
        Some(current) if is_back => current.checked_sub(1).unwrap_or(last),
        Some(current) if current < last => current + 1,
        None if is_back => last,
        Some(_) | None => 0,
    })
}

/// The same, where the problem that was gone to is not there any more: what stands behind or before its place.
pub fn step_from(findings: &[Finding], part: Part, offset: usize, is_back: bool) -> Option<usize> {
    let behind = findings.partition_point(|finding| {
        let found = &finding.diagnostic;
        (found.part as usize, found.span.start) < (part as usize, offset)
    });
    let last = findings.len().checked_sub(1)?;
    Some(match is_back {
        true => behind.checked_sub(1).unwrap_or(last),
        false if behind <= last => behind,
        false => 0,
    })
}

/// The problems of which a place touches a stretch, the gravest first: a caret, or what is selected.
pub fn at(findings: &[Finding], part: Part, span: Span) -> Vec<usize> {
    let touches = |place: Span| place.start <= span.end && span.start <= place.end;
    let own = findings.iter().enumerate().filter(|(_, finding)| finding.diagnostic.part == part);
    let mut found: Vec<usize> =
        own.filter(|(_, finding)| finding.diagnostic.places().any(touches)).map(|(at, _)| at).collect();
    sorting::by_numbers(&mut found, |at| (findings[*at].diagnostic.severity as usize, *at));
    found
}

/// Where a problem is, as a person finds it: "line 7, column 27", "options line 2, column 1", "row 4"; where it is said of
/// rows, those: "rows 11 to 15".
pub fn place(analysis: &Analysis, finding: &Finding) -> String {
    let (problem, position) = (&finding.diagnostic, finding.position);
    if problem.part == Part::Xml {
        return format!("line {}, column {}", position.line, position.column);
    }
    if let Some(rows) = wording::rows_as_place(problem) {
        return rows.to_string();
    }
    match spot(analysis, problem.part, problem.span) {
        row @ Spot::Row(_) => row.to_string(),
        Spot::Line(_) | Spot::Gap(..) => format!("options line {}, column {}", position.line, position.column),
    }
}

/// In short where a place of a group is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// A row of the option.
    Row(StateNumber),
    /// A line of a text, from 1.
    Line(usize),
    /// A text that is missing: the ID of its entry, and its language.
    Gap(String, Lcid),
}

impl fmt::Display for Spot {
    /// "row 4", "line 12", "INCALL, Spanish (Spain)".
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Spot::Row(row) => write!(formatter, "row {}", row.number()),
            Spot::Line(line) => write!(formatter, "line {line}"),
            Spot::Gap(id, lcid) => write!(formatter, "{id}, {}", lcid.name()),
        }
    }
}

/// Further places of a group that are listed one by one.
const MOST_SPOTS: usize = 100;

/// The further places of a group by their positions among all its places, each row, line and missing text once; not all of
/// them, where there are very many. The default language is the one that has a law of its own.
pub fn further_spots(analysis: &Analysis, problem: &Diagnostic, default: Lcid) -> Vec<(usize, Spot)> {
    if gap_cells::is_about_gaps(problem) {
        let gap = |place: usize| match gap_cells::cell_of_place(analysis, problem, place, default)? {
            Cell::Text(entry, lcid) => {
                let id = analysis.map.entries[entry].id.as_ref().map(|id| id.text.clone());
                Some((place, Spot::Gap(id.unwrap_or_default(), lcid)))
            }
            _ => None,
        };
        return (1..=problem.more.len()).take(MOST_SPOTS).filter_map(gap).collect();
    }
    let mut last = spot(analysis, problem.part, problem.span);
    let spots = problem.places().enumerate().skip(1).filter_map(|(place, span)| {
        let own = spot(analysis, problem.part, span);
        (std::mem::replace(&mut last, own.clone()) != own).then_some((place, own))
    });
    spots.take(MOST_SPOTS).collect()
}

fn spot(analysis: &Analysis, part: Part, span: Span) -> Spot {
    // What is missing in front of a pair is no matter of its row.
    let row = if part == Part::Options && !span.is_empty() { analysis.row_at(span.start) } else { None };
    row.map_or_else(|| Spot::Line(analysis.lines(part).line_of(span.start) + 1), Spot::Row)
}
