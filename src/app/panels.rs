//! The room that the panels of the editor have: the sizes they were given, what is folded, and what is in front where there
//! is room for one.

mod fold;
mod place;
mod splitter;
mod tabs;

use leptos::prelude::*;

pub use self::{fold::Fold, place::PanelPlace, splitter::Splitter, tabs::PanelTabs};
use super::session::Session;
use crate::browser::{cells, front, habits, media, page};
use presence_profile_core::{
    editor::shares::{Border, Panel, Shares},
    mapping::options::Mode,
};

/// The name under which the browser remembers the sizes and what is folded.
const HABIT: &str = "panels";

/// So little room that one panel is in front of the others; the sheets say the same.
const NARROW: &str = "screen and (width < 900px)";

/// Finds the place of a panel, from inside of it.
const PLACE: &str = "[data-place]";

/// What stays in sight of a panel that is folded.
const HEAD: &str = ".panel__head";

/// Which panel has how much room.
#[derive(Clone, Copy)]
pub struct PanelRoom {
    shares: RwSignal<Shares>,
    /// The panel that was in use last.
    used: RwSignal<Panel>,
    /// The one in front, where there is room for one.
    front: Memo<Panel>,
    is_narrow: RwSignal<bool>,
}

impl PanelRoom {
    /// What the browser remembers.
    pub fn new(session: Session) -> PanelRoom {
        let used = RwSignal::new(Panel::States);
        let front = Memo::new(move |_| {
            let panels = Panel::of_mode(session.is_pull());
            if panels.contains(&used.get()) { used.get() } else { panels[0] }
        });
        let shares = Shares::read(&habits::recall(HABIT).unwrap_or_default());
        let is_narrow = RwSignal::new(media::holds(NARROW));
        media::watch(NARROW, move || {
            // The page may have gone.
            is_narrow.try_set(media::holds(NARROW));
        });
        let room = PanelRoom { shares: RwSignal::new(shares), used, front, is_narrow };
        front::before_focus(move |element| {
            // The page may have gone, and another come.
            if !room.used.is_disposed() {
                room.bring_around(element);
            }
        });
        room
    }

    /// The one of the page a component is on.
    pub fn current() -> PanelRoom {
        use_context::<PanelRoom>().expect("the page provides the room of its panels")
    }

    /// The size that was given at a border, in CSS pixels.
    pub fn size(self, border: Border) -> Option<u16> {
        self.shares.with(|shares| shares.size(border))
    }

    /// Whether the rows have a size of their own, so that they scroll by themselves.
    pub fn rows_scroll(self) -> bool {
        untrack(|| self.size(Border::States).is_some() && !self.is_narrow.get())
    }

    /// Whether a panel is folded.
    pub fn is_folded(self, panel: Panel) -> bool {
        self.shares.with(|shares| shares.is_folded(panel))
    }

    /// Whether a panel is the one in front.
    fn is_in_front(self, panel: Panel) -> bool {
        self.front.get() == panel
    }

    /// Gives a size at a border, or leaves it to the page again; it is remembered by [`PanelRoom::remember`].
    fn give(self, border: Border, size: Option<f64>) {
        let size = size.map(|size| size as u16);
        if self.shares.with_untracked(|shares| shares.size(border)) != size {
            self.shares.update(|shares| shares.give(border, size));
        }
    }

    fn remember(self) {
        habits::remember(HABIT, &self.shares.with_untracked(Shares::write));
    }

    /// Leaves all sizes to the page again.
    pub fn reset_sizes(self, session: Session) {
        self.shares.update(Shares::forget_sizes);
        self.remember();
        session.notice.set("The panels have their first sizes again".to_owned());
    }

    /// Why the sizes cannot be left to the page again, if so.
    pub fn cannot_reset_sizes(self) -> Option<&'static str> {
        let has_any = self.shares.with(|shares| Border::ALL.into_iter().any(|border| shares.size(border).is_some()));
        (!has_any).then_some("The panels have their first sizes")
    }

    /// Folds a panel to its head, or unfolds it. A focus that was in what is folded goes to the head.
    pub fn fold(self, panel: Panel, is_folded: bool) {
        if self.shares.with_untracked(|shares| shares.is_folded(panel)) == is_folded {
            return;
        }
        let place = format!("[data-place={}]", panel.key());
        let is_inside = page::focused_in(&place).is_some_and(|focused| cells::closest(&focused, HEAD).is_none());
        self.shares.update(|shares| shares.fold(panel, is_folded));
        self.remember();
        if is_folded && is_inside {
            cells::after_rendering(move || page::focus_quietly_on(&format!("{place} .fold")));
        }
    }

    /// Folds a panel, or unfolds it where it is folded.
    pub fn turn(self, panel: Panel) {
        self.fold(panel, !self.shares.with_untracked(|shares| shares.is_folded(panel)));
    }

    /// Why a panel cannot be folded or unfolded now, if so.
    pub fn cannot_fold(self, session: Session, panel: Panel) -> Option<&'static str> {
        match (self.is_narrow.get(), session.mode.get()) {
            _ if !Panel::FOLDING.contains(&panel) => Some("This panel is not folded"),
            (true, _) => Some("Where there is room for one panel, none is folded"),
            (_, Mode::Pull) if panel == Panel::Preview => Some("Pull mode has no preview"),
            _ => None,
        }
    }

    /// Has a panel seen: unfolded, and in front of the others where there is room for one.
    pub fn bring(self, panel: Panel) {
        self.use_panel(panel);
        self.fold(panel, false);
    }

    /// The panel is in use: where there is room for one, it is this one.
    fn use_panel(self, panel: Panel) {
        if self.used.with_untracked(|used| *used != panel) {
            self.used.set(panel);
        }
    }

    /// What is to take the focus is seen first. A head is seen though its panel is folded.
    fn bring_around(self, element: &web_sys::Element) {
        let place = cells::closest(element, PLACE).and_then(|place| place.get_attribute("data-place"));
        let Some(panel) = place.as_deref().and_then(Panel::of_key) else { return };
        self.use_panel(panel);
        if cells::closest(element, HEAD).is_none() {
            self.fold(panel, false);
        }
    }
}

/// The `id` of the place of a panel.
fn place_id(panel: Panel) -> String {
    format!("place-{}", panel.key())
}

/// The `id` of the tab of a panel.
fn tab_id(panel: Panel) -> String {
    format!("show-{}", panel.key())
}
