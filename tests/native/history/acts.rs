//! The history as a fold of acts, and changes of the list of profiles.

use std::sync::Arc;

use presence_profile_core::{
    editor::{
        assigned::{ExtensionDn, Reassignment},
        change::{Change, Joining, List},
        history::{Act, History},
        place::{Place, ProfileId},
        workspace::{Choices, Profile, Workspace},
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

/// Does what moves say; the acts that came of it, and what they changed.
fn walk(history: &mut History, moves: Vec<Move>) -> Vec<(Act, Change)> {
    let mut acts = Vec::new();
    for one in moves {
        let act = match one {
            Move::Seal => {
                history.seal();
                continue;
            }
            Move::Undo => Act::Undo,
            Move::Redo => Act::Redo,
            Move::Letter(is_word) => {
                let place = Place { profile: ProfileId::FIRST, part: Part::Xml };
                let end = history.present().text(place).len();
                let letter = Change::of("Type", place, Edit::insert(end, if is_word { "a" } else { " " }));
                history.commitment(Change { joining: Joining::Keystroke, ..letter })
            }
            Move::Wish(wish) => match planned(history.present(), &wish.command(history.present())) {
                Ok(change) => history.commitment(change),
                Err(_) => continue,
            },
        };
        let change = history.act(act.clone()).cloned();
        acts.extend(change.map(|change| (act, change)));
    }
    acts
}

/// What can be done to the list of profiles.
#[derive(Debug, Clone)]
pub enum Reshaping {
    Add,
    Remove(Index),
    Move(Index, Index),
    Rename(Index),
    Type(Index, bool),
    Choose(Index),
    Assign(Option<(u8, Option<bool>)>),
    PutAgain(Index),
}

/// Reshapings of every kind.
pub fn reshaping() -> impl Strategy<Value = Reshaping> {
    prop_oneof![
        Just(Reshaping::Add),
        any::<Index>().prop_map(Reshaping::Remove),
        any::<(Index, Index)>().prop_map(|(from, to)| Reshaping::Move(from, to)),
        any::<Index>().prop_map(Reshaping::Rename),
        any::<(Index, bool)>().prop_map(|(at, in_xml)| Reshaping::Type(at, in_xml)),
        any::<Index>().prop_map(Reshaping::Choose),
        any::<Option<(u8, Option<bool>)>>().prop_map(Reshaping::Assign),
        any::<Index>().prop_map(Reshaping::PutAgain),
    ]
}

impl Reshaping {
    /// The change it comes to.
    pub fn change(&self, history: &History) -> Change {
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
                let text = workspace.text(place);
                let middle = text.floor_char_boundary(text.len() / 2);
                Change::of("Type", place, Edits::from(Edit::insert(middle, "x")))
            }
            Reshaping::Choose(index) => {
                let choices = Choices { languages: vec![Lcid::new(1031)], ..Choices::default() };
                Change::new("Choose").with_choices(order[at(index)], choices)
            }
            Reshaping::Assign(None) => {
                let revision = history.revision();
                let application = (!revision.is_multiple_of(3)).then(|| Arc::from(format!("P{revision}")));
                let assigned = Reassignment { application: Some(application), extensions: Vec::new() };
                Change::new("Assign").with_assigned(assigned.against(&workspace.assigned))
            }
            // A few Extensions only, so that they meet again.
            Reshaping::Assign(Some((number, name))) => {
                let row = |number: u8| {
                    let name = name.map(|is_named| Arc::from(if is_named { "Presence" } else { "" }));
                    (ExtensionDn::new(&(number % 5).to_string()), name)
                };
                let mut extensions = vec![row(*number), row(number.wrapping_add(1))];
                extensions.sort_unstable();
                extensions.dedup_by(|one, other| one.0 == other.0);
                let assigned = Reassignment { application: None, extensions };
                Change::new("Assign").with_assigned(assigned.against(&workspace.assigned))
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
        let acts = walk(&mut history, moves);
        let mut again = History::new(first);
        for (act, _) in acts {
            prop_assert!(again.act(act).is_some());
        }
        prop_assert_eq!(again.present(), history.present());
        prop_assert_eq!(again.revision(), history.revision());
        prop_assert_eq!(again.undo_label(), history.undo_label());
        prop_assert_eq!(seen(&again), seen(&history));
    }

    #[test]
    fn what_was_done_before_comes_under_what_is_done_since(
        first in random_workspace(),
        before in prop::collection::vec(one_move(), 1..20),
        since in prop::collection::vec(one_move(), 0..12),
    ) {
        let mut whole = History::new(first.clone());
        let before = walk(&mut whole, before);
        let mut resumed = History::resumed(whole.present().clone(), whole.highest_profile());
        for (act, change) in walk(&mut resumed, since) {
            whole.replay(act.done(), change);
        }
        let mut earlier = History::new(first);
        for (act, change) in before {
            earlier.replay(act.done(), change);
        }
        resumed.recall(earlier);
        prop_assert_eq!(resumed.present(), whole.present());
        prop_assert_eq!(resumed.fresh_profile(), whole.fresh_profile());
        prop_assert_eq!(seen(&resumed), seen(&whole));
        // And it stands where it stood: as much can be undone.
        let undone = |mut history: History| std::iter::from_fn(move || history.undo().map(|_| ())).count();
        prop_assert_eq!(undone(resumed), undone(whole));
    }

    #[test]
    fn what_is_older_than_the_first_that_is_held_can_be_replayed(
        first in random_workspace(),
        moves in prop::collection::vec(one_move(), 1..30),
        cut in any::<Index>(),
    ) {
        let mut history = History::new(first.clone());
        let acts = walk(&mut history, moves);
        let cut = cut.index(acts.len() + 1);
        let mut until = History::new(first.clone());
        let (mut later, mut was) = (None, vec![first]);
        for (at, (act, change)) in acts.iter().enumerate() {
            if at == cut {
                later = Some(History::resumed(until.present().clone(), until.highest_profile()));
            }
            until.replay(act.done(), change.clone());
            was.push(until.present().clone());
            if let Some(later) = &mut later {
                prop_assert!(change.fits(later.present()));
                later.replay(act.done(), change.clone());
            }
        }
        let Some(later) = later else { return Ok(()) };
        prop_assert_eq!(later.present(), history.present());
        // Whatever of the past is held has been so once.
        prop_assert!(seen(&later).0.iter().all(|workspace| was.contains(workspace)));
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
