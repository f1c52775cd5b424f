//! How much of the advised length a text takes, while it is edited.

use leptos::prelude::*;

use super::{super::grid::Grid, sheet::Texts};
use presence_profile_core::editor::shown_texts::filter::ADVISED_LENGTH;

/// How much of the advised length a text takes, while it is edited.
pub(super) fn counter(grid: Grid<Texts>) -> AnyView {
    let units = Memo::new(move |_| {
        grid.editing.with(|editing| editing.as_ref().map_or(0, |editing| editing.text.encode_utf16().count()))
    });
    view! {
        <span class="translations__counter"
            class:translations__counter--near=move || (58..=ADVISED_LENGTH).contains(&units.get())
            class:translations__counter--over=move || ADVISED_LENGTH < units.get()
            title="64 is the limit documented for Lync's own custom states; for this file none is documented">
            {move || format!("{} / {ADVISED_LENGTH}", units.get())}
        </span>
    }
    .into_any()
}
