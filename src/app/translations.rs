//! Translations: the file's entries by languages.

mod entry_row;
mod heads;
mod sheet;

use leptos::{ev, prelude::*};

use self::sheet::Texts;
use super::{
    add_entry::AddEntry,
    add_language::AddLanguage,
    grid::{At, Editing, Field, Grid},
    menu::Menu,
    open_file,
    session::Session,
    shape,
};
use crate::editor::command::Command;

/// Characters, in UTF-16 units, that Lync's own `customStates` file allows for a text; for this file no limit is documented.
const ADVISED_LENGTH: usize = 64;

/// The panel.
#[component]
pub fn Translations() -> impl IntoView {
    let session = Session::current();
    let adds_language = RwSignal::new(false);
    let adds_entry = RwSignal::new(false);
    let facts = move || {
        session.matrix.with(|matrix| {
            let plural =
                |count: usize, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
            format!(
                "{}, {}, {}",
                plural(matrix.entries.len(), "entry", "entries"),
                plural(matrix.languages.len(), "language", "languages"),
                plural(matrix.gaps, "gap", "gaps")
            )
        })
    };
    let is_empty = Memo::new(move |_| session.matrix.with(|matrix| matrix.entries.is_empty()));
    view! {
        <section class="panel translations" aria-label="Translations">
            <header class="panel__head">
                <h2 class="panel__title">"Translations"</h2>
                <span class="panel__facts">{facts}</span>
                <span class="panel__actions">
                    <button class="button button--bare" type="button" on:click=move |_| adds_entry.set(true)>{shape::tool("plus")}"Add entry"</button>
                    <button class="button button--bare" type="button" on:click=move |_| adds_language.set(true)>{shape::tool("plus")}"Add language"</button>
                </span>
            </header>
            {move || if is_empty.get() { view! { <Start adds_entry /> }.into_any() } else { view! { <Table /> }.into_any() }}
            <AddLanguage is_open=adds_language />
            <AddEntry is_open=adds_entry />
        </section>
    }
}

#[component]
fn Start(adds_entry: RwSignal<bool>) -> impl IntoView {
    let session = Session::current();
    view! {
        <div class="translations__scroll">
            <div class="start">
                <h3 class="start__title">"No entries yet"</h3>
                <div class="start__ways">
                    <button class="button" type="button" on:click=move |_| open_file::choose(session)>"Open a file"</button>
                    <span class="start__facts">"an agentStates XML file; it can also be dropped anywhere"</span>
                    <button class="button" type="button" on:click=move |_| adds_entry.set(true)>"Write the first entry"</button>
                    <span class="start__facts">"with the two lines the file must begin with, and its last"</span>
                    <button class="button" type="button" on:click=move |_| { session.dispatch(Command::StartWithExample); }>
                        "Start with the guide's example"
                    </button>
                    <span class="start__facts">"15 rows, 7 entries, 4 languages"</span>
                </div>
            </div>
        </div>
    }
}

#[component]
fn Table() -> impl IntoView {
    let session = Session::current();
    let menu = Menu::new();
    let grid = Grid::new(Texts { session, menu }, "texts", At { row: 1, column: 2 });
    Effect::new(move || {
        let Some(entry) = session.selection.get().entry else { return };
        let active = grid.active.get_untracked();
        if active.row != entry + 1 {
            grid.point_to(At { row: entry + 1, ..active });
        }
    });
    let count = Memo::new(move |_| session.matrix.with(|matrix| matrix.entries.len()));
    let languages = Memo::new(move |_| session.matrix.with(|matrix| matrix.languages.clone()));
    let language_count = Memo::new(move |_| languages.with(|languages| languages.len()));
    view! {
        <div class="translations__scroll" on:scroll=move |_| grid.place_list()>
            <table class="grid translations__table" role="grid" aria-label="Translations" data-grid="texts" node_ref=grid.table
                style:--languages=move || language_count.get().to_string()
                aria-rowcount=move || (count.get() + 1).to_string() aria-colcount=move || (language_count.get() + 2).to_string()
                on:keydown=move |event| grid.on_key(event) on:input=move |_| grid.on_input()
                on:compositionstart=move |_| grid.on_composition()
                on:mousedown=move |event| grid.on_press(event) on:dblclick=move |event| grid.on_double_press(event)
                on:contextmenu=move |event| on_context_menu(grid, event)
                on:focusin=move |event| grid.on_focus(event) on:focusout=move |event| grid.on_blur(event)
                on:cut=move |event| grid.on_cut(event)>
                <heads::Heads languages count menu />
                <tbody role="rowgroup">
                    <For each=move || 0..count.get() key=|index| *index let:index>
                        <entry_row::Entry index menu />
                    </For>
                </tbody>
            </table>
            <div hidden>{grid.fields(move |editing| counter(grid, &editing))}</div>
        </div>
        <super::menu::Popup menu back=move || grid.go_to(grid.active.get_untracked()) />
    }
}

fn on_context_menu(grid: Grid<Texts>, event: ev::MouseEvent) {
    let at = grid.active.get_untracked();
    if grid.editing.with_untracked(Option::is_none) && grid.offers_menu(at) {
        event.prevent_default();
    }
}

/// How much of the advised length a text takes, while it is edited.
fn counter(grid: Grid<Texts>, editing: &Editing) -> AnyView {
    if grid.kind(editing.at) != Field::Text {
        return ().into_any();
    }
    let units = editing.text.encode_utf16().count();
    view! {
        <span class="translations__counter" class:translations__counter--near=(58..=ADVISED_LENGTH).contains(&units)
            class:translations__counter--over=ADVISED_LENGTH < units
            title="64 is the limit documented for Lync's own custom states; for this file none is documented">
            {format!("{units} / {ADVISED_LENGTH}")}
        </span>
    }
    .into_any()
}
