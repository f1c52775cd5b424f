//! The columns of a row, or the room for those that are not rendered.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::blocks::Layout;
use presence_profile_core::mapping::lcid::Lcid;

#[component]
pub(super) fn Columns(
    languages: Memo<Arc<[Lcid]>>,
    shown: Memo<Layout>,
    /// The cell of a column and its language.
    cell: impl Fn(usize, Lcid) -> AnyView + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let of_block = move |block: usize| {
        let block = Memo::new(move |_| shown.with(|shown| shown.block(block)));
        let is_shown = Memo::new(move |_| block.with(|block| block.is_shown));
        // By what they hold: with another language, a column is another one.
        let columns = move || {
            let range = block.with(|block| block.range.clone());
            languages.with(|languages| {
                range.filter_map(|column| Some((column, *languages.get(column)?))).collect::<Vec<_>>()
            })
        };
        let missing = move || block.with(|block| block.range.len());
        let cells =
            move || view! { <For each=columns key=|column| *column let((column, lcid))>{cell(column, lcid)}</For> };
        let room = move || view! { <td class="translations__skipped" role="presentation" colspan=missing></td> };
        move || if is_shown.get() { cells().into_any() } else { room().into_any() }
    };
    view! {
        <For each=move || 0..shown.with(Layout::blocks) key=|block| *block let:block>
            {of_block(block)}
        </For>
    }
}
