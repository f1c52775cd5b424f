//! Phrases: what is words in them, and what is code, whatever the code holds.

use presence_profile_core::{
    editor::{analysis::Analysis, wording, workspace::Profile},
    rules::example::SOUND_OPTIONS,
    source::phrase::{self, Phrase, Piece},
};

#[test]
fn a_phrase_comes_apart_into_words_and_code() {
    let phrase = Phrase::from("`15 OOS !` has no `=` between row number and ID");
    let pieces: Vec<Piece<'_>> = phrase.pieces().collect();
    let expected = [
        Piece::Code("15 OOS !"),
        Piece::Words(" has no "),
        Piece::Code("="),
        Piece::Words(" between row number and ID"),
    ];
    assert_eq!(pieces, expected);
    assert_eq!(phrase.plain(), "15 OOS ! has no = between row number and ID");
    assert_eq!(Phrase::from("row 7").then(" ", &"is `X`".into()), Phrase::from("row 7 is `X`"));
    assert!(Phrase::default().is_empty() && Phrase::default().pieces().next().is_none());
}

#[test]
fn what_is_quoted_ends_no_code() {
    assert_eq!(phrase::quoted("a`b\nc"), "`a\u{2CB}b c`");
    assert_eq!(phrase::quoted(&"x".repeat(61)), format!("`{}…`", "x".repeat(60)));
    let told = |items: &[&str]| phrase::listed(items.iter().map(|item| (*item).to_owned()));
    assert_eq!(
        [told(&[]), told(&["a"]), told(&["a", "b"]), told(&["a", "b", "c"])],
        ["", "a", "a and b", "a, b and c"]
    );
}

/// A backtick in any place of a profile that a message can quote.
#[test]
fn a_backtick_of_the_profile_is_no_mark() {
    let options = SOUND_OPTIONS.replace("7=INCALL", "7=IN`CÄLL") + "no`te=ä\nno`te=b\nx`y\n[a`b]\n";
    let xml = "<?xml version=\"1.0\"?>\n<agentStates xmlns=\"a`b\">\n<agentState ID=\"A`Ѕ\" availability=\"`\" a`b=1>\n\
               <activity LCID=\"`\">&lt;b`> &`; </activity>`</agent`State>\n<no`te/></agentStates>`";
    let found = Analysis::of(&Profile::new("Presence", &options, xml)).findings;
    assert!(20 < found.len());
    for finding in &found {
        let whole = wording::whole(&finding.diagnostic);
        assert_eq!(whole.to_string().matches('`').count() % 2, 0, "{whole}");
        // A mark too many would make words of code from there on.
        let is_code = |piece: &Piece<'_>| matches!(piece, Piece::Code(code) if code.contains(" stands ") || code.contains(" is "));
        assert!(!whole.pieces().any(|piece| is_code(&piece)), "{whole}");
    }
}
