//! What comes from outside: what tables bring, and the files of the field with their right outcomes.

use std::{
    fmt::Write,
    fs,
    path::Path,
    time::{Duration, Instant},
};

use presence_profile_core::{
    editor::incoming::tables::{Brought, Repair, brought},
    source::{decode, table},
};
use proptest::prelude::*;

use crate::cases;

fn told(brought: &Brought) -> String {
    let mut out = String::new();
    let languages: Vec<_> = brought.languages.iter().map(|lcid| format!("{} {lcid}", lcid.name())).collect();
    if !languages.is_empty() {
        writeln!(out, "languages: {}", languages.join(", ")).unwrap();
    }
    for repair in &brought.repairs {
        match repair {
            Repair::Head(head, lcid) => writeln!(out, "the head {head} read as {lcid}").unwrap(),
            Repair::Language(written, lcid) => writeln!(out, "the language {written} read as {lcid}").unwrap(),
            Repair::Date(line, written, from, to) => {
                writeln!(out, "line {line}: {written} read as {from}-{to}").unwrap()
            }
        }
    }
    for rows in &brought.rows {
        let numbers: Vec<_> = rows.numbers.iter().map(|number| number.number().to_string()).collect();
        writeln!(out, "line {}: {} = {}", rows.line, numbers.join(" "), rows.id).unwrap();
    }
    for entry in &brought.entries {
        let availability = entry.availability.as_deref().unwrap_or("none");
        writeln!(out, "line {}: {}, availability {availability}", entry.line, entry.id).unwrap();
        for (lcid, text) in &entry.texts {
            writeln!(out, "  {lcid} [{}]", text.replace('\n', "⏎")).unwrap();
        }
    }
    if !brought.other_heads.is_empty() {
        writeln!(out, "not read: {}", brought.other_heads.join(", ")).unwrap();
    }
    for (line, why) in &brought.left_out {
        writeln!(out, "line {line} left out: {why:?}").unwrap();
    }
    out
}

#[test]
fn tables_bring_rows_and_entries() {
    cases::check("incoming-tables", |document| {
        let table = table::read(&document.replace("\\t", "\t")).unwrap();
        brought(&table).map_or_else(|| "about something else".to_owned(), |brought| told(&brought))
    });
}

/// A file of the field: what it brings.
fn of_field(name: &str) -> Brought {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/field").join(name);
    let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let text = decode::decode(&bytes).unwrap().text;
    brought(&table::read(&text).unwrap()).unwrap()
}

#[test]
fn unicode_text_of_a_spreadsheet() {
    let brought = of_field("r01-excel-unicode-text.txt");
    assert_eq!(brought.languages.iter().map(|lcid| lcid.number()).collect::<Vec<_>>(), [1033, 1031, 1049]);
    assert_eq!(brought.entries.len(), 4);
    assert_eq!(brought.entries.iter().map(|entry| entry.texts.len()).sum::<usize>(), 12);
    let entry = |id: &str| brought.entries.iter().find(|entry| entry.id == id).unwrap();
    let texts = |id: &str| entry(id).texts.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>();
    assert_eq!(entry("CALL_LIVE").availability.as_deref(), Some("6500"));
    assert_eq!(texts("CALL_LIVE"), ["Talking, please wait", "Im Gespräch, bitte warten", "Разговор, ждите"]);
    assert_eq!(entry("SHIFT_END").availability.as_deref(), Some("18000"));
    assert_eq!(texts("SHIFT_END")[2], "Вышел");
}

#[test]
fn line_breaks_in_quotes() {
    let brought = of_field("r03-quoted-line-breaks.csv");
    let entries: Vec<_> = brought.entries.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(entries, ["DESK_FREE", "CALL_LIVE", "DESK_PAUSE"]);
    let texts = |at: usize| brought.entries[at].texts.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>();
    assert_eq!(texts(1), ["Talking with a caller\nplease do not ring", "In gesprek\nniet storen"]);
    assert_eq!(texts(2), ["Back \"soon\"", "Zo terug"]);
}

#[test]
fn dates_of_a_spreadsheet() {
    let brought = of_field("r16-excel-dates.csv");
    let mut ids = vec![String::new(); 15];
    for rows in &brought.rows {
        rows.numbers.iter().for_each(|number| ids[number.index()].clone_from(&rows.id));
    }
    let right = "SHIFT_END DESK_FREE DESK_BUSY DESK_BUSY DESK_PAUSE CALL_LIVE CALL_LIVE CALL_LIVE CALL_LIVE CALL_LIVE \
                 NO_DEVICE NO_DEVICE NO_DEVICE NO_DEVICE NO_DEVICE";
    assert_eq!(ids.join(" "), right);
    let repaired: Vec<_> = brought.repairs.iter().map(|repair| format!("{repair:?}")).collect();
    assert_eq!(repaired.len(), 3, "{repaired:?}");
}

#[test]
fn many_lines_are_read_at_once() {
    let text = |count: usize| {
        let line =
            |at: usize| format!("{},STATE_{at},{},Busy {at},\"Im Gespräch, {at}\"\n", at % 15 + 1, 3000 + at % 9000);
        (0..count).fold("#,ID,Availability,1033,1031\n".to_owned(), |text, at| text + &line(at))
    };
    let time = |count: usize| {
        let text = text(count);
        let time = |_| {
            let start = Instant::now();
            assert_eq!(brought(&table::read(&text).unwrap()).unwrap().entries.len(), count);
            start.elapsed()
        };
        (0..3).map(time).min().unwrap_or_default()
    };
    let (some, many) = (time(10_000), time(100_000));
    println!("10,000 lines in {some:?}, 100,000 in {many:?}");
    // A second in a release build; this one is slower.
    assert!(many < Duration::from_secs(3), "{many:?}");
}

proptest! {
    #[test]
    fn nothing_is_too_odd(text in "(#|ID|1033|1,033|Row)?[,;\t]?(ID)?\n[-0-9A-Za-z,;\t\n]{0,60}") {
        if let Some(table) = table::read(&text) {
            brought(&table);
        }
    }
}
