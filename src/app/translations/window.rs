//! The rows that are rendered: all of a file a person writes, those in view of a file that a program wrote.

use leptos::{html, prelude::*};

use crate::browser::size;

/// Up to this many entries every row is rendered, and texts wrap.
const MOST_WHOLE: usize = 120;
/// Height of a row whose texts do not wrap, in CSS pixels; the sheet says the same.
const ROW: f64 = 24.0;
/// Height of the head, in CSS pixels.
const HEAD: f64 = 37.0;
/// Rows rendered beyond either edge of the view.
const SPARE: usize = 12;

/// What of a long table is seen.
#[derive(Clone, Copy)]
pub(super) struct Window {
    /// The box that scrolls.
    pub scroll: NodeRef<html::Div>,
    seen: RwSignal<(f64, f64)>,
}

/// A part of the table's body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Item {
    /// An entry.
    Row(usize),
    /// Room for entries that are not rendered; gaps are told apart by their position.
    Gap(usize),
}

/// The rendered rows, and how many rows each gap stands for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Layout {
    pub items: Vec<Item>,
    pub gaps: Vec<usize>,
}

impl Window {
    pub fn new() -> Window {
        Window { scroll: NodeRef::new(), seen: RwSignal::new((0.0, 800.0)) }
    }

    /// Whether a table is so long that only a part of it is rendered.
    pub fn is_partial(count: usize) -> bool {
        MOST_WHOLE < count
    }

    /// Follows the box: to be called when it is scrolled.
    pub fn look(self) {
        // The observer of the size may speak once more when the page has gone.
        if !self.seen.is_disposed()
            && let Some(scroll) = self.scroll.get_untracked()
        {
            let seen = (f64::from(scroll.scroll_top()), f64::from(scroll.client_height()));
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

    /// Scrolls so that an entry is rendered.
    pub fn bring(self, entry: usize) {
        let Some(scroll) = self.scroll.get_untracked() else { return };
        let top = entry as f64 * ROW - f64::from(scroll.client_height()) / 2.0;
        scroll.set_scroll_top(top.max(0.0) as i32);
        self.look();
    }

    /// What to render of `count` entries; the active one always is, so that it keeps the focus.
    pub fn layout(self, count: usize, active: Option<usize>) -> Layout {
        if !Window::is_partial(count) {
            return Layout { items: (0..count).map(Item::Row).collect(), gaps: Vec::new() };
        }
        let (top, height) = self.seen.get();
        let first = (((top - HEAD) / ROW).max(0.0) as usize).saturating_sub(SPARE);
        let last = (((top + height) / ROW) as usize + SPARE).min(count);
        let active = active.filter(|active| *active < count && !(first..last).contains(active));
        let before = active.filter(|active| *active < first);
        let after = active.filter(|active| last <= *active);
        let mut layout = Layout::default();
        let mut next = 0;
        for row in before.into_iter().chain(first.min(count)..last).chain(after) {
            layout.skip(row - next);
            layout.items.push(Item::Row(row));
            next = row + 1;
        }
        layout.skip(count - next);
        layout
    }
}

impl Layout {
    fn skip(&mut self, rows: usize) {
        if 0 < rows {
            self.items.push(Item::Gap(self.gaps.len()));
            self.gaps.push(rows);
        }
    }

    /// Height of a gap in CSS pixels.
    pub fn height(&self, gap: usize) -> f64 {
        self.gaps.get(gap).map_or(0.0, |rows| *rows as f64 * ROW)
    }
}
