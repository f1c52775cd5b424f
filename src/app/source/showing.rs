//! Bringing a stretch of a text into view in its pane.

use leptos::{html, prelude::*};
use web_sys::HtmlTextAreaElement;

use super::{
    super::session::{Session, looking::TEXTS},
    follower::Follower,
};
use crate::browser::{caret, page, scrolling};
use presence_profile_core::source::text::{Part, Span};

/// Height of a line, in CSS pixels; the sheet says the same.
pub const LINE: f64 = 17.0;
/// The padding above the first line, in CSS pixels; the sheet says the same.
pub const PADDING: f64 = 6.0;

/// Scrolls a stretch into view; selects it where the area has the focus or is to take it.
pub(super) fn show(
    session: Session,
    part: Part,
    area: NodeRef<html::Textarea>,
    follower: Follower,
    span: Span,
    select: bool,
) {
    // The pane may have gone meanwhile.
    let Some(area) = area.try_get_untracked().flatten() else { return };
    follower.catch_up();
    let text = session.text(part);
    let span = Span::new(span.start.min(text.len()), span.end.min(text.len()));
    // From pane to pane the focus goes along. Where it is lost elsewhere it does not come here: what is typed next was not
    // meant for this text.
    let takes_focus = select || page::focused_in(TEXTS).is_some();
    if takes_focus {
        page::focus_quietly(&area);
        caret::select(&area, &text, span);
    }
    scroll_to(session, part, &area, span);
    if takes_focus {
        // Where all panels stand below one another, the pane may be out of the window.
        scrolling::into_view(&area);
    }
}

/// Scrolls the line a stretch begins in into view.
pub(super) fn scroll_to(session: Session, part: Part, area: &HtmlTextAreaElement, span: Span) {
    let line = session.analysis.with_untracked(|read| read.0.lines(part).line_of(span.start));
    let top = PADDING + line as f64 * LINE;
    let (from, height) = (area.scroll_top() as f64, area.client_height() as f64);
    if top < from || from + height < top + LINE {
        area.set_scroll_top((top - height / 3.0).max(0.0) as i32);
    }
}
