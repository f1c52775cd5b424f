//! A range in the list: its two numbers as fields, what it covers, and the way to be rid of it.

use leptos::{ev, html, prelude::*};

use super::{
    actions::{End, Hold, Pull},
    fields::Fields,
};
use crate::{app::shape, browser::page};

/// The row at a position.
#[component]
pub(super) fn Row(pull: Pull, index: usize) -> impl IntoView {
    let bar = pull.bar(Signal::stored(index));
    let fields = Fields::new(pull, index);
    Effect::new(move || fields.follow(bar.get()));
    Effect::new(move |before: Option<u64>| {
        let steps = pull.session.steps.get();
        if before.is_some_and(|before| before != steps) {
            fields.put_back();
        }
        steps
    });
    let on_remove = move |event: ev::MouseEvent| {
        // The second half of a double press would remove the next one.
        if event.detail() < 2 {
            pull.remove(index, Hold::Remove);
        }
    };
    let number = index + 1;
    view! {
        <div class="pull__row" role="listitem" class:pull__row--chosen=move || pull.chosen.get() == Some(index)
            aria-setsize=move || pull.count.get().to_string() aria-posinset=number.to_string()
            on:focusin=move |_| {
                pull.choose(index);
                fields.look();
                if pull.held_row.get_untracked() != Some(index) {
                    pull.held_row.set(Some(index));
                }
            }
            on:focusout=move |event| pull.note_blur(&event)>
            <span class="pull__number" aria-hidden="true">{number}</span>
            <NumberField fields end=End::From node=fields.from />
            <NumberField fields end=End::To node=fields.to />
            <span class="pull__covers" title=move || bar.with(|bar| bar.map(|bar| bar.covers()))>{move || bar.with(|bar| bar.map(|bar| bar.covers()))}</span>
            <button class="button button--bare button--icon" type="button" aria-label=format!("Remove range {number}")
                title=format!("Remove range {number}") data-remove=index.to_string()
                on:focus=move |_| pull.note_focus(index, Hold::Remove) on:click=on_remove>{shape::tool("remove")}</button>
        </div>
    }
}

#[component]
fn NumberField(fields: Fields, end: End, node: NodeRef<html::Input>) -> impl IntoView {
    let on_key = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Escape" => fields.mend(end),
        // What is typed next takes the place of what was taken, or refused.
        "Enter" => fields.select(end),
        "z" | "Z" if fields.is_unsettled(end) && is_undo(&event) => {
            event.prevent_default();
            // Not a step of the history as well, once the field is settled.
            event.stop_propagation();
            fields.mend(end);
        }
        _ => {}
    };
    let on_focus = move |_| {
        fields.pull.note_focus(fields.index, Hold::Field(end));
        fields.select(end);
    };
    // The press that brings the focus puts the caret somewhere, and a hand that drags selects for itself.
    let is_coming = StoredValue::new(false);
    let on_press = move |_| is_coming.set_value(node.get_untracked().is_some_and(|field| !page::is_focused(&field)));
    let on_click = move |_| {
        if let Some(field) = node.get_untracked().filter(|_| is_coming.get_value()) {
            page::select_where_nothing_is(&field);
        }
    };
    view! {
        <label class="pull__end">
            {end.name()}
            <input class="field field--code" node_ref=node type="text" inputmode="numeric" autocomplete="off" spellcheck="false"
                aria-label=format!("{} of range {}", end.name(), fields.index + 1) data-field=format!("{} {}", fields.index, end.name())
                aria-invalid=move || fields.refused.get().of(end).then_some("true")
                data-own-undo=move || fields.typed.get().of(end).then_some("")
                readonly=move || fields.pull.session.read_only.with(Option::is_some)
                on:focus=on_focus on:pointerdown=on_press on:click=on_click
                on:keydown=on_key on:input=move |_| fields.type_in(end) on:change=move |_| fields.commit(end) />
        </label>
    }
}

fn is_undo(event: &ev::KeyboardEvent) -> bool {
    (event.ctrl_key() || event.meta_key()) && !event.shift_key() && !event.alt_key()
}
