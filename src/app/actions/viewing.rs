//! Where one looks.

use leptos::prelude::*;

use super::{
    action::{Action, Group, Reach, What, always, in_editor},
    hands::Hands,
};
use crate::app::keys::Keys;
use crate::{
    app::session::Page,
    browser::{
        page,
        panels::{self, Stops},
        theme,
    },
};
use presence_profile_core::{editor::shares::Panel, mapping::options::Mode, source::text::Part};

/// Where F6 stops: at what is offered, at the bar, and in each panel at what holds its focus.
const STOPS: Stops = Stops {
    first: ".offers",
    panels: ".bar, .stage .panel",
    own: ".cell--active input:not([hidden]), .cell--active textarea:not([hidden]), .cell--active[tabindex='0'], \
          .panel__page textarea",
};

/// The other theme.
pub const THEME: Action = Action {
    group: Group::View,
    name: |hands| if hands.is_dark.get() { "Light theme" } else { "Dark theme" }.to_owned(),
    keys: &[],
    reach: Reach::Page,
    why_not: always,
    what: What::Run(|hands| {
        let next = if hands.is_dark.get_untracked() { "light" } else { "dark" };
        theme::set(next);
        hands.is_dark.set(next == "dark");
    }),
};

const fn turning(name: fn(Hands) -> String, why_not: fn(Hands) -> Option<String>, run: fn(Hands)) -> Action {
    Action { group: Group::View, name, keys: &[], reach: Reach::Page, why_not, what: What::Run(run) }
}

/// All of them.
pub const ACTIONS: &[Action] = &[
    Action { keys: &[Keys::plain("F6")], ..turning(|_| "Next panel".to_owned(), always, |_| step(false)) },
    Action { keys: &[Keys::plain("F6").shift()], ..turning(|_| "Previous panel".to_owned(), always, |_| step(true)) },
    turning(|_| "Editor".to_owned(), always, |hands| hands.session.open_page(Page::Editor)),
    turning(|_| "Assignment".to_owned(), always, |hands| hands.session.open_page(Page::Assignment)),
    turning(|_| "Changes".to_owned(), always, |hands| hands.session.open_page(Page::Changes)),
    turning(|_| "Go live".to_owned(), always, |hands| hands.session.open_page(Page::GoLive)),
    turning(|_| "XML source".to_owned(), in_editor, |hands| show(hands, Part::Xml)),
    turning(|_| "Options".to_owned(), in_editor, |hands| show(hands, Part::Options)),
    turning(
        |_| "Wrap lines".to_owned(),
        in_editor,
        |hands| {
            hands.room.bring(Panel::Source);
            page::press_id("wrap-lines");
        },
    ),
    turning(
        |_| "All languages in the preview".to_owned(),
        |hands| {
            let in_pull = || (hands.session.mode.get() == Mode::Pull).then(|| "Pull mode has no preview".to_owned());
            in_editor(hands).or_else(in_pull)
        },
        |hands| {
            hands.room.bring(Panel::Preview);
            page::press_id("unfold-languages");
        },
    ),
    THEME,
];

fn show(hands: Hands, part: Part) {
    hands.session.show_pane(part);
    hands.room.bring(Panel::Source);
}

fn step(is_back: bool) {
    page::settle();
    panels::step(&STOPS, is_back);
}
