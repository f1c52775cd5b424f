//! Where tables and lists end: a table at the head of the next one and at prose right below it; and what goes on with it
//! behind a blank line.

use std::ops::Range;

use super::cells::{self, whole};
use crate::{
    editor::incoming::tables,
    source::{
        table::{self, Form},
        text::{LineIndex, Span},
    },
};

/// Lines of tables, each table from its head to the next one, which may have another sign between its cells; what stands
/// above the first head with other signs, or none, comes by itself.
pub(super) fn by_head(text: &str, lines: &LineIndex, run: Range<usize>) -> Vec<Span> {
    by_sign(text, lines, run).into_iter().flat_map(|run| by_head_of_sign(text, lines, run)).collect()
}

fn by_head_of_sign(text: &str, lines: &LineIndex, run: Range<usize>) -> Vec<Span> {
    let table = table::read(whole(lines, run.clone()).text(text));
    let heads = table.as_ref().map(tables::heads).unwrap_or_default();
    let mut starts: Vec<usize> = vec![run.start];
    starts.extend(heads.into_iter().skip(1).map(|line| run.start + line - 1));
    let ends = starts.iter().skip(1).copied().chain([run.end]);
    starts.iter().zip(ends).filter(|(start, end)| *start < end).map(|(start, end)| whole(lines, *start..end)).collect()
}

/// Whether heads with other signs between their cells stand in a text, or something above the first.
pub(super) fn has_other_signs(text: &str) -> bool {
    let lines = LineIndex::new(text);
    1 < by_sign(text, &lines, 0..lines.count()).len()
}

fn by_sign(text: &str, lines: &LineIndex, run: Range<usize>) -> Vec<Range<usize>> {
    let mut starts = vec![run.start];
    let mut form: Option<Form> = None;
    for at in cells::rows(text, lines, &[',', ';', '\t'], run.clone()) {
        let line = lines.line(at).unwrap_or_default().text(text);
        let has_bar = line.trim_start().starts_with('|');
        let has_other = |form: Form| match form {
            Form::Bars => !has_bar,
            form => has_bar || [',', ';', '\t'].iter().any(|sign| *sign != form.sign() && line.contains(*sign)),
        };
        if form.is_some_and(|form| !has_other(form)) {
            continue;
        }
        let Some(own) = head(text, lines, at).filter(|own| Some(*own) != form) else { continue };
        let is_above = |from: usize| whole(lines, from..at).text(text).contains(own.sign());
        // A title with the same sign is one of the table, and what is above the first head is told of it.
        if at != run.start && (form.is_some() || !is_above(run.start)) {
            starts.push(at);
        }
        form = Some(own);
    }
    let ends = starts.iter().skip(1).copied().chain([run.end]);
    starts.iter().zip(ends).map(|(start, end)| *start..end).collect()
}

/// How the cells of a line are parted that is a head; of one with bars, together with the rule below it.
fn head(text: &str, lines: &LineIndex, at: usize) -> Option<Form> {
    let line = lines.line(at)?.text(text);
    let below = lines.line(at + 1).filter(|_| line.trim_start().starts_with('|'));
    let below = below.map_or("", |below| below.text(text));
    table::read(&format!("{line}\n{below}")).filter(|table| !tables::heads(table).is_empty()).map(|table| table.form)
}

/// Whether a head stands in a text.
pub(super) fn has_head(text: &str) -> bool {
    table::read(text).is_some_and(|table| !tables::heads(&table).is_empty())
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

/// How many bytes of what stands behind a table are more rows of it.
pub(super) fn goes_on(own: &str, behind: &str) -> Option<usize> {
    let together = format!("{own}\n{behind}");
    let (own_table, both) = table::read(own).zip(table::read(&together))?;
    let more = both.rows.get(own_table.rows.len()..).filter(|_| own_table.form == both.form)?;
    let rows = tables::rows_of(&own_table, more);
    match more.get(rows) {
        _ if rows == 0 => None,
        None => Some(behind.len()),
        Some(other) => {
            let line = LineIndex::new(&together).line(other.line - 1)?;
            line.start.checked_sub(own.len() + 2)
        }
    }
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
