//! Random sessions of work, with what was done in them.

use presence_profile_core::{
    editor::{
        change::{Change, Joining},
        history::{Act, Done, History},
        place::Place,
        workspace::Workspace,
    },
    source::{edit::Edit, text::Part},
};
use proptest::prelude::*;

use crate::{
    commands::{
        planned,
        wishes::{Wish, random_workspace, wish},
    },
    history::acts::{Reshaping, reshaping},
};

/// A history from its beginning, and what was done in it.
#[derive(Debug, Clone)]
pub struct Session {
    pub first: Workspace,
    pub acts: Vec<(Done, Change)>,
    pub history: History,
}

#[derive(Debug, Clone)]
enum Move {
    Wish(Wish),
    Reshape(Reshaping),
    Letter(bool),
    Undo,
    Redo,
}

/// What an act does.
pub fn done(act: &Act) -> Done {
    match act {
        Act::Commit { joined, .. } => Done::Commit { joined: *joined },
        Act::Undo => Done::Undo,
        Act::Redo => Done::Redo,
    }
}

/// Sessions in which everything happens.
pub fn session() -> impl Strategy<Value = Session> {
    let one = prop_oneof![
        3 => wish().prop_map(Move::Wish),
        2 => reshaping().prop_map(Move::Reshape),
        3 => any::<bool>().prop_map(Move::Letter),
        2 => Just(Move::Undo),
        1 => Just(Move::Redo),
    ];
    let moves = prop::collection::vec(one, 1..24);
    (random_workspace(), moves).prop_map(|(first, moves)| Session::of(first, moves))
}

impl Session {
    fn of(first: Workspace, moves: Vec<Move>) -> Session {
        let mut session = Session { acts: Vec::new(), history: History::new(first.clone()), first };
        for one in moves {
            let history = &session.history;
            let act = match one {
                Move::Undo => Act::Undo,
                Move::Redo => Act::Redo,
                Move::Letter(is_word) => {
                    let place = Place { profile: history.present().profiles[0].id, part: Part::Xml };
                    let end = history.present().text(place).len();
                    let letter = Change::of("Type", place, Edit::insert(end, if is_word { "a" } else { " " }));
                    history.commitment(Change { joining: Joining::Keystroke, ..letter })
                }
                Move::Reshape(reshaping) => history.commitment(reshaping.change(history)),
                Move::Wish(wish) => match planned(history.present(), &wish.command(history.present())) {
                    Ok(change) => history.commitment(change),
                    Err(_) => continue,
                },
            };
            let done = done(&act);
            if let Some(change) = session.history.act(act) {
                session.acts.push((done, change.clone()));
            }
        }
        session
    }

    /// The workspace after so many acts.
    pub fn after(&self, acts: usize) -> Workspace {
        self.acts[..acts].iter().fold(self.first.clone(), |workspace, (_, change)| change.apply(&workspace))
    }
}
