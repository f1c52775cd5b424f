//! The translations at scale: from gap to gap, what is looked for, which languages are seen, and what is handed over.

use leptos::prelude::*;

use super::{
    action::{Action, Group, Reach, What, may_change},
    hands::Hands,
};
use crate::app::{keys::Keys, translations::acting};
use presence_profile_core::editor::shown_texts::filter::EntryFilter;

/// Only where the translations are.
fn in_table(hands: Hands) -> Option<String> {
    // They are asked for whenever the page has changed.
    hands.session.page.track();
    hands.session.mode.track();
    hands.session.table.shown.track();
    acting::cannot_act(hands.session).map(capital)
}

/// And where something else allows it.
fn and(hands: Hands, why_not: Option<&str>) -> Option<String> {
    in_table(hands).or_else(|| why_not.map(capital))
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

const fn action(
    name: fn(Hands) -> String,
    keys: &'static [Keys],
    why_not: fn(Hands) -> Option<String>,
    run: fn(Hands),
) -> Action {
    Action { group: Group::Translations, name, keys, reach: Reach::Editor, why_not, what: What::Run(run) }
}

macro_rules! filter {
    ($filter:expr, $name:expr) => {
        action(|_| $name.to_owned(), &[], in_table, |hands| hands.session.choose_filter($filter))
    };
}

/// All of them.
pub const ACTIONS: &[Action] = &[
    action(|_| "Next gap".to_owned(), &[Keys::alt("PageDown")], in_table, |hands| acting::step(hands.session, false)),
    action(|_| "Previous gap".to_owned(), &[Keys::alt("PageUp")], in_table, |hands| acting::step(hands.session, true)),
    filter!(EntryFilter::All, "Show all entries"),
    filter!(EntryFilter::Gaps, "Show entries with gaps"),
    filter!(EntryFilter::Problems, "Show entries with problems"),
    filter!(EntryFilter::Long, "Show entries with texts over 64"),
    filter!(EntryFilter::Unused, "Show unused entries"),
    filter!(EntryFilter::Changed, "Show changed entries"),
    action(
        |_| "Copy from the reference into the gaps of this language".to_owned(),
        &[],
        |hands| {
            let lcid = acting::active_language(hands.session);
            let why_not = match lcid {
                Some(lcid) => acting::cannot_copy_from_reference(hands.session, lcid),
                None => Some("the active cell has no language"),
            };
            and(hands, why_not).or_else(|| may_change(hands))
        },
        |hands| {
            if let Some(lcid) = acting::active_language(hands.session) {
                acting::copy_from_reference(hands.session, lcid);
            }
        },
    ),
    action(
        |_| "Hide this language".to_owned(),
        &[],
        |hands| and(hands, acting::cannot_hide_active(hands.session)),
        |hands| acting::hide_active(hands.session),
    ),
    action(
        |_| "Show all languages".to_owned(),
        &[],
        |hands| and(hands, acting::cannot_show_all_languages(hands.session)),
        |hands| acting::show_all_languages(hands.session),
    ),
    action(
        |_| "Use this language as reference".to_owned(),
        &[],
        |hands| and(hands, acting::cannot_use_active_as_reference(hands.session)),
        |hands| acting::use_active_as_reference(hands.session),
    ),
    action(
        |_| "CSV for translators".to_owned(),
        &[],
        in_table,
        |hands| acting::hand_over(hands.session, &acting::handed_over(hands.session)),
    ),
];
