//! The laws that the laws are held to.

use std::{collections::BTreeSet, fs, path::Path};

use presence_profile_core::{
    editor::wording,
    rules::{
        diagnostic::{Diagnostic, Severity},
        fix::{Fix, Safety},
        laws::{self, LAWS},
    },
    source::{phrase::Piece, text::Part},
};

use super::Document;

/// After so many rounds of fixing, nothing is left to fix.
const MOST_ROUNDS: usize = 10;

fn folder(name: &str) -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let files = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    files.filter_map(|file| file.rsplit_once('.').map(|(stem, _)| stem.replace('_', "-"))).collect()
}

#[test]
fn code_and_file_and_fixture_have_one_name() {
    let codes: BTreeSet<String> = LAWS.iter().map(|law| law.code.to_owned()).collect();
    assert_eq!(codes.len(), LAWS.len(), "two laws have one code");
    assert_eq!(codes, folder("src/core/rules/laws"), "laws and files");
    assert_eq!(codes, folder("tests/cases/rules"), "laws and fixtures");
    let listed: Vec<&str> = LAWS.iter().map(|law| law.code).collect();
    assert!(listed.is_sorted(), "the laws stand in the order of their codes: {listed:?}");
}

#[test]
fn an_example_breaks_its_law_and_no_other() {
    for law in LAWS {
        let judged = Document::of(&law.example).judged();
        let broken: BTreeSet<&str> = judged.iter().map(|found| found.code).collect();
        assert!(broken.contains(law.code), "{} is not broken by its example: {judged:#?}", law.code);
        let expected: BTreeSet<&str> = law.example.companions.iter().copied().chain([law.code]).collect();
        assert_eq!(broken, expected, "the example of {}: {judged:#?}", law.code);
    }
}

#[test]
fn a_diagnostic_is_no_graver_than_its_basis() {
    for law in LAWS {
        for found in Document::of(&law.example).judged() {
            let basis = laws::law(found.code).unwrap().basis;
            assert!(basis.gravest() <= found.severity, "{found:?} rests on {basis:?}");
        }
    }
}

#[test]
fn fixes_of_the_examples_keep_their_promise() {
    for law in LAWS {
        let document = Document::of(&law.example);
        document.check_fixes(&document.judged());
    }
}

#[test]
fn fixing_everything_comes_to_an_end() {
    for law in LAWS {
        let document = Document::of(&law.example);
        check_rounds(&document, |_| true);
        check_rounds(&document, |fix| fix.safety == Safety::Safe);
    }
}

/// Applies the first fitting fix of every diagnostic, again and again.
pub fn check_rounds(document: &Document, fits: impl Fn(&Fix) -> bool) {
    let mut document = document.clone();
    for _ in 0..MOST_ROUNDS {
        let judged = document.judged();
        let fixes: Vec<&Fix> = judged.iter().filter_map(|found| found.fixes.iter().find(|fix| fits(fix))).collect();
        if fixes.is_empty() {
            return;
        }
        document = document.fixed(fixes.iter().copied());
    }
    let left: Vec<_> = document.judged().into_iter().filter(|found| found.fixes.iter().any(&fits)).collect();
    let left: Vec<_> =
        left.iter().map(|found| format!("{} {:?} {:?}", found.code, found.span, found.message)).collect();
    panic!("not fixed in {MOST_ROUNDS} rounds: {left:#?}\n{}\n{}", document.options, document.xml);
}

/// What holds of the words of any diagnostic.
pub fn check_words(found: &Diagnostic) {
    assert!(!found.message.wrong.is_empty(), "{found:?}");
    for part in found.message.parts() {
        let written = part.to_string();
        assert!(written.matches('`').count() % 2 == 0 && !written.ends_with('.'), "{part}");
        assert!(found.part == Part::Options || !written.contains("``"), "{part}");
        assert!(!written.starts_with(' ') && !written.ends_with(' '), "{part}");
    }
}

#[test]
fn messages_read_alike() {
    for law in LAWS {
        for found in Document::of(&law.example).judged() {
            check_words(&found);
            let wrong = wording::wrong(&found);
            let is_capital =
                matches!(wrong.pieces().next(), Some(Piece::Words(words)) if words.starts_with(char::is_uppercase));
            assert!(!is_capital, "{wrong}");
            assert!(found.severity == Severity::Note || 20 < wording::whole(&found).plain().len(), "{wrong}");
        }
        assert!(!law.statement.ends_with('.') && !law.why.ends_with('.'), "{}", law.code);
    }
}
