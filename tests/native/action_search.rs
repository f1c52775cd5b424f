//! Actions are found by what is typed: names that begin with it first, whatever the case, and each typed word counts.

use presence_profile_core::editor::action_search::found;

const ACTIONS: [(&str, &str); 7] = [
    ("Edit", "Undo one step"),
    ("Translations", "Next gap"),
    ("Problems", "Next problem"),
    ("Entries", "New entry"),
    ("States", "One ID per row"),
    ("Translations", "Übersetzung für alle"),
    ("View", "Dark theme"),
];

fn names(typed: &str) -> Vec<&'static str> {
    found(ACTIONS, typed).iter().map(|found| ACTIONS[found.action].1).collect()
}

/// The name with what was meant in brackets.
fn marked(typed: &str) -> String {
    let found = found(ACTIONS, typed);
    let first = found.first().expect("something is found");
    let mut name = ACTIONS[first.action].1.to_owned();
    for span in first.letters.iter().rev() {
        name.insert(span.end, ']');
        name.insert(span.start, '[');
    }
    name
}

#[test]
fn names_that_begin_with_it_come_first() {
    assert_eq!(names("ne"), ["Next gap", "Next problem", "New entry", "Undo one step", "One ID per row"]);
    assert_eq!(names("one"), ["One ID per row", "Undo one step"]);
    assert_eq!(names("GAP"), ["Next gap"]);
    assert_eq!(names("next pro"), ["Next problem"]);
    // A name that begins with all of it comes before one that only has its words.
    let two = [("Entries", "Remove entry ADD"), ("Entries", "Add entry")];
    assert_eq!(found(two, "add entry")[0].action, 1);
    assert_eq!(names("übersetzung ALLE"), ["Übersetzung für alle"]);
}

#[test]
fn what_an_action_is_about_finds_it_last() {
    assert_eq!(names("entr"), ["New entry"]);
    assert_eq!(names("translations"), ["Next gap", "Übersetzung für alle"]);
    assert_eq!(names("translations next"), ["Next gap"]);
    assert_eq!(names("nothing"), Vec::<&str>::new());
}

#[test]
fn all_are_there_before_anything_is_typed() {
    assert_eq!(names("").len(), ACTIONS.len());
    assert_eq!(names(" \t"), ACTIONS.map(|(_, name)| name));
}

#[test]
fn the_letters_that_were_meant_are_told() {
    assert_eq!(marked("ne"), "[Ne]xt gap");
    assert_eq!(marked("o step"), "Undo [o]ne [step]");
    assert_eq!(marked("ga next"), "[Next] [ga]p");
    assert_eq!(marked("für"), "Übersetzung [für] alle");
}
