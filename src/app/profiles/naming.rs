//! The field in which the name of a profile is written, in its line of the picker.

use leptos::{ev, html, prelude::*};

use super::picker::Picker;
use crate::browser::{cells, page};
use presence_profile_core::editor::{arranging::Arrangement, place::ProfileId};

/// The field.
#[component]
pub fn NameField(picker: Picker, profile: ProfileId) -> impl IntoView {
    let session = picker.session;
    let field = NodeRef::<html::Input>::new();
    let is_refused = RwSignal::new(false);
    let name = session.workspace_untracked(|workspace| workspace.profile(profile).map(|it| it.name.to_string()));
    cells::after_rendering(move || {
        if let Some(field) = field.try_get_untracked().flatten() {
            field.set_value(&name.unwrap_or_default());
            page::focus_quietly(&field);
            field.select();
        }
    });
    let take = move || {
        let name = field.try_get_untracked().flatten().map(|field| field.value()).unwrap_or_default();
        session.arrange(&Arrangement::Rename { profile, name })
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        match event.key().as_str() {
            "Enter" if take() => {
                picker.named(profile);
                picker.leave();
            }
            "Enter" => is_refused.set(true),
            "Escape" => {
                session.settle_refusal();
                picker.naming.set(None);
                picker.find();
            }
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    // Whoever goes elsewhere meant what was written; what is refused does not wait unseen.
    let on_blur = move |_| {
        if picker.naming.get_untracked() != Some(profile) || !page::has_focus() {
            return;
        }
        match take() {
            true => picker.named(profile),
            false => {
                session.keep_refusal();
                picker.naming.set(None);
            }
        }
        // The field goes; the focus stays in the picker, unless it has gone elsewhere.
        cells::after_rendering(move || {
            if picker.is_open.get_untracked() && cells::focus_is_lost() {
                page::focus_id("profiles-find");
            }
        });
    };
    view! {
        <input class="field picker__field" id="profiles-name" type="text" node_ref=field data-own-undo aria-label="Name of the profile"
            aria-invalid=move || is_refused.get().then_some("true") autocomplete="off" spellcheck="false"
            on:keydown=on_key on:input=move |_| is_refused.set(false) on:blur=on_blur on:click=|event| event.stop_propagation() />
    }
}
