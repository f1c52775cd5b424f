//! A state as viewers of every language see it.

use leptos::prelude::*;

use super::super::{language, session::Session, shown};
use crate::{
    editor::rows::{self, Shown, Text},
    mapping::{lcid::Lcid, states::StateNumber},
};

/// The state as viewers of every language see it.
#[component]
pub fn Cards(number: Memo<StateNumber>) -> impl IntoView {
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
