//! Where tables and lists end. A table: at the head of the next one, at prose right below it; and what goes on with it behind a blank line.

use std::ops::Range;

use super::cells::whole;
use crate::{
    editor::incoming::tables,
    source::{
        table,
        text::{LineIndex, Span},
    },
};

/// Lines of tables, each table from its head to the next one.
pub(super) fn by_head(text: &str, lines: &LineIndex, run: Range<usize>) -> Vec<Span> {
    let table = table::read(whole(lines, run.clone()).text(text));
    let heads = table.as_ref().map(tables::heads).unwrap_or_default();
    let mut starts: Vec<usize> = vec![run.start];
    starts.extend(heads.into_iter().skip(1).map(|line| run.start + line - 1));
    let ends = starts.iter().skip(1).copied().chain([run.end]);
    starts.iter().zip(ends).filter(|(start, end)| *start < end).map(|(start, end)| whole(lines, *start..end)).collect()
}

/// A table without the prose that stands right below it, and that prose.
pub(super) fn of_table(text: &str, span: Span) -> (Span, Option<Span>) {
    let own = span.text(text);
    let lines = LineIndex::new(own);
    let prose = table::read(own).and_then(|table| tables::prose_below(&table));
    match prose.and_then(|line| lines.line(line - 1)) {
        Some(line) if 0 < line.start => {
            let at = span.start + line.start;
            (Span::new(span.start, at - 1), Some(Span::new(at, span.end)))
        }
        _ => (span, None),
    }
}

/// Whether lines behind a table are more rows of it.
pub(super) fn goes_on(own: &str, behind: &str) -> bool {
    let read = table::read(own).zip(table::read(&format!("{own}\n{behind}")));
    read.is_some_and(|(own, both)| {
        let more = both.rows.get(own.rows.len()..).unwrap_or_default();
        own.form == both.form && !more.is_empty() && tables::are_rows(&own, more)
    })
}

/// Lines that were broken where they became too long are so long at least, in characters.
const LEAST_BROKEN: usize = 40;

/// Whether a line below a list of pairs is the rest of an ID that was broken off, and not what somebody wrote below it.
pub(super) fn is_broken_off(above: &str, line: &str) -> bool {
    let (above, line) = (above.trim_end(), line.trim());
    let is_word =
        !line.contains(char::is_whitespace) && line.starts_with(|sign: char| sign.is_alphanumeric() || sign == '_');
    let is_open = above.contains(char::is_alphanumeric)
        && (above.ends_with(['_', '-', '\\', ',', ';', '=', ':']) || LEAST_BROKEN <= above.chars().count());
    is_word && is_open
}
