//! Copying, and saying so only when it is true.

use leptos::{prelude::*, task::spawn_local};

use super::session::Session;
use crate::browser::clipboard;
use presence_profile_core::{editor::export, mapping::option_name::OptionName, source::text::Part};

/// Copies a text; `then` runs when it is on the clipboard.
pub fn copy(session: Session, text: String, then: impl FnOnce() + 'static) {
    if text.is_empty() {
        session.notice.set("Nothing to copy".to_owned());
        return;
    }
    spawn_local(async move {
        if clipboard::copy(&text).await {
            session.notice.set(format!("Copied {} characters", text.chars().count()));
            then();
        } else {
            session
                .notice
                .set("The browser refused the clipboard; select the text in Options and press Ctrl+C".to_owned());
        }
    });
}

/// Copies the value of one option. When nothing else of the options was edited, they have left the page with it.
pub fn copy_option(session: Session, name: OptionName, value: String) {
    let before = session.exported_options();
    let now = session.with_profile_untracked(|profile| profile.options.clone());
    copy(session, value, move || {
        if !export::differ_beside(&before, &now, name) {
            session.has_exported(Part::Options, now);
        }
    });
}
