//! How much of the advised length a text takes, while it is edited.

use leptos::prelude::*;

use super::{super::grid::Grid, sheet::Texts};
use presence_profile_core::editor::shown_texts::filter::ADVISED_LENGTH;

/// From so many characters on, in UTF-16 units, one is told how near the advised length is.
const NEAR: usize = 57;

/// How much of the advised length a text takes, while it is edited.
pub(super) fn counter(grid: Grid<Texts>) -> AnyView {
    let units = Memo::new(move |_| {
        grid.editing.with(|editing| editing.as_ref().map_or(0, |editing| editing.text.encode_utf16().count()))
    });
    // Far from it nobody needs to know; nor is anything put into the page at a key.
    let is_over = Memo::new(move |_| ADVISED_LENGTH < units.get());
    view! {
        <span class="translations__counter" class:translations__counter--none=move || units.get() < NEAR
            class:translations__counter--over=move || is_over.get()>
            {move || format!("{} of {ADVISED_LENGTH}", units.get())}
            {move || is_over.get().then_some(", the limit known for Lync's own states; none is documented here")}
        </span>
    }
    .into_any()
}
