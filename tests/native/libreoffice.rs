//! Tables as LibreOffice itself writes them, each with what it brings.
//!
//! `sheets.fods` has three sheets: `Texts`, `Western` (the same without the Russian column) and `Rows`. LibreOffice 7.4.7.2
//! wrote the others of it, where CSV is `--convert-to 'csv:Text - txt - csv (StarCalc):…'` with these values for the dots:
//!
//! - `texts.csv`: `44,34,76,1,,0,false,true,false,false,false,1` (commas, UTF-8, the first sheet);
//! - `texts-windows-1252.csv`: `59,34,1,1,,0,false,true,false,false,false,2` (semicolons, the second sheet);
//! - `texts-utf-16.txt` and `rows-utf-16.txt`: `9,34,65535,1,,0,false,true,false,false,false,-1` (tabs, UTF-16, all sheets);
//! - `sheets.html`: `soffice --headless --convert-to 'html:HTML (StarCalc)' sheets.fods`. A browser reads it, nothing here.

use std::{fs, path::Path};

use presence_profile_core::{
    editor::incoming::tables::{Brought, brought},
    source::{
        decode::{self, Newline, encoding::Encoding, readings},
        table::{self, Form},
    },
};

fn bytes_of(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/libreoffice").join(name);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn brought_by(text: &str, form: Form) -> Brought {
    let table = table::read(text).unwrap();
    assert_eq!(table.form, form);
    brought(&table).unwrap()
}

/// The sheet with the texts: ID, availability, and the texts in the languages of [`LANGUAGES`]; an empty one is none.
const TEXTS: [(&str, &str, [&str; 4]); 6] = [
    ("DESK_FREE", "3500", ["Free, ready to talk", "Frei; bitte anrufen", "Свободен, звоните", "Disponible; listo"]),
    ("CALL_LIVE", "6500", ["On a \"hot\" call", "Im Gespräch", "Разговор, «ждите»", "En una llamada, ¿urgente?"]),
    ("DESK_PAUSE", "15500", ["Short break\nback soon", "Kurze Pause\nZurück um zwölf", "Перерыв", "Pausa: mañana"]),
    ("FORMULA", "9500", ["=SUM(A1:A2) is text", "+49 30 1234", "-5 минут", "@recepción"]),
    ("WRAP_UP", "Busy", ["007 at the desk", "Nachbearbeitung – fünf Minuten", "", "0800"]),
    ("SHIFT_END", "18000", ["Logged out", "Abgemeldet", "Вышел", "Desconectado"]),
];

const LANGUAGES: [u32; 4] = [1033, 1031, 1049, 3082];

/// Holds what a table brings to the sheet with the texts, of which it has these languages.
fn check_texts(brought: &Brought, languages: &[u32]) {
    assert_eq!(brought.languages.iter().map(|lcid| lcid.number()).collect::<Vec<_>>(), languages);
    let found = brought.entries.iter().map(|entry| {
        let texts: Vec<_> = entry.texts.iter().map(|(lcid, text)| (lcid.number(), text.as_str())).collect();
        (entry.id.as_str(), entry.availability.as_deref(), texts)
    });
    let meant = TEXTS.iter().map(|(id, availability, texts)| {
        let texts = LANGUAGES.into_iter().zip(texts.iter().copied());
        let texts: Vec<_> = texts.filter(|(lcid, text)| languages.contains(lcid) && !text.is_empty()).collect();
        (*id, Some(*availability), texts)
    });
    assert_eq!(found.collect::<Vec<_>>(), meant.collect::<Vec<_>>());
    assert_eq!((&brought.rows, &brought.repairs, &brought.left_out), (&vec![], &vec![], &vec![]));
    assert!(brought.other_heads.is_empty(), "{:?}", brought.other_heads);
}

#[test]
fn commas_in_utf_8() {
    let file = decode::decode(&bytes_of("texts.csv")).unwrap();
    assert_eq!((file.encoding, file.style.newline), (Encoding::Utf8, Newline::Lf));
    check_texts(&brought_by(&file.text, Form::Commas), &LANGUAGES);
}

#[test]
fn tabs_in_utf_16() {
    let file = decode::decode(&bytes_of("texts-utf-16.txt")).unwrap();
    assert_eq!(file.encoding, Encoding::Utf16Le);
    check_texts(&brought_by(&file.text, Form::Tabs), &LANGUAGES);
}

#[test]
fn the_fifteen_rows() {
    let file = decode::decode(&bytes_of("rows-utf-16.txt")).unwrap();
    let brought = brought_by(&file.text, Form::Tabs);
    let rows =
        brought.rows.iter().flat_map(|rows| rows.numbers.iter().map(|number| (number.number(), rows.id.as_str())));
    let ids = ["SHIFT_END", "DESK_FREE", "DESK_BUSY", "WRAP_UP", "DESK_PAUSE"];
    let ids = ids.into_iter().chain(["CALL_LIVE"; 5]).chain(["NO_DEVICE"; 5]);
    assert_eq!(rows.collect::<Vec<_>>(), (1..=15).zip(ids).collect::<Vec<_>>());
    assert_eq!((&brought.entries, &brought.repairs, &brought.left_out), (&vec![], &vec![], &vec![]));
    assert!(brought.other_heads.is_empty(), "{:?}", brought.other_heads);
}

/// Nothing in the file says its encoding: of the readings that are offered the first is right.
#[test]
fn semicolons_in_windows_1252() {
    let bytes = bytes_of("texts-windows-1252.csv");
    let refusal = decode::decode(&bytes).unwrap_err();
    let readings = readings::readings(&bytes, &refusal);
    assert_eq!(readings[0].file.encoding, Encoding::Windows1252);
    check_texts(&brought_by(&readings[0].file.text, Form::Semicolons), &[1033, 1031, 3082]);
}
