//! What there is to know.

use leptos::prelude::*;

use super::action::{Action, Group, Reach, What, always};
use crate::app::keys::Keys;

/// All actions, by what is typed of their names.
pub const PALETTE: Action = Action {
    group: Group::Help,
    name: |_| "All actions".to_owned(),
    keys: &[Keys::ctrl("k")],
    reach: Reach::Page,
    why_not: always,
    what: What::Run(|hands| hands.open_palette()),
};

/// All of them.
pub const ACTIONS: &[Action] = &[
    PALETTE,
    Action {
        group: Group::Help,
        name: |_| "All keys".to_owned(),
        keys: &[Keys::plain("?")],
        reach: Reach::OutsideFields,
        why_not: always,
        what: What::Run(|hands| hands.key_sheet.set(true)),
    },
];
