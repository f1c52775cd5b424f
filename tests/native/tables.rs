//! Tables: how a text is taken apart, what spreadsheets spoil, and a public suite of CSV files that says what is right.

use std::{fmt::Write, fs, path::Path};

use presence_profile_core::source::{
    bare_markup,
    merged_cells::{PageRows, with_merged_cells},
    spreadsheet::{Spoilt, spoilt},
    table,
};
use proptest::prelude::*;

use crate::cases;

/// A development dependency of `tests/e2e`.
const SUITE: &str = "tests/e2e/node_modules/csv-spectrum";

/// A cell of which the suite's answer has another number than its file.
const SLIP: (&str, &str) = ("location_coordinates", "Contact Phone Number");

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn a_text_is_taken_apart() {
    cases::check("tables", |document| {
        let Some(table) = table::read(&document.replace("\\t", "\t")) else { return "no table".to_owned() };
        let mut out = format!("{:?}, {} wide\n", table.form, table.width);
        for row in &table.rows {
            writeln!(out, "{}: {}", row.line, row.cells.join(" ¦ ").replace('\n', "⏎")).unwrap();
        }
        out
    });
}

#[test]
fn what_spreadsheets_spoil_is_known() {
    let list = fs::read_to_string(root().join("tests/cases/tables/spoilt.tsv")).unwrap();
    for line in list.lines() {
        let (value, meant) = line.split_once('\t').unwrap();
        let told = spoilt(value).map_or(String::new(), |spoilt| match spoilt {
            Spoilt::Date(from, to) => format!("{from}-{to}"),
            Spoilt::Thousands(number) => number.to_string(),
            Spoilt::Power => "a power of ten".to_owned(),
        });
        assert_eq!(told, meant, "{value}");
    }
}

#[test]
fn a_public_suite_is_read_as_it_says() {
    let suite = root().join(SUITE);
    let folder = |name: &str| suite.join(name);
    let files = fs::read_dir(folder("csvs"))
        .unwrap_or_else(|error| panic!("{}: {error}\ninstall it: npm ci --prefix tests/e2e\n", suite.display()));
    let mut count = 0;
    for file in files.map(|file| file.unwrap().path()) {
        let name = file.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = fs::read_to_string(&file).unwrap();
        let json = fs::read_to_string(folder("json").join(format!("{name}.json"))).unwrap();
        // A file of one row is written as that row.
        let right = match serde_json::from_str(&json).unwrap() {
            serde_json::Value::Array(rows) => rows,
            row => vec![row],
        };
        let table = table::read(&text).unwrap_or_else(|| panic!("{name} is a table"));
        let (head, rows) = table.rows.split_first().unwrap();
        assert_eq!(rows.len(), right.len(), "{name}");
        for (row, right) in rows.iter().zip(&right) {
            for (column, cell) in head.cells.iter().zip(&row.cells) {
                if (name.as_str(), column.as_str()) == SLIP {
                    continue;
                }
                // The suite's files have the line ends of their systems; texts have line feeds only.
                let right = right[column].as_str().unwrap().replace("\r\n", "\n");
                assert_eq!(cell.replace("\r\n", "\n"), right, "{name}: {column}");
            }
        }
        count += 1;
    }
    assert!(10 <= count, "{count} files");
}

proptest! {
    #[test]
    fn what_is_written_as_a_table_is_read_as_it_was(
        rows in prop::collection::vec(prop::collection::vec("[a-z ,;\"\n=+@-]{0,8}", 3), 2..6),
        sign in prop::sample::select(vec![',', ';', '\t']),
    ) {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(&sign.to_string());
        let text = format!("sep={sign}\n{}", rows.iter().map(line).collect::<Vec<_>>().join("\n"));
        let read = table::read(&text).map(|table| table.rows.into_iter().map(|row| row.cells).collect::<Vec<_>>());
        let rows: Vec<_> = rows.into_iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect();
        prop_assert_eq!(read.unwrap_or_default(), rows);
    }

    #[test]
    fn no_text_is_too_odd(text in "[a|,;\t\"\n\\\\-]{0,60}") {
        table::read(&text);
        spoilt(&text);
    }
}

#[test]
fn a_page_is_left_with_its_tags() {
    let cases = [
        ("<td style=\"a>b\" onclick='x'>Hors <b>service</b></td>", "<td>Hors <b>service</b></td>"),
        ("<script>alert(1)</script><td>A<style>td { }</style></td>", "<td>A</td>"),
        ("<!-- <td> --><TD>1 < 2</TD>", "<TD>1 &lt; 2</TD>"),
        ("<html><head><title>T</title></head><table><tr><td>x<br/>y", "<html><table><tr><td>x<br>y"),
        ("<td colspan=3 rowspan=\"2\" class=x>a", "<td colspan=\"3\" rowspan=\"2\">a"),
        ("<td colspan=1 rowspan=99999>a", "<td>a"),
        ("<SCRIPT>never ends", ""),
        ("<td title=\"never ends", "&lt;td title=\"never ends"),
        ("&lt;b&gt; <img src=x onerror=alert(1)>", "&lt;b&gt; <img>"),
    ];
    for (page, right) in cases {
        assert_eq!(bare_markup::bare(page), right, "{page}");
    }
}

#[test]
fn a_text_gets_the_cells_that_go_over_several() {
    let rows = |rows: &[&[&str]]| rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
    let table = PageRows {
        own: rows(&[&["ID", "Texts"], &["1033", "1031"], &["A", "One", "Eins"]]),
        whole: rows(&[&["ID", "Texts", "Texts"], &["ID", "1033", "1031"], &["A", "One", "Eins"]]),
    };
    let text = "Hello\nID\tTexts\n1033\t 1031\nA\tOne\tEins\nRegards";
    let expected = "Hello\nID\tTexts\tTexts\nID\t1033\t1031\nA\tOne\tEins\nRegards";
    assert_eq!(with_merged_cells(text, std::slice::from_ref(&table)), expected);
    assert_eq!(
        with_merged_cells("Hello\nID\tTexts\nRegards", std::slice::from_ref(&table)),
        "Hello\nID\tTexts\nRegards"
    );
    assert_eq!(with_merged_cells("", &[table, PageRows::default()]), "");
}

#[test]
fn a_cell_of_several_lines_is_one_cell_of_a_page() {
    let rows = |rows: &[[&str; 2]]| rows.iter().map(|row| row.map(str::to_owned).to_vec()).collect::<Vec<_>>();
    let own = rows(&[["ID", "1033"], ["A", "one \"and\"\ntwo"], ["B", ""]]);
    let table = PageRows { whole: own.clone(), own };
    let text = "Hello\nID \t1033\nA\tone  \"and\" \ntwo\nB\nBye\nB";
    let expected = "Hello\nID\t1033\nA\t\"one \"\"and\"\"\ntwo\"\nB\t\nBye\nB";
    assert_eq!(with_merged_cells(text, std::slice::from_ref(&table)), expected);
    // Paragraphs in cells are lines of their own in the text of a browser.
    let text = "Hello\nB\nID\n\n1033\n\nA\n\none \"and\"\n\ntwo\n\nB\n\n\nBye";
    let expected = "Hello\nB\nID\t1033\nA\t\"one \"\"and\"\"\ntwo\"\nB\t\n\n\nBye";
    assert_eq!(with_merged_cells(text, &[table]), expected);
}
