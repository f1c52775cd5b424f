//! A phrase of the core as the page prints it.

use leptos::prelude::*;

use presence_profile_core::source::phrase::{Phrase, Piece};

/// A phrase, its code in the face of code.
pub fn phrase(phrase: &Phrase) -> Vec<AnyView> {
    let pieces = phrase.pieces().map(|piece| match piece {
        Piece::Words(words) => words.to_owned().into_any(),
        Piece::Code(code) => view! { <code>{code.to_owned()}</code> }.into_any(),
    });
    pieces.collect()
}
