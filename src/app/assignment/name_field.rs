//! A field with choices that takes any text: what is typed is kept, whether a choice has it or not.

use std::sync::Arc;

use leptos::{ev, html, prelude::*};

use super::super::{
    choice::{self, Choice},
    session::Session,
    shape,
};
use crate::browser::{cells, page, scrolling};

/// What can be meant by what was typed, and how many more there are than are listed.
pub(super) type Choices = Arc<dyn Fn(&str) -> (Vec<Choice>, usize) + Send + Sync>;

/// What a field takes; whether it was taken.
pub(super) type Take = Arc<dyn Fn(&str) -> bool + Send + Sync>;

/// A field that is being edited.
#[derive(Clone, PartialEq, Default)]
struct Draft {
    /// Whether it was typed in since it was at rest.
    typed: Option<String>,
    is_open: bool,
    marked: Option<usize>,
}

#[component]
pub(super) fn NameField(
    /// Unique on the page.
    id: &'static str,
    label: &'static str,
    /// What stands in the field while it is empty.
    empty: &'static str,
    /// Whether to take nothing is a choice.
    #[prop(optional)]
    offers_none: bool,
    /// Whether it only asks, and changes nothing.
    #[prop(optional)]
    asks: bool,
    /// What the field holds at rest.
    value: Memo<Arc<str>>,
    /// Whether that is the name of no profile.
    #[prop(into)]
    is_unknown: Signal<bool>,
    choices: Choices,
    take: Take,
) -> impl IntoView {
    let session = Session::current();
    let field = NodeRef::<html::Input>::new();
    let draft = RwSignal::new(Draft::default());
    let choices = StoredValue::new(choices);
    let take = StoredValue::new(take);
    // Without what is typed, everything can be meant.
    let found = Memo::new(move |_| {
        let (is_open, typed) = draft.with(|draft| (draft.is_open, draft.typed.clone().unwrap_or_default()));
        if !is_open {
            return (Vec::new(), 0);
        }
        let (mut found, more) = choices.with_value(|choices| choices(&typed));
        if offers_none && typed.is_empty() {
            found.insert(0, Choice::plain(String::new(), String::new()));
        }
        (found, more)
    });
    let rest = move |text: &str| {
        draft.set(Draft::default());
        if let Some(field) = field.get_untracked().filter(|field| field.value() != text) {
            field.set_value(text);
        }
    };
    // At rest the field shows what there is; what is typed is the user's.
    Effect::new(move || {
        let value = value.get();
        if draft.with_untracked(|draft| draft.typed.is_none()) {
            rest(&value);
        }
    });
    let settle = move |text: Option<String>| {
        if let Some(text) = text {
            take.with_value(|take| take(&text));
        }
        rest(&value.get_untracked());
    };
    // What Enter and leaving the field take: what is marked, else what was typed.
    let wanted = move || {
        draft.with_untracked(|draft| {
            let marked = draft.marked.and_then(|marked| found.with_untracked(|found| found.0.get(marked).cloned()));
            marked.map(|choice| choice.value).or_else(|| draft.typed.clone())
        })
    };
    let open = move || {
        if asks || session.may_change() {
            draft.update(|draft| draft.is_open = true);
        }
    };
    let mark = move |step: isize| {
        let count = found.with_untracked(|found| found.0.len());
        draft.update(|draft| {
            draft.marked = match draft.marked {
                _ if count == 0 => None,
                None if 0 < step => Some(0),
                None => Some(count - 1),
                Some(marked) => marked.checked_add_signed(step).filter(|marked| *marked < count),
            };
        });
        cells::after_rendering(|| scrolling::item_in_list(".name-field [aria-selected=\"true\"]", ".suggest__list"));
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if event.is_composing() || event.key_code() == 229 {
            return;
        }
        let now = draft.get_untracked();
        match (event.key().as_str(), event.ctrl_key() || event.meta_key()) {
            ("ArrowDown" | "ArrowUp", false) if !now.is_open => open(),
            ("ArrowDown", false) => mark(1),
            ("ArrowUp", false) => mark(-1),
            ("Enter", false) => {
                settle(wanted());
                page::select_focused();
            }
            ("Escape", false) if now != Draft::default() => {
                settle(None);
                page::select_focused();
                event.stop_propagation();
            }
            // What is typed here is taken back here.
            ("z" | "Z" | "y", true) if now.typed.is_some() => return event.stop_propagation(),
            _ => return,
        }
        event.prevent_default();
    };
    let is_listed = Memo::new(move |_| found.with(|found| !found.0.is_empty()));
    let marked = move || draft.with(|draft| draft.marked);
    let list = move || {
        let (found, more) = found.get();
        let typed = draft.with_untracked(|draft| draft.typed.clone().unwrap_or_default());
        let options = found.into_iter().enumerate().map(|(index, choice)| {
            let taken = choice.value.clone();
            let choice = if taken.is_empty() { Choice::plain(empty.to_owned(), String::new()) } else { choice };
            let is_marked = marked() == Some(index);
            choice::option(choice, &typed, format!("{id}-choice-{index}"), is_marked, move || {
                settle(Some(taken.clone()));
                page::select_focused();
            })
        });
        view! {
            <div class="suggest" on:mousedown=|event| event.prevent_default()>
                <div class="suggest__list" role="listbox" aria-label="Choices" id=format!("{id}-choices")>{options.collect::<Vec<_>>()}</div>
                {(0 < more).then(|| view! { <p class="suggest__keys">{format!("{more} more: type to find them")}</p> })}
            </div>
        }
    };
    view! {
        <span class="name-field">
            <input class="name-field__input" id=id node_ref=field role="combobox" aria-label=label placeholder=empty
                aria-autocomplete="list" aria-expanded=move || is_listed.get().to_string() aria-controls=format!("{id}-choices")
                aria-activedescendant=move || marked().map(|marked| format!("{id}-choice-{marked}"))
                data-asks=asks.then_some("") readonly=move || !asks && session.read_only.with(Option::is_some)
                autocomplete="off" autocapitalize="off" spellcheck="false" title=move || value.get().to_string()
                on:focus=move |_| page::select_focused()
                on:click=move |_| {
                    open();
                    // The press has put a caret where the text was selected.
                    if draft.with_untracked(|draft| draft.typed.is_none()) {
                        page::select_focused();
                    }
                }
                on:input=move |event| draft.set(Draft { typed: Some(event_target_value(&event)), is_open: true, marked: None })
                on:keydown=on_key
                on:blur=move |_| {
                    // The field may lose the focus because it goes, with its page.
                    if !draft.is_disposed() {
                        settle(wanted());
                    }
                } />
            // A field cannot underline what it holds: the same text lies over it, unseen but for its line.
            {move || is_unknown.get().then(|| view! {
                <span class="name-field__wave squiggle squiggle--warning" aria-hidden="true">{move || value.get().to_string()}</span>
            })}
            <span class="name-field__arrow">{shape::pick_arrow()}</span>
            {move || is_listed.get().then(list)}
        </span>
    }
}
