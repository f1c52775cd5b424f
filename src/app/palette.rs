//! All actions in one list, found by what is typed of their names.

use leptos::{ev, html, prelude::*};

use super::{
    actions::{
        self,
        action::{Action, Group},
        hands::Hands,
    },
    dialog::Dialog,
    shape,
};
use crate::browser::{dialogs, keyboard, scrolling};
use presence_profile_core::{
    editor::action_search::{self, Found},
    source::text::Span,
};

/// The dialog.
#[component]
pub fn Palette() -> impl IntoView {
    let hands = Hands::current();
    // What is done is done where the focus was, and before the next key.
    let choose = move |action: &'static Action| {
        dialogs::close();
        hands.palette.set(false);
        action.run(hands);
    };
    view! {
        <Dialog is_open=hands.palette title="All actions" class="palette">
            <Body choose />
        </Dialog>
    }
}

/// What is typed, and what is found by it.
#[component]
fn Body(choose: impl Fn(&'static Action) + Copy + Send + Sync + 'static) -> impl IntoView {
    let hands = Hands::current();
    let field = NodeRef::<html::Input>::new();
    let typed = RwSignal::new(String::new());
    let marked = RwSignal::new(0_usize);
    // As they are while the list is open: nothing else happens meanwhile.
    let all: StoredValue<Vec<Line>> = StoredValue::new(untrack(|| lines(hands)));
    let found = Memo::new(move |_| {
        all.with_value(|all| {
            let named = all.iter().map(|line| (line.action.group.name(), searched(line)));
            typed.with(|typed| action_search::found(named, typed))
        })
    });
    let count = all.with_value(Vec::len);
    let step = move |by: isize| {
        let last = found.with_untracked(Vec::len).saturating_sub(1);
        marked.update(|marked| *marked = marked.saturating_add_signed(by).min(last));
        scrolling::item_in_list(".palette__item[aria-selected=true]", ".palette__list");
    };
    let take = move |at: usize| {
        let line = found.with_untracked(|found| found.get(at).map(|found| found.action));
        let line = line.and_then(|at| all.with_value(|all| all.get(at).cloned()));
        match line {
            Some(Line { why: None, action, .. }) => choose(action),
            // It stays in its place, and says why.
            Some(Line { why: Some(why), .. }) => hands.session.notice.set(why),
            None => {}
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if keyboard::is_composing(&event) {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => step(1),
            "ArrowUp" => step(-1),
            "PageDown" => step(8),
            "PageUp" => step(-8),
            "Enter" => take(marked.get_untracked()),
            _ => return,
        }
        event.prevent_default();
    };
    let items = move || {
        let items = found.get().into_iter().enumerate().filter_map(|(at, found)| {
            let line = all.with_value(|all| all.get(found.action).cloned())?;
            Some(item(line, found, at, marked, move || take(at)))
        });
        items.collect::<Vec<_>>()
    };
    let shown = move || format!("{} of {count} actions", found.with(Vec::len));
    view! {
        <div class="palette__field">
            {shape::tool("search")}
            <input class="palette__input" node_ref=field autofocus role="combobox" aria-label="Action" aria-expanded="true" aria-autocomplete="list"
                aria-controls="palette-list" aria-activedescendant=move || format!("palette-{}", marked.get())
                autocomplete="off" autocapitalize="off" spellcheck="false" on:keydown=on_key
                on:input=move |event| {
                    typed.set(event_target_value(&event));
                    marked.set(0);
                } />
        </div>
        // A press must not take the focus out of the field.
        <div class="palette__list" role="listbox" id="palette-list" aria-label="Actions" on:mousedown=|event| event.prevent_default()>
            {items}
        </div>
        <footer class="palette__foot">
            <span><kbd class="key">"↑"</kbd><kbd class="key">"↓"</kbd>"mark"</span>
            <span><kbd class="key">"Enter"</kbd>"do it"</span>
            <span><kbd class="key">"Esc"</kbd>"close"</span>
            <span class="palette__count" role="status">{shown}</span>
        </footer>
    }
}

/// An action as it is while the list is open.
#[derive(Clone)]
struct Line {
    action: &'static Action,
    name: String,
    /// Why it cannot be done now.
    why: Option<String>,
}

/// What is found of a name: behind `Undo: ` stands what was done, in the words of other actions.
fn searched(line: &Line) -> &str {
    match line.action.group {
        Group::Edit => line.name.split(':').next().unwrap_or_default(),
        _ => &line.name,
    }
}

/// All of them; what can be done with what is selected comes first, and what cannot be done now last.
fn lines(hands: Hands) -> Vec<Line> {
    let is_in_grid = hands.grids.in_hand().is_some();
    let line = |action: &'static Action| Line { action, name: (action.name)(hands), why: (action.why_not)(hands) };
    let mut all: Vec<Line> = actions::all().map(line).collect();
    all.sort_by_key(|line| (line.why.is_some(), line.action.group != Group::Cells || !is_in_grid));
    all
}

fn item(line: Line, found: Found, at: usize, marked: RwSignal<usize>, take: impl Fn() + 'static) -> impl IntoView {
    let keys = line.action.keys.first().map(|keys| keys.parts()).unwrap_or_default();
    let is_off = line.why.is_some().then_some("true");
    view! {
        <div class="palette__item" role="option" id=format!("palette-{at}") aria-selected=move || (marked.get() == at).to_string()
            aria-disabled=is_off on:click=move |_| take()>
            <small class="palette__group">{line.action.group.name()}</small>
            <span class="palette__name">{lettered(&line.name, &found.letters)}</span>
            <span class="palette__keys">
                {line.why.map(|why| view! { <small class="palette__why">{why}</small> })}
                {keys.into_iter().map(|key| view! { <kbd class="key">{key}</kbd> }).collect::<Vec<_>>()}
            </span>
        </div>
    }
}

/// A name with the letters that were typed.
fn lettered(name: &str, letters: &[Span]) -> Vec<AnyView> {
    let mut parts = Vec::new();
    let mut at = 0;
    for span in letters {
        parts.push(name[at..span.start].to_owned().into_any());
        parts.push(view! { <mark class="palette__letters">{name[span.start..span.end].to_owned()}</mark> }.into_any());
        at = span.end;
    }
    parts.push(name[at..].to_owned().into_any());
    parts
}
