//! The columns of a row, or the room for those that are not rendered. The first one, the reference, always is.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::blocks::Layout;
use presence_profile_core::editor::shown_texts::columns::Column;

#[component]
pub(super) fn Columns(
    languages: Memo<Arc<[Column]>>,
    /// What is rendered of those behind the reference.
    shown: Memo<Layout>,
    /// The cell of a column and its language.
    cell: impl Fn(usize, Column) -> AnyView + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let reference = Memo::new(move |_| languages.with(|languages| languages.first().copied()));
    let of_block = move |block: usize| {
        let block = Memo::new(move |_| shown.with(|shown| shown.block(block)));
        let is_shown = Memo::new(move |_| block.with(|block| block.is_shown));
        // By what they hold: with another language, a column is another one.
        let columns = move || {
            let range = block.with(|block| block.range.clone());
            languages.with(|languages| {
                range.filter_map(|other| Some((other + 1, *languages.get(other + 1)?))).collect::<Vec<_>>()
            })
        };
        let missing = move || block.with(|block| block.range.len());
        let cells = move || view! { <For each=columns key=|column| *column let((column, language))>{cell(column, language)}</For> };
        let room = move || view! { <td class="translations__skipped" role="presentation" colspan=missing></td> };
        move || if is_shown.get() { cells().into_any() } else { room().into_any() }
    };
    view! {
        {move || reference.get().map(|reference| cell(0, reference))}
        <For each=move || 0..shown.with(Layout::blocks) key=|block| *block let:block>
            {of_block(block)}
        </For>
    }
}
