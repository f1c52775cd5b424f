//! The login: it is no configuration, so what stands here is what to send.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    desk::Desk,
    exact_text::ExactText,
    name_field::NameField,
    place::{self, Head},
    profile_choices::profile_choices,
};
use presence_profile_core::editor::assignment::{PRESENCE_PROFILE, Standing, what_if::NamingPlace};

#[component]
pub(super) fn Login(desk: Desk) -> impl IntoView {
    let outcome = Memo::new(move |_| desk.answer.with(|answer| place::key(answer.outcome(NamingPlace::Login))));
    let names = Memo::new(move |_| desk.question.with(|question| question.login.clone()));
    let sent = Memo::new(move |_| desk.sent());
    let is_unknown =
        Memo::new(move |_| desk.shown.with(|shown| shown.naming(sent.get()).standing == Standing::Unknown));
    let send = Arc::new(move |name: &str| {
        desk.send(name);
        true
    });
    view! {
        <article class=move || format!("panel place place--login place--{}", outcome.get()) aria-label="Login">
            <Head desk place=NamingPlace::Login sign="login" title="Login" reach="by a login session">
                {move || names.with(|name| match name.is_empty() {
                    true => view! { "nearest, no key "<code>{PRESENCE_PROFILE}</code> }.into_any(),
                    false => view! { "nearest, names "<b>{name.to_string()}</b> }.into_any(),
                })}
            </Head>
            <div class="place__body">
                <p class="place__lead">"Sent with each login; the configuration does not hold it."</p>
                <div class="place__setting">
                    <span>"To name"</span>
                    <span class="place__to-name">
                        <NameField id="login-text" label="Profile for the login text" asks=true empty="a profile" value=sent is_unknown choices=profile_choices(desk) take=send />
                    </span>
                </div>
                <div>
                    <p class="place__caption">"send in "<code>"AttributeExtensions"</code>" of "<code>"RequestAgentLogin"</code></p>
                    <dl class="place__pair">
                        <dt>"key"</dt><dd><ExactText text=PRESENCE_PROFILE.to_owned() name="Copy the key".to_owned() /></dd>
                        <dt>"value"</dt><dd><ExactText text=Signal::derive(move || sent.get().to_string()) name="Copy the value".to_owned() /></dd>
                    </dl>
                </div>
            </div>
        </article>
    }
}
