//! The profiles, and the mode of the one that is looked at.

use super::{
    action::{Action, Group, Reach, What, always, may_change},
    hands::Hands,
};
use crate::browser::{cells, page};
use presence_profile_core::{
    editor::{
        arranging::{Arrangement, Start},
        command::Command,
    },
    mapping::options::Mode,
};

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

fn add(hands: Hands, start: Start) {
    page::settle();
    if hands.session.arrange(&Arrangement::Add { start, behind: hands.session.looked_at_untracked() }) {
        // What is typed next is its name, as where the list of profiles adds one.
        page::press_id("profiles-open");
        cells::after_rendering(|| page::press_id("profiles-rename"));
    }
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
    action(|_| "New profile, empty".to_owned(), may_change, |hands| add(hands, Start::Empty)),
    action(|_| "New profile, the guide’s example".to_owned(), may_change, |hands| add(hands, Start::Example)),
    action(
        |_| "New profile, a copy of this one".to_owned(),
        may_change,
        |hands| add(hands, Start::CopyOf(hands.session.looked_at_untracked())),
    ),
];
