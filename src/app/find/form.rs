//! What is looked for, how, where, and what takes its place.

use leptos::{ev, html, prelude::*};

use super::{SUMMARY, going, opening, replacing, state::Finder};
use crate::app::{session::Session, shape};
use presence_profile_core::editor::searching::{query::Strictness, scope::Scope};

/// What can be written beside plain text.
const LANGUAGE: &str =
    "Plain text; \"exact phrase\"; id:CALL in such IDs; fr: or 1036: in that language; -word leaves out";
/// The same where a text is looked through as it is written.
const LANGUAGE_AS_WRITTEN: &str =
    "Plain text, quotes included; id:CALL in such IDs; fr: or 1036: in that language; -word leaves out";

#[component]
pub(super) fn Form() -> impl IntoView {
    let session = Session::current();
    let finder = Finder::current();
    let find = NodeRef::<html::Input>::new();
    Effect::new(move || {
        if let Some(field) = find.get() {
            let text = finder.written.get();
            if field.value() != text {
                field.set_value(&text);
            }
        }
    });
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() != "Enter" || event.is_composing() || event.key_code() == 229 {
            return;
        }
        event.prevent_default();
        match event.ctrl_key() || event.meta_key() {
            true => replacing::replace_by_key(session, finder),
            false => going::step(session, finder, event.shift_key()),
        }
    };
    let toggle = move |words: &'static str, is_on: fn(Strictness) -> bool, turn: fn(&mut Strictness)| {
        view! {
            <button class="find__toggle" type="button" data-words=words aria-pressed=move || is_on(finder.strictness.get()).to_string()
                on:click=move |_| {
                    finder.first.set(0);
                    finder.strictness.update(turn);
                }>{words}</button>
        }
    };
    let scopes = move || {
        let (mode, chosen) = (session.mode.get(), finder.scope.get());
        let offered = Scope::ALL.into_iter().filter(|scope| scope.is_in(mode));
        let option = |scope: Scope| {
            view! { <option value=scope.name() selected=scope == chosen prop:selected=scope == chosen>{scope.name()}</option> }
        };
        offered.map(option).collect::<Vec<_>>()
    };
    let choose = move |event: ev::Event| {
        let name = event_target_value(&event);
        if let Some(scope) = Scope::ALL.into_iter().find(|scope| scope.name() == name) {
            finder.first.set(0);
            finder.chosen.set(scope);
        }
    };
    let language = move || match finder.scope.get().part() {
        Some(_) => LANGUAGE_AS_WRITTEN,
        None => LANGUAGE,
    };
    view! {
        <form class="find__form" on:submit=|event| event.prevent_default() on:keydown=on_key>
            <label class="find__label" for=opening::FIND>"Find"</label>
            <input class="field" type="text" id=opening::FIND node_ref=find data-asks autocomplete="off" autocapitalize="off" spellcheck="false"
                aria-describedby=SUMMARY title=language placeholder="What is looked for" data-own-undo=move || finder.written.with(|text| !text.is_empty()).then_some("")
                on:input=move |event| finder.type_in(event_target_value(&event)) />
            <label class="find__label" for=opening::REPLACE>"Replace by"</label>
            <input class="field" type="text" id=opening::REPLACE data-asks autocomplete="off" autocapitalize="off" spellcheck="false"
                data-own-undo=move || finder.by.with(|text| !text.is_empty()).then_some("") prop:value=move || finder.by.get()
                on:focus=move |_| finder.is_replacing.set(true) on:input=move |event| finder.by.set(event_target_value(&event)) />
            // Behind both fields, so that Tab goes from one to the other; the sheet puts them beside the first.
            {toggle("Whole words", |it| it.whole_words, |it| it.whole_words = !it.whole_words)}
            {toggle("Case", |it| it.case, |it| it.case = !it.case)}
            <span class="pick find__where">
                <select class="pick__select" aria-label="Where" on:change=choose>{scopes}</select>
                {shape::pick_arrow()}
            </span>
        </form>
    }
}
