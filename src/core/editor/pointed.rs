//! What is told of the place in a text that a pointer is at: a stretch that is underlined, or the sign beside a line.

use super::{analysis::Analysis, wording};
use crate::{
    rules::diagnostic::Severity,
    source::{
        phrase::Phrase,
        sorting,
        text::{Part, Span},
    },
};

/// What is wrong, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// How grave it is.
    pub severity: Severity,
    /// The words.
    pub words: Phrase,
}

/// So many are told at once.
const MOST: usize = 4;

/// The problems that the sign beside a line, counted from 0, is about, the gravest first.
pub fn of_line(analysis: &Analysis, part: Part, line: usize) -> Vec<usize> {
    let span = analysis.lines(part).line(line);
    span.map(|span| found(analysis, part, |place| place.meets(span))).unwrap_or_default()
}

/// The problems that a stretch is underlined for, the gravest first.
pub fn of_stretch(analysis: &Analysis, part: Part, stretch: Span) -> Vec<usize> {
    let inside = found(analysis, part, |place| place.start < stretch.end && stretch.start < place.end);
    match inside.is_empty() {
        true => found(analysis, part, |place| place.meets(stretch)),
        false => inside,
    }
}

/// Where something is missing in many entries, nothing written is the culprit.
fn found(analysis: &Analysis, part: Part, is_there: impl Fn(Span) -> bool) -> Vec<usize> {
    let all = analysis.findings.iter().enumerate();
    let own = all.filter(|(_, finding)| finding.diagnostic.part == part && !finding.diagnostic.is_about_many());
    let mut found: Vec<usize> =
        own.filter(|(_, finding)| finding.diagnostic.places().any(&is_there)).map(|(at, _)| at).collect();
    sorting::by_numbers(&mut found, |at| (analysis.findings[*at].diagnostic.severity as usize, *at));
    found
}

/// What is told of problems, and how many more there are.
pub fn told(analysis: &Analysis, found: &[usize]) -> (Vec<Told>, usize) {
    let problems = found.iter().filter_map(|at| analysis.findings.get(*at)).map(|finding| &finding.diagnostic);
    let told = problems.take(MOST).map(|problem| Told { severity: problem.severity, words: wording::whole(problem) });
    (told.collect(), found.len().saturating_sub(MOST))
}
