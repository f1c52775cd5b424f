//! A page with tables as a text: where a cell goes over several, the text has it once, and the page tells of which it is said.

use std::ops::Range;

/// A table of a page, row by row: the cells that each row has of its own, and all that stand in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageRows {
    /// The cells of each row, as the text has them.
    pub own: Vec<Vec<String>>,
    /// The same with those that go over several rows or columns in each.
    pub whole: Vec<Vec<String>>,
}

/// The text with all cells of those tables in the place of their lines; a table that is not found leaves it as it is.
pub fn with_merged_cells(text: &str, tables: &[PageRows]) -> String {
    let mut text = text.to_owned();
    let mut from = 0;
    for table in tables {
        let Some(found) = in_lines(&text, from, table).or_else(|| in_any_form(&text, from, table)) else { continue };
        let rows = table.whole.iter().map(|row| row.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join("\t"));
        let written = rows.collect::<Vec<_>>().join("\n");
        from = found.start + written.len();
        text.replace_range(found, &written);
    }
    text
}

/// Where a table stands with a row in each line, and tabs between its cells.
fn in_lines(text: &str, from: usize, table: &PageRows) -> Option<Range<usize>> {
    // A cell of several lines has them in the text, too.
    let own: Vec<String> =
        table.own.iter().flat_map(|row| row.join("\t").split('\n').map(bare).collect::<Vec<_>>()).collect();
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut at = from;
    for line in text[from..].split('\n') {
        lines.push(at..at + line.len());
        at += line.len() + 1;
    }
    let is_here = |run: &&[Range<usize>]| run.iter().zip(&own).all(|(line, own)| bare(&text[line.clone()]) == *own);
    let run = lines.windows(own.len().max(1)).find(|run| !own.is_empty() && is_here(run))?;
    Some(run.first()?.start..run.last()?.end)
}

/// Where the cells of a table stand one after the other, with any blanks and line ends between them: of paragraphs in cells a
/// browser makes a line each.
fn in_any_form(text: &str, from: usize, table: &PageRows) -> Option<Range<usize>> {
    let wanted: String =
        table.own.iter().flatten().flat_map(|cell| cell.chars()).filter(|sign| !sign.is_whitespace()).collect();
    let signs = text[from..].char_indices().filter(|(_, sign)| !sign.is_whitespace());
    let (places, dense): (Vec<(usize, usize)>, String) =
        signs.map(|(at, sign)| ((from + at, sign.len_utf8()), sign)).unzip();
    let starts_line = |at: usize| text[..at].rsplit('\n').next().is_some_and(|front| front.trim().is_empty());
    let ends_line = |at: usize| text[at..].split('\n').next().is_some_and(|behind| behind.trim().is_empty());
    let mut found =
        dense.match_indices(&wanted).filter(|_| 1 < table.own.iter().flatten().count() && !wanted.is_empty());
    found.find_map(|(at, _)| {
        let first = dense[..at].chars().count();
        let start = places.get(first)?.0;
        let (last, length) = *places.get(first + wanted.chars().count() - 1)?;
        (starts_line(start) && ends_line(last + length)).then_some(start..last + length)
    })
}

/// A line with its cells as a page shows them; empty ones at its end may be missing.
fn bare(line: &str) -> String {
    let cells = line.split('\t').map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" "));
    let bare = cells.collect::<Vec<_>>().join("\t");
    bare.trim_end_matches('\t').to_owned()
}

/// A cell as spreadsheets write it beside tabs.
fn quoted(cell: &str) -> String {
    match cell.contains(['\n', '\t', '"']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.to_owned(),
    }
}
