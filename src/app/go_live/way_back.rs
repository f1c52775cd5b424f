//! The way back: what is done where the change is to be taken back.

use leptos::prelude::*;

use super::SharedPlan;
use crate::app::{copy, session::Session, shape};

/// The list.
#[component]
pub fn WayBack(plan: Memo<SharedPlan>) -> impl IntoView {
    let session = Session::current();
    let steps = move || {
        plan.with(|plan| {
            let back = plan.0.back.iter().map(|own| {
                let text = own.text.clone().map(|text| {
                    let copied = text.clone();
                    let label = format!("Copy the value: {}", own.words);
                    view! {
                        <div class="going-step__box">
                            <pre class="going-step__text">{text}</pre>
                            <button class="button going-step__action" type="button" aria-label=label
                                on:click=move |_| copy::copy_shown(session, copied.clone())>{shape::tool("copy")}"Copy"</button>
                        </div>
                    }
                });
                view! { <li class="way-back__step">{own.words.clone()}{text}</li> }
            });
            back.collect_view()
        })
    };
    let is_empty = move || plan.with(|plan| plan.0.back.is_empty());
    view! {
        <section class="panel way-back" aria-label="The way back">
            <header class="panel__head"><h2 class="panel__title">"The way back"</h2><span class="panel__facts">"what went last comes back first"</span></header>
            <div class="way-back__body" tabindex="0" role="region" aria-label="Steps back">
                {move || if is_empty() { view! { <p class="way-back__none">"Nothing is to be taken back."</p> }.into_any() } else { view! { <ol class="way-back__list">{steps}</ol> }.into_any() }}
            </div>
        </section>
    }
}
