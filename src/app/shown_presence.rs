//! What a state shows, in a line: the shape, its word, and the text people read.

use leptos::prelude::*;

use super::shape;
use presence_profile_core::editor::rows::ShownPresence;

/// The class for the sheets: a presence, `missing` or `unset`.
pub fn key(shown: &ShownPresence) -> &'static str {
    match shown {
        ShownPresence::NotSet => "unset",
        ShownPresence::NoEntry(_) | ShownPresence::NoAvailability(_) => "missing",
        ShownPresence::Presence { availability, .. } => shape::key(availability.class()),
    }
}

/// The symbol for it.
pub fn icon(shown: &ShownPresence, size: u8) -> AnyView {
    match shown {
        ShownPresence::NotSet => shape::unset(size).into_any(),
        ShownPresence::NoEntry(_) | ShownPresence::NoAvailability(_) => shape::missing(size).into_any(),
        ShownPresence::Presence { availability, .. } => shape::presence(availability.class(), size).into_any(),
    }
}

/// The line.
pub fn line(
    shown: &ShownPresence,
    is_whole: bool,
    is_trial: bool,
    language: Option<(&'static str, &'static str)>,
) -> impl IntoView + use<> {
    let (words, is_gap) = shown.told_briefly(is_whole);
    let (whole, _) = shown.told(is_whole);
    let (tag, direction) = language.filter(|_| !is_gap).unzip();
    view! {
        <div class="shown">
            {icon(shown, 16)}
            <span class="shown__word">{shown.word()}</span>
            <span class="shown__text" class:shown__text--gap=is_gap lang=tag dir=direction title=whole>{words}</span>
            {is_trial.then(|| view! { <small class="shown__trial">"on Enter"</small> })}
        </div>
    }
}
