//! The page: the bar, the two columns, the keys that work everywhere, and what is dropped on it.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

use super::{
    encoding_dialog::EncodingDialog,
    export_dialog::ExportDialog,
    export_file,
    gate::Gate,
    open_file,
    preview::Preview,
    problems::{Problems, list::ProblemList, navigation, ways},
    refuge,
    session::Session,
    shape,
    source::Source,
    states::AggregatedStates,
    translations::Translations,
};
use crate::browser::{caret, cells, files, page, rescue, theme};
use presence_profile_core::{
    editor::{analysis::Analysis, export, readings::Reader, workspace::Workspace},
    mapping::option_name::OptionName,
};

/// The whole page.
#[component]
pub fn App(
    /// How profiles are read and judged.
    #[prop(optional)]
    reader: Option<Reader>,
) -> impl IntoView {
    let session = Session::new(Workspace::example(), reader.unwrap_or(Analysis::after));
    let panel = ProblemList::new(session);
    provide_context(session);
    provide_context(panel);
    let exports = RwSignal::new(false);
    let held = RwSignal::new(false);

    let keys = window_event_listener(ev::keydown, move |event| on_key(session, panel, &event));
    let leave = window_event_listener(ev::beforeunload, move |event| {
        page::settle();
        if session.has_unexported() {
            event.prevent_default();
            event.set_return_value("leave");
        }
    });
    Effect::new(move |is_later: Option<()>| {
        session.revision();
        if is_later.is_none() {
            return;
        }
        // What had the focus may have gone with a change: keys must not fall on the page.
        request_animation_frame(|| {
            if cells::focus_is_lost() && !page::has_dialog() {
                refuge::take_focus();
            }
        });
    });
    let over = window_event_listener(ev::dragover, move |event| {
        if files::brings_files(event.data_transfer()) {
            event.prevent_default();
            if !held.get_untracked() && !page::has_dialog() {
                held.set(true);
            }
        }
    });
    let away = window_event_listener(ev::dragleave, move |event| {
        if event.related_target().is_none() {
            held.set(false);
        }
    });
    let drop = window_event_listener(ev::drop, move |event| {
        held.set(false);
        if let Some(file) = files::dropped(event.data_transfer()) {
            event.prevent_default();
            if page::has_dialog() {
                session.notice.set(format!("Close the dialog first; {} was not opened", file.name()));
                return;
            }
            page::settle();
            open_file::read(session, file);
        }
    });
    on_cleanup(move || {
        for listener in [keys, over, away, drop] {
            listener.remove();
        }
        leave.remove();
    });
    view! {
        <div class="shell" on:keydown:capture=move |_| session.forget_refusal() on:pointerdown:capture=move |_| session.forget_refusal()>
            <Bar exports />
            <main class="work">
                <div class="work__lead"><Preview /><AggregatedStates /><Translations /></div>
                <div class="work__dock"><Source /><Problems /></div>
                {move || {
                    let words = "Drop an agentStates XML file to open it";
                    held.get().then(|| view! { <div class="drop"><p class="drop__text">{words}</p></div> })
                }}
            </main>
            <ExportDialog is_open=exports />
            <EncodingDialog />
        </div>
    }
}

fn on_key(session: Session, panel: ProblemList, event: &ev::KeyboardEvent) {
    if event.key() == "F8" && !page::has_dialog() {
        event.prevent_default();
        page::settle();
        navigation::step(session, panel, event.shift_key());
        return;
    }
    if event.is_composing() || event.key_code() == 229 || event.alt_key() || !(event.ctrl_key() || event.meta_key()) {
        return;
    }
    // In a cell that is open, and in the fields of a dialog, Ctrl+Z is the field's own.
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let inside =
        |selector: &str| target.as_ref().is_some_and(|target| target.closest(selector).ok().flatten().is_some());
    if page::has_dialog() {
        // What is under a dialog waits; in a field of the dialog, undo is the field's own.
        let is_ours = match event.key().to_ascii_lowercase().as_str() {
            "o" | "s" => true,
            "z" | "y" => !inside("dialog input, dialog textarea"),
            _ => false,
        };
        if is_ours {
            event.prevent_default();
        }
        return;
    }
    let is_own = inside(".cell--editing") || is_unsettled_path(session, event);
    match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("z", false) if !is_own => session.undo(),
        ("z", true) | ("y", false) if !is_own => session.redo(),
        ("o", false) => {
            page::settle();
            open_file::choose(session);
        }
        (".", _) => {
            page::settle();
            ways::open_at_focus(session, panel);
        }
        ("s", false) => {
            let is_open = inside(".cell--editing");
            page::settle_in_place();
            if is_open {
                // Saving interrupts nobody: what is typed next belongs to the same text.
                cells::after_rendering(|| cells::after_rendering(caret::go_on_at_end));
            }
            export_file::download_xml(session);
        }
        _ => return,
    }
    event.prevent_default();
}

/// Whether the event comes from the field of the path, and what is typed there is not in the options yet.
fn is_unsettled_path(session: Session, event: &ev::KeyboardEvent) -> bool {
    let Some(field) = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok()) else {
        return false;
    };
    field.closest(".options__list").ok().flatten().is_some()
        && session.analysis.with_untracked(|read| {
            session.with_profile_untracked(|profile| {
                let value = read.0.options.value(OptionName::AgentPresenceMap, &profile.options);
                field.value() != value.unwrap_or_default()
            })
        })
}

#[component]
fn Bar(exports: RwSignal<bool>) -> impl IntoView {
    let session = Session::current();
    let current = RwSignal::new(theme::current());
    theme::watch(move || drop(current.try_set(theme::current())));
    let theme_words = move || if current.get() == "dark" { "Light theme" } else { "Dark theme" };
    let switch = move |_| {
        let next = if theme::current() == "dark" { "light" } else { "dark" };
        theme::set(next);
        current.set(next.to_owned());
    };
    let export_words = Gate::new(move || session.analysis.with(|read| export::title(&read.0)));
    let undo_label = Gate::new(move || session.undo_label());
    let redo_label = Gate::new(move || session.redo_label());
    let undo_title = move || match undo_label.get() {
        Some(label) => format!("Undo: {label} (Ctrl+Z)"),
        None => "Nothing to undo".to_owned(),
    };
    let redo_title = move || match redo_label.get() {
        Some(label) => format!("Redo: {label} (Ctrl+Y)"),
        None => "Nothing to redo".to_owned(),
    };
    view! {
        <header class="bar">
            <h1 class="bar__name"><span class="bar__mark">{shape::symbol("mark", 24)}</span><span class="bar__word">"Presence Profile Editor"</span></h1>
            <div class="notice" role="status" aria-live="polite"><span class="notice__text">{move || session.status()}</span></div>
            <span class="bar__fact">"Nothing leaves this computer"</span>
            <div class="bar__actions">
                <button class="button button--bare button--icon" type="button" aria-label="Undo" title=undo_title
                    aria-disabled=move || undo_label.with(Option::is_none).to_string() on:click=move |_| session.undo()>{shape::tool("undo")}</button>
                <button class="button button--bare button--icon" type="button" aria-label="Redo" title=redo_title
                    aria-disabled=move || redo_label.with(Option::is_none).to_string() on:click=move |_| session.redo()>{shape::tool("redo")}</button>
                <button class="button button--bare button--icon" type="button" aria-label=theme_words title=theme_words on:click=switch>{shape::tool("theme")}</button>
                <span class="bar__rule"></span>
                <button class="button" type="button" title="Open an agentStates XML file (Ctrl+O)" on:click=move |_| open_file::choose(session)>{shape::tool("open")}"Open XML"</button>
                <button class="button button--primary" type="button" on:click=move |_| {
                    session.notice.set(String::new());
                    exports.set(true);
                }>{shape::tool("export")}{move || export_words.get()}</button>
            </div>
        </header>
    }
}

/// Puts the editor in the place of the static page.
pub fn mount() {
    rescue::install(".shell");
    page::remove("shell");
    leptos::mount::mount_to_body(|| view! { <App /> });
}
