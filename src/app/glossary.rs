//! What a term means, said at its head: to the pointer that rests on it and to the focus that comes to it.

use std::time::Duration;

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;

use crate::browser::floating;
use presence_profile_core::editor::glossary::Term;

/// Until a meaning is shown, and until it goes once the pointer has left: on its way to the words it may leave both.
const REST: Duration = Duration::from_millis(300);

/// The term whose meaning is shown.
#[derive(Clone, Copy)]
pub struct Glossary {
    shown: RwSignal<Option<Term>>,
    /// What it stands at.
    anchor: StoredValue<Option<web_sys::Element>, LocalStorage>,
    /// Grows with each coming and going: what waits for the last one forgets it.
    turn: StoredValue<u64>,
}

impl Glossary {
    /// Nothing is shown.
    pub(super) fn new() -> Glossary {
        Glossary { shown: RwSignal::new(None), anchor: StoredValue::new_local(None), turn: StoredValue::new(0) }
    }

    /// The one of the page a component is on.
    pub fn current() -> Glossary {
        use_context::<Glossary>().expect("the page provides its glossary")
    }

    /// Shows what a term means at the element that an event is about, unless it is left before.
    pub fn come(self, term: Term, event: &web_sys::Event) {
        let at = event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        self.later(move || {
            self.anchor.set_value(at);
            self.shown.set(Some(term));
        });
    }

    /// What it was shown at is left.
    pub fn leave(self) {
        self.later(move || self.close());
    }

    /// Nothing is shown any more, and nothing that waits will be.
    pub fn dismiss(self) {
        self.stay();
        self.close();
    }

    fn close(self) {
        if self.shown.get_untracked().is_some() {
            self.shown.set(None);
        }
    }

    fn stay(self) {
        self.turn.update_value(|turn| *turn += 1);
    }

    fn later(self, run: impl FnOnce() + 'static) {
        self.stay();
        let turn = self.turn.get_value();
        let is_last = move || self.turn.try_get_value() == Some(turn);
        set_timeout(
            move || {
                if is_last() {
                    run()
                }
            },
            REST,
        );
    }

    /// Escape closes what is shown, and nothing else then.
    pub fn on_key(self, event: &ev::KeyboardEvent) {
        if event.key() == "Escape" && self.shown.get_untracked().is_some() {
            event.prevent_default();
            event.stop_propagation();
            self.dismiss();
        }
    }
}

/// The `id` of the description of a term.
pub fn meaning_id(term: Term) -> String {
    format!("meaning-{}", term.key())
}

/// What is shown, and the descriptions that heads refer to.
#[component]
pub fn Meanings() -> impl IntoView {
    let glossary = Glossary::current();
    let tip = NodeRef::<html::Div>::new();
    let keys = window_event_listener_untyped("keydown", move |event| {
        if let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() {
            glossary.on_key(event);
        }
    });
    let press = window_event_listener(ev::pointerdown, move |event| {
        let on_tip = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        if !tip.get_untracked().is_some_and(|tip| tip.contains(on_tip.as_ref())) {
            glossary.dismiss();
        }
    });
    on_cleanup(move || {
        keys.remove();
        press.remove();
    });
    Effect::new(move || {
        if let (Some(_), Some(tip)) = (glossary.shown.get(), tip.get())
            && let Some(anchor) = glossary.anchor.get_value()
        {
            floating::beside(&tip, &anchor);
        }
    });
    view! {
        <div hidden>
            {Term::ALL.map(|term| view! { <span id=meaning_id(term)>{term.meaning()}</span> }).into_iter().collect::<Vec<_>>()}
        </div>
        {move || glossary.shown.get().map(|term| view! {
            <div class="meaning" role="tooltip" node_ref=tip on:mouseenter=move |_| glossary.stay() on:mouseleave=move |_| glossary.leave()>
                <b class="meaning__term">{term.name()}</b>{term.meaning()}
            </div>
        })}
    }
}
