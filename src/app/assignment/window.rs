//! Which rows of the Extensions are rendered: all of a short table, of a long one those in view.

use leptos::{html, prelude::*};

use crate::{app::blocks::Layout, browser::size};

/// Up to this many rows, every one is rendered.
const MOST_WHOLE: usize = 120;
/// Height of a row, in CSS pixels; the sheet says the same.
pub(super) const ROW: f64 = 28.0;
/// Height of the head, in CSS pixels.
const HEAD: f64 = 26.0;
/// Rows rendered beyond either edge of the view, at least.
const SPARE: usize = 4;
/// So many rows are rendered together, or none of them.
const IN_BLOCK: usize = 16;

/// What of the table is seen.
#[derive(Clone, Copy)]
pub(super) struct Window {
    /// The box that scrolls.
    pub scroll: NodeRef<html::Div>,
    /// Where the view begins, and its height, in CSS pixels.
    seen: RwSignal<(i32, i32)>,
}

impl Window {
    pub fn new() -> Window {
        Window { scroll: NodeRef::new(), seen: RwSignal::new((0, 800)) }
    }

    /// Follows the box: to be called when it is scrolled.
    pub fn look(self) {
        // The observer of the size may speak once more when the page has gone.
        if !self.seen.is_disposed()
            && let Some(scroll) = self.scroll.get_untracked()
        {
            let seen = (scroll.scroll_top(), scroll.client_height());
            if self.seen.get_untracked() != seen {
                self.seen.set(seen);
            }
        }
    }

    /// Follows the box's size from now on.
    pub fn watch(self) {
        if let Some(scroll) = self.scroll.get() {
            size::watch(&scroll, move || self.look());
        }
    }

    /// Scrolls so that a row of so many is rendered.
    pub fn bring(self, row: usize, count: usize) {
        let Some(scroll) = self.scroll.get_untracked() else { return };
        if !untrack(|| self.rows(count, None)).shows(row) {
            let (_, height) = self.seen.get_untracked();
            scroll.set_scroll_top((row as f64 * ROW - f64::from(height) / 2.0).max(0.0) as i32);
        }
        self.look();
    }

    /// What to render of `count` rows; the active one always is, so that it keeps the focus.
    pub fn rows(self, count: usize, active: Option<usize>) -> Layout {
        if count <= MOST_WHOLE {
            return Layout::whole(count, IN_BLOCK);
        }
        let (top, height) = self.seen.get();
        let first = ((f64::from(top) - HEAD) / ROW).max(0.0) as usize;
        let last = (f64::from(top + height) / ROW) as usize + SPARE;
        Layout::part(first.saturating_sub(SPARE)..last, count, IN_BLOCK, active)
    }
}
