//! The names of the profiles, to choose from.

use std::sync::Arc;

use super::{super::choice::Choice, desk::Desk, name_field::Choices};
use presence_profile_core::editor::assignment::Standing;

/// The names of profiles as choices, with their modes.
pub(super) fn profile_choices(desk: Desk) -> Choices {
    Arc::new(move |typed: &str| {
        desk.shown.with(|shown| {
            let like = shown.profiles_like(typed).into_iter();
            let choice = |mode: Standing, name: &str| Choice::plain(name.to_owned(), mode.words().to_owned());
            (like.map(|profile| choice(Standing::Profile(profile.mode), &profile.name)).collect(), 0)
        })
    })
}
