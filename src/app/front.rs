//! The page that is in front.

use leptos::prelude::*;

use super::{
    assignment::Assignment,
    changes::Changes,
    editor_page::EditorPage,
    go_live::GoLive,
    session::{Page, Session},
};

/// The page that is looked at; the others are not there.
#[component]
pub fn PageInFront() -> impl IntoView {
    let session = Session::current();
    move || match session.page.get() {
        Page::Editor => view! { <EditorPage /> }.into_any(),
        Page::Assignment => view! { <Assignment /> }.into_any(),
        Page::Changes => view! { <Changes /> }.into_any(),
        Page::GoLive => view! { <GoLive /> }.into_any(),
    }
}
