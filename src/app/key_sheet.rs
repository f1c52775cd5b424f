//! All keys on one sheet.

use leptos::prelude::*;

use super::{
    actions::{self, action::Group, hands::Hands},
    dialog::Dialog,
    keys::Keys,
};

/// Keys that move, or that a field has, and are no actions: what they do, and they.
type Moves = (&'static str, &'static [(&'static str, &'static [&'static str])]);

/// Those of the grids.
const MOVES: [Moves; 2] = [
    (
        "In a grid",
        &[
            ("To the next cell", &["↑", "↓", "←", "→"]),
            ("To the first or last one", &["Ctrl+↑", "Ctrl+↓", "Home", "End"]),
            ("To the first or last cell of all", &["Ctrl+Home", "Ctrl+End"]),
            ("Ten rows on", &["PageUp", "PageDown"]),
            ("Select several", &["Shift+↑", "Shift+↓", "Shift+←", "Shift+→"]),
            ("Select to the end", &["Ctrl+Shift+↓", "Ctrl+Shift+→"]),
            ("Back to one cell", &["Esc"]),
            ("Open the cell", &["Enter", "F2"]),
            ("Write over it", &["any letter"]),
            ("Out of the grid", &["Tab"]),
        ],
    ),
    (
        "In an open cell",
        &[
            ("Take it, and down or up", &["Enter", "Shift+Enter"]),
            ("Take it, and on or back", &["Tab", "Shift+Tab"]),
            ("Take it, and stay", &["Ctrl+Enter", "F2"]),
            ("Behind what was typed: take it, and down or up", &["↓", "↑"]),
            ("A new line", &["Alt+Enter"]),
            ("Leave it as it was", &["Esc"]),
            ("Mark a choice", &["↓", "↑"]),
        ],
    ),
];

/// The dialog.
#[component]
pub fn KeySheet() -> impl IntoView {
    let hands = Hands::current();
    view! {
        <Dialog is_open=hands.key_sheet title="All keys" is_wide=true>
            <div class="dialog__body key-sheet">
                {Group::ALL.map(group).into_iter().collect::<Vec<_>>()}
                {MOVES.map(moves).into_iter().collect::<Vec<_>>()}
            </div>
            <footer class="dialog__foot">
                <label class="key-sheet__choice">
                    <input type="checkbox" prop:checked=move || hands.has_question.get()
                        on:change=move |event| hands.set_question(event_target_checked(&event)) />
                    <kbd class="key">"?"</kbd>"opens this sheet"
                </label>
                <span class="dialog__sum">"On a Mac, Command for Ctrl."</span>
            </footer>
        </Dialog>
    }
}

/// The keys of a group of actions, if they have any.
fn group(group: Group) -> Option<impl IntoView> {
    let hands = Hands::current();
    let of_group = actions::all().filter(|action| action.group == group && !action.keys.is_empty());
    let lines: Vec<_> = of_group
        .map(|action| {
            // What an undo would take back now says nothing about its keys.
            let name = untrack(|| (action.name)(hands));
            let name = name.split(':').next().unwrap_or_default().to_owned();
            let keys = action.keys.iter().map(|keys: &Keys| keys.words());
            line(name, keys.collect())
        })
        .collect();
    (!lines.is_empty()).then(|| section(group.name(), lines))
}

fn moves((title, moves): Moves) -> impl IntoView {
    let lines = moves.iter().map(|(what, keys)| {
        let keys = keys.iter().map(|key| (*key).to_owned());
        line((*what).to_owned(), keys.collect())
    });
    section(title, lines.collect())
}

fn section(title: &'static str, lines: Vec<AnyView>) -> impl IntoView {
    view! {
        <section class="key-sheet__group">
            <h3 class="key-sheet__title">{title}</h3>
            <dl class="key-sheet__lines">{lines}</dl>
        </section>
    }
}

fn line(what: String, keys: Vec<String>) -> AnyView {
    let keys = keys.into_iter().map(|key| view! { <kbd class="key">{key}</kbd> }).collect::<Vec<_>>();
    view! { <div class="key-sheet__line"><dt>{what}</dt><dd class="key-sheet__keys">{keys}</dd></div> }.into_any()
}
