//! What the laws say, and what can be done about it.

use super::{
    action::{Action, Group, Reach, What, in_editor},
    hands::Hands,
};
use crate::app::keys::Keys;
use crate::{
    app::problems::{navigation, ways},
    browser::page,
};
use presence_profile_core::editor::{command::Fixes, fixing};

fn step(hands: Hands, is_back: bool) {
    page::settle();
    navigation::step(hands.session, hands.panel, is_back);
}

fn safe(hands: Hands) -> usize {
    hands.session.analysis.with(|read| fixing::count(&read.0, &Fixes::Safe))
}

/// All of them.
pub const ACTIONS: &[Action] = &[
    Action {
        group: Group::Problems,
        name: |_| "Next problem".to_owned(),
        keys: &[Keys::plain("F8")],
        reach: Reach::Editor,
        why_not: in_editor,
        what: What::Run(|hands| step(hands, false)),
    },
    Action {
        group: Group::Problems,
        name: |_| "Previous problem".to_owned(),
        keys: &[Keys::plain("F8").shift()],
        reach: Reach::Editor,
        why_not: in_editor,
        what: What::Run(|hands| step(hands, true)),
    },
    Action {
        group: Group::Problems,
        name: |_| "What can be done here".to_owned(),
        keys: &[Keys::ctrl(".")],
        reach: Reach::Editor,
        why_not: in_editor,
        what: What::Run(|hands| {
            page::settle();
            ways::open_at_focus(hands.session, hands.panel);
        }),
    },
    Action {
        group: Group::Problems,
        name: |hands| match safe(hands) {
            1 => "Apply 1 safe fix".to_owned(),
            count => format!("Apply {count} safe fixes"),
        },
        keys: &[],
        reach: Reach::Editor,
        why_not: |hands| {
            in_editor(hands).or_else(|| match safe(hands) {
                0 => Some("No problem has a safe fix".to_owned()),
                _ => None,
            })
        },
        what: What::Run(|hands| hands.panel.preview_safe()),
    },
];
