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
        (true, _) => shape::tool("plus").into_any(),
        (false, Some(class)) => shape::presence(class, 16).into_any(),
        (false, None) => shape::missing(16).into_any(),
    };
    let is_new = choice.is_new;
    view! {
        <div class="suggest__item" class:suggest__item--new=is_new role="option" id=id
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
