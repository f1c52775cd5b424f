//! What was found, marked where it stands in the texts and in the rows.

use std::ops::Range;

use leptos::prelude::*;

use super::state::Finder;
use crate::app::cell_marking;
use presence_profile_core::{
    editor::{painted::HitMark, searching::marks},
    source::text::{Part, Span},
};

impl Finder {
    /// The hits in some lines of a text, counted from 0, now and whenever they are others.
    pub fn in_lines(self, part: Part, lines: Range<usize>) -> Vec<(Span, HitMark)> {
        if !self.is_open.get() {
            return Vec::new();
        }
        let current = self.current.get();
        self.found.with(|found| {
            self.session.analysis.with(|read| {
                let index = read.0.lines(part);
                let last = lines.end.min(index.count()).checked_sub(1).and_then(|last| index.line(last));
                let Some((first, last)) = index.line(lines.start).zip(last) else { return Vec::new() };
                let text = read.1.text(part);
                let current = current.and_then(|at| marks::written(&found.hit(at)?, text, &read.0));
                let mark = |span: Span| match current == Some((part, span)) {
                    true => (span, HitMark::Current),
                    false => (span, HitMark::Hit),
                };
                let window = Span::new(first.start, last.end.max(first.start));
                found.written_in(part, text, window, &read.0).into_iter().map(mark).collect()
            })
        })
    }

    /// The ID of a row, with what was found in it marked.
    pub fn row_id(self, id: &str) -> Vec<AnyView> {
        let hits = self.found.with(|found| found.in_row_id(id));
        cell_marking::found(id, &hits, cell_marking::plain)
    }
}
