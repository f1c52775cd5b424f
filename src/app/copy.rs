//! Copying, and saying so only when it is true.

use leptos::{prelude::*, task::spawn_local};

use super::session::Session;
use crate::browser::clipboard;
use presence_profile_core::{editor::export, mapping::option_name::OptionName, source::text::Part};

/// Copies a text; `then` runs when it is on the clipboard.
pub fn copy(session: Session, text: String, then: impl FnOnce() + 'static) {
    copy_from(session, text, "select the text in Options", then);
}

/// Copies a text that stands on the page by itself, where it can be selected.
pub fn copy_shown(session: Session, text: String) {
    copy_from(session, text, "select the text", || ());
}

fn copy_from(session: Session, text: String, instead: &'static str, then: impl FnOnce() + 'static) {
    if text.is_empty() {
        session.notice.set("Nothing to copy".to_owned());
        return;
    }
    let later = session.later();
    spawn_local(async move {
        if clipboard::copy(&text).await {
            later.say(&format!("Copied {} characters", text.chars().count()));
            then();
        } else {
            later.say(&format!("The browser refused the clipboard; {instead} and press Ctrl+C"));
        }
    });
}

/// Copies the value of one option. When nothing else of the options was edited, they have left the page with it.
pub fn copy_option(session: Session, name: OptionName, value: String) {
    let before = session.exported_options();
    let (profile, now) = session.with_profile_untracked(|profile| (profile.id, profile.options.clone()));
    copy(session, value, move || {
        if before.is_some_and(|before| !export::differ_beside(&before, &now, name)) {
            session.has_exported(profile, Part::Options, now);
        }
    });
}
