//! A text area over its own painted lines.

use leptos::{ev, html, prelude::*, reactive::effect::ImmediateEffect};
use web_sys::HtmlTextAreaElement;

use super::{
    super::{
        find::state::Finder,
        gate::Gate,
        problems::{list::ProblemList, ways},
        session::Session,
    },
    completions::Completions,
    follower::Follower,
    keys::Keys,
    lines::{self, Painted},
    painting,
    showing::{LINE, PADDING, scroll_to, show},
    tips::Tips,
};
use crate::browser::{caret, cells, page, size};
use presence_profile_core::{
    editor::command::{Command, Wish},
    source::{
        edit::Edit,
        text::{Part, Span},
    },
};

/// Lines painted beyond either edge of the view.
const SPARE: usize = 4;
/// Above this, lines are not wrapped: a wrapped text is painted whole.
const MOST_WRAPPED_LINES: usize = 400;
/// A longer line, in bytes, is not painted; the area then shows its own text.
const MOST_PAINTED_BYTES: usize = 20_000;

/// A longer piece, in bytes, is put into the area at once.
const LONG_INSERTION: usize = 2_000;

/// How far the area is scrolled, and how much of it is seen, in CSS pixels.
#[derive(Clone, Copy, PartialEq, Default)]
struct View {
    top: f64,
    left: f64,
    height: f64,
    bar: f64,
}

/// The pane of one text.
#[component]
pub fn Pane(part: Part, label: &'static str, wraps: RwSignal<bool>) -> impl IntoView {
    let session = Session::current();
    let finder = Finder::current();
    let area = NodeRef::<html::Textarea>::new();
    let seen = RwSignal::new(View::default());
    let follower = Follower::new(session, part, area);
    let keys = Keys::new(session, part, follower);
    // What is to be shown in another profile waits for the pane of that one.
    let place = session.place(part);
    // Where the caret was when it was last looked for, in UTF-16 units.
    let caret_at = StoredValue::new(None);
    // Whether all of the text was selected when the last input began: what is typed takes its place.
    let covers_all = StoredValue::new(false);
    // What was selected then, in UTF-16 units.
    let selected = StoredValue::new((0, 0));
    let look = move || {
        // The observer of the size may speak once more when the page has gone.
        if !seen.is_disposed()
            && let Some(area) = area.get_untracked()
        {
            let bar = (area.offset_width() - area.client_width()) as f64;
            let view = View {
                top: area.scroll_top() as f64,
                left: area.scroll_left() as f64,
                height: area.client_height() as f64,
                bar,
            };
            if seen.get_untracked() != view {
                seen.set(view);
            }
        }
    };

    Effect::new(move || follower.follow());
    Effect::new(move || {
        if let Some(area) = area.get() {
            size::watch(&area, look);
        }
    });
    Effect::new(move || {
        if let Some(reveal) = session.take_reveal(place) {
            cells::after_rendering(move || show(session, part, area, follower, reveal.span, reveal.select));
        }
    });

    let is_wrapped = Gate::new(move || {
        wraps.get() && session.analysis.with(|read| read.0.lines(part).count() <= MOST_WRAPPED_LINES)
    });
    // As many as the greatest number has; two at least, so that a short text stays where it is.
    let digits = Gate::new(move || session.analysis.with(|read| read.0.lines(part).count().to_string().len().max(2)));
    let is_plain = Gate::new(move || session.analysis.with(|read| MOST_PAINTED_BYTES < read.0.lines(part).longest()));
    let window = Memo::new(move |_| {
        if is_wrapped.get() {
            return (0, MOST_WRAPPED_LINES);
        }
        let view = seen.get();
        let first = ((view.top - PADDING) / LINE).max(0.0) as usize;
        let count = (view.height / LINE) as usize + 2;
        (first.saturating_sub(SPARE), first + count + SPARE)
    });
    let lines = painting::lines(session, finder, part, window, is_wrapped, is_plain);
    ImmediateEffect::new_scoped(move || lines.with(Painted::tell));
    let top = move || {
        let (first, _) = window.get();
        format!("translateY({})", page::pixels(PADDING + first as f64 * LINE - seen.get().top))
    };

    let left = Memo::new(move |_| seen.get().left);
    let (tips, panel) = (Tips::new(session, part, area, lines), ProblemList::current());
    let completions = Completions::new(session, part, area, (follower, keys, lines));
    let on_key = move |event: ev::KeyboardEvent| {
        keys.on_key(&event);
        if let Some(at) = completions.on_key(&event) {
            caret_at.set_value(Some(at));
        }
    };
    let on_press_beside = move |event: ev::MouseEvent| {
        if let (Some(line), Some(area)) = (tips.signed_line(&event), area.get_untracked()) {
            tips.hide();
            ways::open_at_sign(session, panel, part, line, area.into());
        }
    };

    let take = move |area: &HtmlTextAreaElement, is_whole: bool, composing: bool| {
        let text = area.value();
        let caret = caret::caret(area, &text);
        caret_at.set_value(Some(caret::units(&text, caret)));
        // A paste, a drop or a cut is a step of its own; keys join the key before.
        if is_whole {
            session.seal();
        }
        if part == Part::Options {
            session.hold_options();
        }
        if let Some((edit, revision)) =
            follower.typed(&text, if composing { (0, 0) } else { selected.get_value() }, caret)
        {
            let replaces = covers_all.get_value() && !composing;
            let command = Command::Type {
                part,
                edit: if replaces { whole(session, part, &text) } else { edit },
                composing,
                replaces,
            };
            session.grant(&Wish { revision, ..session.wish(command) });
        }
        covers_all.set_value(false);
        selected.set_value((0, 0));
        follower.shows(&text);
        if is_whole {
            session.seal();
            session.tell("");
        }
        session.select_at(part, caret);
        completions.renew();
    };
    let on_input = move |event: ev::Event| {
        if let Some(area) = area.get_untracked() {
            take(&area, page::is_whole_input(&event), page::is_composing(&event));
        }
    };
    let on_move = move |by_pointer: bool| {
        if let Some(area) = area.get_untracked() {
            let end = area.selection_end().ok().flatten();
            // A key that wrote something has told already where the caret is.
            if by_pointer || caret_at.get_value() != end {
                caret_at.set_value(end);
                let text = session.text(part);
                session.select_at(part, caret::caret(&area, &text));
            }
        }
    };
    let on_focus = move |_| {
        follower.catch_up();
        // Something else may have been selected meanwhile: whoever comes back by the keyboard comes to the caret's entry.
        caret_at.set_value(None);
    };
    let on_before_input = move |event: ev::InputEvent| {
        if let Some(area) = area.get_untracked() {
            covers_all.set_value(caret::covers_all(&area));
            selected.set_value(caret::selection(&area));
        }
        if part == Part::Xml
            && let Some(at) = area.get_untracked().and_then(|area| keys.answer(&area, &event))
        {
            caret_at.set_value(Some(at));
            selected.set_value((0, 0));
            completions.renew();
            return;
        }
        match event.input_type().as_str() {
            // The area's own history knows nothing of the tables.
            "historyUndo" => {
                event.prevent_default();
                session.undo();
            }
            "historyRedo" => {
                event.prevent_default();
                session.redo();
            }
            // Browsers put a long text in line by line, and look through the page behind the area for each: a minute for 2 MB.
            "insertFromPaste" | "insertText" => {
                let (Some(area), Some(text)) = (area.get_untracked(), event.data()) else { return };
                if LONG_INSERTION < text.len() {
                    event.prevent_default();
                    caret::insert(&area, &text);
                    take(&area, true, false);
                    let behind = area.value();
                    scroll_to(session, part, &area, Span::at(caret::caret(&area, &behind)));
                }
            }
            _ => {}
        }
    };
    view! {
        <form class="source__body" style:--digits=move || digits.get().to_string() on:submit=|event| event.prevent_default() on:click=on_press_beside
            on:mousemove=move |event| tips.on_move(&event) on:mouseleave=move |_| tips.on_leave() class:source__body--wrap=move || is_wrapped.get() class:source__body--plain=move || is_plain.get()>
            <div class="source__painted" aria-hidden="true">
                <div class="source__window" style:transform=top style:--bar=move || page::pixels(seen.get().bar)>
                    <For each=move || lines.with(Painted::lines) key=|line| line.key() let:line>{lines::view(&line, lines, left)}</For>
                </div>
            </div>
            <textarea class="source__area" data-scroll=if part == Part::Xml { "xml" } else { "options" } node_ref=area aria-label=label spellcheck="false" autocomplete="off" autocapitalize="off"
                readonly=move || session.read_only.with(Option::is_some)
                wrap=move || if is_wrapped.get() { "soft" } else { "off" }
                on:input=on_input on:beforeinput=on_before_input on:scroll=move |_| { tips.hide(); completions.hide(); look() } on:keydown=on_key aria-controls=move || completions.list_id() aria-activedescendant=move || completions.marked_id()
                on:focus=on_focus on:keyup=move |_| on_move(false) on:click=move |_| { completions.hide(); on_move(true) } on:compositionstart=move |_| follower.composes(true) on:compositionend=move |_| { session.seal(); follower.composes(false) }
                on:blur=move |_| { completions.hide(); session.seal() }></textarea>
        </form>
        {tips.view()}{completions.view()}
    }
}

/// Another text in the place of all of a text.
fn whole(session: Session, part: Part, text: &str) -> Edit {
    let before = session.with_profile_untracked(|profile| profile.text(part).len());
    Edit::replace(Span::new(0, before), text)
}
