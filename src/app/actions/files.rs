//! What comes in and leaves.

use leptos::prelude::*;

use super::{
    action::{Action, Group, Reach, What, always, may_change},
    hands::Hands,
};
use crate::app::keys::Keys;
use crate::{
    app::{bar::offers, download_all, export_file, importing::coming},
    browser::page,
};
use presence_profile_core::editor::export;

/// Files and what is pasted, to be looked at first.
pub const IMPORT: Action = Action {
    group: Group::Files,
    name: |_| "Import files, or what you paste: XML, options, tables, exports".to_owned(),
    keys: &[Keys::ctrl("o")],
    reach: Reach::Page,
    why_not: may_change,
    what: What::Run(|hands| {
        // What was pasted and is offered comes first.
        if !offers::import(hands.session) {
            page::settle();
            coming::choose(hands.session);
        }
    }),
};

/// The exact characters, before they leave.
pub const EXPORT: Action = Action {
    group: Group::Files,
    name: |hands| hands.session.analysis.with(|read| export::title(&read.0)),
    keys: &[],
    reach: Reach::Page,
    why_not: always,
    what: What::Run(|hands| {
        hands.session.notice.set(String::new());
        hands.exports.set(true);
    }),
};

const fn action(name: fn(Hands) -> String, keys: &'static [Keys], run: fn(Hands)) -> Action {
    Action { group: Group::Files, name, keys, reach: Reach::Page, why_not: always, what: What::Run(run) }
}

/// All of them.
pub const ACTIONS: &[Action] = &[
    IMPORT,
    EXPORT,
    action(
        |_| "Save the XML file".to_owned(),
        &[Keys::ctrl("s")],
        |hands| {
            page::settle_in_place();
            let session = hands.session;
            session.when_files_are_known(move || export_file::save(session));
        },
    ),
    action(|_| "Download XML".to_owned(), &[], |hands| export_file::download_xml(hands.session)),
    action(|_| "Copy all options".to_owned(), &[], |hands| export_file::copy_all_options(hands.session)),
    action(|_| "Download all, every profile".to_owned(), &[], |hands| download_all::download(hands.session, None)),
    action(|_| "Workspaces and versions".to_owned(), &[], |hands| hands.rooms.set(true)),
];
