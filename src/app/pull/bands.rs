//! The classes over the number line, to scale: one press lets a class in, or leaves it out.

use leptos::prelude::*;

use super::{actions::Pull, scale, trying::fate_words};
use crate::app::{gate::Gate, shape};
use presence_profile_core::{
    editor::ranges::{
        self,
        outcome::{self, Fate},
    },
    mapping::availability::Class,
};

/// All nine.
#[component]
pub(super) fn Bands(pull: Pull) -> impl IntoView {
    view! {
        <div class="pull__bands" role="group" aria-label="Classes of presence">
            {Class::ALL.into_iter().map(|class| view! { <Band pull class /> }).collect::<Vec<_>>()}
        </div>
    }
}

#[component]
fn Band(pull: Pull, class: Class) -> impl IntoView {
    let outcome = Gate::new(move || {
        pull.ranges.with(|ranges| ranges.outcomes.iter().find(|outcome| outcome.class == class).cloned())
    });
    let fate = move || outcome.with(|outcome| outcome.as_ref().map_or(Fate::On, |outcome| outcome.fate()));
    let (lowest, highest) = class.range().into_inner();
    let word = ranges::word(class);
    let small = if class == Class::Offline { "18000" } else { class.name() };
    let bounds = if lowest == highest { String::new() } else { format!(", {lowest} to {highest}") };
    // It begins with what is seen, for those who speak to the page.
    let name = move || format!("{word} {small}{bounds}: {}", fate().words());
    let pressed = move || match fate() {
        Fate::Off => "true",
        Fate::On => "false",
        Fate::Varies => "mixed",
    };
    let title = move || match fate() {
        Fate::Off => "Leave out the whole class",
        Fate::On | Fate::Varies => "Let in the whole class",
    };
    view! {
        <button class="pull__band" class:pull__band--alone=class == Class::Offline type="button" data-class=shape::key(class)
            aria-label=name aria-pressed=pressed title=title
            style:left=scale::left(lowest) style:right=scale::right(highest)
            on:click=move |_| pull.take(class)>
            {shape::presence(class, 16)}
            <b class="pull__word">{word}</b>" "
            <small class="pull__class">{small}</small>
            <span class="pull__bounds">{outcome::numbers(&class.range())}</span>
            <span class="pull__band-fate">{move || fate_words(fate())}</span>
        </button>
    }
}
