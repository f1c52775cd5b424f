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
        let count = table.own.len();
        let is_here = |at: &usize| lines[*at..at + count].iter().zip(&table.own).all(|(line, own)| is_row(line, own));
        let last = lines.len().checked_sub(count).filter(|_| 0 < count);
        let found = last.and_then(|last| (from..=last).find(is_here));
        if let Some(at) = found {
            for (line, cells) in lines[at..at + count].iter_mut().zip(&table.whole) {
                *line = cells.join("\t");
            }
            from = at + count;
        }
    }
    lines.join("\n")
}

fn is_row(line: &str, own: &[String]) -> bool {
    let bare = |cell: &str| cell.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut cells = line.split('\t').map(bare);
    own.iter().all(|own| cells.next().is_some_and(|cell| cell == bare(own))) && cells.all(|cell| cell.is_empty())
}
