//! Tables for translators: what is in them, and that texts come back from them as they are.

use presence_profile_core::{
    editor::{
        analysis::Analysis,
        handing_over::{self, HandedOver},
        incoming::{
            importing::Importing,
            inputs::{Content, Input},
            tables,
        },
        matrix::Matrix,
        shown_texts::{ShownTexts, columns::ColumnsView},
        workspace::{Profile, Workspace},
    },
    mapping::{agent_states::PresenceMap, lcid::Lcid},
    source::{
        guarded::{guarded, unguarded},
        xml,
    },
};
use proptest::prelude::*;

const FRENCH: Lcid = Lcid::new(1036);
const HEBREW: Lcid = Lcid::new(1037);

/// The table of some languages of a profile.
fn csv(profile: &Profile, languages: &[Lcid], sign: char) -> Vec<u8> {
    let analysis = Analysis::of(profile);
    let (columns, hidden) = ColumnsView::default().of(&analysis.languages, profile.choices.default_language);
    let matrix = Matrix::of(&analysis);
    let shown = ShownTexts { columns, hidden, entries: (0..matrix.entries.len()).collect() };
    HandedOver { shown: &shown, matrix: &matrix, analysis: &analysis, languages }.bytes(sign)
}

fn example() -> Profile {
    Workspace::example().profiles[0].as_ref().clone()
}

/// A profile of entries with a text in English and in French.
fn profile(texts: &[(String, String)]) -> Profile {
    let root = "<agentStates xmlns=\"http://schemas.genesys.com/09/2014/mslyncteserver/agentStates\">";
    let mut file = format!("<?xml version=\"1.0\"?>\n{root}\n");
    for (at, (english, french)) in texts.iter().enumerate() {
        let activity =
            |lcid: u32, text: &str| format!("<activity LCID=\"{lcid}\">{}</activity>", xml::escape_text(text));
        let (english, french) = (activity(1033, english), activity(1036, french));
        file += &format!("<agentState ID=\"E{at}\" availability=\"3500\">{english}{french}</agentState>\n");
    }
    Profile::new("Presence", "", &(file + "</agentStates>\n"))
}

type Text = (String, Lcid, String);

/// The texts of a file that are no blanks.
fn texts(profile: &Profile) -> Vec<Text> {
    let map = PresenceMap::read(&profile.xml);
    let entries = map.entries.iter().map(|entry| (entry.id.as_ref().unwrap().text.clone(), &entry.activities));
    let texts = entries.flat_map(|(id, activities)| {
        activities.iter().map(move |own| (id.clone(), own.lcid_value().unwrap(), own.text.text.clone()))
    });
    texts.filter(|(.., text)| !text.trim().is_empty()).collect()
}

/// What the tables of an input bring.
fn brought(input: &Input) -> Vec<Text> {
    let Content::Tables(tables) = &input.content else { panic!("{:?}", input.content) };
    let brought = tables.iter().flat_map(|table| tables::brought(table).expect("it is a table of texts").entries);
    let texts = brought.flat_map(|own| own.texts.into_iter().map(move |(lcid, text)| (own.id.clone(), lcid, text)));
    texts.collect()
}

#[test]
fn a_table_has_what_a_translator_needs() {
    let text = String::from_utf8(csv(&example(), &[FRENCH], ',')).unwrap();
    let lines: Vec<&str> = text.split("\r\n").collect();
    let head = "\u{FEFF}ID,Shown as (for information),English (United States) 1033 en-US (for information),\
                French (France) 1036 fr-FR (translation)";
    assert_eq!(lines[..3], [head, "IDLE_OUT,Offline,Logged out,", "IDLE_READY,Available,\" I am available \","]);
    let (english, french) =
        ("Working with customer, do not disturb", "En travaillant avec les clients, ne pas déranger");
    assert_eq!(lines[6], format!("INCALL,Busy,\"{english}\",\"{french}\""));
    assert_eq!((lines.len(), lines[8]), (9, ""), "a line for each entry");
    let semicolons = String::from_utf8(csv(&example(), &[FRENCH], ';')).unwrap();
    assert!(semicolons.contains("\r\nIDLE_OUT;Offline;Logged out;\r\n"));
}

#[test]
fn no_cell_begins_as_a_formula() {
    for (text, cell) in [
        ("=1+1", "'=1+1"),
        ("+49 30", "'+49 30"),
        ("-", "'-"),
        ("@home", "'@home"),
        (" =1", "' =1"),
        ("\t", "'\t"),
        ("'tis", "''tis"),
        ("it's", "it's"),
        ("\r=1", "_x000D_=1"),
        ("_x000D_", "_x005F_x000D_"),
        ("_x000d", "_x000d"),
    ] {
        assert_eq!((guarded(text).as_str(), unguarded(&guarded(text)).as_str()), (cell, text));
    }
    // What somebody has typed stays what it is.
    for cell in ["'tis", "'s avonds", "_x005F_", "a = b"] {
        assert_eq!(unguarded(cell), cell);
    }
}

/// Texts as people write them, and as they break tables.
fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "=",
        "+",
        "-",
        "@",
        "'",
        "\"",
        "\"\"",
        ",",
        ";",
        "\t",
        "\n",
        "\r",
        "\r\n",
        " ",
        "\u{a0}",
        "_x000D_",
        "_x005F",
        "_",
        "x000D_",
        "a",
        "B",
        "ID",
        "1=A, 2=B",
        "<b>",
        "</agentStates>",
        "> ",
        "|",
        "1033",
        "sep=;",
        "[TServer]",
        "**",
        "`",
        "שלום",
        "会議",
        "\u{FEFF}",
        "(translation)",
        "name=value",
        "#",
    ]);
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_cell_is_read_as_what_was_written(text in text()) {
        prop_assert_eq!(unguarded(&guarded(&text)), text);
    }

    #[test]
    fn texts_come_back_as_they_are(own in prop::collection::vec((text(), text()), 1..6), is_comma in any::<bool>()) {
        let profile = profile(&own);
        let sign = if is_comma { ',' } else { ';' };
        let input = Input::of_file("texts.csv", &csv(&profile, &[Lcid::ENGLISH, FRENCH], sign));
        prop_assert_eq!(brought(&input), texts(&profile));
    }
}

#[test]
fn what_is_for_information_is_not_read_whatever_becomes_of_it() {
    let text = String::from_utf8(csv(&example(), &[FRENCH, HEBREW], ',')).unwrap();
    let text = text.replace("Logged out,", "Something else,");
    let french = "En travaillant avec les clients, ne pas déranger";
    let input = Input::of_file("texts.csv", text.as_bytes());
    assert_eq!(brought(&input), [("INCALL".to_owned(), FRENCH, french.to_owned())]);
    // As a spreadsheet saves it that separates by tabs, and without what is for information.
    let tabs = "ID\tFrench (France) 1036 fr-FR (translation)\r\nOOS\t'=Hors service\r\n";
    let input = Input::of_file("texts.txt", tabs.as_bytes());
    assert_eq!(brought(&input), [("OOS".to_owned(), FRENCH, "=Hors service".to_owned())]);
    // A table of somebody else keeps its apostrophes, and a file that only speaks of translations is none.
    let foreign = "ID,French\nOOS,'=Hors service\n";
    assert!(matches!(Input::of_file("texts.csv", foreign.as_bytes()).content, Content::Text(..)));
    assert!(handing_over::read("<!-- ID, German (translation) -->\n<agentStates/>").is_none());
}

#[test]
fn what_a_spreadsheet_saves_in_its_own_encoding_comes_back_too() {
    let bytes = b"ID;French (France) 1036 fr-FR (translation)\r\nOOS;'=Arr\xEAt\r\n";
    let input = Input::of_file("texts.csv", bytes);
    let Content::Unclear { readings, .. } = &input.content else { panic!("{:?}", input.content) };
    let western = readings.iter().position(|reading| reading.file.text.contains("Arrêt")).unwrap();
    let profile = example();
    let mut importing = Importing::new(profile.id);
    importing.add(input.read_as(western), &profile);
    let values = importing.pieces()[0].values();
    let texts = values.entries.iter().flat_map(|entry| &entry.texts).collect::<Vec<_>>();
    assert_eq!(texts, [&(FRENCH, "=Arrêt".to_owned())]);
}

#[test]
fn the_sign_between_cells_is_not_the_decimal_sign() {
    assert_eq!((handing_over::sign(','), handing_over::sign('.')), (';', ','));
}
