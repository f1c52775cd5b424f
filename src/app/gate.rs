//! A derived value that tells its followers only of a change.
//!
//! A `Memo` does not know yet whether it changed when its sources do, so everything behind it is asked at each keystroke: of
//! seven hundred followers on this page, some ten have a new answer. A gate asks its own value first.
//!
//! Followers that are gone stay on the list of what they followed, and are gone through at each change. What outlives
//! panels that come and go is therefore followed through a gate, which can be renewed: a new list, on which those that are
//! still there put themselves.

use leptos::{prelude::*, reactive::effect::ImmediateEffect};

/// A derived value; what reads it is told when another value has come, not when one might have.
pub struct Gate<T: Send + Sync + 'static> {
    value: Memo<T>,
    changed: StoredValue<ArcTrigger>,
}

impl<T: Send + Sync + 'static> Clone for Gate<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Gate<T> {}

impl<T: PartialEq + Send + Sync + 'static> Gate<T> {
    /// A value derived from what `derive` reads.
    pub fn new(derive: impl Fn() -> T + Send + Sync + 'static) -> Gate<T> {
        Gate::after(move |_| derive())
    }

    /// The same, by a `derive` that may take over parts of the value before.
    pub fn after(derive: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Gate<T> {
        let value = Memo::new(derive);
        let changed = StoredValue::new(ArcTrigger::new());
        // Runs anew only for another value, and writes none: whoever is told reads the memo, which is never behind.
        ImmediateEffect::new_scoped(move || {
            value.with(|_| ());
            changed.get_value().notify();
        });
        Gate { value, changed }
    }

    /// Asks to be told of changes.
    pub fn track(self) {
        self.changed.with_value(ArcTrigger::track);
    }

    /// Forgets the followers that are gone: the others are told, and ask anew.
    pub fn renew(self) {
        let before = self.changed.get_value();
        self.changed.set_value(ArcTrigger::new());
        before.notify();
    }

    /// Runs `read` on the value, now and whenever another has come.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.track();
        self.with_untracked(read)
    }

    /// Runs `read` on the value as it is.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.value.with_untracked(read)
    }

    /// The value, now and whenever another has come.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// The value as it is.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }
}
