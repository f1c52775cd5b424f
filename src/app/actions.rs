//! What can be done: one table of actions drives the bar, the palette, the sheet of keys, the tooltips, the menus and the keys.

pub mod action;
mod cells;
mod editing;
mod entries;
mod files;
mod finding;
pub mod hands;
mod help;
mod panels;
mod problems;
mod profile;
mod tables;
mod translations;
mod viewing;

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

use self::{
    action::{Action, Reach},
    hands::Hands,
};
pub use self::{
    editing::{REDO, UNDO},
    files::{EXPORT, IMPORT},
    help::PALETTE,
    viewing::THEME,
};
use super::{find::opening, session::Page};
use crate::browser::{keyboard, page};

/// All actions, group by group.
pub fn all() -> impl Iterator<Item = &'static Action> + Clone {
    let lists: [&'static [Action]; 12] = [
        editing::ACTIONS,
        cells::ACTIONS,
        tables::ACTIONS,
        entries::ACTIONS,
        translations::ACTIONS,
        finding::ACTIONS,
        problems::ACTIONS,
        viewing::ACTIONS,
        panels::ACTIONS,
        files::ACTIONS,
        profile::ACTIONS,
        help::ACTIONS,
    ];
    lists.into_iter().flatten()
}

/// Does what a key means; whether it means something.
pub fn on_key(hands: Hands, event: &ev::KeyboardEvent) -> bool {
    if keyboard::is_composing(event) || page::has_dialog() {
        return false;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let inside =
        |selector: &str| target.as_ref().is_some_and(|target| target.closest(selector).ok().flatten().is_some());
    let reaches = |action: &&Action| match action.reach {
        Reach::Page => true,
        Reach::BesideDrafts => {
            !inside(".cell--editing, [data-own-undo]") && !hands::is_unsettled_path(hands.session, event)
        }
        Reach::Editor => hands.session.page.get_untracked() == Page::Editor,
        Reach::AtTexts => opening::is_at_home(hands.session),
        Reach::WhileSearching => hands.finder.is_searching() && hands.session.page.get_untracked() == Page::Editor,
        Reach::Grid => false,
        Reach::OutsideFields => hands.question_opens_keys() && !inside("input, textarea, select"),
    };
    let meant = all().filter(|action| action.keys.iter().any(|keys| keys.are(event)));
    let Some(action) = meant.clone().find(reaches) else { return false };
    event.prevent_default();
    action.run(hands);
    true
}
