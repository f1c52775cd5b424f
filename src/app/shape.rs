//! Shapes: round is presence, angular is judgement, lines are tools. Tools stand in the page's sprite, the others in a sheet.

use leptos::prelude::*;

use presence_profile_core::{mapping::availability::Class, rules::diagnostic::Severity};

/// The name of a class in the sheets.
pub fn key(class: Class) -> &'static str {
    class.key()
}

/// The shape of a presence, `size` pixels wide; its word stands beside it.
pub fn presence(class: Class, size: u8) -> impl IntoView + use<> {
    shape(key(class), size)
}

/// The shape of what is not known.
pub fn missing(size: u8) -> impl IntoView {
    shape("error", size)
}

/// The shape of a judgement; its word stands beside it.
pub fn severity(severity: Severity, size: u8) -> impl IntoView {
    shape(severity.name(), size)
}

/// The shape of what is not set.
pub fn unset(size: u8) -> impl IntoView {
    shape("none", size)
}

/// A shape of the sheet `shapes.css`, 12, 14 or 16 pixels wide. What stands in many rows is painted so: a symbol of the sprite
/// in each would cost every frame.
pub fn shape(name: &str, size: u8) -> impl IntoView + use<> {
    view! { <i class=format!("shape shape--{name} shape--{size}") aria-hidden="true"></i> }
}

/// A tool's sign, 16 pixels.
pub fn tool(name: &str) -> impl IntoView + use<> {
    symbol(name, 16)
}

/// A sign of the sprite.
pub fn symbol(name: &str, size: u8) -> impl IntoView + use<> {
    view! {
        <svg width=size height=size aria-hidden="true"><use href=format!("#icon-{name}")></use></svg>
    }
}

/// The arrow over a native list.
pub fn pick_arrow() -> impl IntoView {
    view! { <i class="shape shape--chevron pick__arrow" aria-hidden="true"></i> }
}
