//! Records of work: what is written is read, and what is broken is told and breaks nothing else.

mod following;
mod mutilated;
pub mod samples;
pub mod sessions;

use std::sync::Arc;

use presence_profile_core::{
    editor::{
        change::{Change, Joining},
        history::{Done, History},
        place::{Place, ProfileId},
        saved::{self, Parting, Snapshot},
        workspace::{SetAside, Workspace},
    },
    source::{edit::Edit, text::Part},
};
use proptest::prelude::*;

use self::sessions::session;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn what_is_written_is_read(session in session()) {
        for (done, change) in &session.acts {
            prop_assert_eq!(saved::read_act(&saved::act(*done, change)), Ok((*done, change.clone())));
        }
        let workspace = session.history.present().clone();
        let snapshot = Snapshot { workspace, highest: ProfileId::FIRST, steps: 7 };
        prop_assert_eq!(saved::read_snapshot(&saved::snapshot(&snapshot)), Ok(snapshot));
    }
}

#[test]
fn a_letter_takes_few_bytes() {
    const LETTERS: usize = 1000;
    let mut history = History::new(Workspace::example());
    let place = Place { profile: ProfileId::FIRST, part: Part::Xml };
    let middle = history.present().text(place).len() / 2;
    let start = history.present().text(place).floor_char_boundary(middle);
    let mut bytes = 0;
    for (at, letter) in "Lorem ipsum dolor ".chars().cycle().take(LETTERS).enumerate() {
        let typed = Change::of("Type in XML source", place, Edit::insert(start + at, letter));
        let act = history.commitment(Change { joining: Joining::Keystroke, ..typed });
        let done = sessions::done(&act);
        bytes += saved::act(done, history.act(act).unwrap()).len();
    }
    let mean = bytes / LETTERS;
    println!("a letter takes {mean} bytes");
    assert!(mean < 64, "a letter takes {mean} bytes");
}

#[test]
fn an_unknown_law_is_not_set_aside_any_more() {
    let of_law = |code| {
        let mut workspace = Workspace::example();
        let profile = Arc::make_mut(&mut workspace.profiles[0]);
        profile.choices.set_aside = vec![SetAside::law(code), samples::aside("encoding")];
        saved::snapshot(&Snapshot { workspace, highest: ProfileId::FIRST, steps: 0 })
    };
    let read = saved::read_snapshot(&of_law("a-law-of-yesterday")).unwrap();
    assert_eq!(read.workspace.profiles[0].choices.set_aside, [samples::aside("encoding")]);
    let read = saved::read_snapshot(&of_law("well-formed")).unwrap();
    assert_eq!(read.workspace.profiles[0].choices.set_aside.len(), 2);
}

#[test]
fn undo_has_its_change_in_its_record() {
    let mut history = History::new(Workspace::example());
    let place = Place { profile: ProfileId::FIRST, part: Part::Options };
    history.commit(Change::of("Insert", place, Edit::insert(0, "# ")));
    let undone = history.undo().unwrap().clone();
    let (done, change) = saved::read_act(&saved::act(Done::Undo, &undone)).unwrap();
    assert_eq!(done, Done::Undo);
    assert_eq!(change, undone);
}

#[test]
fn what_a_page_still_held_goes_on_where_the_disk_ends() {
    let acts = [b"a", b"b", b"c"].map(|act| act.to_vec()).to_vec();
    let parting = Parting { owner: 1, at: 0.0, first: 7, acts, view: Vec::new(), exported: None };
    let from = |next| parting.acts_from(next).map(|(number, act)| (number, act[0] as char)).collect::<Vec<_>>();
    assert_eq!(from(7), [(7, 'a'), (8, 'b'), (9, 'c')]);
    // The disk had the first two after all.
    assert_eq!(from(9), [(9, 'c')]);
    assert_eq!(from(10), []);
    assert_eq!(from(30), []);
    // One that is missing between them is no ground to go on from.
    assert_eq!(from(6), []);
}
