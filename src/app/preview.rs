//! Preview: what a colleague sees of a state, link by link, and in every language.

mod cards;
mod chain;

use leptos::prelude::*;

use self::{cards::Cards, chain::Chain};
use super::{
    gate::Gate,
    language,
    panels::{Fold, PanelRoom},
    session::Session,
    shape, shown_presence,
};
use presence_profile_core::{
    editor::{
        rows::{ShownPresence, Text},
        shares::Panel,
    },
    mapping::{
        lcid::Lcid,
        states::{AgentState, DeviceState, StateNumber},
    },
    source::phrase::counted,
};

/// A text longer than this, in characters, is set smaller.
const LONG: usize = 60;

/// The panel.
#[component]
pub fn Preview() -> impl IntoView {
    let session = Session::current();
    let number = Memo::new(move |_| session.selected.row());
    let shown = Gate::new(move || session.rows.with(|rows| rows[number.get().index()].shown.clone()));
    let is_unfolded = RwSignal::new(false);
    let count = Gate::new(move || session.analysis.with(|read| read.0.languages.len()));
    let room = PanelRoom::current();
    view! {
        <section class="panel preview" aria-label="Preview">
            <div class="preview__main">
                <div class="preview__sentence">
                    <span class="preview__label">"Agent"</span>
                    <div class="preview__choices">
                        <AgentChoice number />
                        <span class="preview__label">"Device"</span>
                        <DeviceChoice number />
                    </div>
                    <span class="preview__label">"Seen in"</span>
                    <div class="preview__choices">
                        <ViewerChoice />
                        <button class="button button--bare preview__unfold" type="button" id="unfold-languages" aria-controls="all-languages"
                            aria-expanded=move || is_unfolded.get().to_string() aria-label=move || format!("All {}", counted(count.get(), "language", "languages"))
                            on:click=move |_| is_unfolded.update(|unfolded| *unfolded = !*unfolded)>
                            {move || counted(count.get(), "language", "languages")}{shape::shape("chevron", 16)}
                        </button>
                    </div>
                </div>
                <div class="preview__contact" data-class=move || shown_presence::key(&shown.get())>
                    <div class="preview__avatar">
                        {shape::symbol("person", 24)}
                        <span class="preview__badge">{move || shown_presence::icon(&shown.get(), 16)}</span>
                    </div>
                    <div class="preview__result">
                        <Chain number />
                        {move || says(&shown.get(), session)}
                    </div>
                </div>
            </div>
            <div id="all-languages" class="preview__strip" hidden=move || !is_unfolded.get()>
                {move || is_unfolded.get().then(|| view! { <Cards number /> })}
            </div>
            <header class="panel__head preview__head" data-class=move || shown_presence::key(&shown.get())>
                {move || room.is_folded(Panel::Preview).then(|| view! {
                    <h2 class="panel__title">"Preview"</h2>
                    <span class="panel__facts">{move || pair(number.get())}</span>
                    {move || shown_presence::line(&shown.get(), session.is_whole.get(), false, language::attributes(session.viewer.get()))}
                })}
                <span class="panel__actions"><Fold panel=Panel::Preview name="the preview" /></span>
            </header>
        </section>
    }
}

/// A pair of states, in words.
fn pair(number: StateNumber) -> String {
    let (agent, device) = number.pair();
    format!("{}, {}", agent.name(), device.name())
}

fn says(shown: &ShownPresence, session: Session) -> impl IntoView + use<> {
    let viewer = session.viewer.get();
    let name = language::name(viewer);
    let why = match shown {
        ShownPresence::NotSet => "The option gives this state no ID.".to_owned(),
        ShownPresence::NoEntry(id) => {
            format!("The file has no entry {id}: what T-Server pushes then is not documented.")
        }
        ShownPresence::NoAvailability(_) => "The entry has no number from 0 to 18000.".to_owned(),
        ShownPresence::Presence { text: Text::NotDocumented, .. } => {
            format!("No text in {name}: what the client shows then is not documented.")
        }
        ShownPresence::Presence { .. } => String::new(),
    };
    match shown.reads() {
        Some(text) => {
            let is_class_word = matches!(shown, ShownPresence::Presence { text: Text::ClassWord, .. });
            let (tag, direction) = language::attributes(viewer).filter(|_| !is_class_word).unzip();
            let is_long = LONG < text.chars().count();
            view! { <p class="preview__says" class:preview__says--long=is_long lang=tag dir=direction title=text.to_owned()>{text.to_owned()}</p> }.into_any()
        }
        None => view! { <p class="preview__says preview__says--gap">{why}</p> }.into_any(),
    }
}

#[component]
fn AgentChoice(number: Memo<StateNumber>) -> impl IntoView {
    let session = Session::current();
    let options = AgentState::ALL.map(|agent| {
        view! { <option value=agent.name() prop:selected=move || number.get().pair().0 == agent>{agent.name()}</option> }
    });
    let choose = move |event| {
        let name = event_target_value(&event);
        if let Some(agent) = AgentState::ALL.into_iter().find(|agent| agent.name() == name) {
            session.select_row(StateNumber::of(agent, number.get_untracked().pair().1));
        }
    };
    view! {
        <span class="pick preview__agent">
            <select class="pick__select" aria-label="Agent state" on:change=choose>{options.into_iter().collect::<Vec<_>>()}</select>
            {shape::pick_arrow()}
        </span>
    }
}

#[component]
fn DeviceChoice(number: Memo<StateNumber>) -> impl IntoView {
    let session = Session::current();
    let options = DeviceState::ALL.map(|device| {
        view! { <option value=device.name() prop:selected=move || number.get().pair().1 == device>{device.name()}</option> }
    });
    let choose = move |event| {
        let name = event_target_value(&event);
        if let Some(device) = DeviceState::ALL.into_iter().find(|device| device.name() == name) {
            session.select_row(StateNumber::of(number.get_untracked().pair().0, device));
        }
    };
    view! {
        <span class="pick preview__device">
            <select class="pick__select" aria-label="Device state" on:change=choose>{options.into_iter().collect::<Vec<_>>()}</select>
            {shape::pick_arrow()}
        </span>
    }
}

#[component]
fn ViewerChoice() -> impl IntoView {
    let session = Session::current();
    let languages = Memo::new(move |_| {
        let mut languages = session.analysis.with(|read| read.0.languages.clone());
        let viewer = session.viewer.get();
        if !languages.contains(&viewer) {
            languages.push(viewer);
        }
        languages
    });
    let options = move || {
        let option = |lcid: Lcid| {
            view! { <option value=lcid.number() prop:selected=move || session.viewer.get() == lcid>{language::name(lcid)}</option> }
        };
        languages.get().into_iter().map(option).collect::<Vec<_>>()
    };
    let choose = move |event| {
        if let Some(lcid) = Lcid::parse(&event_target_value(&event)) {
            session.viewer.set(lcid);
        }
    };
    view! {
        <span class="pick preview__viewer">
            <select class="pick__select" aria-label="Viewer language" on:change=choose>{options}</select>
            {shape::pick_arrow()}
        </span>
    }
}
