//! A row of the Extensions: number, profile, mode, and what removes it.

use leptos::prelude::*;

use super::{
    super::{gate::Gate, shape},
    sheet::{Extensions, NAME, REMOVE},
};
use crate::browser::page;
use presence_profile_core::editor::assignment::{ExtensionRow, Standing};

#[component]
pub(super) fn Row(index: usize, sheet: Extensions) -> impl IntoView {
    let desk = sheet.desk;
    // While the table shrinks, a row that is about to go has no Extension any more.
    let row = Gate::new(move || desk.shown.with(|shown| shown.rows.get(index).cloned()));
    let is_current = Memo::new(move |_| {
        desk.question
            .with(|asked| row.with(|row| row.as_ref().is_some_and(|row| row.number.as_str() == &*asked.extension)))
    });
    view! {
        <tr class="grid__row extensions__row" role="row" aria-rowindex=index + 2 class:extensions__row--current=move || is_current.get()>
            {move || row.get().map(|row| cells(index, row, sheet))}
        </tr>
    }
}

fn cells(index: usize, row: ExtensionRow, sheet: Extensions) -> impl IntoView + use<> {
    let ExtensionRow { number, naming } = row;
    let words = number.to_string();
    let is_unknown = naming.standing == Standing::Unknown;
    let mode = match naming.standing {
        Standing::Unknown => {
            view! { <span class="extensions__unknown">{shape::shape("warning", 14)}{naming.standing.words()}</span> }
                .into_any()
        }
        Standing::NamesNone => view! { <span class="extensions__none">{naming.standing.words()}</span> }.into_any(),
        Standing::Profile(_) => naming.standing.words().into_any(),
    };
    view! {
        <th class="cell extensions__number" role="rowheader" scope="row" tabindex="-1" data-row=index data-column="0"
            aria-label=words.clone() title=words.clone()>
            <code>{words.clone()}</code>
        </th>
        <td class="cell extensions__name" role="gridcell" tabindex="-1" data-row=index data-column=NAME title=naming.name.to_string()>
            <code class:squiggle=is_unknown class:squiggle--warning=is_unknown>{naming.name.to_string()}</code>
        </td>
        <td class="cell cell--soft" role="gridcell" aria-readonly="true" tabindex="-1" data-row=index data-column="2">{mode}</td>
        <td class="cell extensions__tool" role="gridcell" tabindex="-1" data-row=index data-column=REMOVE>
            <button class="button button--bare button--icon extensions__remove" type="button" tabindex="-1" aria-label=format!("Remove Extension {words}")
                on:mousedown=|event| event.prevent_default()
                on:click=move |event| {
                    // The second half of a double press would remove the next one.
                    if 1 < event.detail() {
                        return;
                    }
                    // What is open is taken first: another row may have come into this place.
                    page::settle();
                    sheet.remove(&number);
                }>{shape::tool("remove")}</button>
        </td>
    }
}

/// The row that adds: a number typed here is an Extension.
#[component]
pub(super) fn AddRow(sheet: Extensions) -> impl IntoView {
    let index = Memo::new(move |_| sheet.desk.shown.with(|shown| shown.rows.len()));
    let place = move || index.get().to_string();
    view! {
        <tr class="grid__row extensions__row extensions__row--add" role="row" aria-rowindex=move || (index.get() + 2).to_string()>
            <th class="cell extensions__number" role="rowheader" scope="row" tabindex="-1" data-row=place data-column="0" aria-label="Add">
                <span class="extensions__add">{shape::tool("plus")}"Add"</span>
            </th>
            <td class="cell extensions__hint" role="gridcell" aria-readonly="true" tabindex="-1" data-row=place data-column=NAME>
                <span>"a number and a profile, or paste rows of both"</span>
            </td>
            <td class="cell" role="gridcell" aria-readonly="true" tabindex="-1" data-row=place data-column="2"></td>
            <td class="cell" role="gridcell" aria-readonly="true" tabindex="-1" data-row=place data-column=REMOVE></td>
        </tr>
    }
}
