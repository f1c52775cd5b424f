//! Blocks of cells: what a spreadsheet puts on the clipboard, and what goes there.

use presence_profile_core::source::block;
use proptest::prelude::*;

fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
}

#[test]
fn blocks_are_read_as_spreadsheets_write_them() {
    let cases: [(&str, &[&[&str]]); 12] = [
        ("A", &[&["A"]]),
        ("A\r\n", &[&["A"]]),
        ("A\nB\n", &[&["A"], &["B"]]),
        ("A\tB\r\nC\tD\r\n", &[&["A", "B"], &["C", "D"]]),
        // A blank row, and a blank cell, are cells.
        ("A\r\n\r\nC\r\n", &[&["A"], &[""], &["C"]]),
        ("\tB\nC\t\n", &[&["", "B"], &["C", ""]]),
        ("\"one\r\ntwo\"\tB\r\n", &[&["one\ntwo", "B"]]),
        ("\"say \"\"hi\"\"\"\tB", &[&["say \"hi\"", "B"]]),
        // A quote that is a sign like any other.
        ("5\" wide\tB", &[&["5\" wide", "B"]]),
        ("\"quoted\" word\tB\"", &[&["\"quoted\" word", "B\""]]),
        ("| A | B |\n|---|---|\n| C | D |\n", &[&["A", "B"], &["C", "D"]]),
        ("\u{FEFF}A, B; C", &[&["A, B; C"]]),
    ];
    for (text, expected) in cases {
        assert_eq!(block::read(text), rows(expected), "{text:?}");
    }
}

#[test]
fn what_is_copied_is_text_on_a_page_too() {
    let copied = rows(&[&["<b>", "a & b"], &["one\ntwo", "\"x\""]]);
    assert_eq!(block::tabs(&copied), "<b>\ta & b\n\"one\ntwo\"\t\"\"\"x\"\"\"");
    assert_eq!(
        block::html(&copied),
        "<table><tr><td>&lt;b&gt;</td><td>a &amp; b</td></tr><tr><td>one<br>two</td><td>&quot;x&quot;</td></tr></table>"
    );
}

proptest! {
    /// What goes out comes in, cell by cell: of two columns at least, for one that begins with bars is read as drawn.
    #[test]
    fn what_is_copied_is_pasted(cells in proptest::collection::vec(proptest::collection::vec("[a-z\"\t\n ,;&<Ж]{0,6}", 2..4), 1..5)) {
        let width = cells[0].len();
        let cells: Vec<Vec<String>> = cells.into_iter().map(|mut row| { row.resize(width, String::new()); row }).collect();
        prop_assert_eq!(block::read(&block::tabs(&cells)), cells);
    }
}
