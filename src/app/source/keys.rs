//! Keys in the XML that bring something along, as the core decides it: a line with its indentation, an end tag with its name.

use std::sync::Arc;

use leptos::{ev, prelude::*};
use web_sys::HtmlTextAreaElement;

use super::{super::session::Session, follower::Follower};
use crate::browser::{caret, cells, page, scrolling};
use presence_profile_core::{
    editor::{
        command::{Command, Wish},
        xml_keys::{self, Brought, Over, Rest},
    },
    source::{
        edit::Edit,
        text::{Part, Span},
    },
};

/// The keys of a pane; those in the options bring nothing along.
#[derive(Clone, Copy)]
pub(super) struct Keys {
    session: Session,
    part: Part,
    follower: Follower,
    /// Whether the key that is down is to put in a plain line feed.
    is_plain: StoredValue<bool>,
    /// What may be written over, and the caret and the revision it is at.
    rest: StoredValue<Option<(Rest, u32, u64)>>,
}

/// What becomes of an input.
enum Answer {
    /// What the browser makes of it.
    Native,
    /// Nothing: it stands there.
    There,
    /// This is put in.
    Brings(Brought),
}

impl Keys {
    pub fn new(session: Session, part: Part, follower: Follower) -> Keys {
        Keys { session, part, follower, is_plain: StoredValue::new(false), rest: StoredValue::new(None) }
    }

    /// Whether a line feed is to be plain is known of the key, and not of the input.
    pub fn on_key(self, event: &ev::KeyboardEvent) {
        self.is_plain.set_value(event.shift_key());
    }

    /// Answers an input that is about to happen, if it brings something along: then the browser does nothing. Where the
    /// caret stands afterwards, in UTF-16 units.
    pub fn answer(self, area: &HtmlTextAreaElement, event: &ev::InputEvent) -> Option<u32> {
        // A composition is the input method's own.
        if event.is_composing() || event.default_prevented() || caret::covers_all(area) {
            return None;
        }
        match self.decide(area, event) {
            Answer::Native => None,
            Answer::There => {
                event.prevent_default();
                Some(caret::selection(area).1)
            }
            Answer::Brings(brought) => {
                event.prevent_default();
                self.bring(area, brought)
            }
        }
    }

    fn decide(self, area: &HtmlTextAreaElement, event: &ev::InputEvent) -> Answer {
        let (kind, typed) = (event.input_type(), event.data().unwrap_or_default());
        if let Some(answer) = self.over(area, &kind, &typed) {
            return answer;
        }
        let Some((text, _)) = self.follower.present() else { return Answer::Native };
        let (start, end) = caret::selection(area);
        let selected = Span::new(caret::offset(&text, start), caret::offset(&text, end));
        let brought = match (kind.as_str(), typed.as_str()) {
            ("insertLineBreak" | "insertParagraph", _) if !self.is_plain.get_value() => {
                self.session.analysis.with_untracked(|read| xml_keys::line_break(&text, &read.0.map, selected))
            }
            ("insertText", "/") => xml_keys::slash(&text, selected),
            _ => None,
        };
        brought.map_or(Answer::Native, Answer::Brings)
    }

    /// What becomes of an input behind an end tag that came by itself.
    fn over(self, area: &HtmlTextAreaElement, kind: &str, typed: &str) -> Option<Answer> {
        let (rest, caret, revision) = self.rest.try_update_value(Option::take).flatten()?;
        let (text, now) = self.follower.present()?;
        if now != revision || caret::selection(area) != (caret, caret) {
            return None;
        }
        let at = caret::offset(&text, caret);
        let insertion = |text: String| Brought { caret: at + text.len(), edit: Edit::insert(at, text) };
        let keep = |rest: Rest| {
            self.rest.set_value(Some((rest, caret, revision)));
            Some(Answer::There)
        };
        match (kind, rest.written()) {
            ("insertText", written) => match rest.over(typed) {
                Over::There(rest) => keep(rest),
                Over::Done => Some(Answer::There),
                Over::Put(_) if written.is_empty() => None,
                Over::Put(text) => Some(Answer::Brings(insertion(text))),
            },
            ("deleteContentBackward", _) => rest.back().and_then(keep),
            (_, "") => None,
            (_, written) => {
                // It was meant as it was written after all.
                self.bring(area, insertion(written.to_owned()));
                None
            }
        }
    }

    /// Puts in what was decided, as typing does. Where the caret stands afterwards, in UTF-16 units.
    fn bring(self, area: &HtmlTextAreaElement, brought: Brought) -> Option<u32> {
        let rest = Rest::of(&brought);
        let caret = self.put_in(area, brought, Command::Key)?;
        if let Some((_, revision)) = self.follower.present() {
            self.rest.set_value(rest.map(|rest| (rest, caret, revision)));
        }
        Some(caret)
    }

    /// Puts in what was offered, as one step of its own. Where the caret stands afterwards, in UTF-16 units.
    pub fn complete(self, area: &HtmlTextAreaElement, brought: Brought) -> Option<u32> {
        self.session.seal();
        let part = self.part;
        let caret = self.put_in(area, brought, |edit| Command::Type { part, edit, composing: false, replaces: false });
        self.session.seal();
        self.session.tell("");
        caret
    }

    fn put_in(
        self,
        area: &HtmlTextAreaElement,
        brought: Brought,
        command: impl FnOnce(Edit) -> Command,
    ) -> Option<u32> {
        let (text, revision) = self.follower.present()?;
        let after = put(area, &text, &brought);
        let breaks = brought.edit.text.contains('\n');
        if self.part == Part::Options {
            self.session.hold_options();
        }
        self.session.grant(&Wish { revision, ..self.session.wish(command(brought.edit)) });
        self.follower.shows(&after);
        if breaks {
            area.set_scroll_left(0);
            self.keep_in_view(area, brought.caret);
        }
        self.session.select_at(self.part, brought.caret);
        Some(caret::selection(area).1)
    }

    /// Scrolls no farther than needed to the line of an offset: what a program puts in, no browser scrolls to.
    fn keep_in_view(self, area: &HtmlTextAreaElement, offset: usize) {
        let line = self.session.analysis.with_untracked(|read| read.0.lines(self.part).line_of(offset)) + 1;
        let area = area.clone();
        cells::after_rendering(move || {
            let line = format!(".panel__page:not([hidden]) .source__line[data-number=\"{line}\"]");
            if let Some(line) = page::found(&line) {
                scrolling::down_to(&area, &line);
            }
        });
    }
}

/// Puts an edit into the area, and the caret where it belongs; the text afterwards.
fn put(area: &HtmlTextAreaElement, text: &Arc<str>, brought: &Brought) -> String {
    caret::put(area, text, &brought.edit);
    let after = area.value();
    caret::select(area, &after, Span::at(brought.caret.min(after.len())));
    after
}
