//! A window over the page: opened and closed by a signal, by Escape and by its button.

use leptos::{ev, html, prelude::*};
use web_sys::Element;

use super::shape;
use crate::browser::{cells, front, keyboard, page};

/// Whether a key is Enter in one of the fields that a selector finds: it does what the dialog is for, in a list too, which
/// it would open otherwise.
pub fn is_enter_in(fields: &str, event: &ev::KeyboardEvent) -> bool {
    let is_enter = event.key() == "Enter" && !event.alt_key() && !event.repeat() && !keyboard::is_composing(event);
    is_enter && event_target::<Element>(event).matches(fields).unwrap_or_default()
}

/// A dialog; what is in it exists only while it is open.
#[component]
pub fn Dialog(
    is_open: RwSignal<bool>,
    title: &'static str,
    /// A fact beside the title.
    #[prop(optional, into)]
    facts: Signal<String>,
    /// Whether a narrow window is enough.
    #[prop(optional)]
    is_narrow: bool,
    /// Whether it needs all the width there is.
    #[prop(optional)]
    is_wide: bool,
    /// A class of its own, where it needs other measures.
    #[prop(optional)]
    class: &'static str,
    /// What stands in its head beside the facts.
    #[prop(optional, into)]
    tools: Option<ViewFn>,
    /// Runs when the dialog has closed, by whatever way.
    #[prop(optional, into)]
    on_closed: Option<Callback<()>>,
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    // The focus goes back to where it was, as the dialog closes.
    let opener: StoredValue<Option<web_sys::Element>, LocalStorage> = StoredValue::new_local(None);
    let panel: StoredValue<Option<web_sys::Element>, LocalStorage> = StoredValue::new_local(None);
    Effect::new(move || {
        let Some(element) = dialog.get() else { return };
        match (is_open.get(), element.open()) {
            (true, false) => {
                let focused = page::focused();
                panel.set_value(focused.as_ref().and_then(|focused| cells::closest(focused, ".panel")));
                opener.set_value(focused);
                // An element in the page can always be shown.
                let _ = element.show_modal();
                // Its panel may be behind a tab.
                front::bring_unseen(&element);
                cells::after_rendering(move || {
                    // Read from its beginning: nothing scrolls to what has the focus.
                    match page::found("dialog[open] [autofocus]") {
                        Some(_) => page::focus_quietly_on("dialog[open] [autofocus]"),
                        None => page::focus_quietly_on("dialog[open] .dialog__title"),
                    }
                    page::select_focused();
                    element.set_scroll_top(0);
                });
            }
            (false, true) => element.close(),
            _ => {}
        }
    });
    let closed = move |_| {
        // It is told a little later, and may be open again by then.
        if dialog.get_untracked().is_some_and(|element| element.open()) {
            return;
        }
        is_open.set(false);
        if let Some(on_closed) = on_closed {
            on_closed.run(());
        }
        // The browser has given the focus back, and a quick hand may have taken it elsewhere since. What opened the
        // dialog may be gone by now; its panel is not.
        let panel = panel.get_value();
        for element in opener.get_value().into_iter().chain(panel) {
            if !cells::focus_is_lost() {
                break;
            }
            page::focus_again(&element);
        }
    };
    let id = format!("dialog-{}", title.to_ascii_lowercase().replace([' ', '?'], "-"));
    view! {
        <dialog class=format!("dialog {class}") class:dialog--narrow=is_narrow class:dialog--wide=is_wide node_ref=dialog aria-labelledby=id.clone() on:close=closed
            // A press beside all fields and buttons would take the focus out of the dialog.
            on:mousedown=move |event| if !page::is_on_focusable(&event) { event.prevent_default() }>
            <header class="dialog__head">
                <h2 class="dialog__title" id=id.clone() tabindex="-1">{title}</h2>
                <span class="dialog__facts">{move || facts.get()}</span>
                {move || tools.as_ref().filter(|_| is_open.get()).map(ViewFn::run)}
                <button class="button button--bare button--icon dialog__close" type="button" aria-label="Close"
                    on:click=move |_| is_open.set(false)>{shape::tool("remove")}</button>
            </header>
            {move || is_open.get().then(|| children())}
        </dialog>
    }
}
