//! Finding and replacing: what is found where, as documents, and what holds of any search in any profile.

mod any_search;
mod following;

use std::fmt::Write;

use presence_profile_core::{
    editor::{
        analysis::Analysis,
        command::Command,
        matrix::Matrix,
        searching::{
            found::{Asked, Found},
            query::{Query, Strictness},
            replacing,
            scope::Scope,
        },
        workspace::{Profile, Workspace},
    },
    source::text::{Part, Span},
};

use crate::{
    cases,
    commands::{planned, workspace},
    documents::{agent_states, options},
};

/// What was found in the first profile of a workspace, and its analysis.
pub fn found_in(workspace: &Workspace, asked: &Asked) -> (Found, Analysis) {
    let profile = &workspace.profiles[0];
    let analysis = Analysis::of(profile);
    (found_after(None, &analysis, profile, asked), analysis)
}

/// What was found in a profile.
pub fn found_after(before: Option<&Found>, analysis: &Analysis, profile: &Profile, asked: &Asked) -> Found {
    Found::after(before, asked, analysis, &Matrix::of(analysis), profile)
}

/// A search as it is asked.
pub fn asked(written: &str, scope: Scope) -> Asked {
    Asked { written: written.to_owned(), strictness: Strictness::default(), scope }
}

/// What a search and a replacement of a document come to.
fn document(text: &str) -> String {
    let (said, texts) = text.split_once("options:").expect("the options follow the search");
    let (options, xml) = texts.split_once("xml:").expect("the XML follows the options");
    let before = workspace(&whole(options, options::EXAMPLE), &whole(xml, agent_states::EXAMPLE));
    let of = |name: &str| {
        let value = said.lines().find_map(|line| line.strip_prefix("> ")?.strip_prefix(name)?.strip_prefix(" ="));
        value.map(|value| value.strip_prefix(' ').unwrap_or(value).replace("\\0", "\0"))
    };
    let how = of("how").unwrap_or_default();
    let scope = of("in").map_or(Scope::Texts, |name| Scope::ALL.into_iter().find(|own| own.name() == name).unwrap());
    let strictness = Strictness { whole_words: how.contains("words"), case: how.contains("case") };
    let asked = Asked { written: of("find").unwrap_or_default(), strictness, scope };
    let (found, analysis) = found_in(&before, &asked);
    let mut document = format!("{}\n", found.summary(&analysis));
    for (at, hit) in found.from(0).enumerate() {
        let shown = found.shown(&hit, &analysis);
        let language = shown.language.map_or_else(String::new, |lcid| format!(" {lcid}"));
        let (place, front, own, behind) = (shown.place, shown.front, shown.hit, shown.behind);
        writeln!(document, "{} {place}{language}: {front}[{own}]{behind}", at + 1).unwrap();
    }
    let Some(by) = of("by") else { return document };
    let left_out: Vec<usize> = of("without").iter().flat_map(|of| of.split(' ')).map(position).collect();
    let (replacing, hits) = found.replacing(&analysis, &left_out, &by);
    let done = replacing::done(&replacing, hits);
    match planned(&before, &Command::Replace(replacing)) {
        Err(refusal) => writeln!(document, "refused: {refusal}").unwrap(),
        Ok(change) => {
            writeln!(document, "{}; {done}", change.label).unwrap();
            for (place, edits) in &change.texts {
                let text = before.text(*place);
                for edit in edits.iter() {
                    let name = if place.part == Part::Xml { "xml" } else { "options" };
                    writeln!(document, "  {name} {:?} -> {:?}", edit.span.text(text), edit.text).unwrap();
                }
            }
            assert_eq!(change.inverse(&before).apply(&change.apply(&before)), before);
        }
    }
    document
}

fn position(number: &str) -> usize {
    number.parse::<usize>().unwrap() - 1
}

fn whole(written: &str, example: &str) -> String {
    match written.trim() {
        "example" => example.to_owned(),
        text => text.to_owned(),
    }
}

#[test]
fn searches_find_what_their_documents_say() {
    cases::check("searching", document);
}

fn spans(query: &str, strictness: Strictness, text: &str) -> Vec<(usize, usize)> {
    Query::read(query, strictness, Scope::Texts).spans(text).into_iter().map(|span| (span.start, span.end)).collect()
}

const LOOSE: Strictness = Strictness { whole_words: false, case: false };
const CASE: Strictness = Strictness { whole_words: false, case: true };
const WORDS: Strictness = Strictness { whole_words: true, case: false };

#[test]
fn letters_fold_one_for_one_so_that_spans_are_of_the_text_itself() {
    assert_eq!(spans("istanbul", LOOSE, "İSTANBUL"), [(0, "İSTANBUL".len())]);
    assert_eq!(spans("İ", LOOSE, "in İ"), [(0, 1), (3, 5)]);
    assert_eq!(spans("i", CASE, "İiı"), [(2, 3)]);
    assert_eq!(spans("straße", LOOSE, "STRAẞE Straße STRASSE"), [(0, 8), (9, 16)]);
    assert_eq!(spans("ss", LOOSE, "Straße"), []);
    assert_eq!(spans("ΛΌΓΟΣ", LOOSE, "λόγος"), [(0, "λόγος".len())]);
    assert_eq!(spans("приёмная", LOOSE, "ПРИЁМНАЯ"), [(0, "ПРИЁМНАЯ".len())]);
}

#[test]
fn a_hit_tears_no_letter_from_its_accent() {
    assert_eq!(spans("e", LOOSE, "e\u{301} e"), [(4, 5)]);
    assert_eq!(spans("e\u{301}", LOOSE, "E\u{301}"), [(0, 3)]);
    assert_eq!(spans("👍", LOOSE, "👍🏽 👍"), [(9, 13)]);
}

#[test]
fn whole_words_neither_begin_nor_end_within_one() {
    assert_eq!(spans("am", WORDS, "I am, camp am_x Am"), [(2, 4), (16, 18)]);
    assert_eq!(spans("ça", WORDS, "Ça va, façade ça"), [(0, 3), (16, 19)]);
    assert_eq!(spans("(a", WORDS, "x(a) x(ab)"), [(1, 3)]);
}

#[test]
fn the_same_letters_again_and_again_are_hits_beside_each_other() {
    assert_eq!(spans("aa", LOOSE, "aaaaa"), [(0, 2), (2, 4)]);
    assert_eq!(spans("\"ab\" \"b\"", LOOSE, "abb"), [(0, 2), (2, 3)]);
}

#[test]
fn plain_text_is_taken_with_all_its_blanks_and_beside_a_term_without_them() {
    assert_eq!(spans("  ", LOOSE, "a  b c"), [(1, 3)]);
    assert_eq!(spans("b ", LOOSE, "ab c b"), [(1, 3)]);
    assert_eq!(spans("b -x", LOOSE, "ab"), [(1, 2)]);
    assert_eq!(spans("-x  b", LOOSE, "ab"), [(1, 2)]);
    assert_eq!(spans("b -x", LOOSE, "ab x"), []);
    assert_eq!(spans("\"b \" -y", LOOSE, "ab x"), [(1, 3)]);
    assert_eq!(spans("a - b", LOOSE, "a - b"), [(0, 5)]);
    assert_eq!(spans("a -\"b c\"", LOOSE, "a b c"), []);
    assert_eq!(spans("a -\"b c\"", LOOSE, "a c b"), [(0, 1)]);
}

#[test]
fn what_only_looks_like_a_prefix_is_text() {
    for text in ["Note: x", "12:30", "http://x", "a fr x", "x:y", "--x", "ID=\"A\"", "a\"b"] {
        assert_eq!(spans(text, LOOSE, text), [(0, text.len())], "{text}");
    }
    for text in ["fr: x", "1036: x", "FR-fr:x", "sr-Cyrl: x", "fr_FR:x", "id:\"A\" x", "id: A x"] {
        assert_eq!(spans(text, LOOSE, text).len(), 1, "{text}");
        assert!(spans(text, LOOSE, text)[0].0 != 0, "{text}");
    }
}

#[test]
fn a_selected_text_is_found_as_it_is() {
    let plain = ["I am", " I am ", "ID=\"A\"", "a - b", "a\"b", "12:30", "\"", "\"\""];
    let quoted = ["\"A\"", "-x", "fr: x", "a -b", "id:x", "x \"y", "a  fr:", "\"-x\"", "\"\"-x\"\"", "\"\"A\"\""];
    plain.iter().for_each(|text| assert_eq!(Query::written(text, Scope::Texts), *text));
    for text in quoted.iter().chain(&plain) {
        for scope in [Scope::Texts, Scope::Xml, Scope::Options] {
            let written = Query::written(text, scope);
            let around = format!("<{text}>");
            let expected = Span::new(1, 1 + text.len());
            assert_eq!(Query::read(&written, CASE, scope).spans(&around), [expected], "{text}: {written}");
        }
    }
}

#[test]
fn a_quote_is_a_sign_like_others_in_what_is_looked_through_as_it_is_written() {
    for text in ["\"", "\"\"", "\"6001\">", "\"A\"", "\"\"7001\"\"", "x \"y", "\"a b\" \"c\""] {
        assert_eq!(Query::written(text, Scope::Xml), text);
    }
    let spans = |query: &str, text: &str| Query::read(query, LOOSE, Scope::Options).spans(text);
    assert_eq!(spans("\"a\" -\"b\"", "\"a\" b"), [Span::new(0, 3)]);
    assert_eq!(spans("\"a\" -\"b\"", "\"a\" \"b\""), []);
}

#[test]
fn quotes_around_nothing_are_looked_for() {
    assert_eq!(spans("\"", LOOSE, "a \"b\""), [(2, 3), (4, 5)]);
    assert_eq!(spans("\"\"", LOOSE, "a \"\" \""), [(2, 4)]);
    assert_eq!(spans("\"b", LOOSE, "a \"b\""), [(3, 4)]);
    assert_eq!(spans("\"b\"", LOOSE, "a b"), [(2, 3)]);
}
