//! A value that each profile has for itself: what it was when one comes back to the profile is what one left.

use leptos::prelude::*;

use crate::app::gate::Gate;
use presence_profile_core::editor::place::ProfileId;

/// A value of the profile that is looked at.
pub struct OfProfile<T: Send + Sync + 'static> {
    looked_at: RwSignal<ProfileId>,
    values: RwSignal<Vec<(ProfileId, T)>>,
    value: Gate<T>,
}

impl<T: Send + Sync + 'static> Clone for OfProfile<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for OfProfile<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> OfProfile<T> {
    /// `first` is the value of a profile that was given none.
    pub fn new(looked_at: RwSignal<ProfileId>, first: impl Fn(ProfileId) -> T + Send + Sync + 'static) -> OfProfile<T> {
        let values = RwSignal::new(Vec::<(ProfileId, T)>::new());
        let value = Gate::new(move || {
            let profile = looked_at.get();
            let own =
                values.with(|values| values.iter().find(|(own, _)| *own == profile).map(|(_, value)| value.clone()));
            own.unwrap_or_else(|| first(profile))
        });
        OfProfile { looked_at, values, value }
    }

    /// See [`Gate::renew`].
    pub(super) fn renew(self) {
        self.value.renew();
    }

    /// The value, now and whenever another has come.
    pub fn get(self) -> T {
        self.value.get()
    }

    /// The value as it is.
    pub fn get_untracked(self) -> T {
        self.value.get_untracked()
    }

    /// Runs `read` on the value, now and whenever another has come.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.value.with(read)
    }

    /// Runs `read` on the value as it is.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.value.with_untracked(read)
    }

    /// Asks to be told when any profile gets another value.
    pub(super) fn track(self) {
        self.values.track();
    }

    /// The value a profile was given; `None` where it was given none.
    pub(super) fn of_untracked(self, profile: ProfileId) -> Option<T> {
        self.values
            .with_untracked(|values| values.iter().find(|(own, _)| *own == profile).map(|(_, value)| value.clone()))
    }

    /// Gives the profile that is looked at another value.
    pub fn set(self, value: T) {
        self.set_of(self.looked_at.get_untracked(), value);
    }

    /// Gives a profile another value.
    pub(super) fn set_of(self, profile: ProfileId, value: T) {
        self.values.update(|values| match values.iter_mut().find(|(own, _)| *own == profile) {
            Some((_, own)) => *own = value,
            None => values.push((profile, value)),
        });
    }
}
