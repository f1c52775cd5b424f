//! What is told of a profile that pulls: nothing of its file but whether it is well-formed, nothing of its push options.

use presence_profile_core::{
    editor::workspace::Workspace,
    mapping::options::Mode,
    rules::{
        diagnostic::{Diagnostic, Severity},
        laws::LAWS,
        pull_mode,
    },
    source::text::Part,
};
use proptest::prelude::*;

use super::Document;
use crate::documents;

/// The guide's example, switched to pull mode with the guide's range, and with another file.
fn pulled(xml: impl Fn(&str) -> String) -> Vec<Diagnostic> {
    let example = Workspace::example().profiles.remove(0);
    let options = example.options.replace("map-presence-to-dnd=false", "map-presence-to-dnd=true");
    let options = options.trim_end().to_owned() + "\npresence-availability-range=3000-5999\n";
    Document::new(options, xml(&example.xml)).judged()
}

#[test]
fn of_the_guides_example_only_the_kept_options_are_told() {
    for xml in ["", "<a/>", "words", "<!DOCTYPE a><a/>"] {
        let found = pulled(|_| xml.to_owned());
        assert!(found.iter().all(|found| found.part == Part::Options || found.code == "well-formed"), "{found:#?}");
    }
    let found = pulled(str::to_owned);
    let told: Vec<_> = found.iter().map(|found| (found.severity, found.code)).collect();
    assert_eq!(told, [(Severity::Note, "option-of-other-mode")], "{found:#?}");
}

#[test]
fn of_a_broken_file_only_that_it_is_not_well_formed() {
    let break_it = |xml: &str| xml.replacen("</activity>", "", 1).replacen("availability=\"", "availability=\"x", 1);
    let found = pulled(break_it);
    let told: Vec<_> = found.iter().filter(|found| found.part == Part::Xml).map(|found| found.code).collect();
    assert_eq!(told, ["well-formed"], "{found:#?}");
}

#[test]
fn the_laws_that_speak_of_pull_mode_are_laws() {
    let speaking = LAWS.iter().filter(|law| pull_mode::speaks(law.code, Mode::Pull)).count();
    assert_eq!(speaking, pull_mode::SPEAKING.len());
    for mode in [Mode::Push, Mode::NotSet, Mode::Contradictory] {
        assert!(LAWS.iter().all(|law| pull_mode::speaks(law.code, mode)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_the_file_is_only_its_form_is_told((_, xml) in documents::profile()) {
        let found = pulled(|_| xml.text.clone());
        let other = found.iter().find(|found| found.part == Part::Xml && found.code != "well-formed");
        prop_assert!(other.is_none(), "{other:#?}");
    }
}
