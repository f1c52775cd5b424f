//! What is looked at: a page, a profile, a pane, and how far each of them is scrolled.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Session, progress::Progress};
use crate::browser::{page, scrolling};
use presence_profile_core::{
    editor::{
        place::{EntryPlace, Place, ProfileId},
        saved::{Page, ProfileView, View},
        workspace::Profile,
    },
    mapping::options::Mode,
    source::text::Part,
};

/// Finds what is made anew for another page and another profile.
pub(super) const PANELS: &str = ".stage";

/// Finds what is made anew for another mode.
pub(super) const PANELS_OF_MODE: &str = ".work__lead";

/// Finds the text areas of the source panel.
pub const TEXTS: &str = ".source__area";

/// Which text the source panel shows, in each mode: pull mode has no use for the XML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Panes {
    pub push: Part,
    pub pull: Part,
}

impl Panes {
    /// Those of a profile that is looked at first.
    pub const FIRST: Panes = Panes { push: Part::Xml, pull: Part::Options };
}

/// How far things are scrolled, by profile and name, in CSS pixels: from the left and from the top.
pub(super) type Scrolled = Vec<((ProfileId, String), (i32, i32))>;

impl Session {
    /// A text of the profile.
    pub fn text(self, part: Part) -> Arc<str> {
        self.with_profile(|profile| profile.text(part).clone())
    }

    /// The place of a text of the profile.
    pub fn place(self, part: Part) -> Place {
        Place { profile: self.profile.get_untracked(), part }
    }

    /// Where an entry of the present reading stands.
    pub fn entry_place(self, entry: usize) -> Option<EntryPlace> {
        self.analysis.with_untracked(|read| read.0.entry_place(entry))
    }

    /// The profile that is looked at, now and whenever it is another one.
    pub fn looked_at(self) -> ProfileId {
        self.profile.get()
    }

    /// The profile that is looked at.
    pub fn looked_at_untracked(self) -> ProfileId {
        self.profile.get_untracked()
    }

    /// Shows a profile in the editor. What is open is taken first: it was meant for the profile it stands in.
    pub fn look_at(self, profile: ProfileId) {
        let is_there = self.history.with_untracked(|history| history.present().profile(profile).is_some());
        if is_there && self.profile.get_untracked() != profile {
            page::leave(PANELS);
            self.profile.set(profile);
            self.judge_others();
        }
        self.turn_to(Page::Editor);
    }

    /// Turns to a page by hand: what was said was about what is not seen any more.
    pub fn open_page(self, page: Page) {
        if self.page.get_untracked() != page {
            self.notice.set(String::new());
        }
        self.turn_to(page);
    }

    /// Shows a page.
    pub fn turn_to(self, page: Page) {
        if self.page.get_untracked() != page {
            page::leave(PANELS);
            self.page.set(page);
        }
    }

    /// Whether the panels are those of pull mode: where the mode is not set, they are those of push mode.
    pub fn is_pull(self) -> bool {
        self.mode.get() == Mode::Pull
    }

    /// Which text the source panel shows.
    pub fn pane(self) -> Part {
        let panes = self.panes.get();
        if self.is_pull() { panes.pull } else { panes.push }
    }

    /// See [`Session::pane`].
    pub fn pane_untracked(self) -> Part {
        untrack(move || self.pane())
    }

    /// Shows a text in the source panel.
    pub fn show_pane(self, part: Part) {
        let panes = self.panes.get_untracked();
        let panes = match self.mode.get_untracked() {
            Mode::Pull => Panes { pull: part, ..panes },
            _ => Panes { push: part, ..panes },
        };
        self.panes.set(panes);
    }

    /// The options are typed in: whatever mode they come to, they stay where they are.
    pub fn hold_options(self) {
        let held = Panes { push: Part::Options, pull: Part::Options };
        if self.panes.get_untracked() != held {
            self.panes.set(held);
        }
    }

    /// Asks to be told when something else is looked at.
    pub(super) fn track_view(self) {
        self.profile.track();
        self.page.track();
        self.progress.track();
        self.viewer.track();
        self.panes.track();
        self.table.track();
        self.selected.track();
    }

    /// What is looked at in every profile.
    pub(super) fn profile_views(self) -> Vec<(ProfileId, ProfileView)> {
        let revision = self.revision_untracked();
        let view = |profile: &Profile| {
            let Panes { push, pull } = self.panes.of_untracked(profile.id).unwrap_or(Panes::FIRST);
            let (row, entry) = self.selected.of_untracked(profile.id, revision);
            let viewer = self.viewer.of_untracked(profile.id).unwrap_or(profile.choices.default_language);
            let (columns, filter) = self.table.of_untracked(profile.id);
            (profile.id, ProfileView { viewer, push, pull, row, entry, columns, filter })
        };
        self.workspace_untracked(|workspace| workspace.profiles.iter().map(|profile| view(profile)).collect())
    }

    /// Looks at what was looked at when the page was open last.
    pub(super) fn look_again(self, view: &View) {
        let is_there = |profile: ProfileId| self.workspace_untracked(|workspace| workspace.profile(profile).is_some());
        if is_there(view.looked_at) {
            self.profile.set(view.looked_at);
        }
        self.page.set(view.page);
        self.progress.set(Progress { ticks: view.ticks.clone(), is_by_stop: view.is_by_stop });
        for (profile, of) in view.profiles.iter().filter(|(profile, _)| is_there(*profile)) {
            self.viewer.set_of(*profile, of.viewer);
            self.panes.set_of(*profile, Panes { push: of.push, pull: of.pull });
            self.selected.select_again(*profile, of.row, of.entry.clone());
            self.table.look_again(*profile, of.columns.clone(), of.filter);
        }
    }

    /// Panels have come in the place of others: what those followed forgets them.
    pub fn renew(self) {
        self.analysis.renew();
        self.mode.renew();
        self.modes.renew();
        self.rows.renew();
        self.matrix.renew();
        self.is_whole.renew();
        self.marks.renew();
        self.viewer.renew();
        self.panes.renew();
        self.table.renew();
        self.selected.renew();
    }

    /// Notes how far something with a name is scrolled.
    pub fn note_scrolled(self, event: &web_sys::Event) {
        let Some((name, place)) = scrolling::scrolled(event).filter(|_| !self.is_coming_back.get_value()) else {
            return;
        };
        let key = (self.profile.get_untracked(), name);
        self.scrolled.update_value(|all| match all.iter_mut().find(|(own, _)| *own == key) {
            Some((_, own)) => *own = place,
            None => all.push((key, place)),
        });
    }

    /// Scrolls what has just come to the page to where it was when one looked at it last.
    pub fn scroll_back(self) {
        let profile = self.profile.get_untracked();
        self.is_coming_back.set_value(true);
        let back = move || {
            // The page may have gone meanwhile.
            self.scrolled.try_with_value(|all| {
                for ((_, name), place) in all.iter().filter(|((own, _), _)| *own == profile) {
                    scrolling::scroll_to(name, *place);
                }
            });
        };
        // The texts are put into the panes when those are there, and laid out with the next frame.
        request_animation_frame(move || {
            back();
            request_animation_frame(move || {
                back();
                self.is_coming_back.try_update_value(|is_coming| *is_coming = false);
            });
        });
    }
}
