//! The option `aggregated-states` in all the forms people paste, and back.

use std::fmt::Write;

use presence_profile_core::{
    mapping::{
        aggregated_states::{AggregatedStates, Separator, write},
        leftovers::{Flaw, Repair},
        options::ProfileOptions,
        states::StateNumber,
    },
    source::{edit::Edits, phrase::Phrase, text::Span},
};
use proptest::prelude::*;

use crate::cases;

/// The guide's value, without the full stop of its sentence.
pub const GUIDE: &str = "1=IDLE_OUT, 2=IDLE_READY, 3=IDLE_NOTREADY, 4=IDLE_ACW, 5=IDLE_AWAY, 6=INCALL, 7=INCALL, \
                         8=INCALL, 9=INCALL, 10=INCALL, 11=OOS, 12=OOS, 13=OOS, 14=OOS, 15=OOS";

fn row(number: u8) -> StateNumber {
    StateNumber::new(number).unwrap()
}

/// What a pasted text says, as a document: the canonical line, the rows, repairs, problems.
pub fn document(text: &str) -> String {
    let options = ProfileOptions::read(text);
    let states = &options.aggregated_states;
    let mut document = format!("{}\n", write(|row| states.id_of(row), states.separator));
    for pair in &states.pairs {
        let written = pair.id_span.text(text);
        let shown = if written == pair.id { String::new() } else { format!(" written {written:?}") };
        let (number, sign) = (pair.number.number(), pair.separator.sign());
        writeln!(document, "{number}{sign}{}{shown}", pair.id).unwrap();
    }
    remarks(&mut document, text, &options.repairs, &options.flaws);
    remarks(&mut document, text, &states.repairs, &states.flaws);
    document
}

/// Adds repairs and problems to a document, each with its place.
pub fn remarks(document: &mut String, text: &str, repairs: &[Repair], problems: &[Flaw]) {
    for repair in repairs {
        let Span { start, end } = repair.span;
        writeln!(document, "delete {start}..{end} {:?}: {}", repair.span.text(text), repair.leftover.name()).unwrap();
    }
    for problem in problems {
        let Span { start, end } = problem.span;
        let rows = problem.slip.rows();
        let rows = if rows.is_empty() { String::new() } else { format!("{rows} ") };
        let parts: Vec<String> = problem.message.parts().map(Phrase::to_string).collect();
        writeln!(document, "problem {start}..{end} {:?}: {rows}{}", problem.span.text(text), parts.join(" | "))
            .unwrap();
    }
}

#[test]
fn pasted_texts_give_their_rows() {
    cases::check("aggregated-states", document);
}

#[test]
fn the_guides_value_comes_back_exactly() {
    let states = AggregatedStates::of_value(GUIDE);
    assert_eq!(states.pairs.len(), 15);
    assert_eq!(states.of(row(7)).unwrap().id, "INCALL");
    assert!(states.repairs.is_empty() && states.flaws.is_empty());
    assert_eq!(write(|row| states.id_of(row), states.separator), GUIDE);
}

#[test]
fn a_new_id_replaces_the_id_only() {
    let states = AggregatedStates::of_value(GUIDE);
    let span = states.of(row(7)).unwrap().id_span;
    assert_eq!(&GUIDE[..span.start], GUIDE.split("INCALL, 8=").next().unwrap());
    assert_eq!(span.text(GUIDE), "INCALL");
}

#[test]
fn nothing_written_reads_as_nothing() {
    for value in ["", " ", "\n", "\u{a0}"] {
        let states = AggregatedStates::of_value(value);
        assert!(states.pairs.is_empty() && states.flaws.is_empty() && states.repairs.is_empty(), "{value:?}");
        assert_eq!(write(|row| states.id_of(row), Separator::Colon), "");
    }
}

#[test]
fn an_id_may_have_any_length_and_script() {
    let long = "Д".repeat(300);
    let value = format!("1={long}, 2=ЗАНЯТ, 3=🙂");
    let states = AggregatedStates::of_value(&value);
    assert_eq!(states.id_of(row(1)), Some(long.as_str()));
    assert_eq!(states.id_of(row(2)), Some("ЗАНЯТ"));
    assert!(states.flaws.is_empty());
    assert_eq!(write(|row| states.id_of(row), states.separator), value);
}

/// Pieces of real and damaged option texts.
pub fn pasted() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "1=IDLE_OUT", "2:AVAILABLE", "15=OOS.", "7=IN\\_CALL", "99=X", "3=", "07 = \"A\"", "**aggregated-states**",
            "aggregated-states", "| 7 | Ready | Busy | INCALL |", "|----|---|", "8\tNotReady\tBusy\tINCALL",
            "6 Logout Busy INCALL", "[TServer]", "- `map-presence-to-dnd=true`", "service-type=presence-profile",
        ])
        .prop_map(str::to_owned),
        3 => prop::sample::select(vec![", ", ",", ";", "\n", "\t", " ", "|", "=", ":", ".", "\\", "**", "`", "\"", "- "])
            .prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Lists as people write them, with one kind of dirt or another on each pair.
fn lists() -> impl Strategy<Value = String> {
    let sign = prop::sample::select(vec!["=", "=", ":", " = ", "= "]);
    let id = prop::sample::select(vec![
        "A",
        "INCALL",
        "IDLE\\_OUT",
        "\"OOS\"",
        "**B**",
        "C.",
        "'D'.",
        "IN CALL",
        "ЗАНЯТ",
        "",
    ]);
    let join = prop::sample::select(vec![", ", ", ", ",", " , ", ", , ", "\n", ",\n", "\n- ", " ", "."]);
    let pair = (0_u8..18, sign, id, join).prop_map(|(number, sign, id, join)| format!("{number}{sign}{id}{join}"));
    let front = prop::sample::select(vec!["", "aggregated-states=", "**aggregated-states** = ", "[TServer]\nx=1\n"]);
    (front, prop::collection::vec(pair, 0..20)).prop_map(|(front, pairs)| front.to_owned() + &pairs.concat())
}

proptest! {
    #[test]
    fn all_that_is_read_stands_in_the_text(text in pasted()) {
        let options = ProfileOptions::read(&text);
        let states = &options.aggregated_states;
        for pair in &states.pairs {
            prop_assert!(pair.span.covers(pair.id_span) && pair.span.covers(pair.number_span));
            prop_assert!(pair.span.text(&text).ends_with(pair.id_span.text(&text)));
            prop_assert!(states.spans.iter().any(|span| span.covers(pair.span)), "{:?}", pair);
            prop_assert_eq!(pair.id_span.text(&text).replace('\\', ""), pair.id.replace('\\', ""));
        }
        for problem in states.flaws.iter().chain(&options.flaws) {
            prop_assert!(text.get(problem.span.start..problem.span.end).is_some());
            prop_assert!(problem.message.parts().all(|part| !part.plain().contains('\n')));
        }
        for option in &options.options {
            prop_assert!(option.line.covers(option.name) && option.line.covers(option.value));
            prop_assert!(!option.name.is_empty() && !text[option.line.start..option.line.end].contains('\n'));
        }
    }

    #[test]
    fn repairs_keep_the_rows(text in lists()) {
        let before = ProfileOptions::read(&text);
        let repairs = before.repairs.iter().chain(&before.aggregated_states.repairs);
        let edits = Edits::new(repairs.map(|repair| repair.edit()).collect());
        prop_assert!(edits.is_some(), "repairs overlap");
        let repaired = edits.unwrap().apply(&text);
        let after = ProfileOptions::read(&repaired);
        for row in StateNumber::all() {
            let (before, after) = (before.aggregated_states.id_of(row), after.aggregated_states.id_of(row));
            prop_assert_eq!(before, after, "row {} of {:?}", row.number(), repaired);
        }
    }

    /// Without a row's pairs the other rows say what they said.
    #[test]
    fn a_row_can_go(text in lists(), number in 1_u8..16) {
        let before = ProfileOptions::read(&text).aggregated_states;
        let gone: Vec<Span> =
            before.pairs.iter().filter(|pair| pair.number == row(number)).map(|pair| pair.whole).collect();
        let kept = |at: usize| !gone.iter().any(|span| span.start <= at && at < span.end);
        let after: String = text.char_indices().filter(|(at, _)| kept(*at)).map(|(_, sign)| sign).collect();
        let after = ProfileOptions::read(&after).aggregated_states;
        for other in StateNumber::all() {
            let expected = before.id_of(other).filter(|_| other != row(number));
            prop_assert_eq!(after.id_of(other), expected, "row {}", other.number());
        }
    }

    #[test]
    fn what_is_written_is_read(ids in prop::collection::vec(prop::option::of("[A-Za-z0-9_]{1,12}"), 15), colon: bool) {
        let separator = if colon { Separator::Colon } else { Separator::Equals };
        let value = write(|row| ids[row.index()].as_deref(), separator);
        let states = AggregatedStates::of_value(&value);
        prop_assert!(states.flaws.is_empty() && states.repairs.is_empty());
        for row in StateNumber::all() {
            prop_assert_eq!(states.id_of(row), ids[row.index()].as_deref());
        }
        prop_assert_eq!(write(|row| states.id_of(row), separator), value);
    }
}
