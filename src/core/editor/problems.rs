//! The list of problems: how many there are, where they are, in which order they are told, and which comes next.

use super::analysis::{Analysis, Finding};
use crate::{
    rules::diagnostic::{Diagnostic, Severity},
    source::{
        order,
        text::{Part, Span},
    },
};

/// How many problems there are of each severity; a group counts once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
}

impl Counts {
    /// Counts problems.
    pub fn of<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Counts {
        let mut counts = Counts::default();
        for finding in findings {
            match finding.diagnostic.severity {
                Severity::Error => counts.errors += 1,
                Severity::Warning => counts.warnings += 1,
                Severity::Note => counts.notes += 1,
            }
        }
        counts
    }

    /// All of them.
    pub fn all(self) -> usize {
        self.errors + self.warnings + self.notes
    }

    /// Those of a severity.
    pub fn count(self, severity: Severity) -> usize {
        match severity {
            Severity::Error => self.errors,
            Severity::Warning => self.warnings,
            Severity::Note => self.notes,
        }
    }

    /// "1 error, 2 warnings"; empty when there is nothing.
    pub fn words(self) -> String {
        let mut words = String::new();
        for severity in SEVERITIES {
            let count = self.count(severity);
            if 0 < count {
                let comma = if words.is_empty() { "" } else { ", " };
                words += &format!("{comma}{count} {}{}", severity.name(), if count == 1 { "" } else { "s" });
            }
        }
        words
    }
}

/// The gravest first.
const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Note];

/// The positions of problems by severity, the gravest first, and in each by place.
pub fn by_severity(findings: &[Finding]) -> Vec<(Severity, Vec<usize>)> {
    let of = |severity: Severity| {
        let own = findings.iter().enumerate().filter(|(_, finding)| finding.diagnostic.severity == severity);
        (severity, own.map(|(at, _)| at).collect())
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
    order::by_numbers(&mut found, |at| (findings[*at].diagnostic.severity as usize, *at));
    found
}

/// Where a problem is, as a person finds it: "line 7, column 27", "options line 2, column 1", "row 4"; where its message
/// begins with the rows it is about, those: "rows 11 to 15".
pub fn place(analysis: &Analysis, finding: &Finding) -> String {
    let (problem, position) = (&finding.diagnostic, finding.position);
    if problem.part == Part::Xml {
        return format!("line {}, column {}", position.line, position.column);
    }
    match (rows_in_front(&problem.message), spot(analysis, problem.part, problem.span)) {
        ("", ("row", row)) => format!("row {row}"),
        ("", _) => format!("options line {}, column {}", position.line, position.column),
        (rows, _) => rows.to_owned(),
    }
}

/// A message without the place it begins with, beside which it stands.
pub fn behind_place<'a>(message: &'a str, place: &str) -> &'a str {
    message.strip_prefix(place).and_then(|rest| rest.strip_prefix(' ')).unwrap_or(message)
}

/// A further place of a group by its position among all its places, and in short where it is: a "row" of the option or a
/// "line" of its text, and the number, from 1.
pub type Spot = (usize, &'static str, usize);

/// Further places of a group that are listed one by one.
const MOST_SPOTS: usize = 100;

/// The further places of a group, each row and each line once; not all of them, where there are very many.
pub fn further_spots(analysis: &Analysis, problem: &Diagnostic) -> Vec<Spot> {
    let mut last = spot(analysis, problem.part, problem.span);
    let spots = problem.places().enumerate().skip(1).filter_map(|(place, span)| {
        let (what, number) = spot(analysis, problem.part, span);
        let is_new = last != (what, number);
        last = (what, number);
        is_new.then_some((place, what, number))
    });
    spots.take(MOST_SPOTS).collect()
}

fn spot(analysis: &Analysis, part: Part, span: Span) -> (&'static str, usize) {
    // What is missing in front of a pair is no matter of its row.
    let row = if part == Part::Options && !span.is_empty() { analysis.row_at(span.start) } else { None };
    match row {
        Some(row) => ("row", row.number().into()),
        None => ("line", analysis.lines(part).line_of(span.start) + 1),
    }
}

/// The rows a message begins with: "row 4", "rows 11 to 15", "rows 1, 3 and 5"; empty where it begins with other words.
fn rows_in_front(message: &str) -> &str {
    let (mut start, mut end) = (0, 0);
    for word in message.split(' ') {
        let number = word.trim_end_matches(',');
        let is_number = !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit());
        let belongs = match start {
            0 => matches!(word, "row" | "rows"),
            _ => is_number || matches!(word, "to" | "and"),
        };
        if !belongs {
            break;
        }
        if is_number {
            end = start + number.len();
        }
        start += word.len() + 1;
    }
    &message[..end]
}
