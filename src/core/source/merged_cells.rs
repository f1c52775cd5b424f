//! A page with tables as a text: where a cell goes over several, the text has it once, and the page tells of which it is said.

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
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let mut from = 0;
    for table in tables {
        // A cell of several lines has them in the text, too.
        let own: Vec<String> =
            table.own.iter().flat_map(|row| row.join("\t").split('\n').map(bare).collect::<Vec<_>>()).collect();
        let is_here = |at: &usize| lines[*at..at + own.len()].iter().zip(&own).all(|(line, own)| bare(line) == *own);
        let last = lines.len().checked_sub(own.len()).filter(|_| !own.is_empty());
        let found = last.and_then(|last| (from..=last).find(is_here));
        if let Some(at) = found {
            let whole =
                table.whole.iter().map(|row| row.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join("\t"));
            let whole: Vec<String> =
                whole.flat_map(|row| row.split('\n').map(str::to_owned).collect::<Vec<_>>()).collect();
            let count = whole.len();
            lines.splice(at..at + own.len(), whole);
            from = at + count;
        }
    }
    lines.join("\n")
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
