//! Undo and redo: what comes back, what joins, and how much is kept.

pub mod acts;

use presence_profile_core::{
    editor::{
        change::Change,
        command::Command,
        history::History,
        workspace::{Profile, Workspace},
    },
    mapping::{lcid::Lcid, states::StateNumber},
    source::{edit::Edit, edit::Edits, text::Part, text::Span},
};
use proptest::prelude::*;

use crate::commands::{
    place, planned, typing,
    wishes::{random_workspace, wish},
    workspace,
};

fn text(history: &History, part: Part) -> &str {
    history.present().text(place(part))
}

/// Types into the XML: each step is the whole text, with `|` where the caret stands.
fn type_all(history: &mut History, steps: &[&str], composing: bool) {
    for step in steps {
        let caret = step.find('|').expect("a caret stands in each step");
        let command = typing(Part::Xml, text(history, Part::Xml), &step.replace('|', ""), caret, composing);
        let change = planned(history.present(), &command).unwrap();
        history.commit(change);
    }
}

/// The texts that undo goes through, from now back to the beginning.
fn way_back(mut history: History) -> Vec<String> {
    let mut texts = vec![text(&history, Part::Xml).to_owned()];
    while history.undo().is_some() {
        texts.push(text(&history, Part::Xml).to_owned());
    }
    texts
}

fn typed(steps: &[&str]) -> Vec<String> {
    let mut history = History::new(workspace("", &steps[0].replace('|', "")));
    type_all(&mut history, steps, false);
    way_back(history)
}

#[test]
fn typing_is_taken_back_word_by_word() {
    assert_eq!(typed(&["|", "t|", "tw|", "two|", "two |", "two w|", "two wo|"]), ["two wo", "two ", ""]);
    assert_eq!(typed(&["|", "a|", "a\n|", "a\nb|"]), ["a\nb", "a\n", ""]);
}

#[test]
fn typing_elsewhere_is_another_step() {
    assert_eq!(typed(&["ab|", "abc|", "x|abc", "xy|abc"]), ["xyabc", "abc", "ab"]);
}

#[test]
fn deletions_join_backwards_and_forwards() {
    assert_eq!(typed(&["abcd|", "abc|", "ab|", "a|"]), ["a", "abcd"]);
    assert_eq!(typed(&["|abcd", "|bcd", "|cd"]), ["cd", "abcd"]);
    assert_eq!(typed(&["ab|c", "a|c", "a|"]), ["a", "abc"], "Backspace, then Delete");
}

#[test]
fn what_was_just_typed_comes_back_before_what_took_its_place() {
    assert_eq!(typed(&["a |", "a w|", "a wo|", "a w|", "a wa|"]), ["a wa", "a wo", "a "]);
    assert_eq!(typed(&["a|", "ab|", "a|", "|", "b|"]), ["b", "ab", "a"]);
    assert_eq!(typed(&["ab|", "a|", "ac|", "acd|", "ac|"]), ["ac", "acd", "ab"]);
    assert_eq!(typed(&["ab|", "a|", "ab|"]), ["ab"], "nothing is left to take back");
    assert_eq!(typed(&["one two|", "one |", "one x|", "one x |", "one x y|"]), ["one x y", "one x ", "one two"]);
}

#[test]
fn typing_over_a_selection_is_one_step() {
    let over = |typed: &[&str], selected: &str, then: &[&str]| {
        let mut history = History::new(workspace("", &typed[0].replace('|', "")));
        type_all(&mut history, typed, false);
        let before = text(&history, Part::Xml).to_owned();
        let start = before.find(selected).unwrap();
        let (caret, after) = (then[0].find('|').unwrap(), then[0].replace('|', ""));
        let edit = Edit::typed_over(&before, Span::new(start, start + selected.len()), &after, caret).unwrap();
        let command = Command::Type { part: Part::Xml, edit, composing: false, replaces: false };
        let change = planned(history.present(), &command).unwrap();
        history.commit(change);
        type_all(&mut history, &then[1..], false);
        way_back(history)
    };
    assert_eq!(over(&["a word b|"], "word", &["a x| b", "a xy| b"]), ["a xy b", "a word b"]);
    assert_eq!(over(&["|", "3|", "35|"], "35", &["3|", "39|"]), ["39", "35", ""], "the same first letter");
    assert_eq!(over(&["|", "a|", "ab|", "aba|"], "aba", &["a|"]), ["a", "aba", ""]);
    assert_eq!(over(&["aba|"], "ab", &["|a", "b|a"]), ["ba", "aba"]);
    // What is said to have been selected and was not is told by the caret.
    assert_eq!(over(&["abc|"], "c", &["ab|cc"]), ["abcc", "abc"]);
}

#[test]
fn a_paste_stays_apart_from_what_is_typed_around_it() {
    assert_eq!(
        typed(&["|", "a|", "a<agentState/>|", "a<agentState/>b|"]),
        ["a<agentState/>b", "a<agentState/>", "a", ""]
    );
}

#[test]
fn a_repeated_letter_is_told_by_the_caret() {
    let mut history = History::new(workspace("", "aa"));
    type_all(&mut history, &["a|aa"], false);
    let change = history.latest().unwrap();
    assert_eq!(change.edits(place(Part::Xml)).unwrap().iter().next(), Some(&Edit::insert(0, "a")));
}

#[test]
fn a_composition_is_one_step() {
    let mut history = History::new(workspace("", ""));
    type_all(&mut history, &["a|"], false);
    type_all(&mut history, &["aか|", "aかい|", "aかいぎ|", "a会議|"], true);
    history.seal();
    type_all(&mut history, &["a会議ち|", "a会議中|"], true);
    history.seal();
    type_all(&mut history, &["a会議中b|"], false);
    assert_eq!(way_back(history), ["a会議中b", "a会議中", "a会議", "a", ""]);
}

#[test]
fn a_composition_that_comes_to_nothing_leaves_no_step() {
    let mut history = History::new(workspace("", ""));
    type_all(&mut history, &["か|", "|"], true);
    assert_eq!(history.undo_label(), None);
    assert_eq!(text(&history, Part::Xml), "");
}

#[test]
fn a_seal_ends_the_step_and_so_does_undo() {
    let mut history = History::new(workspace("", ""));
    type_all(&mut history, &["a|"], false);
    history.seal();
    type_all(&mut history, &["ab|", "abc|"], false);
    history.undo();
    type_all(&mut history, &["ax|"], false);
    assert_eq!(history.redo_label(), None, "a new step forgets what was undone");
    assert_eq!(way_back(history), ["ax", "a", ""]);
}

#[test]
fn typing_in_one_text_does_not_join_the_other() {
    let mut history = History::new(workspace("", ""));
    for part in [Part::Options, Part::Xml] {
        let command = typing(part, "", "a", 1, false);
        let change = planned(history.present(), &command).unwrap();
        history.commit(change);
    }
    history.undo();
    assert_eq!((text(&history, Part::Options), text(&history, Part::Xml)), ("a", ""));
}

#[test]
fn a_command_is_a_step_with_its_label() {
    let mut history = History::new(Workspace::example());
    type_all(&mut history, &["|", "a|"], false);
    let languages = planned(history.present(), &Command::AddLanguages(vec![Lcid::new(1031)])).unwrap();
    history.commit(languages);
    assert_eq!(history.undo_label(), Some("German (Germany) added"));
    history.undo();
    assert_eq!(history.present().profiles[0].choices, Workspace::example().profiles[0].choices);
    assert_eq!(
        (history.undo_label(), history.redo_label()),
        (Some("Typed in XML source"), Some("German (Germany) added"))
    );
    history.redo();
    assert_eq!(history.present().profiles[0].choices.languages.last(), Some(&Lcid::new(1031)));
}

#[test]
fn nothing_done_is_no_step() {
    let mut history = History::new(Workspace::example());
    history.commit(Change::new("Nothing"));
    assert_eq!((history.revision(), history.undo_label()), (0, None));
    assert!(history.undo().is_none() && history.redo().is_none());
}

/// A file of 700 entries in four languages, some 340 kB.
fn large() -> Workspace {
    let mut xml = String::from("<agentStates>\n");
    for entry in 0..700 {
        xml += &format!("  <agentState ID=\"STATE_{entry}\" availability=\"6500\">\n");
        for lcid in [1033, 1036, 1049, 3082] {
            let text = "Working with a customer, please do not disturb me now, thank you";
            xml += &format!("    <activity LCID=\"{lcid}\">{text} {entry}</activity>\n");
        }
        xml += "  </agentState>\n";
    }
    workspace("1=STATE_1", &(xml + "</agentStates>\n"))
}

#[test]
fn two_hundred_large_steps_are_kept() {
    let first = large();
    let mut history = History::new(first.clone());
    // Each step takes out all texts of a language: 700 edits, and the texts themselves to bring back.
    for step in 0..200 {
        let lcid = [1033, 1036, 1049, 3082][step % 4];
        if step % 4 == 0 && 0 < step {
            let text = first.profiles[0].xml.to_string();
            let command = typing(Part::Xml, &history.present().profiles[0].xml, &text, 0, false);
            let change = planned(history.present(), &command).unwrap();
            history.commit(change);
        }
        let change = planned(history.present(), &Command::RemoveLanguage(Lcid::new(lcid))).unwrap();
        assert!(!change.is_empty());
        history.commit(change);
    }
    let mut steps = 0;
    while history.undo().is_some() {
        steps += 1;
    }
    assert_eq!(steps, 249);
    assert_eq!(history.present(), &first);
}

#[test]
fn the_oldest_steps_go_first_and_the_last_one_never() {
    let mut history = History::new(workspace("", ""));
    let paste = |length: usize, letter: char| {
        let text = letter.to_string().repeat(length);
        move |history: &mut History| {
            let whole = Span::new(0, history.present().profiles[0].xml.len());
            history.commit(Change::of("Paste", place(Part::Xml), Edit::replace(whole, text)));
        }
    };
    for letter in ['a', 'b', 'c', 'd'] {
        paste(16 << 20, letter)(&mut history);
    }
    let mut steps = 0;
    while history.undo().is_some() {
        steps += 1;
    }
    assert!((1..4).contains(&steps), "{steps} steps of 32 MB each");
    // One step over the limit can still be taken back.
    let mut history = History::new(workspace("", "small"));
    paste(History::MAX_WEIGHT + 1, 'a')(&mut history);
    history.undo();
    assert_eq!(text(&history, Part::Xml), "small");
}

#[test]
fn no_more_steps_are_kept_than_there_is_room_for() {
    let mut history = History::new(workspace("", ""));
    for _ in 0..History::MAX_STEPS + 10 {
        history.commit(Change::of("Insert", place(Part::Xml), Edit::insert(0, "x")));
    }
    let mut steps = 0;
    while history.undo().is_some() {
        steps += 1;
    }
    assert_eq!(steps, History::MAX_STEPS);
    assert_eq!(text(&history, Part::Xml), "x".repeat(10));
}

/// One move of a session.
#[derive(Debug, Clone)]
enum Move {
    Wish(crate::commands::wishes::Wish),
    Undo,
    Redo,
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let one = prop_oneof![5 => wish().prop_map(Move::Wish), 2 => Just(Move::Undo), 1 => Just(Move::Redo)];
    prop::collection::vec(one, 20)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// The history against the plainest one there is: a list of all workspaces, and where in it we are.
    #[test]
    fn undo_and_redo_walk_through_what_was(first in random_workspace(), moves in moves()) {
        let mut history = History::new(first.clone());
        let mut list = vec![first];
        let mut at = 0;
        for one in moves {
            let revision = history.revision();
            let moved = match one {
                Move::Undo => {
                    let moved = history.undo().is_some();
                    prop_assert_eq!(moved, 0 < at);
                    at -= usize::from(moved);
                    moved
                }
                Move::Redo => {
                    let moved = history.redo().is_some();
                    prop_assert_eq!(moved, at + 1 < list.len());
                    at += usize::from(moved);
                    moved
                }
                Move::Wish(wish) => {
                    let Ok(change) = planned(history.present(), &wish.command(history.present())) else { continue };
                    let moved = !change.is_empty();
                    // Joined keystrokes have tests of their own.
                    history.seal();
                    let after = change.apply(history.present());
                    history.commit(change);
                    if moved {
                        list.truncate(at + 1);
                        list.push(after);
                        at += 1;
                    }
                    moved
                }
            };
            prop_assert_eq!(history.present(), &list[at]);
            prop_assert_eq!(history.revision(), revision + u64::from(moved));
            if moved {
                let latest = history.latest().expect("a move has a change");
                for (place, edits) in &latest.texts {
                    let touched = edits.touched().expect("a change has no empty edits");
                    let text = history.present().text(*place);
                    prop_assert!(text.is_char_boundary(touched.start) && text.is_char_boundary(touched.end));
                }
            }
        }
        while history.undo().is_some() {}
        prop_assert_eq!(history.present(), &list[0]);
        while history.redo().is_some() {}
        prop_assert_eq!(history.present(), &list[list.len() - 1]);
    }

    /// However keystrokes join, undo leads back to the beginning and redo to the end.
    #[test]
    fn joined_keystrokes_lead_back_and_forth(keys in prop::collection::vec((0_u8..6, any::<bool>()), 1..40)) {
        let mut history = History::new(Workspace::of(Profile::new("", "", "start é")));
        let mut caret = 0;
        for (key, composing) in keys {
            let before = text(&history, Part::Xml).to_owned();
            caret = before.floor_char_boundary(caret);
            let (after, at) = match key {
                0 => ([&before[..caret], "é", &before[caret..]].concat(), caret + "é".len()),
                1 => ([&before[..caret], " ", &before[caret..]].concat(), caret + 1),
                2 => match before[..caret].char_indices().next_back() {
                    Some((start, _)) => ([&before[..start], &before[caret..]].concat(), start),
                    None => continue,
                },
                3 => match before[caret..].chars().next() {
                    Some(next) => ([&before[..caret], &before[caret + next.len_utf8()..]].concat(), caret),
                    None => continue,
                },
                4 => (before.clone(), before.len()),
                _ => ([&before[..caret], "\n", &before[caret..]].concat(), caret + 1),
            };
            let command = typing(Part::Xml, &before, &after, at, composing);
            let change = planned(history.present(), &command).unwrap();
            history.commit(change);
            caret = at;
            prop_assert_eq!(text(&history, Part::Xml), &after);
        }
        let last = text(&history, Part::Xml).to_owned();
        while history.undo().is_some() {}
        prop_assert_eq!(text(&history, Part::Xml), "start é");
        while history.redo().is_some() {}
        prop_assert_eq!(text(&history, Part::Xml), last);
    }
}

#[test]
fn a_change_of_two_texts_comes_back_in_one_step() {
    let row = StateNumber::new(7).unwrap();
    let mut history = History::new(Workspace::example());
    let command = Command::SetStateId { row, id: "NEW".into(), with_entry: true };
    let change = planned(history.present(), &command).unwrap();
    assert_eq!(change.texts.len(), 2);
    assert_eq!(change.main_place(), Some(place(Part::Xml)));
    history.commit(change);
    assert!(
        history
            .undo()
            .is_some_and(|change| change.edits(place(Part::Options)).is_some_and(|edits| *edits != Edits::default()))
    );
    assert_eq!(history.present(), &Workspace::example());
}
