//! Push or pull: what `map-presence-to-dnd` of the profile says, and nothing else.

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::super::{
    glossary::{self, Glossary},
    session::Session,
};
use crate::browser::page;
use presence_profile_core::{
    editor::{command::Command, glossary::Term},
    mapping::options::Mode,
};

/// The two radios; where the option says neither, both are unchecked.
#[component]
pub fn PresenceMode() -> impl IntoView {
    let session = Session::current();
    let glossary = Glossary::current();
    let radio = move |own: Mode, words: &'static str| {
        let is_checked = move || session.mode.get() == own;
        let choose = move |event| {
            glossary.dismiss();
            let is_granted = session.dispatch(Command::SetMode { pull: own == Mode::Pull });
            if is_granted {
                session.tell(&format!("{words} mode"));
            } else {
                event_target::<HtmlInputElement>(&event).set_checked(session.mode.get_untracked() == own);
            }
        };
        view! {
            <label class="segments__item">
                <input class="segments__input" type="radio" name="presence-mode" prop:checked=is_checked
                    aria-disabled=move || session.read_only.with(Option::is_some).then_some("true") on:change=choose />
                <span class="segments__word">{words}</span>
            </label>
        }
    };
    view! {
        <div class="segments" role="radiogroup" aria-label="Presence mode" title=move || session.read_only.get() aria-describedby=glossary::meaning_id(Term::PresenceMode)
            on:mouseenter=move |event| glossary.come(Term::PresenceMode, &event) on:mouseleave=move |_| glossary.leave()
            on:focusin=move |event| if page::is_by_key(&event) { glossary.come(Term::PresenceMode, &event) } on:focusout=move |_| glossary.leave()
            aria-disabled=move || session.read_only.with(Option::is_some).then_some("true")>
            {radio(Mode::Push, "Push")}
            {radio(Mode::Pull, "Pull")}
        </div>
    }
}
