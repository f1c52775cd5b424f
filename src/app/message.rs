//! A message of the core as the page prints it.

use leptos::prelude::*;

/// A message, its offending text in the code face.
pub fn spoken(message: &str) -> Vec<AnyView> {
    let pieces = message.split('`').enumerate().map(|(index, piece)| {
        let piece = piece.to_owned();
        if index % 2 == 1 { view! { <code>{piece}</code> }.into_any() } else { piece.into_any() }
    });
    pieces.collect()
}
