//! The list of what may stand at the caret, under it.

use leptos::{ev, html, prelude::*};
use web_sys::HtmlTextAreaElement;

use super::{
    super::{
        choice::{self, Choice},
        session::Session,
    },
    follower::Follower,
    keys::Keys,
    lines::Painted,
};
use crate::browser::{caret, cells, floating, page, scrolling};
use presence_profile_core::{
    editor::completing::{self, Offer, Offered},
    source::text::Part,
};

/// The list of a pane.
#[derive(Clone, Copy)]
pub(super) struct Completions {
    session: Session,
    part: Part,
    area: NodeRef<html::Textarea>,
    follower: Follower,
    keys: Keys,
    lines: Memo<Painted>,
    shown: RwSignal<Option<Shown>>,
    list: NodeRef<html::Div>,
}

/// What is offered of a revision, and which of it is marked.
#[derive(Clone, PartialEq)]
struct Shown {
    offered: Offered,
    marked: usize,
    revision: u64,
}

impl Completions {
    pub fn new(
        session: Session,
        part: Part,
        area: NodeRef<html::Textarea>,
        (follower, keys, lines): (Follower, Keys, Memo<Painted>),
    ) -> Completions {
        let (shown, list) = (RwSignal::new(None), NodeRef::new());
        let completions = Completions { session, part, area, follower, keys, lines, shown, list };
        Effect::new(move || {
            if shown.with(Option::is_some) {
                cells::after_rendering(move || completions.place());
            }
        });
        completions
    }

    /// Handles a key of the pane; whether it was the list's. Where the caret stands afterwards, if something was put in.
    pub fn on_key(self, event: &ev::KeyboardEvent) -> Option<u32> {
        if event.is_composing() || event.key_code() == 229 {
            return None;
        }
        let (key, is_with_control) = (event.key(), event.ctrl_key() || event.meta_key());
        if key == " " && is_with_control && !event.alt_key() {
            event.prevent_default();
            self.open();
            return None;
        }
        let shown = self.shown.get_untracked()?;
        match key.as_str() {
            "ArrowDown" => self.mark(event, &shown, 1),
            "ArrowUp" => self.mark(event, &shown, -1),
            "Enter" | "Tab" if !event.shift_key() && !is_with_control => {
                event.prevent_default();
                return shown.offered.offers.get(shown.marked).and_then(|offer| self.take(&shown, offer));
            }
            "Escape" => {
                event.prevent_default();
                event.stop_propagation();
                self.hide();
            }
            "Enter" | "Tab" | "ArrowLeft" | "ArrowRight" | "Home" | "End" | "PageUp" | "PageDown" => self.hide(),
            "Control" | "Meta" | "Shift" | "Alt" => {}
            _ if is_with_control => self.hide(),
            _ => {}
        }
        None
    }

    /// What was typed narrows what is offered.
    pub fn renew(self) {
        if self.shown.with_untracked(Option::is_some) {
            self.shown.set(self.find());
        }
    }

    /// Nothing is offered any more.
    pub fn hide(self) {
        if self.shown.try_with_untracked(Option::is_some) == Some(true) {
            self.shown.set(None);
        }
    }

    /// Offers what may stand at the caret, or says that nothing is known of it.
    pub fn open(self) {
        if !self.session.may_change() {
            return;
        }
        let found = self.find();
        if found.is_none() {
            self.session.notice.set("Nothing to complete here".to_owned());
        }
        self.shown.set(found);
    }

    fn find(self) -> Option<Shown> {
        let area = self.area.get_untracked()?;
        let (text, revision) = self.follower.present()?;
        let (start, end) = caret::selection(&area);
        let caret = caret::offset(&text, end);
        let default = self.session.with_profile_untracked(|profile| profile.choices.default_language);
        let offered =
            self.session.analysis.with_untracked(|read| completing::offered(&read.0, self.part, &text, default, caret));
        offered.filter(|_| start == end).map(|offered| Shown { offered, marked: 0, revision })
    }

    fn mark(self, event: &ev::KeyboardEvent, shown: &Shown, step: isize) {
        event.prevent_default();
        let count = shown.offered.offers.len() as isize;
        let marked = (shown.marked as isize + step).rem_euclid(count.max(1)) as usize;
        self.shown.set(Some(Shown { marked, ..shown.clone() }));
    }

    fn take(self, shown: &Shown, offer: &Offer) -> Option<u32> {
        self.hide();
        let area: HtmlTextAreaElement = self.area.get_untracked()?;
        let is_there = self.follower.present().is_some_and(|(_, revision)| revision == shown.revision);
        is_there.then(|| self.keys.complete(&area, shown.offered.taking(offer)))?
    }

    fn place(self) {
        let Some((list, area)) = self.list.try_get_untracked().flatten().zip(self.area.try_get_untracked().flatten())
        else {
            return;
        };
        let at = self.shown.with_untracked(|shown| shown.as_ref().map_or(0, |shown| shown.offered.span.start));
        let (line, column) = self.session.analysis.with_untracked(|read| {
            let lines = read.0.lines(self.part);
            let line = lines.line_of(at);
            (line + 1, at - lines.line(line).map_or(at, |line| line.start))
        });
        let painted = format!(".panel__page:not([hidden]) .source__line[data-number=\"{line}\"] .source__code");
        match page::found(&painted) {
            Some(painted) => {
                let stretch = self.lines.with_untracked(|lines| lines.share(line, column));
                floating::place_beside_text(&list, &painted, stretch);
            }
            None => floating::place_list(&list, &area, true, ""),
        }
        floating::keep_in_window(&list, None);
        scrolling::item_in_list(".suggest__item[aria-selected=\"true\"]", ".suggest__list");
    }

    fn id(self) -> &'static str {
        if self.part == Part::Xml { "completions-xml" } else { "completions-options" }
    }

    /// The list, while something is offered: for the attribute of the area that names it.
    pub fn list_id(self) -> Option<&'static str> {
        self.shown.with(Option::is_some).then(|| self.id())
    }

    /// The offer that is marked, for the attribute of the area that names it.
    pub fn marked_id(self) -> Option<String> {
        self.shown.with(|shown| shown.as_ref().map(|shown| format!("{}-{}", self.id(), shown.marked)))
    }

    /// The list, beside the pane.
    pub fn view(self) -> impl IntoView {
        let option = move |shown: &Shown, at: usize, offer: &Offer| {
            let shown_as = match offer.class {
                Some(class) => Choice::of(offer.name.clone(), class, offer.facts.clone()),
                None => Choice::plain(offer.name.clone(), offer.facts.clone()),
            };
            let (taken, offer) = (shown.clone(), offer.clone());
            let take = move || {
                self.take(&taken, &offer);
            };
            choice::option(shown_as, &shown.offered.typed, format!("{}-{at}", self.id()), at == shown.marked, take)
        };
        move || {
            self.shown.get().map(|shown| {
                let offers = shown.offered.offers.iter().enumerate();
                let options = offers.map(|(at, offer)| option(&shown, at, offer)).collect::<Vec<_>>();
                view! {
                    <div class="suggest suggest--floating suggest--wide" node_ref=self.list on:mousedown=|event| event.prevent_default()>
                        <div class="suggest__list" role="listbox" aria-label="What may stand here" id=self.id()>{options}</div>
                        <p class="suggest__keys" aria-hidden="true">
                            <kbd class="key">"↓"</kbd>"mark"<kbd class="key">"Enter"</kbd>"take"<kbd class="key">"Esc"</kbd>"leave"
                        </p>
                    </div>
                }
            })
        }
    }
}
