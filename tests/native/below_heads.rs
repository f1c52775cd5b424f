//! Blocks whose first row says where their cells go.

use presence_profile_core::{
    editor::incoming::{
        below_heads::{self, BelowHeads, Target},
        below_states,
    },
    mapping::lcid::Lcid,
    source::block,
};

/// What is said of a block that comes into a table of three entries, in English, German and French, at its second row.
fn said(text: &str) -> String {
    let ids = ["READY", "BUSY", "OOS"].map(str::to_owned);
    let languages = [1033, 1031, 1036].map(Lcid::new);
    let target = Target { ids: &ids, languages: &languages, first: 1 };
    told(below_heads::place(&block::read(text), target))
}

fn told(placed: Option<BelowHeads>) -> String {
    let Some(placed) = placed else { return "no heads".to_owned() };
    let texts: Vec<String> = placed.texts.iter().map(|(row, column, text)| format!("{row}/{column}={text}")).collect();
    let left = if placed.left().is_empty() { String::new() } else { format!("; left: {}", placed.left()) };
    format!("{}: {}{left}", placed.way().trim_start_matches("Paste below "), texts.join(", "))
}

#[test]
fn cells_go_below_the_language_their_head_names() {
    let cases = [
        // Without IDs, from the row on that is meant; the order of the languages is that of the block.
        ("French\tGerman\nA\tB\n", "French, German: 1/4=A, 1/3=B"),
        ("1031\nEins\nZwei\n", "1031: 1/3=Eins, 2/3=Zwei"),
        ("de-DE\nEins\nZwei\nDrei\n", "de-DE: 1/3=Eins, 2/3=Zwei; left: 1 row"),
        // With IDs, to the row of each, whatever the order.
        (
            "ID\tDeutsch\tavailability\nOOS\tAus\t18000\nREADY\tBereit\t3500\n",
            "Deutsch, availability: 2/3=Aus, 2/1=18000, 0/3=Bereit, 0/1=3500",
        ),
        (
            "ID\tGerman\tGreek\nNEW\tNeu\tNeo\n\tx\ty\nBUSY\tBelegt\tNo\n",
            "German: 1/3=Belegt; left: Greek, NEW, a row without ID",
        ),
        // An empty cell is not translated yet: it takes nothing away. A blank row is a gap of the block.
        ("ID\tGerman\tFrench\nOOS\t\tA\n\t\t\nREADY\tB\t \n", "German, French: 2/4=A, 0/3=B"),
        ("German\n\nB\n", "German: 2/3=B"),
        // A column of something else is left where IDs say what the rows are; otherwise it may all be texts.
        ("ID\tGerman\tNotes\nOOS\tAus\tsee mail\n", "German: 2/3=Aus; left: Notes"),
        ("German\tNotes\nAus\tsee mail\n", "no heads"),
        ("Bereit\tPrêt\nAus\tHors service\n", "no heads"),
        ("ID\tAvailability\nOOS\t18000\n", "no heads"),
        ("German\n", "no heads"),
        (
            "ID\tEnglish\tGerman\tFrench\tAvailability\nOOS\t1\t2\t3\t4\n",
            "English and 3 more: 2/2=1, 2/3=2, 2/4=3, 2/1=4",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(said(text), expected, "{text:?}");
    }
}

#[test]
fn ids_go_below_the_name_of_their_column() {
    let cases = [
        ("Aggregated State ID\nA\nB\n", "Aggregated State ID: 13/3=A, 14/3=B"),
        ("ID\nA\n\nC\n", "ID: 13/3=A; left: 1 row"),
        ("A\nB\n", "no heads"),
        ("ID\n", "no heads"),
        ("ID\tID\nA\tB\n", "no heads"),
        ("German\nA\n", "no heads"),
    ];
    for (text, expected) in cases {
        assert_eq!(told(below_states::of_column(&block::read(text), 13, 3, 15)), expected, "{text:?}");
    }
}

#[test]
fn ids_go_below_the_agent_state_their_head_names() {
    let cases = [
        ("Ready\tLogout\nA\tB\nC\tD\n", "Ready, Logout: 1/2=A, 1/1=B, 2/2=C, 2/1=D"),
        ("\twalk away\tACW\nOOS\tA\tB\nIdle\tC\t\n", "walk away, ACW: 2/5=A, 2/4=B, 0/5=C"),
        ("Ready\nA\nB\nC\n", "Ready: 1/2=A, 2/2=B; left: 1 row"),
        ("Ready\tBreak\nA\tB\n", "no heads"),
        ("READY_ID\nA\n", "no heads"),
        ("Ready\n", "no heads"),
    ];
    for (text, expected) in cases {
        assert_eq!(told(below_states::of_pairs(&block::read(text), 1)), expected, "{text:?}");
    }
}

#[test]
fn whole_rows_go_to_their_states() {
    let cases = [
        ("3\tNotReady\tIdle\tA\tBusy\n6\tLogout\tBusy\tB\tBusy\n", "Paste where its states are: 0/3=A, 1/1=B"),
        ("Ready\tIdle\tX\nwalk_away\toos\tY\n", "Paste where its states are: 0/2=X, 2/5=Y"),
        ("Ready\tIdle\n", "no heads"),
        ("Ready\tIdle\tX\nBreak\tIdle\tY\n", "no heads"),
        ("A\tB\tC\n", "no heads"),
    ];
    for (text, expected) in cases {
        assert_eq!(told(below_states::of_whole_rows(&block::read(text))), expected, "{text:?}");
    }
}
