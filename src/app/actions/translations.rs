//! The translations at scale: from gap to gap, what is looked for, which languages are seen, and what is handed over.

use leptos::prelude::*;

use super::{
    action::{Action, Group, Reach, What, may_change},
    hands::Hands,
};
use crate::app::{keys::Keys, language, translations::acting};
use presence_profile_core::{
    editor::{command::Command, shown_texts::filter::EntryFilter},
    mapping::lcid::Lcid,
};

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

const fn action(name: fn(Hands) -> String, why_not: fn(Hands) -> Option<String>, run: fn(Hands)) -> Action {
    Action { group: Group::Translations, name, keys: &[], reach: Reach::Editor, why_not, what: What::Run(run) }
}

/// What one goes to.
fn gap(hands: Hands, way: &str) -> String {
    match acting::sought_language(hands.session) {
        Some(lcid) => format!("{way} gap in {}", language::name(lcid)),
        None if acting::are_only_gaps(hands.session) => format!("{way} gap"),
        None => format!("{way} gap or problem"),
    }
}

const fn with_keys(keys: &'static [Keys], action: Action) -> Action {
    Action { keys, ..action }
}

/// The language of the active cell, or `this language`.
fn of_language(hands: Hands, before: &str, behind: &str) -> String {
    let lcid = acting::active_language(hands.session);
    format!("{before} {}{behind}", lcid.map_or_else(|| "this language".to_owned(), language::name))
}

/// Something with the language of the active cell.
fn with_language(hands: Hands, why_not: impl FnOnce(Lcid) -> Option<&'static str>) -> Option<String> {
    and(hands, acting::active_language(hands.session).map_or(Some("the active cell has no language"), why_not))
}

fn moves(hands: Hands, is_right: bool) -> Option<String> {
    with_language(hands, |lcid| acting::cannot_move(hands.session, lcid, is_right))
}

fn with<T>(hands: Hands, run: impl FnOnce(Lcid) -> T) {
    if let Some(lcid) = acting::active_language(hands.session) {
        run(lcid);
    }
}

macro_rules! filter {
    ($filter:expr, $name:expr) => {
        action(|_| $name.to_owned(), in_table, |hands| hands.session.choose_filter($filter))
    };
}

/// All of them.
pub const ACTIONS: &[Action] = &[
    with_keys(
        &[Keys::alt("PageDown")],
        action(|hands| gap(hands, "Next"), in_table, |hands| acting::step(hands.session, false)),
    ),
    with_keys(
        &[Keys::alt("PageUp")],
        action(|hands| gap(hands, "Previous"), in_table, |hands| acting::step(hands.session, true)),
    ),
    filter!(EntryFilter::All, "Show all entries"),
    filter!(EntryFilter::Gaps, "Show entries with gaps"),
    filter!(EntryFilter::Problems, "Show entries with problems"),
    filter!(EntryFilter::Long, "Show entries with texts over 64"),
    filter!(EntryFilter::Unused, "Show unused entries"),
    filter!(EntryFilter::Changed, "Show changed entries"),
    action(
        |hands| of_language(hands, "Only gaps in", ""),
        |hands| with_language(hands, |_| None),
        |hands| with(hands, |lcid| acting::show_gaps_in(hands.session, lcid)),
    ),
    action(
        |hands| of_language(hands, "Copy from the reference into the gaps of", ""),
        |hands| {
            with_language(hands, |lcid| acting::cannot_copy_from_reference(hands.session, lcid))
                .or_else(|| may_change(hands))
        },
        |hands| with(hands, |lcid| acting::copy_from_reference(hands.session, lcid)),
    ),
    action(
        |hands| of_language(hands, "Move", " left"),
        |hands| moves(hands, false).or_else(|| may_change(hands)),
        |hands| with(hands, |lcid| acting::move_language(hands.session, lcid, false)),
    ),
    action(
        |hands| of_language(hands, "Move", " right"),
        |hands| moves(hands, true).or_else(|| may_change(hands)),
        |hands| with(hands, |lcid| acting::move_language(hands.session, lcid, true)),
    ),
    action(
        |hands| of_language(hands, "Hide", ""),
        |hands| and(hands, acting::cannot_hide_active(hands.session)),
        |hands| acting::hide_active(hands.session),
    ),
    action(
        |_| "Show all languages".to_owned(),
        |hands| and(hands, acting::cannot_show_all_languages(hands.session)),
        |hands| acting::show_all_languages(hands.session),
    ),
    action(
        |hands| of_language(hands, "Use", " as reference"),
        |hands| and(hands, acting::cannot_use_active_as_reference(hands.session)),
        |hands| acting::use_active_as_reference(hands.session),
    ),
    action(
        |hands| of_language(hands, "Preview in", ""),
        |hands| with_language(hands, |_| None),
        |hands| with(hands, |lcid| hands.session.viewer.set(lcid)),
    ),
    action(
        |hands| of_language(hands, "Copy", " to another profile\u{2026}"),
        |hands| with_language(hands, |_| None).or_else(|| may_change(hands)),
        |hands| with(hands, |lcid| hands.session.copy_language(lcid)),
    ),
    action(
        |hands| of_language(hands, "Remove", " and its texts"),
        |hands| with_language(hands, |_| None).or_else(|| may_change(hands)),
        |hands| with(hands, |lcid| hands.session.dispatch(Command::RemoveLanguage(lcid))),
    ),
    action(
        |_| "CSV for translators".to_owned(),
        in_table,
        |hands| acting::hand_over(hands.session, &acting::handed_over(hands.session)),
    ),
];
