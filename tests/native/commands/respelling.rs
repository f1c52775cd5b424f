//! What is the same in a new text stays as it is written: references, and comments between letters.

use presence_profile_core::{
    editor::{analysis::Analysis, command::Command},
    mapping::lcid::Lcid,
    source::{edit::Edits, text::Part},
};
use proptest::prelude::*;

use super::{planned, workspace};

/// A stretch of a text, as it is written and as it reads; `None` is one that gives way.
fn pieces() -> impl Strategy<Value = Vec<Option<(&'static str, &'static str)>>> {
    let kept = vec![
        ("a", "a"),
        ("b ", "b "),
        ("'", "'"),
        ("&apos;", "'"),
        ("&#39;", "'"),
        ("&amp;", "&"),
        ("&lt;", "<"),
        ("&#228;", "\u{e4}"),
        ("\u{e4}", "\u{e4}"),
        ("a<!-- & -->b", "ab"),
    ];
    let piece = prop_oneof![2 => prop::sample::select(kept).prop_map(Some), 1 => Just(None)];
    prop::collection::vec(piece, 0..40)
}

proptest! {
    #[test]
    fn what_stands_between_differences_stays_byte_for_byte(
        (pieces, (by, read)) in (pieces(), prop::sample::select(vec![("", ""), ("y", "y"), ("yy", "yy"), ("&lt;y", "<y")]))
    ) {
        let written = |other: &str| {
            let all: String = pieces.iter().map(|piece| piece.map_or(other, |(written, _)| written)).collect();
            format!("<agentStates><agentState ID=\"A\" availability=\"1\"><activity LCID=\"1033\">b{all}</activity></agentState></agentStates>")
        };
        let meant: String = pieces.iter().map(|piece| piece.map_or(read, |(_, read)| read)).collect();
        let before = workspace("", &written("x"));
        let analysis = Analysis::of(&before.profiles[0]);
        let entry = analysis.entry_place(0).unwrap();
        let text = format!("b{meant}");
        let change = planned(&before, &Command::SetText { entry, lcid: Lcid::new(1033), text: text.clone() }).unwrap();
        let after = change.apply(&before);
        prop_assert_eq!(&**after.profiles[0].text(Part::Xml), written(by));
        let again = Analysis::of(&after.profiles[0]);
        prop_assert_eq!(&again.map.entries[0].activities[0].text.text, &text);
        prop_assert_eq!(change.inverse(&before).apply(&after), before);
    }
}

#[test]
fn a_text_too_long_to_be_compared_sign_by_sign_is_written_anew_between_its_differences() {
    let long = "ab ".repeat(2_000);
    let xml = format!(
        "<agentState ID=\"A\" availability=\"1\"><activity LCID=\"1033\">x&#97;{long}x</activity></agentState>"
    );
    let before = workspace("", &xml);
    let entry = Analysis::of(&before.profiles[0]).entry_place(0).unwrap();
    let text = format!("ya{long}y");
    let change = planned(&before, &Command::SetText { entry, lcid: Lcid::new(1033), text: text.clone() }).unwrap();
    let place = super::place(Part::Xml);
    assert_eq!(change.edits(place).map(Edits::iter).map(Iterator::count), Some(1));
    let after = change.apply(&before);
    assert_eq!(Analysis::of(&after.profiles[0]).map.entries[0].activities[0].text.text, text);
}
