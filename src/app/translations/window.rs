//! What of the table is rendered: all of a file a person writes, what is in view of a file that a program wrote.

use leptos::{html, prelude::*};

use crate::{
    app::{blocks::Layout, session::Session},
    browser::size,
};
use presence_profile_core::editor::{column_widths::Widths, shown_texts::columns::Column};

/// Up to this many entries every row is rendered, and texts wrap.
const MOST_WHOLE_ROWS: usize = 120;
/// Up to this many languages every column is rendered.
const MOST_WHOLE_COLUMNS: usize = 12;
/// Height of a row whose texts do not wrap, in CSS pixels; the sheet says the same.
pub(super) const ROW: f64 = 24.0;
/// Height of the head, in CSS pixels.
const HEAD: f64 = 37.0;
/// Rows rendered beyond either edge of the view, at least.
const SPARE_ROWS: usize = 4;
/// Columns rendered beyond either edge of the view, at least.
const SPARE_COLUMNS: usize = 1;
/// So many rows are rendered together, or none of them.
const ROWS_IN_BLOCK: usize = 16;
/// So many columns are rendered together, or none of them.
const COLUMNS_IN_BLOCK: usize = 4;
/// What of a large table is seen.
#[derive(Clone, Copy)]
pub(super) struct Window {
    /// The box that scrolls.
    pub scroll: NodeRef<html::Div>,
    /// How its columns share it.
    pub widths: Memo<Widths>,
    seen: RwSignal<Seen>,
}

/// The box's scroll and size, in CSS pixels.
#[derive(Clone, Copy, PartialEq)]
struct Seen {
    top: f64,
    height: f64,
    left: f64,
    width: f64,
}

impl Window {
    pub fn new(session: Session) -> Window {
        let seen = RwSignal::new(Seen { top: 0.0, height: 800.0, left: 0.0, width: 1000.0 });
        let width = Memo::new(move |_| seen.get().width);
        let texts = Memo::new(move |_| {
            session.matrix.with(|matrix| {
                let filled = |column: &Column| matrix.languages.get(column.position).map(|language| language.filled);
                let texts =
                    session.table.shown.with(|shown| shown.columns.iter().filter_map(filled).collect::<Vec<_>>());
                (texts, matrix.entries.len())
            })
        });
        let widths = Memo::new(move |_| texts.with(|(texts, entries)| Widths::new(texts, *entries, width.get())));
        Window { scroll: NodeRef::new(), widths, seen }
    }

    /// Whether a table is so long that only a part of its rows is rendered.
    pub fn is_partial(count: usize) -> bool {
        MOST_WHOLE_ROWS < count
    }

    /// Follows the box: to be called when it is scrolled.
    pub fn look(self) {
        // The observer of the size may speak once more when the page has gone.
        if !self.seen.is_disposed()
            && let Some(scroll) = self.scroll.get_untracked()
        {
            let seen = Seen {
                top: f64::from(scroll.scroll_top()),
                height: f64::from(scroll.client_height()),
                left: f64::from(scroll.scroll_left()),
                width: f64::from(scroll.client_width()),
            };
            if self.seen.get_untracked() != seen {
                self.seen.set(seen);
            }
        }
    }

    /// Which ways the box is scrolled, as the sheet has them.
    pub fn moved(self) -> &'static str {
        let seen = self.seen.get();
        match (seen.top != 0.0, seen.left != 0.0) {
            (false, false) => "",
            (true, false) => "down",
            (false, true) => "across",
            (true, true) => "down across",
        }
    }

    /// Follows the box's size from now on.
    pub fn watch(self) {
        if let Some(scroll) = self.scroll.get() {
            size::watch(&scroll, move || self.look());
        }
    }

    /// Scrolls so that a cell is rendered: the entry's, and the language's if one is meant; of so many of both.
    pub fn bring(self, (entry, entries): (usize, usize), (language, languages): (Option<usize>, usize)) {
        let Some(scroll) = self.scroll.get_untracked() else { return };
        let seen = self.seen.get_untracked();
        if !untrack(|| self.rows(entries, None)).shows(entry) {
            scroll.set_scroll_top((entry as f64 * ROW - seen.height / 2.0).max(0.0) as i32);
        }
        let is_rendered = |language: usize| {
            language.checked_sub(1).is_none_or(|other| untrack(|| self.columns(languages, None)).shows(other))
        };
        if let Some(language) = language.filter(|language| !is_rendered(*language)) {
            let left = self.widths.with_untracked(|widths| {
                let before: f64 = widths.languages.iter().take(language).sum();
                widths.front() + before - (widths.kept() + seen.width) / 2.0
            });
            scroll.set_scroll_left(left.max(0.0) as i32);
        }
        self.look();
    }

    /// What to render of `count` entries; the active one always is, so that it keeps the focus.
    pub fn rows(self, count: usize, active: Option<usize>) -> Layout {
        if !Window::is_partial(count) {
            return Layout::whole(count, ROWS_IN_BLOCK);
        }
        let seen = self.seen.get();
        let first = (((seen.top - HEAD) / ROW).max(0.0) as usize).saturating_sub(SPARE_ROWS);
        let last = ((seen.top + seen.height) / ROW) as usize + SPARE_ROWS;
        Layout::part(first..last, count, ROWS_IN_BLOCK, active)
    }

    /// What to render of the languages behind the first of `count`; the active one always is.
    pub fn columns(self, count: usize, active: Option<usize>) -> Layout {
        let others = count.saturating_sub(1);
        if count <= MOST_WHOLE_COLUMNS {
            return Layout::whole(others, COLUMNS_IN_BLOCK);
        }
        let seen = self.seen.get();
        let ((covered, before), width) = self.widths.with(|widths| {
            let before = widths.front() + widths.languages.first().copied().unwrap_or_default();
            ((before - widths.kept(), before), widths.other())
        });
        let first = ((seen.left - covered).max(0.0) / width) as usize;
        let last = ((seen.left + seen.width - before) / width).max(0.0) as usize + 1;
        let seen = first.saturating_sub(SPARE_COLUMNS)..last + SPARE_COLUMNS;
        Layout::part(seen, others, COLUMNS_IN_BLOCK, active.and_then(|active| active.checked_sub(1)))
    }
}
