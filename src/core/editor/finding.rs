//! Findings: diagnostics at their places, and how many there are.

use crate::{
    rules::diagnostic::{Diagnostic, Severity},
    source::text::{LineIndex, Part, Position},
};

/// A diagnostic at its place, ready to be listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where the culprit begins.
    pub position: Position,
    /// What a law says.
    pub diagnostic: Diagnostic,
}

/// How many problems there are of each severity: a group counts once, and what is not listed counts.
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
            let count = match finding.diagnostic.severity {
                Severity::Error => &mut counts.errors,
                Severity::Warning => &mut counts.warnings,
                Severity::Note => &mut counts.notes,
            };
            *count += finding.diagnostic.count();
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
pub const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Note];

/// Diagnostics in the order of the text, with their lines and columns.
pub(super) fn placed<'a>(judged: Vec<Diagnostic>, text_of: impl Fn(Part) -> (&'a str, &'a LineIndex)) -> Vec<Finding> {
    let mut before: Option<(Part, usize, Position)> = None;
    let mut found = Vec::with_capacity(judged.len());
    for diagnostic in judged {
        let (part, offset) = (diagnostic.part, diagnostic.span.start);
        let (text, lines) = text_of(part);
        // A file in one line is not counted through again for each of its problems.
        let position = match before.filter(|(own, ..)| *own == part) {
            Some((_, at, position)) if lines.line_of(offset) + 1 == position.line => {
                Position { column: position.column + text[at..offset].chars().count(), ..position }
            }
            _ => lines.position(text, offset),
        };
        before = Some((part, offset, position));
        found.push(Finding { position, diagnostic });
    }
    found
}
