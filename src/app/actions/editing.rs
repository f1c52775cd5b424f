//! Steps that come and go.

use super::{
    action::{Action, Group, Reach, What, may_change},
    hands::Hands,
};
use crate::app::keys::Keys;

/// Takes the last step back.
pub const UNDO: Action = Action {
    group: Group::Edit,
    name: |hands| named("Undo", hands.session.undo_label()),
    keys: &[Keys::ctrl("z")],
    reach: Reach::BesideDrafts,
    why_not: |hands| may_step(hands, hands.session.undo_label(), "Nothing to undo"),
    what: What::Run(|hands| hands.session.undo()),
};

/// Does again what was taken back.
pub const REDO: Action = Action {
    group: Group::Edit,
    name: |hands| named("Redo", hands.session.redo_label()),
    keys: &[Keys::ctrl("y"), Keys::ctrl("z").shift()],
    reach: Reach::BesideDrafts,
    why_not: |hands| may_step(hands, hands.session.redo_label(), "Nothing to redo"),
    what: What::Run(|hands| hands.session.redo()),
};

/// All of them.
pub const ACTIONS: &[Action] = &[UNDO, REDO];

/// `Undo`, and what it takes back.
fn named(word: &str, label: Option<String>) -> String {
    label.map_or_else(|| word.to_owned(), |label| format!("{word}: {label}"))
}

fn may_step(hands: Hands, label: Option<String>, nothing: &str) -> Option<String> {
    may_change(hands).or_else(|| match label {
        Some(_) => None,
        // What was done before may still be on its way: the session says so.
        None if hands.session.is_recalling() => None,
        None => Some(nothing.to_owned()),
    })
}
