//! A block of cells, as spreadsheets give it and take it.

use quick_xml::escape::escape;

use super::table::{bars, separated};

/// The cells of a text, row by row: drawn with bars, else with tabs between them, in quotes where they hold a tab, a quote or a
/// line break. The line end behind the last row is none.
pub fn read(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if let Some(rows) = bars::rows(text) {
        return rows.into_iter().map(|row| row.cells).collect();
    }
    let lines = text.strip_suffix('\n').unwrap_or(text);
    let lines = lines.strip_suffix('\r').unwrap_or(lines);
    separated::cells(lines, '\t')
}

/// The cells of a page as the text beside it has them, which keeps the blanks that a page joins; those of the page where the
/// text has others.
pub fn as_written(page: Vec<Vec<String>>, text: &str) -> Vec<Vec<String>> {
    let written = read(text);
    let is_same = |one: &str, other: &str| one.split_whitespace().eq(other.split_whitespace());
    let is_same_row = |(one, other): (&Vec<String>, &Vec<String>)| {
        one.len() == other.len() && one.iter().zip(other).all(|(one, other)| is_same(one, other))
    };
    let is_all = page.len() == written.len() && page.iter().zip(&written).all(is_same_row);
    if is_all { written } else { page }
}

/// The cells as a text with tabs, which spreadsheets take.
pub fn tabs(rows: &[Vec<String>]) -> String {
    let cell = |cell: &String| match cell.contains(['\t', '\n', '"']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.clone(),
    };
    let row = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join("\t");
    rows.iter().map(row).collect::<Vec<_>>().join("\n")
}

/// The cells as a table of a page, which word processors take.
pub fn html(rows: &[Vec<String>]) -> String {
    let mut html = String::from("<table>");
    for row in rows {
        html += "<tr>";
        for cell in row {
            html += "<td>";
            html += &escape(cell.as_str()).replace('\n', "<br>");
            html += "</td>";
        }
        html += "</tr>";
    }
    html + "</table>"
}
