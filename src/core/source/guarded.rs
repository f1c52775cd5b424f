//! Cells that a spreadsheet would take for a formula, written so that it takes them for a text, and read back.
//!
//! Excel, LibreOffice and others run a cell of a CSV file that begins with `=`, `+`, `-` or `@`, also behind blanks (OWASP,
//! "CSV Injection"). An apostrophe in front stops that; a text that begins with an apostrophe gets another one, so that the
//! way back is never in doubt. A carriage return, which every way through a spreadsheet turns into a line feed, is written as
//! workbooks write it (ECMA-376, ST_Xstring): `_x000D_`.

use std::borrow::Cow;

/// What stands in front of what would be run.
const GUARD: char = '\'';

/// A carriage return, and the low line in front of what would be read as a sign that is written so.
const RETURN: &str = "_x000D_";
const LOW_LINE: &str = "_x005F_";

/// A text as a cell that no spreadsheet runs.
pub fn guarded(text: &str) -> String {
    let escaped = escaped(text);
    if needs_guard(&escaped) { format!("{GUARD}{escaped}") } else { escaped.into_owned() }
}

/// The text that a cell was made of.
pub fn unguarded(cell: &str) -> String {
    let bare = cell.strip_prefix(GUARD).filter(|bare| needs_guard(bare)).unwrap_or(cell);
    unescaped(bare).into_owned()
}

fn needs_guard(cell: &str) -> bool {
    cell.starts_with([GUARD, '\t', '\n']) || cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(['\r', '_']) {
        return text.into();
    }
    let mut escaped = String::with_capacity(text.len() + RETURN.len());
    for (at, sign) in text.char_indices() {
        match sign {
            '\r' => escaped.push_str(RETURN),
            // A carriage return behind it begins with a low line once it is written.
            '_' if is_written_sign(&text[at + 1..], &['_', '\r']) => escaped.push_str(LOW_LINE),
            sign => escaped.push(sign),
        }
    }
    escaped.into()
}

fn unescaped(cell: &str) -> Cow<'_, str> {
    if !cell.contains(RETURN) && !cell.contains(LOW_LINE) {
        return cell.into();
    }
    let mut text = String::with_capacity(cell.len());
    let mut rest = cell;
    while let Some(at) = rest.find('_') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(behind) = rest.strip_prefix(RETURN) {
            text.push('\r');
            rest = behind;
        } else if let Some(behind) = rest.strip_prefix(LOW_LINE).filter(|behind| is_written_sign(behind, &['_'])) {
            text.push('_');
            // What it stands in front of is no sign: its own low line is passed over with it.
            text.push_str(&behind[..HEXADECIMAL]);
            rest = &behind[HEXADECIMAL..];
        } else {
            text.push('_');
            rest = &rest[1..];
        }
    }
    (text + rest).into()
}

/// The length of `x000D`.
const HEXADECIMAL: usize = 5;

/// Whether what stands behind a low line would be read as a sign by its number.
fn is_written_sign(behind: &str, ends: &[char]) -> bool {
    let Some((number, end)) = behind.split_at_checked(HEXADECIMAL) else { return false };
    let is_number =
        number.strip_prefix('x').is_some_and(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
    is_number && end.starts_with(ends)
}
