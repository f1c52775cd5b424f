//! The T-Server application: one name for every device and login that names none.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    super::shape,
    desk::Desk,
    exact_text::ExactText,
    name_field::NameField,
    place::{self, Head},
    profile_choices::profile_choices,
};
use presence_profile_core::editor::{
    assignment::{PRESENCE_PROFILE, Standing, option_text, what_if::NamingPlace},
    reassigning::Reassign,
};

/// The field of the name.
pub(super) const FIELD: &str = "application-profile";

#[component]
pub(super) fn Application(desk: Desk) -> impl IntoView {
    let outcome = Memo::new(move |_| desk.answer.with(|answer| place::key(answer.outcome(NamingPlace::Application))));
    let naming = Memo::new(move |_| desk.shown.with(|shown| shown.application.clone()));
    let name = Memo::new(move |_| naming.with(|naming| naming.name.clone()));
    let is_unknown = Memo::new(move |_| naming.with(|naming| naming.standing == Standing::Unknown));
    let set = Arc::new(move |name: &str| desk.session.reassign(&Reassign::SetApplication(name.to_owned())));
    let text = Signal::derive(move || name.with(|name| option_text(name)));
    view! {
        <article class=move || format!("panel place place--application place--{}", outcome.get()) aria-label="T-Server application">
            <Head desk place=NamingPlace::Application sign="server" title="T-Server application" reach="globally">
                {move || name.with(|name| match name.is_empty() {
                    true => view! { "farthest, names none" }.into_any(),
                    false => view! { "farthest, names "<b>{name.to_string()}</b> }.into_any(),
                })}
            </Head>
            <div class="place__body">
                <p class="place__lead">"One name for every device and login that names none."</p>
                <div class="place__column">
                    <label for=FIELD><code>{PRESENCE_PROFILE}</code></label>
                    <NameField id=FIELD label="presence-profile of the application" empty="names none" offers_none=true value=name is_unknown choices=profile_choices(desk) take=set />
                    {move || is_unknown.get().then(|| view! {
                        <p class="place__unknown">{shape::shape("warning", 14)}{Standing::Unknown.words()}</p>
                    })}
                </div>
                <div>
                    <p class="place__caption">"Options of the T-Server application"</p>
                    {move || name.with(|name| name.is_empty()).then(|| view! {
                        <p class="place__none">"Names none: there is no "<code>{PRESENCE_PROFILE}</code>" to set."</p>
                    })}
                    {move || name.with(|name| !name.is_empty()).then(|| view! {
                        <ExactText text name="Copy the text of the application".to_owned() />
                    })}
                </div>
                <p class="place__undocumented">"Default and time of effect: not documented."</p>
            </div>
        </article>
    }
}
