//! A few lines of a piece, with what is mended in them.

use crate::source::{
    edit::{Edit, Edits},
    text::{LineIndex, Span},
};

/// A stretch of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// What becomes of it.
    pub fate: Fate,
    /// What stands there.
    pub text: String,
}

/// What becomes of a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fate {
    /// It stays.
    Stays,
    /// It goes.
    Goes,
    /// It comes.
    Comes,
}

/// Lines that are shown.
const LINES: usize = 4;
/// Stretches of a line that are shown.
const RUNS: usize = 60;
/// Characters of a line that are shown, at its beginning and at its end.
const FRONT: usize = 90;
const BACK: usize = 30;

/// The first lines of a stretch that edits change, else the first lines there are; each cut in its middle where it is long.
pub fn excerpt(text: &str, within: Span, edits: &Edits) -> Vec<Vec<Run>> {
    let lines = LineIndex::new(text);
    let mut shown: Vec<usize> = Vec::new();
    let is_own = |line: &usize| lines.line(*line).is_some_and(|line| within.covers(line));
    let changed = edits.iter().map(|edit| lines.line_of(edit.span.start));
    let filled = (0..lines.count()).filter(|at| lines.line(*at).is_some_and(|line| !line.text(text).trim().is_empty()));
    for line in changed.chain(filled).filter(is_own) {
        if LINES <= shown.len() {
            break;
        }
        if !shown.contains(&line) {
            shown.push(line);
        }
    }
    shown.sort_unstable();
    let line = |at: usize| lines.line(at).unwrap_or_default();
    let shown = shown.into_iter().map(|at| cut(runs(text, line(at), edits)));
    shown
        .map(|mut runs| {
            runs.truncate(RUNS);
            runs
        })
        .collect()
}

fn runs(text: &str, line: Span, edits: &Edits) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut at = line.start;
    let mut push = |fate, text: &str| {
        if !text.is_empty() {
            runs.push(Run { fate, text: text.to_owned() });
        }
    };
    let own = edits.iter().filter(|edit| line.start <= edit.span.start && edit.span.start <= line.end);
    for Edit { span, text: new } in own {
        push(Fate::Stays, &text[at..span.start.max(at)]);
        push(Fate::Goes, &text[span.start..span.end.min(line.end).max(span.start)]);
        push(Fate::Comes, new);
        at = span.end.min(line.end).max(at);
    }
    push(Fate::Stays, &text[at..line.end]);
    runs
}

/// Long stretches are shown by their ends.
fn cut(runs: Vec<Run>) -> Vec<Run> {
    let last = runs.len().saturating_sub(1);
    let shorten = |(at, run): (usize, Run)| {
        let count = run.text.chars().count();
        if count <= FRONT + BACK {
            return run;
        }
        let front: String = run.text.chars().take(FRONT).collect();
        // What stands behind the last change says little.
        let back = if at == last && 0 < last { 0 } else { BACK };
        let back: String = run.text.chars().skip(count - back).collect();
        Run { text: format!("{front} \u{2026} {back}"), ..run }
    };
    runs.into_iter().enumerate().map(shorten).collect()
}
