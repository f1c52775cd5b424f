//! Whether a field holds what was typed and is not taken yet: it becomes an edit, and is kept, when one leaves the field.

use std::time::Duration;

use leptos::{ev, leptos_dom::helpers::TimeoutHandle, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::Session;

/// How long a field may hold something before that is said: most are left sooner.
const REST: Duration = Duration::from_millis(300);

/// Finds fields that hold what is typed until they are left; the fields of a grid say it themselves.
const FIELDS: &str = "input:not([data-asks], [type=radio], [type=checkbox], .cell-input, dialog *)";

/// What is known of the field that is typed in.
#[derive(Clone, Copy)]
pub struct Typing {
    is_typing: StoredValue<bool>,
    is_said: RwSignal<bool>,
    resting: StoredValue<Option<TimeoutHandle>>,
    /// The revision in front of the input that is on its way.
    before: StoredValue<u64>,
}

impl Typing {
    /// Nothing is typed.
    pub fn new() -> Typing {
        Typing {
            is_typing: StoredValue::new(false),
            is_said: RwSignal::new(false),
            resting: StoredValue::new(None),
            before: StoredValue::new(0),
        }
    }

    /// A field holds something that is not taken, or does not any more.
    pub fn note(self, is_typing: bool) {
        if self.is_typing.get_value() == is_typing {
            return;
        }
        self.is_typing.set_value(is_typing);
        if let Some(resting) = self.resting.try_update_value(Option::take).flatten() {
            resting.clear();
        }
        if is_typing {
            let say = move || {
                self.is_said.try_set(true);
            };
            self.resting.set_value(set_timeout_with_handle(say, REST).ok());
        } else if self.is_said.get_untracked() {
            self.is_said.set(false);
        }
    }
}

impl Session {
    /// Whether a field has been holding something for a while that is not taken, now and whenever that changes.
    pub fn is_typing_told(self) -> bool {
        self.typing.is_said.get()
    }

    /// Whether a field holds something that is not taken.
    pub fn is_typing(self) -> bool {
        self.typing.is_typing.get_value()
    }

    /// An input is on its way to a field.
    pub fn begin_input(self) {
        self.typing.before.set_value(self.revision_untracked());
    }

    /// An input has come to a field: some take it at once.
    pub fn end_input(self, event: &ev::Event) {
        if is_field(event) {
            self.typing.note(self.typing.before.get_value() == self.revision_untracked());
        }
    }

    /// A field has lost the focus.
    pub fn end_field(self, event: &ev::FocusEvent) {
        if is_field(event) {
            self.typing.note(false);
        }
    }

    /// A key has done what it does in a field.
    pub fn end_key(self, event: &ev::KeyboardEvent) {
        if matches!(event.key().as_str(), "Enter" | "Escape") && is_field(event) {
            self.typing.note(false);
        }
    }
}

fn is_field(event: &ev::Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.matches(FIELDS).unwrap_or(false))
}
