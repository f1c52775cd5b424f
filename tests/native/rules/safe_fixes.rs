//! Safe means that nothing is lost: what a person sees is the same before and after, blanks and repeats apart.

mod seen;

use std::{collections::BTreeSet, fs, path::Path};

use presence_profile_core::rules::{
    diagnostic::Diagnostic,
    fix::{Fix, Safety},
    laws::LAWS,
};
use proptest::prelude::*;
use seen::{Alike, Seen};

use super::Document;
use crate::{cases, documents};

/// As the editor fixes all that is safe.
const MOST_ROUNDS: usize = 10;

/// The laws that are about letters that look alike, or about letter case; all others leave every letter as it is.
fn alike(code: &str) -> Alike {
    match code {
        "mixed-letters" | "look-alike-id" | "missing-entry" => Alike::Look,
        "option-name" | "section-name" | "presence-mode" | "service-type" | "namespace" | "outermost-element" => {
            Alike::LetterCase
        }
        _ => Alike::Exactly,
    }
}

/// The laws whose fixes take away what stands there twice.
fn takes_repeats(code: &str) -> bool {
    matches!(code, "repeated-entry" | "repeated-language" | "repeated-option" | "row-number" | "range-overlap")
        || matches!(code, "well-formed" | "section-name" | "range-form" | "rows-in-one-line")
}

/// What the guide prescribes may be added.
fn adds(code: &str) -> bool {
    matches!(code, "service-type" | "presence-mode")
}

fn first_safe(diagnostic: &Diagnostic) -> Option<&Fix> {
    diagnostic.fixes.iter().find(|fix| fix.safety == Safety::Safe)
}

/// What a safe fix of a profile loses, and what all of them together do.
fn losses(document: &Document) -> Vec<String> {
    let mut found = Vec::new();
    let mut before: [Option<Seen>; 3] = [None, None, None];
    for diagnostic in document.judged() {
        let alike = alike(diagnostic.code);
        for fix in diagnostic.fixes.iter().filter(|fix| fix.safety == Safety::Safe) {
            let before = before[alike as usize].get_or_insert_with(|| Seen::of(document, alike));
            let after = Seen::of(&document.fixed([fix]), alike);
            let mut before = before.clone();
            if adds(diagnostic.code) {
                before.words = with_added(&before.words, &after.words);
            }
            let difference = before.difference(&after, takes_repeats(diagnostic.code));
            found.extend(difference.map(|difference| format!("{}: {}: {difference}", diagnostic.code, fix.label)));
        }
    }
    found.extend(all_together(document));
    found
}

fn all_together(document: &Document) -> Option<String> {
    let mut after = document.clone();
    let mut done = BTreeSet::new();
    for _ in 0..MOST_ROUNDS {
        let judged = after.judged();
        let fixes: Vec<&Fix> = judged.iter().filter_map(first_safe).collect();
        if fixes.is_empty() {
            break;
        }
        done.extend(judged.iter().filter_map(|found| first_safe(found).map(|fix| (found.code, fix.kind))));
        after = after.fixed(fixes.iter().copied());
    }
    let alike = done.iter().map(|(code, _)| alike(code)).max().unwrap_or(Alike::Exactly);
    let mut before = Seen::of(document, alike);
    let after = Seen::of(&after, alike);
    if done.iter().any(|(code, _)| adds(code)) {
        before.words = with_added(&before.words, &after.words);
    }
    let repeats = done.iter().any(|(code, _)| takes_repeats(code));
    let difference = before.difference(&after, repeats)?;
    Some(format!("all together, {done:?}: {difference}"))
}

/// The words, with those of the options of the guide where they came to them.
fn with_added(before: &[String], after: &[String]) -> Vec<String> {
    let mut words = before.to_vec();
    for word in ["service", "type", "presence", "profile"] {
        let count = |of: &[String]| of.iter().filter(|own| *own == word).count();
        let added = count(after).saturating_sub(count(before));
        words.extend(std::iter::repeat_n(word.to_owned(), added));
    }
    words.sort();
    words
}

fn check(document: &Document) -> Result<(), String> {
    match losses(document) {
        losses if losses.is_empty() => Ok(()),
        losses => Err(format!("{losses:#?}\n{}\n{}", document.options, document.xml)),
    }
}

#[test]
fn of_the_examples() {
    let found: Vec<_> = LAWS.iter().filter_map(|law| check(&Document::of(&law.example)).err()).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn of_the_fixtures() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/rules");
    let mut found = Vec::new();
    for law in LAWS {
        let fixture = fs::read_to_string(folder.join(format!("{}.txt", law.code))).unwrap();
        for text in cases::texts(&fixture) {
            let lost = losses(&Document::read(&text));
            found.extend((!lost.is_empty()).then(|| format!("{}: {lost:#?}\n{text}", law.code)));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// A profile of which one text is another; the rest is sound.
fn with(options: &str, xml: &str) -> Document {
    let sound = Document::read("");
    let or = |text: &str, sound: String| if text.is_empty() { sound } else { text.to_owned() };
    Document::new(or(options, sound.options), or(xml, sound.xml))
}

fn with_list(list: &str) -> Document {
    with(&format!("[TServer]\nservice-type=presence-profile\nmap-presence-to-dnd=false\n{list}"), "")
}

fn with_entries(entries: &str) -> Document {
    Document::read(&format!("~ entries\n{entries}"))
}

/// The profile after all that is safe.
fn fixed(document: &Document) -> Document {
    let mut after = document.clone();
    for _ in 0..MOST_ROUNDS {
        let judged = after.judged();
        after = after.fixed(Vec::from_iter(judged.iter().filter_map(first_safe)));
    }
    after
}

#[test]
fn signs_of_windows_1252_and_parts_of_letters_stay() {
    let twice = |text: &str| documents::nasty::misread(&documents::nasty::misread(text));
    let once = documents::nasty::misread("и Робот  ");
    for text in
        ["I\u{92}m", "wait\u{85}", "\u{93}so\u{94}", "I&#146;m", &once, &twice("Работа"), &twice("通话中\u{ad}")]
    {
        let entry = format!(
            "  <agentState ID=\"OOS\" availability=\"18000\">\n    <activity LCID=\"1033\">{text}</activity>\n"
        );
        let document = with_entries(&format!("{entry}  </agentState>"));
        assert_eq!(fixed(&document).xml, document.xml, "{text}");
    }
}

#[test]
fn half_a_pair_and_a_time_are_not_joined() {
    for list in [
        "aggregated-states=6=A, 7=On_\nCall, 8=B, 9=C\n10=D, 11=E\n",
        "aggregated-states=6=A, 7=On_\nCall\n8=B, 9=C\n",
        "aggregated-states=6=A, 7=On\n> Call of duty\n8=B, 9=C\n",
        "6=A, 7=On-\nCall\n8=B\n",
        "aggregated-states=6=A, 7=B\n08:15:30 logged in\n",
        "aggregated-states=6=A, 7=B\n@10:22:31.120 [0] distribute_event\n",
        "aggregated-states=6=A 8:15, 7=B\n",
        "aggregated-states=1=A, 2=B, 11=B, 1\n2=B\n",
    ] {
        let document = with_list(list);
        let after = fixed(&document);
        assert!(after.options.contains(list), "{list}\n{}", after.options);
        assert!(check(&document).is_ok());
    }
}

/// The way out that comes first in the list of a person, and all ways out that are first, done at once.
#[test]
fn a_text_outlives_a_repeated_id() {
    let entry = |id: &str, text: &str| {
        let activity = format!("    <activity LCID=\"1033\">{text}</activity>\n");
        format!("  <agentState ID=\"{id}\" availability=\"6500\">\n{activity}  </agentState>\n")
    };
    let xml =
        Document::read(&format!("~ entries\n{}{}", entry("OOS", "Out of service"), entry("OOS", "Only here"))).xml;
    let options = Document::read("").options.replace("15=OOS", "15=LUNCH");
    let document = Document::new(options, xml);
    assert!(fixed(&document).xml.contains("Only here"));
    let judged = document.judged();
    let first: Vec<&Fix> = judged.iter().filter_map(|found| found.fixes.first()).collect();
    assert!(first.iter().any(|fix| fix.label == "Create entry LUNCH"), "{judged:#?}");
    assert!(first.iter().any(|fix| fix.label == "Rename it OOS_2"), "{judged:#?}");
    let after = document.fixed(first.iter().copied());
    for text in ["Out of service", "Only here", "ID=\"LUNCH\"", "ID=\"OOS_2\""] {
        assert!(after.xml.contains(text), "{text} is gone\n{}", after.xml);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn of_any_profile((options, xml) in documents::profile()) {
        check(&Document::new(options.text, xml.text)).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn of_nasty_profiles(nasty in documents::nasty::profile()) {
        check(&Document::new(nasty.options, nasty.xml)).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn of_any_xml(xml in documents::any_xml::nearly_sound()) {
        check(&Document::new("", xml)).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn what_was_decoded_wrongly_stays_whole(nasty in documents::nasty::profile()) {
        let document = Document::new(nasty.options, nasty.xml);
        let words: Vec<&String> = nasty.misread.iter().filter(|word| document.xml.contains(*word)).collect();
        // One law puts them right, letter by letter.
        for found in document.judged().into_iter().filter(|found| found.code != "misread-text") {
            for fix in found.fixes.iter().filter(|fix| !fix.title.starts_with("Remove the")) {
                let after = document.fixed([fix]);
                let lost = words.iter().find(|word| !after.xml.contains(**word));
                prop_assert!(lost.is_none(), "{}: {} hurts {:?}\n{}", found.code, fix.label, lost, document.xml);
            }
        }
    }
}
