//! Rows drawn with bars, as in Markdown: `| 7 | INCALL |`, with a rule under the head.

use super::Row;

/// The rows of a text in which every line that is not blank is one; `None` where that is not so.
pub fn rows(text: &str) -> Option<Vec<Row>> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let mut rows = Vec::new();
    let mut has_rule = false;
    for (at, line) in lines {
        let cells = cells(line.trim())?;
        match cells.iter().all(|cell| is_rule(cell)) {
            true => has_rule = true,
            false => rows.push(Row { line: at + 1, cells }),
        }
    }
    // Without a rule, a single line with a bar in it is a text.
    (has_rule || 1 < rows.len()).then_some(rows)
}

/// The cells of a line that begins with a bar.
fn cells(line: &str) -> Option<Vec<String>> {
    let inside = line.strip_prefix('|')?;
    let inside = inside.strip_suffix('|').filter(|inside| !inside.ends_with('\\')).unwrap_or(inside);
    let mut cells = vec![String::new()];
    let mut signs = inside.chars().peekable();
    while let Some(sign) = signs.next() {
        let cell = cells.last_mut().expect("there is a first one");
        match sign {
            '\\' if signs.next_if_eq(&'|').is_some() => cell.push('|'),
            '|' => cells.push(String::new()),
            sign => cell.push(sign),
        }
    }
    Some(cells.into_iter().map(|cell| cell.trim().to_owned()).collect())
}

/// `---`, `:--`, `:-:`.
fn is_rule(cell: &str) -> bool {
    let dashes = cell.trim_start_matches(':').trim_end_matches(':');
    !dashes.is_empty() && dashes.chars().all(|sign| sign == '-')
}
