//! A choice in the list under a field: shape, value with the typed part marked, what is known about it.

use leptos::prelude::*;

use super::shape;
use presence_profile_core::mapping::availability::Class;

/// A choice under the field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The text it puts into the cell.
    pub value: String,
    /// The presence it comes to.
    pub class: Option<Class>,
    /// What is said about it, at the end of the line.
    pub facts: String,
    /// Whether it makes something new.
    pub is_new: bool,
    /// Whether it stands without a shape: it is the name of no presence.
    is_plain: bool,
}

impl Choice {
    /// A presence, or the ID of one.
    pub fn of(value: String, class: Option<Class>, facts: String) -> Choice {
        Choice { value, class, facts, is_new: false, is_plain: false }
    }

    /// An ID that nothing has yet.
    pub fn new(value: String) -> Choice {
        Choice { value, class: None, facts: String::new(), is_new: true, is_plain: false }
    }

    /// A name that is none of a presence.
    pub fn plain(value: String, facts: String) -> Choice {
        Choice { value, class: None, facts, is_new: false, is_plain: true }
    }
}

/// The line of a choice.
pub fn option<F: Fn() + 'static>(
    choice: Choice,
    typed: &str,
    id: String,
    is_marked: bool,
    choose: F,
) -> impl IntoView + use<F> {
    let icon = match (choice.is_new, choice.class) {
        _ if choice.is_plain => ().into_any(),
        (true, _) => shape::tool("plus").into_any(),
        (false, Some(class)) => shape::presence(class, 16).into_any(),
        (false, None) => shape::missing(16).into_any(),
    };
    let is_new = choice.is_new;
    view! {
        <div class="suggest__item" class:suggest__item--new=is_new
            class:suggest__item--plain=choice.is_plain role="option" id=id
            aria-selected=is_marked.to_string() data-class=choice.class.map(shape::key)
            on:click=move |_| choose()>
            {icon}
            <code class="suggest__code">{if is_new { new(&choice.value).into_any() } else { value(&choice.value, typed).into_any() }}</code>
            <span class="suggest__facts">{choice.facts}</span>
        </div>
    }
}

fn new(value: &str) -> impl IntoView + use<> {
    view! { "New entry " {value.to_owned()} }
}

fn value(value: &str, typed: &str) -> impl IntoView + use<> {
    let begins = value.get(..typed.len()).is_some_and(|front| !typed.is_empty() && front.eq_ignore_ascii_case(typed));
    let (front, rest) = value.split_at(if begins { typed.len() } else { 0 });
    let (front, rest) = (front.to_owned(), rest.to_owned());
    view! { {(!front.is_empty()).then(|| view! { <mark class="suggest__match">{front}</mark> })} {rest} }
}
