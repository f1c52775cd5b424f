//! A number to try: which presence it is, and what T-Server makes of it.

use leptos::prelude::*;

use super::actions::Pull;
use crate::app::shape;
use presence_profile_core::editor::ranges::{self, outcome::Fate};

/// The line.
#[component]
pub(super) fn Trying(pull: Pull) -> impl IntoView {
    let answer = Memo::new(move |_| pull.answer().map(|tried| (tried.number.class(), tried.is_off)));
    let is_wrong = Memo::new(move |_| answer.get().is_none() && !pull.tried.read().trim().is_empty());
    let words = move || match answer.get() {
        None if is_wrong.get() => {
            let refusal = ranges::number(&pull.tried.read()).err().map(|refusal| refusal.to_string());
            view! { <span class="pull__wrong">{refusal}</span> }.into_any()
        }
        None => view! { <span class="pull__hint">"a whole number from 0 to 18000"</span> }.into_any(),
        Some((class, is_off)) => {
            let fate = if is_off { Fate::Off } else { Fate::On };
            view! {
                {shape::shape("arrow", 14)}
                <span class="pull__presence" data-class=shape::key(class)>{shape::presence(class, 16)}<b>{ranges::word(class)}</b></span>
                {shape::shape("arrow", 14)}
                {fate_words(fate)}
            }
            .into_any()
        }
    };
    view! {
        <div class="pull__try">
            <label class="pull__try-field">"Try"
                <input class="field field--code" type="text" inputmode="numeric" autocomplete="off" spellcheck="false" aria-label="Try a number" data-asks
                    aria-invalid=move || is_wrong.get().then_some("true") prop:value=move || pull.tried.get()
                data-own-undo=move || (!pull.tried.read().is_empty()).then_some("")
                    on:input=move |event| pull.tried.set(event_target_value(&event)) />
            </label>
            <output class="pull__answer">{words}</output>
        </div>
    }
}

/// A result with its sign.
pub(super) fn fate_words(fate: Fate) -> impl IntoView + use<> {
    let class = match fate {
        Fate::Off => "pull__fate pull__fate--off",
        Fate::On => "pull__fate",
        Fate::Varies => "pull__fate pull__fate--varies",
    };
    view! { <span class=class>{fate.words()}</span> }
}
