//! What is looked for, and what takes its place.

use super::{
    action::{Action, Group, Reach, What, in_editor},
    hands::Hands,
};
use crate::app::{
    find::{going, opening, replacing},
    keys::Keys,
};

const fn action(
    name: fn(Hands) -> String,
    keys: &'static [Keys],
    reach: Reach,
    why_not: fn(Hands) -> Option<String>,
    run: fn(Hands),
) -> Action {
    Action { group: Group::Find, name, keys, reach, why_not, what: What::Run(run) }
}

/// Only while something is looked for.
fn while_searching(hands: Hands) -> Option<String> {
    in_editor(hands).or_else(|| match hands.finder.is_searching() {
        true => None,
        false => Some("Nothing is looked for".to_owned()),
    })
}

/// All of them.
pub const ACTIONS: &[Action] = &[
    action(
        |_| "Find".to_owned(),
        &[Keys::ctrl("f")],
        Reach::AtTexts,
        in_editor,
        |hands| opening::open(hands.session, hands.finder, false),
    ),
    action(
        |_| "Find and replace".to_owned(),
        &[Keys::ctrl("h")],
        Reach::AtTexts,
        in_editor,
        |hands| opening::open(hands.session, hands.finder, true),
    ),
    action(
        |_| "Next hit".to_owned(),
        &[Keys::plain("F3")],
        Reach::WhileSearching,
        while_searching,
        |hands| going::step(hands.session, hands.finder, false),
    ),
    action(
        |_| "Previous hit".to_owned(),
        &[Keys::plain("F3").shift()],
        Reach::WhileSearching,
        while_searching,
        |hands| going::step(hands.session, hands.finder, true),
    ),
    action(
        |_| "Replace what is ticked".to_owned(),
        &[],
        Reach::WhileSearching,
        |hands| while_searching(hands).or_else(|| replacing::why_not(hands.session, hands.finder).map(str::to_owned)),
        |hands| replacing::replace(hands.session, hands.finder),
    ),
];
