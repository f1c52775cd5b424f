//! The profiles, and the mode of the one that is looked at.

use super::{
    action::{Action, Group, Reach, What, always, may_change},
    hands::Hands,
};
use crate::browser::{cells, page};
use presence_profile_core::{editor::command::Command, mapping::options::Mode};

const fn action(name: fn(Hands) -> String, why_not: fn(Hands) -> Option<String>, run: fn(Hands)) -> Action {
    Action { group: Group::Profile, name, keys: &[], reach: Reach::Page, why_not, what: What::Run(run) }
}

fn may_switch(hands: Hands, to: Mode, is_already: &str) -> Option<String> {
    may_change(hands).or_else(|| match hands.session.mode.get() == to {
        true => Some(is_already.to_owned()),
        false => None,
    })
}

fn switch(hands: Hands, pull: bool) {
    if hands.session.dispatch(Command::SetMode { pull }) {
        hands.session.tell(if pull { "Pull mode" } else { "Push mode" });
    }
}

/// Presses a button of the list of profiles, which adds one and has its name written.
fn add(button: &'static str) {
    page::press_id("profiles-open");
    cells::after_rendering(move || page::press_id(button));
}

/// All of them.
pub const ACTIONS: &[Action] = &[
    action(
        |_| "Push mode".to_owned(),
        |hands| may_switch(hands, Mode::Push, "It is in push mode"),
        |hands| switch(hands, false),
    ),
    action(
        |_| "Pull mode".to_owned(),
        |hands| may_switch(hands, Mode::Pull, "It is in pull mode"),
        |hands| switch(hands, true),
    ),
    action(|_| "Profiles\u{2026}".to_owned(), always, |_| page::press_id("profiles-open")),
    action(|_| "New profile, empty".to_owned(), may_change, |_| add("profiles-add-empty")),
    action(|_| "New profile, the guide’s example".to_owned(), may_change, |_| add("profiles-add-example")),
    action(|_| "New profile, a copy of this one".to_owned(), may_change, |_| add("profiles-copy")),
];
