//! What helps with the panels and is not one of them: their room, presets, hints, and what terms mean.

use leptos::prelude::*;

use super::{
    glossary::{Glossary, Meanings},
    hints::Hints,
    panels::PanelRoom,
    presets::{PresetDialog, Presets},
    session::Session,
};

/// Gives the page what they share. Returns the glossary, which hears every key first.
pub fn provide(session: Session) -> Glossary {
    provide_context(PanelRoom::new(session));
    provide_context(Presets::new());
    provide_context(Hints::new(session));
    let glossary = Glossary::new();
    provide_context(glossary);
    glossary
}

/// What appears over the page.
#[component]
pub fn Aids() -> impl IntoView {
    view! {
        <PresetDialog />
        <Meanings />
    }
}
