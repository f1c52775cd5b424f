//! Presets of the fifteen rows: what each would do is looked at before it is done.

use leptos::prelude::*;

use super::{
    dialog::Dialog,
    language,
    menu::{Menu, MenuItem, Popup},
    session::Session,
    shape, shown_presence,
};
use crate::browser::{floating, page};
use presence_profile_core::{
    editor::{
        command::{Command, Wish},
        preset::Preset,
        preset_outlook::{self, Made, Outlook, RowOutlook, Seen},
        rows::ShownPresence,
    },
    mapping::{lcid::Lcid, options::Mode},
};

/// Finds the button of the menu.
const BUTTON: &str = ".presets__open";

/// The preset that is looked at.
#[derive(Clone, Copy)]
pub struct Presets {
    preset: RwSignal<Option<Preset>>,
    is_open: RwSignal<bool>,
}

impl Presets {
    /// None is looked at.
    pub(super) fn new() -> Presets {
        Presets { preset: RwSignal::new(None), is_open: RwSignal::new(false) }
    }

    /// The one of the page a component is on.
    pub fn current() -> Presets {
        use_context::<Presets>().expect("the page provides its presets")
    }

    /// Shows what a preset would do.
    pub fn look_at(self, session: Session, preset: Preset) {
        if session.may_change() {
            page::settle();
            self.preset.set(Some(preset));
            self.is_open.set(true);
        }
    }

    /// Why no preset can be applied now, if so.
    pub fn cannot(self, session: Session) -> Option<&'static str> {
        match session.mode.get() {
            Mode::Pull => Some("In pull mode no rows are used"),
            _ => session.read_only.get(),
        }
    }
}

/// The button that opens their menu, for the head of the rows.
#[component]
pub fn PresetsButton() -> impl IntoView {
    let session = Session::current();
    let presets = Presets::current();
    let menu = Menu::new();
    let open = move |_| {
        if !session.may_change() {
            return;
        }
        page::settle();
        let item = |preset: Preset| {
            MenuItem::new(format!("{}\u{2026}", preset.name()), move || presets.look_at(session, preset))
        };
        if let Some(place) = floating::below_first(BUTTON) {
            menu.open_at(session, place, Preset::ALL.map(item).to_vec());
        }
    };
    view! {
        <button class="button button--bare presets__open" type="button" aria-haspopup="menu" title="Ready-made IDs for the fifteen rows"
            on:click=open>"Presets"{shape::shape("chevron", 14)}</button>
        <Popup menu back=move || page::focus_in(BUTTON) />
    }
}

/// The dialog of what is looked at.
#[component]
pub fn PresetDialog() -> impl IntoView {
    let session = Session::current();
    let presets = Presets::current();
    let facts = Signal::derive(move || presets.preset.get().map_or("", Preset::name).to_owned());
    view! {
        <Dialog is_open=presets.is_open title="Preset" facts class="presets">
            {move || presets.preset.get().map(|preset| contents(session, presets, preset))}
        </Dialog>
    }
}

fn contents(session: Session, presets: Presets, preset: Preset) -> impl IntoView + use<> {
    // What is looked at is of this revision; with another one it is looked at anew.
    let revision = session.revision();
    let profile = session.looked_at();
    let outlook = session.with_history_untracked(|history| {
        session
            .analysis
            .with_untracked(|read| preset_outlook::outlook(history, profile, &read.0, preset, session.viewer.get()))
    });
    let cancel =
        view! { <button class="button" type="button" on:click=move |_| presets.is_open.set(false)>"Cancel"</button> };
    let outlook = match outlook {
        Ok(outlook) => outlook,
        Err(refusal) => {
            return view! {
                <p class="dialog__body dialog__text">{refusal.to_string()}</p>
                <footer class="dialog__foot"><span class="dialog__sum"></span>{cancel}</footer>
            }
            .into_any();
        }
    };
    let sum = outlook.sum();
    let changes = outlook.changes;
    let apply = move |_| {
        if changes {
            let wish = Wish { revision, ..session.wish(Command::ApplyPreset(preset)) };
            presets.is_open.set(false);
            session.grant(&wish);
        }
    };
    let viewer = session.viewer.get_untracked();
    view! {
        <div class="dialog__body">
            <table class="presets__table" aria-label="Before and after">
                <thead><tr>
                    <th class="presets__head presets__number" scope="col">"#"</th><th class="presets__head" scope="col">"Agent state"</th>
                    <th class="presets__head" scope="col">"Device state"</th><th class="presets__head" scope="col">"ID before"</th>
                    <th class="presets__head" scope="col">"ID after"</th><th class="presets__head" scope="col">"Colleagues see"</th>
                </tr></thead>
                <tbody>
                    {outlook.rows.iter().map(|row| line(row, viewer)).collect::<Vec<_>>()}
                </tbody>
            </table>
            {entries(&outlook)}
        </div>
        <footer class="dialog__foot">
            <span class="dialog__sum">{sum}</span>
            {cancel}
            <button class="button button--primary" type="button" autofocus aria-disabled=(!changes).then_some("true") on:click=apply>"Apply"</button>
        </footer>
    }
    .into_any()
}

fn line(row: &RowOutlook, viewer: Lcid) -> impl IntoView + use<> {
    let (agent, device) = row.number.pair();
    let id = |id: &str| if id.is_empty() { "not set".to_owned() } else { id.to_owned() };
    let is_other = row.before != row.after;
    let seen = match &row.seen {
        None => view! { <span class="presets__same">"as now"</span> }.into_any(),
        Some(seen) => {
            view! { {shown(&seen.before)}" \u{2192} "{shown(&seen.after)}{languages(seen, viewer)} }.into_any()
        }
    };
    view! {
        <tr class="presets__row" class:presets__row--other=is_other>
            <td class="presets__cell presets__number">{row.number.number()}</td>
            <td class="presets__cell">{agent.name()}</td><td class="presets__cell">{device.name()}</td>
            <td class="presets__cell presets__id"><code>{id(&row.before)}</code></td>
            <td class="presets__cell presets__id presets__after">{if is_other {
                view! { <code>{id(&row.after)}</code> }.into_any()
            } else {
                view! { <span class="presets__same">"the same"</span> }.into_any()
            }}</td>
            <td class="presets__cell presets__seen">{seen}</td>
        </tr>
    }
}

/// What is seen, with its shape.
fn shown(shown: &ShownPresence) -> impl IntoView + use<> {
    let (words, is_gap) = shown.told(true);
    let words = if is_gap || words.is_empty() { shown.word().to_owned() } else { words };
    view! {
        <span class="presets__shown" data-class=shown_presence::key(shown)>{shown_presence::icon(shown, 14)}{words}</span>
    }
}

/// In which language, where that is not the viewer's, and in how many further ones.
fn languages(seen: &Seen, viewer: Lcid) -> String {
    let first = if seen.lcid == viewer { String::new() } else { format!(" in {}", language::name(seen.lcid)) };
    match seen.more {
        0 => first,
        1 => format!("{first}, and in 1 other language"),
        more => format!("{first}, and in {more} other languages"),
    }
}

fn entries(outlook: &Outlook) -> impl IntoView + use<> {
    let made = outlook.made.iter().map(|Made { ids, copied }| {
        let how = match (copied, ids.len()) {
            (Some(of), 1) => format!(" is made: a copy of {of}, with its availability and all its texts"),
            (Some(of), _) => format!(" are made: copies of {of}, with its availability and all its texts"),
            (None, 1) => " is made, with the customary availability of its row and no text".to_owned(),
            (None, _) => " are made, with the customary availability of their rows and no text".to_owned(),
        };
        view! { <li><code>{ids.join(", ")}</code>{how}</li> }
    });
    let made = made.collect::<Vec<_>>();
    let unused = (!outlook.unused.is_empty()).then(|| {
        let words = match outlook.unused.len() {
            1 => " stays in the file, and no row uses it then",
            _ => " stay in the file, and no row uses them then",
        };
        view! { <li><code>{outlook.unused.join(", ")}</code>{words}</li> }
    });
    (!made.is_empty() || unused.is_some()).then(|| {
        view! {
            <section class="presets__entries" aria-label="Entries">
                <h3 class="presets__title">"Entries of the file"</h3>
                <ul>{made}{unused}</ul>
            </section>
        }
    })
}
