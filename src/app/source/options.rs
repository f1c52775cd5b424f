//! Options: each value as it leaves, the path of the file to be written, and the section's text.

use leptos::{ev, prelude::*};
use web_sys::HtmlInputElement;

use super::{
    super::{copy, gate::Gate, ignored_options::IgnoredOptions, session::Session, shape},
    pane::Pane,
};
use presence_profile_core::{
    editor::{command::Command, export},
    mapping::{option_name::OptionName, options::Mode},
    source::text::Part,
};

/// The page.
#[component]
pub fn Options(wraps: RwSignal<bool>) -> impl IntoView {
    let session = Session::current();
    let mode = session.mode;
    let values =
        move || export::options(mode.get()).iter().map(|name| view! { <Value name=*name /> }).collect::<Vec<_>>();
    view! {
        <div class="options__list" hidden=move || mode.get() == Mode::Pull>{values}</div>
        <p class="options__text">"The options as a text, for the Annex of the VoIP Service DN:"</p>
        <Pane part=Part::Options label="Options text" wraps />
        <IgnoredOptions />
    }
}

#[component]
fn Value(name: OptionName) -> impl IntoView {
    let session = Session::current();
    let value = Gate::new(move || {
        session.analysis.with(|read| session.with_profile(|profile| export::option_value(profile, &read.0, name)))
    });
    let length = move || value.with(|value| value.as_ref().map_or(0, |value| value.chars().count()));
    let copy_value = move |_| copy::copy_option(session, name, value.get_untracked().unwrap_or_default());
    view! {
        <div class="options__row">
            <code class="options__name">{name.name()}</code>
            {match name {
                OptionName::AgentPresenceMap => view! { <Path value /> }.into_any(),
                _ => view! {
                    <code class="options__value" class:options__value--unset=move || value.with(Option::is_none)>
                        {move || value.get().unwrap_or_else(|| "not set".to_owned())}
                    </code>
                }.into_any(),
            }}
            <button class="button button--bare button--icon" type="button" aria-label=format!("Copy {} value", name.name())
                title=move || format!("Copy {} characters", length()) on:click=copy_value>{shape::tool("copy")}</button>
        </div>
    }
}

/// The path is a field: T-Server reads the file from there.
#[component]
fn Path(value: Gate<Option<String>>) -> impl IntoView {
    let session = Session::current();
    let set = move |event: ev::Event| {
        let typed = event_target_value(&event);
        if !session.dispatch(Command::SetOption { name: OptionName::AgentPresenceMap, value: typed }) {
            session.keep_refusal();
            // What was refused is not shown as if it were the value.
            event_target::<HtmlInputElement>(&event).set_value(&value.get_untracked().unwrap_or_default());
        }
    };
    view! {
        <input class="field field--code" type="text" aria-label="agent-presence-map" autocomplete="off" spellcheck="false"
            readonly=move || session.read_only.with(Option::is_some)
            prop:value=move || value.get().unwrap_or_default() on:change=set />
    }
}
