//! What can be done with the profile that is marked, and the ways to add one.

use leptos::prelude::*;

use super::{super::shape, facts::Facts, picker::Picker};
use presence_profile_core::editor::arranging::Start;

/// The foot of the picker.
#[component]
pub fn Actions(picker: Picker) -> impl IntoView {
    let session = picker.session;
    let name_of =
        move |id| session.workspace(|workspace| workspace.profile(id).map(|profile| profile.name.to_string()));
    let marked = move || picker.at.get().and_then(name_of).unwrap_or_default();
    let is_none = move || picker.at.get().is_none();
    let open = move || name_of(session.looked_at()).unwrap_or_default();
    let copy = move |_| {
        if let Some(of) = picker.at.get_untracked() {
            picker.add(Start::CopyOf(of));
        }
    };
    view! {
        <div class="picker__part" hidden=is_none>
            <Facts picker />
            <button class="button button--bare button--icon" type="button" aria-label="Move profile up" title="Move up (Alt+↑)" on:click=move |_| picker.shift(-1)>{shape::tool("up")}</button>
            <button class="button button--bare button--icon" type="button" aria-label="Move profile down" title="Move down (Alt+↓)" on:click=move |_| picker.shift(1)>{shape::tool("down")}</button>
            <button class="button" type="button" aria-label="Rename profile" on:click=move |_| picker.name()>{shape::tool("pencil")}"Rename"</button>
            <button class="button" type="button" aria-label="Delete profile" on:click=move |event| {
                // The second half of a double press would delete the next one.
                if event.detail() < 2 {
                    picker.delete();
                }
            }>{shape::tool("bin")}"Delete"</button>
        </div>
        <div class="picker__part" role="group" aria-label="Add profile" on:click:capture=move |event| {
            // The second half of a double press would add another one.
            if 1 < event.detail() {
                event.prevent_default();
                event.stop_propagation();
            }
        }>
            <p class="picker__facts"><b class="picker__who">"Add profile"</b></p>
            <button class="button" type="button" id="profiles-add-empty" aria-label="Add profile: Empty" on:click=move |_| picker.add(Start::Empty)>{shape::tool("plus")}"Empty"</button>
            <button class="button" type="button" id="profiles-add-example" aria-label="Add profile: The guide’s example" on:click=move |_| picker.add(Start::Example)>{shape::tool("plus")}"The guide’s example"</button>
            <button class="button picker__copy" type="button" id="profiles-copy" hidden=is_none aria-label=move || format!("Copy profile: Copy of {}", marked()) on:click=copy>
                {shape::tool("copy")}<span class="picker__copied">{move || format!("Copy of {}", marked())}</span>
            </button>
        </div>
        <p class="picker__keys" aria-hidden="true">
            <span><kbd class="key">"↑"</kbd><kbd class="key">"↓"</kbd>"mark"</span>
            <span><kbd class="key">"Enter"</kbd>"open"</span>
            <span><kbd class="key">"F2"</kbd>"rename"</span>
            <span><kbd class="key">"Alt"</kbd><kbd class="key">"↑"</kbd><kbd class="key">"↓"</kbd>"move"</span>
            <span><kbd class="key">"Tab"</kbd>"to the buttons"</span>
            <span class="picker__back"><kbd class="key">"Esc"</kbd>{move || format!("back to {}", open())}</span>
        </p>
    }
}
