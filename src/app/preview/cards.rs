//! A state as viewers of every language see it.

use leptos::prelude::*;

use super::super::{language, session::Session, shown_presence};
use presence_profile_core::{
    editor::rows::{self, ShownPresence, Text},
    mapping::{lcid::Lcid, states::StateNumber},
};

/// The state as viewers of every language see it.
#[component]
pub fn Cards(number: Memo<StateNumber>) -> impl IntoView {
    let session = Session::current();
    let languages = move || session.analysis.with(|read| read.0.languages.clone());
    let card = move |lcid: Lcid| {
        let shown = Memo::new(move |_| session.analysis.with(|read| rows::shown(&read.0, number.get(), lcid)));
        move || shown.with(|shown| card(session, lcid, shown))
    };
    view! {
        <ul class="preview__cards" tabindex="0" aria-label="All languages">
            <For each=languages key=|lcid| *lcid let:lcid>{card(lcid)}</For>
        </ul>
        <p class="preview__footnote">"An illustration; the real client may differ. Texts are matched by the viewer's own language, by exact LCID."</p>
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
    view! {
        <li class="preview__card" class:preview__card--gap=is_gap class:preview__card--current=move || session.viewer.get() == lcid
            data-class=shown_presence::key(shown)>
            <div class="preview__card-language">
                <span class="preview__card-name">{language::name(lcid)}</span><span>{lcid.number()}</span>
            </div>
            <div lang=tag dir=direction>{words}</div>
        </li>
    }
}
