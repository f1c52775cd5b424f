//! The page: the bar, what the tabs show, the keys that work everywhere, and what is dropped on it.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

use super::{
    actions::{self, hands::Hands},
    aids::{self, Aids},
    band::KeptBand,
    bar::{Bar, offers},
    changed_dialog::ChangedDialog,
    dialog::is_enter_in,
    export_dialog::ExportDialog,
    find::{opening, state::Finder},
    front::PageInFront,
    grid::Grids,
    importing::{ImportDialog, apply, coming, pasting},
    key_sheet::KeySheet,
    palette::Palette,
    problems::list::ProblemList,
    read_only, refuge,
    rooms::RoomsDialog,
    session::Session,
    start::{self, Start},
};
use crate::browser::{cells, double_press, files, keyboard, page, rescue, start_guard};
use presence_profile_core::editor::{analysis::Analysis, readings::Reader};

/// The whole page.
#[component]
pub fn App(
    /// What it begins with.
    start: Start,
    /// How profiles are read and judged.
    #[prop(optional)]
    reader: Option<Reader>,
) -> impl IntoView {
    let session = Session::new(start, reader.unwrap_or(Analysis::after));
    let panel = ProblemList::new(session);
    provide_context(session);
    provide_context(panel);
    provide_context(Grids::new());
    let finder = Finder::provide(session);
    // Before what the hands do: some of it is theirs.
    let glossary = aids::provide(session);
    let hands = Hands::new(session, panel, finder);
    provide_context(hands);
    let held = RwSignal::new(false);

    let keys = window_event_listener(ev::keydown, move |event| on_key(hands, &event));
    let leave = window_event_listener(ev::beforeunload, move |event| {
        // Whoever stays finds the field that is open as it was.
        if session.would_be_lost_by_leaving() {
            event.prevent_default();
            event.set_return_value("leave");
        }
    });
    Effect::new(move |before: Option<u64>| {
        let revision = session.revision();
        // What only reads follows hands that are elsewhere, and steps that come back change nothing: the focus stays where it is.
        let is_own = session.keeping.refusal().is_none();
        if before.is_none_or(|before| before == revision) || !is_own {
            return revision;
        }
        // What had the focus may have gone with a change: keys must not fall on the page.
        request_animation_frame(|| {
            if cells::focus_is_lost() && !page::has_dialog() {
                refuge::take_focus();
            }
        });
        revision
    });
    let over = window_event_listener(ev::dragover, move |event| {
        if files::brings_files(event.data_transfer()) {
            event.prevent_default();
            let may_open = session.keeping.refusal().is_none();
            if !held.get_untracked() && !page::has_dialog() && may_open {
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
        let transfer = event.data_transfer();
        if !files::brings_files(transfer.clone()) {
            return;
        }
        event.prevent_default();
        if page::has_dialog() && !session.importing.is_open.get_untracked() {
            session.notice.set("Close the dialog first; nothing was opened".to_owned());
            return;
        }
        if session.may_change() {
            page::settle();
            coming::drop_files(session, transfer.as_ref());
        }
    });
    let paste = window_event_listener(ev::paste, move |event| pasting::on_paste(session, &event));
    on_cleanup(move || {
        for listener in [keys, over, away, drop, paste] {
            listener.remove();
        }
        leave.remove();
    });
    view! {
        <div class="shell" on:scroll:capture=move |event| session.note_scrolled(&event) on:keydown:capture=move |event| {
                session.forget_refusal();
                glossary.on_key(&event);
                if !offers::may_lead_to_offers(&event) {
                    session.end_offer();
                }
                read_only::on_key(session, &event);
            }
            on:beforeinput:capture=move |event| read_only::on_before_input(session, &event)
            on:paste:capture=move |event| {
                read_only::on_paste(session, &event);
                pasting::on_paste_in_field(session, &event);
            }
            on:pointerdown:capture=move |event| {
                session.forget_refusal();
                offers::end_behind_press(session, &event);
                refuge::leave_grid(&event);
            }
            on:input:capture=move |_| {
                session.end_offer();
                session.begin_input();
            } on:input=move |event| session.end_input(&event)
            on:focusout=move |event| session.end_field(&event) on:keydown=move |event| session.end_key(&event)>
            <Bar />
            <KeptBand />
            <main class="stage">
                <PageInFront />
                {move || {
                    let words = "Drop files to import them: XML, options, tables, exports, a workspace";
                    held.get().then(|| view! { <div class="drop"><p class="drop__text">{words}</p></div> })
                }}
            </main>
            <ExportDialog is_open=hands.exports />
            <ImportDialog />
            <ChangedDialog />
            <RoomsDialog is_open=hands.rooms />
            <Palette />
            <KeySheet />
            <Aids />
        </div>
    }
}

/// Finds the XML file in the export, which has a button of its own.
const EXPORT: &str = "dialog[open] .export__text--file";

fn on_key(hands: Hands, event: &ev::KeyboardEvent) {
    let session = hands.session;
    if event.key() == "Escape" {
        session.end_offer();
    }
    if page::has_dialog() {
        on_key_in_dialog(session, event);
    } else {
        let _ = opening::on_escape(session, hands.finder, event) || actions::on_key(hands, event);
    }
}

/// What is under a dialog waits; in a field of the dialog, undo is the field's own.
fn on_key_in_dialog(session: Session, event: &ev::KeyboardEvent) {
    let is_importing = session.importing.is_open.get_untracked();
    // Not in what has the focus at first: whoever pastes and presses Enter blindly has not looked at anything.
    if is_importing && !keyboard::is_command(event) && is_enter_in("select", event) {
        event.prevent_default();
        apply(session);
    }
    if keyboard::is_composing(event) || !keyboard::is_command(event) {
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let is_in_field =
        target.is_some_and(|target| target.closest("dialog input, dialog textarea").ok().flatten().is_some());
    let key = keyboard::meant(event);
    match key.as_str() {
        "o" | "s" | "k" => event.prevent_default(),
        "z" | "y" if !is_in_field => event.prevent_default(),
        _ => {}
    }
    match key.as_str() {
        "Enter" if is_importing => {
            event.prevent_default();
            apply(session);
        }
        "o" if is_importing => coming::choose(session),
        "s" if page::has(EXPORT) => session.notice.set("Download XML, above, saves the file".to_owned()),
        _ => {}
    }
}

/// Puts the editor in the place of the static page.
pub fn mount() {
    rescue::install(".shell");
    double_press::watch();
    start::begin(|start| {
        start::mount_or_ask("#shell", start, |start| {
            page::remove("shell");
            start::focus::begin();
            leptos::mount::mount_to_body(|| view! { <App start /> });
            // With the second frame the first one has been painted.
            request_animation_frame(|| {
                request_animation_frame(|| {
                    start_guard::reached();
                    start::focus::end();
                });
            });
        });
    });
}
