//! The question before everything is removed from this browser: it names what goes.

use leptos::{prelude::*, task::spawn_local};

use super::{
    super::{dialog::Dialog, session::keeping::erasing::Everything},
    state::Rooms,
};
use presence_profile_core::editor::workspace_names::size;

/// Names that are told one by one; more are counted.
const MOST_NAMED: usize = 5;

/// The dialog.
#[component]
pub fn EraseDialog(rooms: Rooms) -> impl IntoView {
    let is_open = rooms.erasing;
    let everything = RwSignal::new(None::<Everything>);
    let said = RwSignal::new("");
    let is_begun = RwSignal::new(false);
    Effect::new(move || {
        if is_open.get() {
            everything.set(None);
            said.set("");
            is_begun.set(false);
            spawn_local(async move {
                let all = rooms.session.everything().await;
                everything.try_set(Some(all));
            });
        }
    });
    let remove = move |_| {
        if is_begun.get_untracked() || everything.with_untracked(Option::is_none) {
            return;
        }
        is_begun.set(true);
        spawn_local(async move {
            let blocked = move || {
                said.try_set("Another tab of the editor does not let go: close it");
            };
            if rooms.session.remove_everything(blocked).await.is_err() {
                said.try_set("The browser did not remove it");
                is_begun.try_set(false);
            }
        });
    };
    view! {
        <Dialog is_open title="Remove everything from this browser?" is_narrow=true>
            <div class="dialog__body dialog__text">
                {move || everything.get().map(|all| view! {
                    <p>"This goes, and cannot be brought back:"</p>
                    <ul class="rooms__gone">{what_goes(&all).into_iter().map(|item| view! { <li>{item}</li> }).collect::<Vec<_>>()}</ul>
                    <p>"Files that were downloaded stay. The editor then begins as for a first visitor, in this tab; other tabs keep what they show, and keep nothing more."</p>
                })}
            </div>
            <footer class="dialog__foot">
                <span class="dialog__sum" role="status">{said}</span>
                <button class="button" type="button" autofocus on:click=move |_| is_open.set(false)>"Cancel"</button>
                <button class="button button--primary" type="button" aria-disabled=move || (everything.with(Option::is_none) || is_begun.get()).then_some("true") on:click=remove>"Remove everything"</button>
            </footer>
        </Dialog>
    }
}

fn what_goes(all: &Everything) -> Vec<String> {
    let counted =
        |count: u64, one: &str, more: &str| if count == 1 { format!("1 {one}") } else { format!("{count} {more}") };
    let count = all.workspaces.len();
    let mut names = all.workspaces.iter().take(MOST_NAMED).cloned().collect::<Vec<_>>().join(", ");
    if MOST_NAMED < count {
        names.push_str(&format!(" and {} more", count - MOST_NAMED));
    }
    let workspaces = match count {
        0 => "what this tab shows".to_owned(),
        count => format!("{}: {names}; {} of texts", counted(count as u64, "workspace", "workspaces"), size(all.bytes)),
    };
    let mut items = vec![workspaces];
    if 0 < count {
        items.push("their history: what undo and redo could lead back to".to_owned());
    }
    if 0 < all.versions {
        items.push(counted(all.versions, "version", "versions"));
    }
    if all.has_theme {
        items.push("the theme that was chosen".to_owned());
    }
    if all.has_habits {
        items.push("the sizes of the panels, what is folded, and which hints were read".to_owned());
    }
    items.push("what this tab remembers: which workspace it showed".to_owned());
    items
}
