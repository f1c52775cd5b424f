//! The history as a fold of acts, and changes of the list of profiles.

use std::sync::Arc;

use presence_profile_core::{
    editor::{
        change::{Change, List},
        history::{Act, History},
        place::{Place, ProfileId},
        workspace::{Assigned, Choices, Profile, Workspace},
    },
    mapping::lcid::Lcid,
    source::{
        edit::{Edit, Edits},
        text::Part,
    },
};
use proptest::{prelude::*, sample::Index};

use crate::commands::{
    planned,
    wishes::{Wish, random_workspace, wish},
};

/// Everything that can be seen of a history: all its workspaces, and the titles of its steps.
fn seen(history: &History) -> (Vec<Workspace>, Vec<String>) {
    let mut history = history.clone();
    while history.undo().is_some() {}
    let (mut workspaces, mut labels) = (vec![history.present().clone()], Vec::new());
    while let Some(label) = history.redo_label().map(str::to_owned) {
        history.redo();
        workspaces.push(history.present().clone());
        labels.push(label);
    }
    (workspaces, labels)
}

/// A move that makes an act, or ends a run of keystrokes.
#[derive(Debug, Clone)]
enum Move {
    Wish(Wish),
    Letter(bool),
    Seal,
    Undo,
    Redo,
}

fn one_move() -> impl Strategy<Value = Move> {
    prop_oneof![
        3 => wish().prop_map(Move::Wish),
        4 => any::<bool>().prop_map(Move::Letter),
        1 => Just(Move::Seal),
        2 => Just(Move::Undo),
        1 => Just(Move::Redo),
    ]
}

/// What can be done to the list of profiles.
#[derive(Debug, Clone)]
enum Reshaping {
    Add,
    Remove(Index),
    Move(Index, Index),
    Rename(Index),
    Type(Index, bool),
    Choose(Index),
    Assign(bool),
    PutAgain(Index),
}

fn reshaping() -> impl Strategy<Value = Reshaping> {
    prop_oneof![
        Just(Reshaping::Add),
        any::<Index>().prop_map(Reshaping::Remove),
        any::<(Index, Index)>().prop_map(|(from, to)| Reshaping::Move(from, to)),
        any::<Index>().prop_map(Reshaping::Rename),
        any::<(Index, bool)>().prop_map(|(at, in_xml)| Reshaping::Type(at, in_xml)),
        any::<Index>().prop_map(Reshaping::Choose),
        any::<bool>().prop_map(Reshaping::Assign),
        any::<Index>().prop_map(Reshaping::PutAgain),
    ]
}

impl Reshaping {
    fn change(&self, history: &History) -> Change {
        let workspace = history.present();
        let order: Vec<ProfileId> = workspace.profiles.iter().map(|profile| profile.id).collect();
        let at = |index: &Index| index.index(order.len());
        let list = |order, put| Change { list: Some(List { order, put }), ..Change::new("Reshape") };
        match self {
            Reshaping::Add => {
                let new = Profile { id: history.fresh_profile(), ..Profile::new("New", "1=A", "<a/>") };
                let order = order.iter().copied().chain([new.id]).collect();
                list(order, vec![new])
            }
            Reshaping::Remove(_) if order.len() == 1 => Change::new("Nothing"),
            Reshaping::Remove(index) => {
                let gone = order[at(index)];
                list(order.iter().copied().filter(|id| *id != gone).collect(), Vec::new())
            }
            Reshaping::Move(from, to) => {
                let mut moved = order.clone();
                moved.swap(at(from), at(to));
                list(moved, Vec::new())
            }
            Reshaping::Rename(index) => {
                Change { names: vec![(order[at(index)], format!("P{}", history.revision()))], ..Change::new("Rename") }
            }
            Reshaping::Type(index, in_xml) => {
                let place = Place { profile: order[at(index)], part: if *in_xml { Part::Xml } else { Part::Options } };
                Change::of("Type", place, Edits::from(Edit::insert(workspace.text(place).len() / 2, "x")))
            }
            Reshaping::Choose(index) => {
                let choices = Choices { languages: vec![Lcid::new(1031)], ..Choices::default() };
                Change::new("Choose").with_choices(order[at(index)], choices)
            }
            Reshaping::Assign(to_extension) => {
                let mut assigned = Assigned { application: Some(Arc::from("Presence")), ..workspace.assigned.clone() };
                if *to_extension {
                    assigned.extensions.push((Arc::from("4210"), Arc::from("New")));
                }
                Change { assigned: Some(assigned), ..Change::new("Assign") }
            }
            Reshaping::PutAgain(index) => {
                let id = order[at(index)];
                list(order.clone(), vec![Profile { id, ..Profile::new("Put again", "2=B", "<b/>") }])
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_same_acts_lead_to_the_same(first in random_workspace(), moves in prop::collection::vec(one_move(), 1..30)) {
        let mut history = History::new(first.clone());
        let mut acts: Vec<Act> = Vec::new();
        for one in moves {
            let change = match one {
                Move::Seal => {
                    history.seal();
                    continue;
                }
                Move::Undo | Move::Redo => {
                    let act = if matches!(one, Move::Undo) { Act::Undo } else { Act::Redo };
                    acts.extend(history.act(act.clone()).is_some().then_some(act));
                    continue;
                }
                Move::Letter(is_word) => {
                    let place = Place { profile: ProfileId::FIRST, part: Part::Xml };
                    let end = history.present().text(place).len();
                    let letter = Change::of("Type", place, Edit::insert(end, if is_word { "a" } else { " " }));
                    Change { joining: presence_profile_core::editor::change::Joining::Keystroke, ..letter }
                }
                Move::Wish(wish) => match planned(history.present(), &wish.command(history.present())) {
                    Ok(change) => change,
                    Err(_) => continue,
                },
            };
            let act = history.commitment(change);
            acts.extend(history.act(act.clone()).is_some().then_some(act));
        }
        let mut again = History::new(first);
        for act in acts {
            prop_assert!(again.act(act).is_some());
        }
        prop_assert_eq!(again.present(), history.present());
        prop_assert_eq!(again.revision(), history.revision());
        prop_assert_eq!(again.undo_label(), history.undo_label());
        prop_assert_eq!(seen(&again), seen(&history));
    }

    #[test]
    fn profiles_come_and_go_and_come_back(steps in prop::collection::vec(reshaping(), 1..12)) {
        let first = Workspace::example();
        let mut history = History::new(first.clone());
        let mut all: Option<Change> = None;
        for step in steps {
            let before = history.present().clone();
            let change = step.change(&history);
            let after = change.apply(&before);
            prop_assert_eq!(&change.inverse(&before).apply(&after), &before);
            // Together they are one change with one way back.
            let joined = match all {
                Some(all) => all.then(change.clone()),
                None => change.clone(),
            };
            prop_assert_eq!(&joined.apply(&first), &after);
            prop_assert_eq!(&joined.inverse(&first).apply(&after), &first);
            all = Some(joined);
            history.commit(change);
            prop_assert_eq!(history.present(), &after);
            prop_assert!(history.present().profile(history.fresh_profile()).is_none());
        }
        let last = history.present().clone();
        while history.undo().is_some() {}
        prop_assert_eq!(history.present(), &first);
        while history.redo().is_some() {}
        prop_assert_eq!(history.present(), &last);
    }
}

#[test]
fn an_identity_is_never_given_again() {
    let mut history = History::new(Workspace::example());
    let new = Reshaping::Add.change(&history);
    let first = history.fresh_profile();
    history.commit(new);
    history.undo();
    assert_ne!(history.fresh_profile(), first, "redo may bring it back");
}

#[test]
fn changes_of_one_tick_can_be_replayed_one_by_one() {
    let mut history = History::new(Workspace::example());
    let place = Place { profile: ProfileId::FIRST, part: Part::Options };
    let before = history.present().text(place).to_string();
    for offset in [0, 4] {
        history.commit(Change::of("Insert", place, Edit::insert(offset, "ab")));
    }
    let changes = history.changes_since(0).unwrap();
    let replayed = changes.fold(before, |text, change| change.edits(place).unwrap().apply(&text));
    assert_eq!(replayed, **history.present().text(place));
    assert!(history.changes_since(3).is_none(), "a revision that has not been yet");
}
