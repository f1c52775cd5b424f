//! The room of the browser does not know how panels are drawn: it is told which classes it is about.

use std::collections::BTreeSet;

use super::{
    files, report,
    tokens::{Token, tokens},
};

/// Classes that the room of the browser draws by itself, each with all that begin with it, and why.
const OWN: [(&str, &str, &str); 3] = [
    ("src/browser/rescue.rs", "crash", "the page of a program that broke: none of its panels can be asked any more"),
    ("src/browser/rescue.rs", "button", "the buttons of that page"),
    (
        "src/browser/clipboard.rs",
        "clipboard",
        "the field that is copied from is there for a moment, and nobody sees it",
    ),
];

/// The classes in a style sheet.
fn classes(sheet: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut rest = sheet;
    while let Some(at) = rest.find(['.', '/', '"']) {
        let (sign, behind) = rest[at..].split_at(1);
        rest = match sign {
            "/" => behind.strip_prefix('*').map_or(behind, |comment| comment.split_once("*/").unwrap_or_default().1),
            "\"" => behind.split_once('"').unwrap_or_default().1,
            _ => {
                found.extend(class(behind).map(str::to_owned));
                behind
            }
        };
    }
    found
}

/// The name of a class at the start of a text.
fn class(text: &str) -> Option<&str> {
    let end = text.find(|sign: char| !sign.is_ascii_alphanumeric() && !"-_".contains(sign)).unwrap_or(text.len());
    Some(&text[..end]).filter(|name| name.starts_with(|sign: char| sign.is_ascii_alphabetic()))
}

/// The classes that a string names: in a selector, or all its words.
fn named<'a>(text: &'a str, classes: &BTreeSet<String>) -> Vec<&'a str> {
    let is_class = |name: &&str| classes.contains(*name);
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.iter().all(is_class) {
        return words;
    }
    text.match_indices('.').filter_map(|(at, _)| class(&text[at + 1..])).filter(is_class).collect()
}

fn is_own(class: &str, block: &str) -> bool {
    let behind = class.strip_prefix(block);
    behind.is_some_and(|behind| behind.is_empty() || behind.starts_with("__") || behind.starts_with("--"))
}

#[test]
fn the_browser_knows_no_style_classes() {
    let classes = files("style", "css").iter().flat_map(|(_, sheet)| classes(sheet)).collect();
    let mut faults = Vec::new();
    let mut needed = BTreeSet::new();
    for (file, source) in files("src/browser", "rs") {
        for (line, token) in tokens(&source) {
            let Token::Text(text) = token else { continue };
            for class in named(text, &classes) {
                let own = OWN.iter().find(|(owner, block, _)| *owner == file && is_own(class, block));
                match own {
                    Some(own) => drop(needed.insert(own)),
                    None => faults.push(format!("{file}:{line} names the class {class}: \"{text}\"")),
                }
            }
        }
    }
    let needless = OWN.iter().filter(|own| !needed.contains(own));
    faults.extend(needless.map(|(file, block, reason)| format!("{file} does not name {block} any more ({reason})")));
    report(faults);
}

#[test]
fn classes_are_found_in_sheets_and_strings() {
    let sheet = "@layer a { .b__c:not(.d--e) > td.f::after { inset: .5em 1.5s; content: \".g\"; } /* .h */ }";
    let classes = classes(sheet);
    assert_eq!(classes.iter().collect::<Vec<_>>(), ["b__c", "d--e", "f"]);
    assert_eq!(named("f b__c", &classes), ["f", "b__c"]);
    assert_eq!(named("td.f:not([hidden]) .d--e, .x", &classes), ["f", "d--e"]);
    let none: [&str; 0] = [];
    assert_eq!(named("the f of it", &classes), none);
    assert_eq!(named("", &classes), none);
    assert!(is_own("b__c", "b") && is_own("d", "d") && !is_own("button", "b"));
}
