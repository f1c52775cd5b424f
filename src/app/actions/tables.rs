//! The fifteen rows, the entries and their texts.

use leptos::prelude::*;

use super::{
    action::{Action, Group, Reach, What, in_editor, may_change},
    hands::Hands,
};
use crate::app::states;
use presence_profile_core::mapping::options::Mode;

/// In pull mode neither rows nor texts are shown.
fn in_push(hands: Hands) -> Option<String> {
    in_editor(hands).or_else(|| match hands.session.mode.get() {
        Mode::Pull => Some("Pull mode uses neither rows nor texts".to_owned()),
        _ => None,
    })
}

fn changes_in_push(hands: Hands) -> Option<String> {
    in_push(hands).or_else(|| may_change(hands))
}

const fn action(
    group: Group,
    name: fn(Hands) -> String,
    why_not: fn(Hands) -> Option<String>,
    run: fn(Hands),
) -> Action {
    Action { group, name, keys: &[], reach: Reach::Editor, why_not, what: What::Run(run) }
}

/// All of them.
pub const ACTIONS: &[Action] = &[
    action(
        Group::States,
        |hands| if hands.is_pivot.get() { "Show as rows" } else { "Show as 5 × 3" }.to_owned(),
        in_push,
        |hands| hands.is_pivot.update(|is| *is = !*is),
    ),
    action(Group::States, |_| "Copy aggregated-states".to_owned(), in_push, |hands| states::copy_value(hands.session)),
    action(
        Group::Translations,
        |_| "Add entry\u{2026}".to_owned(),
        changes_in_push,
        |hands| hands.adds_entry.set(true),
    ),
    action(
        Group::Translations,
        |_| "Add language\u{2026}".to_owned(),
        changes_in_push,
        |hands| hands.adds_language.set(true),
    ),
];
