//! Runs of lines, also with those that belong together because a cell in quotes goes over them, as spreadsheets write
//! cells of several lines.

use std::ops::Range;

use crate::source::text::{LineIndex, Span};

/// A cell has so many lines at most: a quote that stands for itself must not take a page with it.
const MOST_LINES: usize = 60;

/// The runs of lines that are of a kind, together with those that cells go on in which are open at their ends.
pub(super) fn runs(text: &str, lines: &LineIndex, signs: &[char], is_own: impl Fn(&Span) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < lines.count() {
        if !lines.line(at).is_some_and(|line| is_own(&line)) {
            at += 1;
            continue;
        }
        let end = last_line(text, lines, signs, at) + 1;
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = end,
            _ => runs.push(at..end),
        }
        at = end;
    }
    runs
}

/// Runs of lines that are of a kind.
pub(super) fn plain_runs(lines: &LineIndex, is_own: impl Fn(&Span) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in (0..lines.count()).filter(|at| lines.line(*at).is_some_and(|line| is_own(&line))) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

pub(super) fn whole(lines: &LineIndex, run: Range<usize>) -> Span {
    let line = |at: usize| lines.line(at).unwrap_or_default();
    Span::new(line(run.start).start, line(run.end - 1).end)
}

/// The lines in which rows begin, without those that their cells go on in.
pub(super) fn rows(text: &str, lines: &LineIndex, signs: &[char], run: Range<usize>) -> Vec<usize> {
    let mut rows = Vec::new();
    let mut at = run.start;
    while at < run.end {
        rows.push(at);
        at = last_line(text, lines, signs, at) + 1;
    }
    rows
}

/// The line in which the cells end that are open at the end of a line; the line itself, where none is, or none is closed.
fn last_line(text: &str, lines: &LineIndex, signs: &[char], at: usize) -> usize {
    let line = |at: usize| lines.line(at).map(|line| line.text(text));
    let mut is_open = Some(false);
    for next in at..(at + MOST_LINES).min(lines.count()) {
        is_open = line(next).zip(is_open).and_then(|(line, is_open)| is_open_behind(line, signs, is_open));
        match is_open {
            Some(true) => {}
            Some(false) => return next,
            None => return at,
        }
    }
    at
}

/// Whether a cell in quotes is open behind a line; `None` where what stands in it is not written as cells are.
fn is_open_behind(line: &str, signs: &[char], is_open: bool) -> Option<bool> {
    let (mut is_open, mut is_start) = (is_open, !is_open);
    let mut rest = line.trim_end_matches('\r').chars().peekable();
    while let Some(sign) = rest.next() {
        match sign {
            '"' if is_open => {
                if rest.next_if_eq(&'"').is_some() {
                    continue;
                }
                is_open = false;
                if rest.peek().is_some_and(|next| !signs.contains(next)) {
                    return None;
                }
            }
            '"' if is_start => is_open = true,
            _ if is_open => {}
            sign => {
                is_start = signs.contains(&sign);
                continue;
            }
        }
        is_start = false;
    }
    Some(is_open)
}
