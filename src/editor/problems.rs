//! The list of problems: how many there are, in which order they are told, and which comes next.

use super::analysis::Finding;
use crate::{
    rules::diagnostic::Severity,
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

/// The problem that comes next behind a place, in the order of the options and then the XML; after the last the first.
/// Of several at one place the first.
pub fn next(findings: &[Finding], part: Part, offset: usize) -> Option<usize> {
    let behind = findings.partition_point(|finding| key(finding) <= (part, offset));
    if behind < findings.len() { Some(behind) } else { findings.first().map(|_| 0) }
}

/// The problem that comes before a place; before the first the last. Of several at one place the first.
pub fn previous(findings: &[Finding], part: Part, offset: usize) -> Option<usize> {
    let before = findings.partition_point(|finding| key(finding) < (part, offset));
    let last = if 0 < before { before } else { findings.len() }.checked_sub(1)?;
    Some(findings.partition_point(|finding| key(finding) < key(&findings[last])))
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

fn key(finding: &Finding) -> (Part, usize) {
    (finding.diagnostic.part, finding.diagnostic.span.start)
}
