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

/// The cells of a text, blank rows among them.
pub fn cells(text: &str, sign: char) -> Vec<Vec<String>> {
    let is_closed = text.matches('"').count().is_multiple_of(2);
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut rest = text;
    // A blank row is one of the block; the reader of files leaves such out.
    loop {
        let (record, behind) = record(rest, sign, is_closed);
        rows.push(record);
        match behind {
            Some(behind) => rest = behind,
            None => return rows,
        }
    }
}

/// The first row of a text, and what stands behind its line end.
fn record(text: &str, sign: char, has_quotes: bool) -> (Vec<String>, Option<&str>) {
    let mut cells = Vec::new();
    let mut rest = text;
    loop {
        let quoted = rest.strip_prefix('"').filter(|_| has_quotes).and_then(|inside| quoted(inside, sign));
        let (cell, behind) = match quoted {
            Some(found) => found,
            None => {
                let end = rest.find([sign, '\n']).unwrap_or(rest.len());
                (rest[..end].to_owned(), &rest[end..])
            }
        };
        let ended = behind.strip_prefix("\r\n").or_else(|| behind.strip_prefix('\n'));
        cells.push(if ended.is_some() { cell.trim_end_matches('\r').to_owned() } else { cell });
        match behind.strip_prefix(sign) {
            Some(next) => rest = next,
            None => return (cells, ended),
        }
    }
}

/// A cell in quotes, and what stands behind it; `None` where what begins with a quote is not written so.
fn quoted(inside: &str, sign: char) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut signs = inside.char_indices().peekable();
    while let Some((at, own)) = signs.next() {
        if own != '"' {
            cell.push(own);
        } else if signs.next_if(|(_, next)| *next == '"').is_some() {
            cell.push('"');
        } else {
            let behind = &inside[at + 1..];
            let is_end = behind.is_empty() || behind.starts_with([sign, '\n', '\r']);
            return is_end.then_some((cell.replace("\r\n", "\n"), behind));
        }
    }
    None
}
