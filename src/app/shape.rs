//! Shapes: round is presence, angular is judgement, lines are tools. The symbols stand in the page's sprite.

use leptos::prelude::*;

use crate::{mapping::availability::Class, rules::diagnostic::Severity};

/// The name of a class in the sheets.
pub fn key(class: Class) -> &'static str {
    match class {
        Class::None => "none",
        Class::Online => "online",
        Class::IdleOnline => "idle-online",
        Class::Busy => "busy",
        Class::IdleBusy => "idle-busy",
        Class::DoNotDisturb => "do-not-disturb",
        Class::BeRightBack => "be-right-back",
        Class::Away => "away",
        Class::Offline => "offline",
    }
}

/// The shape of a presence, `size` pixels wide; its word stands beside it.
pub fn presence(class: Class, size: u8) -> impl IntoView + use<> {
    symbol("shape", key(class), size)
}

/// The shape of what is not known.
pub fn missing(size: u8) -> impl IntoView {
    symbol("mark", "error", size)
}

/// The shape of a judgement; its word stands beside it.
pub fn severity(severity: Severity, size: u8) -> impl IntoView {
    symbol("mark", severity.name(), size)
}

/// A tool's sign, 16 pixels.
pub fn tool(name: &'static str) -> impl IntoView {
    symbol("icon", name, 16)
}

/// The shape of what is not set.
pub fn unset(size: u8) -> impl IntoView {
    symbol("shape", "none", size)
}

/// A symbol of the sprite; its family is `shape`, `mark` or `icon`.
pub fn symbol(family: &str, name: &str, size: u8) -> impl IntoView + use<> {
    view! {
        <svg width=size height=size aria-hidden="true"><use href=format!("#{family}-{name}")></use></svg>
    }
}

/// The arrow over a native list.
pub fn pick_arrow() -> impl IntoView {
    view! {
        <svg class="pick__arrow" width="16" height="16" aria-hidden="true"><use href="#icon-chevron"></use></svg>
    }
}
