//! What is wrong where the pointer is, in a small box beside it.

use std::time::Duration;

use leptos::{ev, html, leptos_dom::helpers::TimeoutHandle, prelude::*};
use web_sys::{Element, HtmlElement, HtmlTextAreaElement};

use super::{
    super::{phrase::phrase, session::Session, shape},
    lines::Painted,
};
use crate::browser::{cells, floating, pointer};
use presence_profile_core::{
    editor::pointed::{self, Told},
    source::text::{Part, Span},
};

/// How long a pointer rests before it is told something, and how long it may be on its way to the box.
const REST: Duration = Duration::from_millis(350);
const WAY: Duration = Duration::from_millis(200);

/// Finds what is underlined, and the lines that have a sign.
const MARK: &str = ".source__mark";
const SIGNED_LINE: &str = ".source__line[data-severity]";

/// The box of a pane.
#[derive(Clone, Copy)]
pub(super) struct Tips {
    session: Session,
    part: Part,
    area: NodeRef<html::Textarea>,
    lines: Memo<Painted>,
    shown: RwSignal<Option<(Vec<Told>, usize)>>,
    /// What the box stands beside.
    anchor: StoredValue<Option<HtmlElement>, LocalStorage>,
    waiting: StoredValue<Option<TimeoutHandle>>,
    tip: NodeRef<html::Div>,
}

impl Tips {
    pub fn new(session: Session, part: Part, area: NodeRef<html::Textarea>, lines: Memo<Painted>) -> Tips {
        let (shown, anchor) = (RwSignal::new(None), StoredValue::new_local(None));
        let tips =
            Tips { session, part, area, lines, shown, anchor, waiting: StoredValue::new(None), tip: NodeRef::new() };
        let keys = window_event_listener(ev::keydown, move |_| tips.hide());
        on_cleanup(move || keys.remove());
        Effect::new(move || {
            if shown.with(Option::is_some) {
                cells::after_rendering(move || tips.place());
            }
        });
        tips
    }

    /// The pointer is somewhere else in the pane.
    pub fn on_move(self, event: &ev::MouseEvent) {
        let point = (f64::from(event.client_x()), f64::from(event.client_y()));
        let rest = if self.shown.with_untracked(Option::is_some) { WAY } else { REST };
        self.after(rest, move || self.look(point));
    }

    /// The pointer has left the pane, or the box.
    pub fn on_leave(self) {
        self.after(WAY, move || self.hide());
    }

    /// Something else is looked at.
    pub fn hide(self) {
        self.wait_no_more();
        if self.shown.try_with_untracked(Option::is_some) == Some(true) {
            self.shown.set(None);
        }
    }

    /// The line, from 0, of the sign that a press beside the text is on.
    pub fn signed_line(self, event: &ev::MouseEvent) -> Option<usize> {
        let (area, form) = self.form()?;
        let point = (f64::from(event.client_x()), f64::from(event.client_y()));
        let is_beside = point.0 < area.get_bounding_client_rect().left();
        let line = pointer::found_under(&form, SIGNED_LINE, point).filter(|_| is_beside)?;
        number(&line)
    }

    fn form(self) -> Option<(HtmlTextAreaElement, Element)> {
        let area = self.area.try_get_untracked().flatten()?;
        let form = area.parent_element()?;
        Some((area, form))
    }

    fn after(self, rest: Duration, run: impl FnOnce() + 'static) {
        self.wait_no_more();
        self.waiting.set_value(set_timeout_with_handle(run, rest).ok());
    }

    fn wait_no_more(self) {
        if let Some(waiting) = self.waiting.try_update_value(Option::take).flatten() {
            waiting.clear();
        }
    }

    fn look(self, point: (f64, f64)) {
        let Some((area, form)) = self.form() else { return };
        let is_beside = point.0 < area.get_bounding_client_rect().left();
        let selector = if is_beside { SIGNED_LINE } else { MARK };
        let Some(anchor) = pointer::found_under(&form, selector, point) else { return self.hide() };
        let found = self.session.analysis.with_untracked(|read| {
            let found = match is_beside {
                true => pointed::of_line(&read.0, self.part, number(&anchor)?),
                false => pointed::of_stretch(&read.0, self.part, self.stretch(&anchor)?),
            };
            Some(pointed::told(&read.0, &found))
        });
        match found.filter(|(told, _)| !told.is_empty()) {
            Some(found) => {
                self.anchor.set_value(Some(anchor));
                self.shown.set(Some(found));
            }
            None => self.hide(),
        }
    }

    /// The stretch of the text that a painted one shows.
    fn stretch(self, painted: &Element) -> Option<Span> {
        let line = number(&cells::closest(painted, ".source__line")?)?;
        let inside = self.lines.with_untracked(|lines| lines.stretch(line + 1, pointer::place_among(painted)))?;
        let start = self.session.analysis.with_untracked(|read| Some(read.0.lines(self.part).line(line)?.start))?;
        Some(inside.moved_by(start))
    }

    fn place(self) {
        let Some(tip) = self.tip.try_get_untracked().flatten() else { return };
        if let Some(Some(anchor)) = self.anchor.try_get_value() {
            floating::place_list(&tip, &anchor, true, "");
            floating::keep_in_window(&tip, None);
        }
    }

    /// The box, beside the pane.
    pub fn view(self) -> impl IntoView {
        let line = |told: Told| {
            view! { <p class="tip__line">{shape::severity(told.severity, 14)}<span class="tip__words">{phrase(&told.words)}</span></p> }
        };
        let more = |count: usize| (0 < count).then(|| view! { <p class="tip__more">{format!("and {count} more")}</p> });
        move || {
            self.shown.get().map(|(told, count)| {
                view! {
                    <div class="tip" role="tooltip" node_ref=self.tip on:mouseenter=move |_| self.wait_no_more() on:mouseleave=move |_| self.on_leave()>
                        {told.into_iter().map(line).collect::<Vec<_>>()}{more(count)}
                    </div>
                }
            })
        }
    }
}

/// The number of a painted line, from 0.
fn number(line: &Element) -> Option<usize> {
    line.get_attribute("data-number")?.parse::<usize>().ok()?.checked_sub(1)
}
