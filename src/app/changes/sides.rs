//! How something was, and how it is: what colleagues see, or a value.

use leptos::prelude::*;

use crate::app::{importing::runs, shown_presence};
use presence_profile_core::editor::{
    comparing::Side,
    incoming::{excerpt::Run, word_difference},
    rows::{ShownPresence, Text},
};

/// Both sides, with what differs marked.
pub fn both(then: &Side, now: &Side, language: Option<(&'static str, &'static str)>) -> (AnyView, AnyView) {
    let (before, after) = word_difference::runs(&text(then), &text(now));
    (side(then, before, number_of(now), language), side(now, after, number_of(then), language))
}

fn text(side: &Side) -> String {
    match side {
        Side::Seen(ShownPresence::Presence { text: Text::Given(text), .. }, _) => text.clone(),
        Side::Value(Some(value)) => value.clone(),
        _ => String::new(),
    }
}

fn number_of(side: &Side) -> Option<u16> {
    match side {
        Side::Seen(ShownPresence::Presence { availability, .. }, _) => Some(availability.number()),
        _ => None,
    }
}

fn side(side: &Side, runs: Vec<Run>, other: Option<u16>, language: Option<(&'static str, &'static str)>) -> AnyView {
    let (tag, direction) = language.unzip();
    match side {
        Side::Seen(shown, _) => {
            let number = number_of(side).map(|number| {
                let is_other = other != Some(number);
                view! { <span class="side__number" class:side__number--other=is_other>{number}</span> }
            });
            let words = match shown {
                ShownPresence::Presence { text: Text::Given(_), .. } => {
                    view! { <span class="side__text" lang=tag dir=direction>{runs::line(&runs)}</span> }.into_any()
                }
                shown => view! { <span class="side__text side__text--none">{shown.told(true).0}</span> }.into_any(),
            };
            view! {
                <span class="side" data-class=shown_presence::key(shown)>
                    <span class="side__shape">{shown_presence::icon(shown, 16)}</span>
                    <span class="side__presence"><b>{shown.word()}</b>" "{number}</span>
                    {words}
                </span>
            }
            .into_any()
        }
        Side::Value(Some(_)) => {
            view! { <span class="side side--value"><code class="side__text">{runs::line(&runs)}</code></span> }
                .into_any()
        }
        Side::Value(None) => view! { <span class="side side--value side__text--none">"none"</span> }.into_any(),
    }
}
