//! How a result comes about, link by link.

use leptos::prelude::*;

use super::super::{
    session::{Reveal, Session},
    shape,
};
use crate::{
    browser::page,
    mapping::{resolve, states::StateNumber},
    source::text::{Part, Span},
};

/// Row, ID, availability and text, each a way to where it is written.
#[component]
pub fn Chain(number: Memo<StateNumber>) -> impl IntoView {
    let session = Session::current();
    let links = Memo::new(move |_| {
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
    });
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
            {move || links.get().into_iter().enumerate().map(item).collect::<Vec<_>>()}
        </ol>
    }
}

#[derive(Clone, PartialEq)]
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

#[derive(Clone, Copy, PartialEq)]
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
