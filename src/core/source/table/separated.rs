//! Rows of cells with a sign between them, in quotes where they hold that sign, a quote or a line break (RFC 4180).

use super::{Form, Row};

/// The sign that a first line `sep=;` declares, as spreadsheets understand it, and what comes behind that line.
pub fn declared(text: &str) -> Option<(Form, &str)> {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    let sign = line.trim_end_matches('\r').strip_prefix("sep=")?;
    let form = [Form::Tabs, Form::Semicolons, Form::Commas].into_iter().find(|form| sign == form.sign().to_string())?;
    Some((form, rest))
}

/// The rows of a text of which the first line has the number `first`.
pub fn rows(text: &str, sign: char, first: usize) -> Vec<Row> {
    // A quote that is not closed would swallow all that comes behind it: there it is a sign like any other.
    let is_closed = text.matches('"').count().is_multiple_of(2);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .quoting(is_closed)
        .delimiter(u8::try_from(sign).expect("the signs are ASCII"))
        .from_reader(text.as_bytes());
    let records = reader.records().filter_map(Result::ok);
    let line = |record: &csv::StringRecord| {
        let position = record.position()?;
        // Blank lines in front are counted to the row.
        let blank = text.get(position.byte() as usize..)?.bytes().take_while(|byte| matches!(byte, b'\r' | b'\n'));
        Some(position.line() as usize + blank.filter(|byte| *byte == b'\n').count())
    };
    let row = |record: csv::StringRecord| Row {
        line: first - 1 + line(&record).unwrap_or(1),
        cells: record.iter().map(str::to_owned).collect(),
    };
    records.map(row).filter(|row| row.cells.iter().any(|cell| !cell.trim().is_empty())).collect()
}
