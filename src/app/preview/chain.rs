//! How a result comes about, link by link.

use leptos::prelude::*;

use super::super::{
    session::{Reveal, Session},
    shape,
};
use crate::browser::page;
use presence_profile_core::{
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
            let viewer = session.viewer.get();
            let found = resolve::push(&read.0.options.aggregated_states, &read.0.map, number, viewer);
            let mut links = vec![Link::new(format!("row {}", number.number()), false, LinkTarget::Row)];
            let Some(id) = found.id else {
                links.push(Link::new("not set".to_owned(), true, LinkTarget::Row));
                return links;
            };
            links.push(Link { is_code: true, ..Link::new(id.to_owned(), false, LinkTarget::Id) });
            if found.entry.is_none() {
                links.push(Link::new("no entry".to_owned(), true, LinkTarget::Id));
                return links;
            }
            links.push(match found.availability {
                Some(number) => {
                    Link::new(format!("{} {}", number.number(), number.class().word()), false, LinkTarget::Availability)
                }
                None => Link::new("no availability".to_owned(), true, LinkTarget::Availability),
            });
            let has_text = found.activity.is_some();
            let words = if has_text { "text" } else { "no text" };
            links.push(Link::new(format!("{words} {}", viewer.number()), !has_text, LinkTarget::Text));
            links
        })
    });
    let item = move |(index, link): (usize, Link)| {
        let words = if link.is_code { view! { <code>{link.words}</code> }.into_any() } else { link.words.into_any() };
        view! {
            <li class="chain__link" class:chain__link--broken=link.is_broken>
                {(0 < index).then(|| view! { <span class="chain__arrow">{shape::shape("arrow", 12)}</span> })}
                <button class="chain__button" type="button" on:click=move |_| go(session, number.get_untracked(), link.target)>{words}</button>
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

/// A link by its words: where it leads is asked when it is followed, so that a keystroke before that place changes no link.
#[derive(Clone, PartialEq)]
struct Link {
    words: String,
    is_broken: bool,
    is_code: bool,
    target: LinkTarget,
}

impl Link {
    fn new(words: String, is_broken: bool, target: LinkTarget) -> Link {
        Link { words, is_broken, is_code: false, target }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum LinkTarget {
    Row,
    Id,
    Availability,
    Text,
}

fn go(session: Session, number: StateNumber, target: LinkTarget) {
    match place(session, number, target) {
        None => page::focus_in("[aria-label=\"Aggregated states\"] .cell--active"),
        Some((part, span)) => {
            session.show(Reveal { place: session.place(part), span, select: true });
            session.select_row(number);
        }
    }
}

/// Where a step is written; the row itself is in no text.
fn place(session: Session, number: StateNumber, target: LinkTarget) -> Option<(Part, Span)> {
    session.analysis.with_untracked(|read| {
        let (states, map) = (&read.0.options.aggregated_states, &read.0.map);
        let found = resolve::push(states, map, number, session.viewer.get_untracked());
        let entry = || found.entry.map(|entry| &map.entries[entry]);
        let span = match target {
            LinkTarget::Row => return None,
            LinkTarget::Id => return Some((Part::Options, states.of(number)?.span)),
            LinkTarget::Availability => {
                let entry = entry()?;
                entry.availability.as_ref().map_or(entry.start_tag, |written| written.span)
            }
            LinkTarget::Text => {
                let entry = entry()?;
                found.activity.map_or(entry.start_tag, |activity| entry.activities[activity].text.span)
            }
        };
        Some((Part::Xml, span))
    })
}
