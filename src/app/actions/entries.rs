//! The entry that is looked at, as a whole, and the white space of the file it stands in.

use super::{
    action::{Action, Group, Reach, What, in_editor},
    hands::Hands,
};
use presence_profile_core::{editor::command::Command, mapping::options::Mode};

/// `name` with the ID of the entry, as `Rename READY`.
fn named(hands: Hands, before: &str, behind: &str) -> String {
    let session = hands.session;
    let id = session.entry_in_hand().and_then(|entry| {
        session.matrix.with_untracked(|matrix| matrix.entries.get(entry).map(|entry| entry.id.clone()))
    });
    let id = id.filter(|id| !id.is_empty()).unwrap_or_else(|| "the entry".to_owned());
    format!("{before} {id}{behind}")
}

/// Only where the file is on the page.
fn in_file(hands: Hands) -> Option<String> {
    hands.session.matrix.track();
    in_editor(hands)
}

/// Only where the entries are on the page, and one of them is looked at.
fn with_entry(hands: Hands) -> Option<String> {
    let in_pull = || matches!(hands.session.mode.get(), Mode::Pull).then(|| "Pull mode uses no entries".to_owned());
    in_file(hands).or_else(in_pull).or_else(|| hands.session.no_entry().map(str::to_owned))
}

fn moves(hands: Hands, up: bool) -> Option<String> {
    let no_move = || hands.session.no_move(hands.session.entry_in_hand()?, up);
    with_entry(hands).or_else(|| no_move().map(str::to_owned))
}

/// Does something with the entry that is looked at.
fn with<T>(hands: Hands, run: impl FnOnce(usize) -> T) {
    if let Some(entry) = hands.session.entry_in_hand() {
        run(entry);
    }
}

const fn action(name: fn(Hands) -> String, why_not: fn(Hands) -> Option<String>, run: fn(Hands)) -> Action {
    Action { group: Group::Translations, name, keys: &[], reach: Reach::Editor, why_not, what: What::Run(run) }
}

/// All of them.
pub const ACTIONS: &[Action] = &[
    action(
        |hands| named(hands, "Rename", ""),
        with_entry,
        |hands| with(hands, |entry| hands.session.rename_entry(entry)),
    ),
    action(
        |hands| named(hands, "Duplicate", ""),
        with_entry,
        |hands| with(hands, |entry| hands.session.duplicate_entry(entry)),
    ),
    action(
        |hands| named(hands, "Move", " up"),
        |hands| moves(hands, true),
        |hands| with(hands, |entry| hands.session.move_entry(entry, true)),
    ),
    action(
        |hands| named(hands, "Move", " down"),
        |hands| moves(hands, false),
        |hands| with(hands, |entry| hands.session.move_entry(entry, false)),
    ),
    action(
        |hands| named(hands, "Copy", " to another profile\u{2026}"),
        with_entry,
        |hands| with(hands, |entry| hands.session.copy_entry(entry)),
    ),
    action(
        |hands| named(hands, "Remove entry", ""),
        with_entry,
        |hands| {
            with(hands, |entry| {
                if let Some(place) = hands.session.entry_place(entry) {
                    hands.session.dispatch(Command::RemoveEntry(place));
                }
            });
        },
    ),
    action(
        |_| "Format the XML".to_owned(),
        |hands| in_file(hands).or_else(|| hands.session.no_format().map(str::to_owned)),
        |hands| hands.session.format_xml(),
    ),
];
