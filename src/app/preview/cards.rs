//! A state as viewers of every language see it.

use leptos::prelude::*;

use super::super::{language, session::Session, shown_presence};
use presence_profile_core::{
    editor::{
        analysis::Analysis,
        rows::{self, ShownPresence, Text},
    },
    mapping::{lcid::Lcid, states::StateNumber},
    source::phrase::counted,
};

/// So many languages have a card each; more of them a line each, so that the tables below keep their room.
const MOST_CARDS: usize = 4;

/// The state as viewers of every language see it.
#[component]
pub fn Cards(number: Memo<StateNumber>) -> impl IntoView {
    let session = Session::current();
    let languages = move || session.analysis.with(|read| read.0.languages.clone());
    let count = Memo::new(move |_| session.analysis.with(|read| read.0.languages.len()));
    let is_list = Memo::new(move |_| MOST_CARDS < count.get());
    let tally = move || {
        let lacks = |read: &Analysis, lcid: &&Lcid| {
            !matches!(rows::shown(read, number.get(), **lcid), ShownPresence::Presence { text: Text::Given(_), .. })
        };
        let without = session.analysis.with(|read| read.0.languages.iter().filter(|lcid| lacks(&read.0, lcid)).count());
        let languages = counted(count.get(), "language", "languages");
        match without {
            0 => format!("{languages}, each with a text. "),
            without => format!("{languages}, {without} without a text. "),
        }
    };
    let card = move |lcid: Lcid| {
        let shown = Memo::new(move |_| session.analysis.with(|read| rows::shown(&read.0, number.get(), lcid)));
        move || shown.with(|shown| card(session, lcid, shown))
    };
    view! {
        <ul class="preview__cards" class:preview__cards--list=move || is_list.get() tabindex="0" aria-label="All languages">
            <For each=languages key=|lcid| *lcid let:lcid>{card(lcid)}</For>
        </ul>
        <p class="preview__footnote">{move || is_list.get().then(tally)}"An illustration; the real client may differ. Texts are matched by the viewer's own language, by exact LCID."</p>
    }
}

fn card(session: Session, lcid: Lcid, shown: &ShownPresence) -> impl IntoView + use<> {
    let (words, is_gap) = match shown {
        ShownPresence::Presence { text: Text::NotDocumented, .. } => {
            ("No text; what the client shows is not documented".to_owned(), true)
        }
        ShownPresence::Presence { text: Text::ClassWord, availability } => {
            (availability.class().word().to_owned(), false)
        }
        ShownPresence::Presence { text: Text::Given(text), .. } => (text.clone(), false),
        other => (other.told(true).0, true),
    };
    let is_text = matches!(shown, ShownPresence::Presence { text: Text::Given(_), .. });
    let (tag, direction) = language::attributes(lcid).filter(|_| is_text).unzip();
    let (name, whole) = (language::name(lcid), words.clone());
    // The name of a language that nobody knows is its number.
    let number = (!name.ends_with(&lcid.number().to_string())).then(|| view! { <span>{lcid.number()}</span> });
    view! {
        <li class="preview__card" class:preview__card--gap=is_gap class:preview__card--current=move || session.viewer.get() == lcid
            data-class=shown_presence::key(shown)>
            <div class="preview__card-language">
                <span class="preview__card-name">{name}</span>{number}
            </div>
            <div class="preview__card-text" title=whole><bdi lang=tag dir=direction>{words}</bdi></div>
        </li>
    }
}
