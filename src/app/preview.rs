//! Preview: what a colleague sees of a state, link by link, and in every language.

use leptos::prelude::*;

use super::{
    language,
    session::{Reveal, Session},
    shape, shown,
};
use crate::{
    browser::page,
    editor::rows::{self, Shown, Text},
    mapping::{
        lcid::Lcid,
        resolve,
        states::{AgentState, DeviceState, StateNumber},
    },
    source::text::{Part, Span},
};

/// A text longer than this, in characters, is set smaller.
const LONG: usize = 60;

/// The panel.
#[component]
pub fn Preview() -> impl IntoView {
    let session = Session::current();
    let number = Memo::new(move |_| session.selection.get().row);
    let shown = Memo::new(move |_| session.rows.with(|rows| rows[number.get().index()].shown.clone()));
    let is_unfolded = RwSignal::new(false);
    let count = Memo::new(move |_| session.analysis.with(|read| read.0.languages.len()));
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
                        <button class="button button--bare preview__unfold" type="button" aria-controls="all-languages"
                            aria-expanded=move || is_unfolded.get().to_string() aria-label=move || format!("All {} languages", count.get())
                            on:click=move |_| is_unfolded.update(|unfolded| *unfolded = !*unfolded)>
                            {move || format!("All {}", count.get())}{shape::tool("chevron")}
                        </button>
                    </div>
                </div>
                <div class="preview__contact" data-class=move || shown::key(&shown.get())>
                    <div class="preview__avatar">
                        {shape::symbol("icon", "person", 24)}
                        <span class="preview__badge">{move || shown::icon(&shown.get(), 16)}</span>
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
        </section>
    }
}

fn says(shown: &Shown, session: Session) -> impl IntoView + use<> {
    let viewer = session.viewer.get();
    let name = language::name(viewer);
    let why = match shown {
        Shown::NotSet => "The option gives this state no ID.".to_owned(),
        Shown::NoEntry(id) => format!("The file has no entry {id}: what T-Server pushes then is not documented."),
        Shown::NoAvailability(_) => "The entry has no number from 0 to 18000.".to_owned(),
        Shown::Presence { text: Text::NotDocumented, .. } => {
            format!("No text in {name}: what the client shows then is not documented.")
        }
        Shown::Presence { .. } => String::new(),
    };
    match shown.reads() {
        Some(text) => {
            let is_class_word = matches!(shown, Shown::Presence { text: Text::ClassWord, .. });
            let (tag, direction) = language::attributes(viewer).filter(|_| !is_class_word).unzip();
            let is_long = LONG < text.chars().count();
            view! { <p class="preview__says" class:preview__says--long=is_long lang=tag dir=direction>{text.to_owned()}</p> }.into_any()
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

/// Row, ID, availability and text, each a way to where it is written.
#[component]
fn Chain(number: Memo<StateNumber>) -> impl IntoView {
    let session = Session::current();
    let links = move || {
        let number = number.get();
        session.analysis.with(|read| {
            let analysis = &read.0;
            let states = &analysis.options.aggregated_states;
            let found = resolve::push(states, &analysis.map, number, session.viewer.get());
            let mut links = vec![Link::new(format!("row {}", number.number()), false, Target::Row)];
            let Some(id) = found.id else {
                links.push(Link::new("not set".to_owned(), true, Target::Row));
                return links;
            };
            let pair = states.of(number).map_or(Target::Row, |pair| Target::Text(Part::Options, pair.span));
            links.push(Link { is_code: true, ..Link::new(id.to_owned(), false, pair) });
            let Some(entry) = found.entry.map(|entry| &analysis.map.entries[entry]) else {
                links.push(Link::new("no entry".to_owned(), true, pair));
                return links;
            };
            let availability = entry.availability.as_ref().map_or(entry.start_tag, |written| written.span);
            let availability = Target::Text(Part::Xml, availability);
            links.push(match found.availability {
                Some(number) => {
                    Link::new(format!("{} {}", number.number(), number.class().word()), false, availability)
                }
                None => Link::new("no availability".to_owned(), true, availability),
            });
            links.push(match found.activity.map(|activity| &entry.activities[activity]) {
                Some(activity) => Link::new(
                    format!("text {}", session.viewer.get().number()),
                    false,
                    Target::Text(Part::Xml, activity.text.span),
                ),
                None => Link::new(
                    format!("no text {}", session.viewer.get().number()),
                    true,
                    Target::Text(Part::Xml, entry.start_tag),
                ),
            });
            links
        })
    };
    let item = move |(index, link): (usize, Link)| {
        let words = if link.is_code { view! { <code>{link.words}</code> }.into_any() } else { link.words.into_any() };
        view! {
            <li class="chain__link" class:chain__link--broken=link.is_broken>
                {(0 < index).then(|| view! { <span class="chain__arrow">{shape::symbol("icon", "arrow", 12)}</span> })}
                <button class="chain__button" type="button" on:click=move |_| go(session, number, link.target)>{words}</button>
            </li>
        }
    };
    view! {
        <ol class="chain" aria-label="How this comes about">
            <li class="chain__who">"Agent"</li>
            {move || links().into_iter().enumerate().map(item).collect::<Vec<_>>()}
        </ol>
    }
}

struct Link {
    words: String,
    is_broken: bool,
    is_code: bool,
    target: Target,
}

impl Link {
    fn new(words: String, is_broken: bool, target: Target) -> Link {
        Link { words, is_broken, is_code: false, target }
    }
}

#[derive(Clone, Copy)]
enum Target {
    Row,
    Text(Part, Span),
}

fn go(session: Session, number: Memo<StateNumber>, target: Target) {
    match target {
        Target::Row => page::focus_in("[aria-label=\"Aggregated states\"] .cell--active"),
        Target::Text(part, span) => {
            session.show(Reveal { part, span, select: true });
            session.select_row(number.get_untracked());
        }
    }
}

/// The state as viewers of every language see it.
#[component]
fn Cards(number: Memo<StateNumber>) -> impl IntoView {
    let session = Session::current();
    let cards = move || {
        session.analysis.with(|read| {
            let card = |lcid: &Lcid| card(session, *lcid, &rows::shown(&read.0, number.get(), *lcid));
            read.0.languages.iter().map(card).collect::<Vec<_>>()
        })
    };
    view! {
        <ul class="preview__cards" tabindex="0" aria-label="All languages">{cards}</ul>
        <p class="preview__footnote">"An illustration; the real client may differ. Texts are matched by the viewer's own language, by exact LCID."</p>
    }
}

fn card(session: Session, lcid: Lcid, shown: &Shown) -> impl IntoView + use<> {
    let (words, is_gap) = match shown {
        Shown::Presence { text: Text::NotDocumented, .. } => {
            ("No text; what the client shows is not documented".to_owned(), true)
        }
        Shown::Presence { text: Text::ClassWord, availability } => (availability.class().word().to_owned(), false),
        Shown::Presence { text: Text::Given(text), .. } => (text.clone(), false),
        other => (shown::words(other, true).0, true),
    };
    let is_text = matches!(shown, Shown::Presence { text: Text::Given(_), .. });
    let (tag, direction) = language::attributes(lcid).filter(|_| is_text).unzip();
    view! {
        <li class="preview__card" class:preview__card--gap=is_gap class:preview__card--current=move || session.viewer.get() == lcid
            data-class=shown::key(shown)>
            <div class="preview__card-language">
                <span class="preview__card-name">{language::name(lcid)}</span><span>{lcid.number()}</span>
            </div>
            <div lang=tag dir=direction>{words}</div>
        </li>
    }
}
