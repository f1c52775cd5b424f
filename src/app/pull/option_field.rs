//! The option `presence-availability-range` as a line to type in: field and text say the same at each key.

use leptos::{ev, html, prelude::*};
use web_sys::HtmlInputElement;

use super::actions::Pull;
use crate::{
    app::{copy, gate::Gate, shape},
    browser::{caret, page},
};
use presence_profile_core::{
    editor::{
        command::Command,
        range_field::{self, Typed},
    },
    mapping::option_name::OptionName,
    source::{edit::Edits, text::Span},
};

const NAME: OptionName = OptionName::PresenceAvailabilityRange;

/// The field, its name, and Copy.
#[component]
pub(super) fn OptionField(pull: Pull) -> impl IntoView {
    let session = pull.session;
    let field = NodeRef::<html::Input>::new();
    // Nothing is written into a field that an input method composes in.
    let composes = StoredValue::new(false);
    // What of the value was selected when the last input began.
    let selected = StoredValue::new(Span::default());
    let shown = Gate::new(move || {
        session.analysis.with(|read| {
            session.with_profile(|profile| range_field::shown(&read.0.options, &profile.options).to_owned())
        })
    });
    let follow = move || {
        if let Some(field) = field.get_untracked().filter(|_| !composes.get_value()) {
            shown.with_untracked(|shown| bring(&field, shown));
        }
    };
    Effect::new(move || {
        field.track();
        shown.track();
        follow();
    });
    let on_input = move |event: ev::Event| {
        let Some(field) = field.get_untracked() else { return };
        let is_whole = page::is_whole_input(&event);
        if is_whole {
            session.seal();
        }
        let content = field.value();
        let caret = caret::line_caret(&field, &content);
        let composing = page::is_composing(&event);
        let selected = selected.try_update_value(std::mem::take).filter(|_| !composing).unwrap_or_default();
        session.dispatch(Command::TypeRanges(Typed { content, caret, selected, composing }));
        if is_whole {
            session.seal();
            session.tell("");
        }
    };
    let on_before_input = move |event: ev::InputEvent| {
        if let Some(field) = field.get_untracked() {
            let content = field.value();
            let own = caret::span(&content, caret::line_selection(&field));
            selected.set_value(range_field::selected(&content, own));
        }
        match event.input_type().as_str() {
            // The field's own history knows nothing of the bars.
            "historyUndo" => {
                event.prevent_default();
                session.undo();
            }
            "historyRedo" => {
                event.prevent_default();
                session.redo();
            }
            _ => {}
        }
    };
    let on_blur = move |_| {
        session.seal();
        // Blanks in front are not of the value.
        follow();
        if let Some(field) = field.get_untracked() {
            shown.with_untracked(|shown| put(&field, shown));
        }
    };
    let on_composed = move |_| {
        composes.set_value(false);
        session.seal();
        follow();
    };
    view! {
        <div class="pull__option">
            <label class="pull__option-name" for="pull-option"><code>{NAME.name()}</code></label>
            <div class="pull__option-line">
                <input class="field field--code" id="pull-option" node_ref=field type="text" autocomplete="off" spellcheck="false" aria-label=NAME.name()
                    readonly=move || session.read_only.with(Option::is_some)
                    on:input=on_input on:beforeinput=on_before_input on:blur=on_blur
                    on:compositionstart=move |_| composes.set_value(true) on:compositionend=on_composed />
                <button class="button" type="button" aria-label=format!("Copy {}", NAME.name())
                    on:click=move |_| copy::copy_option(session, NAME, pull.value_untracked())>{shape::tool("copy")}"Copy"</button>
            </div>
        </div>
    }
}

/// Brings the field to what it is to show; a blank in front that is being typed stays, and so does the caret.
fn bring(field: &HtmlInputElement, shown: &str) {
    let content = field.value();
    if !page::is_focused(field) {
        return put(field, shown);
    }
    if range_field::is_same(shown, &content) {
        return;
    }
    let edits = Edits::between(&content, shown);
    let caret = edits.shift(caret::line_caret(field, &content));
    field.set_value(shown);
    caret::set_line_caret(field, shown, caret);
}

fn put(field: &HtmlInputElement, shown: &str) {
    if field.value() != shown {
        field.set_value(shown);
    }
}
