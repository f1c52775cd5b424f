//! Dragging a range by one end, or as a whole: each move is a change, all of them are one step.

use leptos::{ev, html, prelude::*};

use super::{
    actions::{End, Pull, go_to, handle_selector},
    scale,
};
use crate::browser::pointer;
use presence_profile_core::{
    editor::ranges::{self, Bar},
    mapping::availability::Availability,
};

/// The drag of one range.
#[derive(Clone, Copy)]
pub(super) struct Dragging {
    pull: Pull,
    index: Signal<usize>,
    line: NodeRef<html::Div>,
    drag: RwSignal<Option<Drag>>,
}

/// What is held, and how.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Drag {
    /// The end that is held; `None` is the whole.
    end: Option<End>,
    /// The pointer from the left of the line when it was pressed, in CSS pixels.
    start: f64,
    /// The range as it was then.
    bar: Bar,
}

impl Dragging {
    pub fn new(pull: Pull, index: Signal<usize>, line: NodeRef<html::Div>) -> Dragging {
        Dragging { pull, index, line, drag: RwSignal::new(None) }
    }

    pub fn is_on(self) -> bool {
        self.drag.with(Option::is_some)
    }

    pub fn is_on_untracked(self) -> bool {
        self.drag.with_untracked(Option::is_some)
    }

    /// While something is held, Escape puts it back to where it was, and other keys wait.
    pub fn key(self, event: &ev::KeyboardEvent) {
        event.prevent_default();
        event.stop_propagation();
        if event.key() != "Escape" {
            return;
        }
        if let Some(Drag { bar, .. }) = self.drag.get_untracked() {
            // A slide that comes back to where it began is no step.
            self.pull.slide(self.index.get_untracked(), bar.lowest, bar.highest);
            self.end();
            self.pull.session.tell("Nothing was moved");
        }
    }

    fn end(self) {
        self.drag.set(None);
        self.pull.session.seal();
    }

    /// The pointer is pressed on an end, or between the ends.
    pub fn press(self, event: &ev::PointerEvent, end: Option<End>) {
        let index = self.index.get_untracked();
        let (Some(line), Some(bar)) = (self.line.get_untracked(), self.pull.bar_untracked(index)) else { return };
        if event.button() != 0 || !event.is_primary() {
            return;
        }
        // No text is selected on the way; the focus goes to the end that is held, or to the first.
        event.prevent_default();
        pointer::capture(event);
        self.pull.choose(index);
        go_to(handle_selector(index, end.unwrap_or(End::From)));
        self.pull.session.seal();
        let (start, _) = pointer::across(event, &line);
        self.drag.set(Some(Drag { end, start, bar }));
    }

    pub fn go(self, event: &ev::PointerEvent) {
        let (Some(drag), Some(line)) = (self.drag.get_untracked(), self.line.get_untracked()) else { return };
        let (now, width) = pointer::across(event, &line);
        // A hand that only presses moves nothing.
        if now == drag.start || width <= 0.0 {
            return;
        }
        let (lowest, highest) = drag.to(now, width);
        self.pull.slide(self.index.get_untracked(), lowest, highest);
    }

    pub fn let_go(self) {
        let Some(drag) = self.drag.get_untracked() else { return };
        self.end();
        let index = self.index.get_untracked();
        let now = self.pull.bar_untracked(index).map(|bar| (bar.lowest, bar.highest));
        let moved = now.filter(|now| *now != (drag.bar.lowest, drag.bar.highest));
        self.pull.session.tell(&moved.map(|now| ranges::set_in_words(index, now)).unwrap_or_default());
    }
}

impl Drag {
    /// Where the range is when the pointer is here.
    fn to(&self, now: f64, width: f64) -> (Availability, Availability) {
        let (lowest, highest) = (self.bar.lowest.number(), self.bar.highest.number());
        // Where it was grabbed beside the edge, it stays so.
        let grabbed = |edge: u16| now - self.start + scale::pixels(edge, width);
        let (lowest, highest) = match self.end {
            Some(End::From) => (scale::edge(grabbed(lowest), width).min(highest), highest),
            Some(End::To) => (lowest, scale::edge(grabbed(highest + 1), width).saturating_sub(1).max(lowest)),
            None => {
                let at_border = |edge: u16| {
                    let border = scale::near_border(grabbed(edge), width)?;
                    Some(i32::from(border) - i32::from(edge))
                };
                let shift = at_border(lowest).or_else(|| at_border(highest + 1));
                let shift = shift.unwrap_or_else(|| scale::shift(now - self.start, width));
                let room = i32::from(Availability::HIGHEST - highest);
                let shift = shift.clamp(-i32::from(lowest), room);
                let moved = |number: u16| (i32::from(number) + shift) as u16;
                (moved(lowest), moved(highest))
            }
        };
        let number = |number: u16, old| Availability::new(number).unwrap_or(old);
        (number(lowest, self.bar.lowest), number(highest, self.bar.highest))
    }
}
