//! The pieces of what came in: what each is, a few of its lines, and what is mended in it.

use leptos::prelude::*;
use web_sys::{HtmlInputElement, HtmlSelectElement};

use super::runs;
use crate::{
    app::{session::Session, shape},
    browser::{cells, page},
};
use presence_profile_core::{
    editor::incoming::{excerpt::Run, kind::Kind, piece::Piece, repairs::Repair},
    source::phrase::counted,
};

/// What is shown of a piece.
#[derive(Clone, PartialEq)]
struct Shown {
    number: Option<usize>,
    kind: Kind,
    is_ticked: bool,
    facts: String,
    excerpt: Vec<Vec<Run>>,
    told: Vec<String>,
}

impl Shown {
    fn of(piece: &Piece, number: Option<usize>) -> Shown {
        let place = match piece.lines {
            Some((from, to)) if from == to => format!("{}, line {from}: ", piece.origin),
            Some((from, to)) => format!("{}, lines {from} to {to}: ", piece.origin),
            None => format!("{}: ", piece.origin),
        };
        let mut told: Vec<String> = Vec::new();
        if !piece.is_ticked && !piece.why_off.is_empty() {
            told.push(format!("Not ticked: {}", piece.why_off));
        }
        if piece.is_language {
            told.push("Entries that the profile lacks come only if you take them".to_owned());
        }
        told.extend(piece.told().iter().cloned());
        told.extend(piece.lost().iter().map(|lost| format!("Not read: {lost}")));
        told.extend(piece.left_alone().iter().map(|left| format!("Left alone: {left}")));
        if !piece.values().beside.is_empty() {
            told.push(format!(
                "Kept with a whole file and with entries that are new: {}",
                piece.values().beside.join(", ")
            ));
        }
        Shown {
            number,
            kind: piece.kind,
            is_ticked: piece.is_ticked,
            facts: place + &piece.facts(),
            excerpt: piece.excerpt().to_vec(),
            told,
        }
    }
}

/// The pieces that are read, and behind them what is not.
#[component]
pub fn Pieces() -> impl IntoView {
    let session = Session::current();
    let of_kind = move |is_read: bool| {
        Memo::new(move |_| {
            session.importing.state.with(|state| {
                let pieces = state.iter().flat_map(|importing| importing.pieces().iter().enumerate());
                pieces.filter(|(_, piece)| piece.is_read() == is_read).map(|(at, _)| at).collect::<Vec<usize>>()
            })
        })
    };
    let (read, left) = (of_kind(true), of_kind(false));
    let left_words = move || format!("Left out: {}", counted(left.with(Vec::len), "piece", "pieces"));
    view! {
        <For each=move || read.get() key=|at| *at let:at><One at /></For>
        <Show when=move || left.with(|left| !left.is_empty())>
            <details class="piece piece--left" id="import-left-out">
                <summary class="piece__summary">{left_words}</summary>
                <ul class="left" aria-label="Left out">
                    <For each=move || left.get() key=|at| *at let:at><LeftOut at /></For>
                </ul>
            </details>
        </Show>
    }
}

fn shown(session: Session, at: usize) -> Memo<Option<Shown>> {
    Memo::new(move |_| {
        session.importing.state.with(|state| {
            let importing = state.as_ref()?;
            Some(Shown::of(importing.pieces().get(at)?, importing.number_of(at)))
        })
    })
}

#[component]
fn One(at: usize) -> impl IntoView {
    let session = Session::current();
    let shown = shown(session, at);
    let with =
        move |read: fn(&Shown) -> String| move || shown.with(|shown| shown.as_ref().map(read).unwrap_or_default());
    let name =
        move || shown.with(|shown| format!("Piece {}", shown.as_ref().and_then(|own| own.number).unwrap_or_default()));
    let is_ticked = move || shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.is_ticked));
    let repairs = Memo::new(move |_| {
        session.importing.state.with(|state| {
            let piece = state.as_ref().and_then(|importing| importing.pieces().get(at));
            piece.map(|piece| piece.repairs().to_vec()).unwrap_or_default()
        })
    });
    let tick = move |event| {
        let is_ticked = event_target::<HtmlInputElement>(&event).checked();
        session.say_of_import(move |importing, _| importing.tick(at, is_ticked));
    };
    view! {
        <section class="piece" class:piece--off=move || !is_ticked() aria-label=name>
            <header class="piece__head">
                <label class="piece__name"><input type="checkbox" prop:checked=is_ticked on:change=tick /><span class="piece__number">{name}</span></label>
                {kinds(session, at, shown)}
            </header>
            <p class="piece__facts">{with(|shown| shown.facts.clone())}</p>
            {move || shown.with(|shown| shown.as_ref().map(|shown| excerpt(&shown.excerpt, &name())))}
            <ul class="repairs" aria-label=move || format!("Repairs of {}", name())>
                <For each=move || repairs.get().into_iter().map(|repair| repair.key) key=String::clone let:key>
                    {repair(session, at, key, repairs)}
                </For>
            </ul>
            {move || shown.with(|shown| shown.as_ref().filter(|shown| !shown.told.is_empty()).map(|shown| {
                let told = shown.told.iter().map(|told| view! { <li class="told__item">{told.clone()}</li> });
                view! { <ul class="told">{told.collect_view()}</ul> }
            }))}
        </section>
    }
}

/// Finds the pieces that are left out.
const LEFT_OUT: &str = "#import-left-out";

fn list_id(at: usize) -> String {
    format!("import-read-as-{at}")
}

/// A piece that is left out or taken again goes to another place, and its list with it: the focus follows.
fn follow(at: usize) {
    if !cells::focus_is_lost() {
        return;
    }
    page::focus_id(&list_id(at));
    if cells::focus_is_lost()
        && let Some(left_out) = page::found(LEFT_OUT)
    {
        // What is folded takes no focus. An attribute of this name can always be set.
        let _ = left_out.set_attribute("open", "");
        page::focus_id(&list_id(at));
    }
}

/// What a piece is read as, by a list.
fn kinds(session: Session, at: usize, shown: Memo<Option<Shown>>) -> impl IntoView {
    let kind = move || shown.with(|shown| shown.as_ref().map_or(Kind::LeftOut, |shown| shown.kind));
    let choose = move |event| {
        let chosen = event_target::<HtmlSelectElement>(&event).selected_index();
        let kind = usize::try_from(chosen).ok().and_then(|chosen| Kind::CHOICES.get(chosen));
        if let Some(kind) = kind {
            session.say_of_import(move |importing, _| importing.take_for(at, *kind));
            cells::after_rendering(move || follow(at));
        }
    };
    let options = Kind::CHOICES.into_iter().map(|own| {
        view! { <option prop:selected=move || kind() == own>{own.name()}</option> }
    });
    view! {
        <span class="pick piece__kind">
            <select class="pick__select" id=list_id(at) aria-label="Read as" on:change=choose>{options.collect_view()}</select>
            {shape::pick_arrow()}
        </span>
    }
}

fn excerpt(lines: &[Vec<Run>], name: &str) -> impl IntoView + use<> {
    let lines = lines.iter().map(|line| view! { <span class="excerpt__line">{runs::line(line)}</span> });
    view! { <pre class="excerpt" tabindex="0" role="region" aria-label=format!("Lines of {name}")>{lines.collect_view()}</pre> }
}

fn repair(session: Session, at: usize, key: String, repairs: Memo<Vec<Repair>>) -> impl IntoView {
    let own = {
        let key = key.clone();
        Memo::new(move |_| repairs.with(|repairs| repairs.iter().find(|repair| repair.key == key).cloned()))
    };
    let with = move |read: fn(&Repair) -> String| move || own.with(|own| own.as_ref().map(read).unwrap_or_default());
    let is_on = move || own.with(|own| own.as_ref().is_some_and(|own| own.is_on));
    let keeps = move || own.with(|own| own.as_ref().is_none_or(|own| own.keeps_meaning));
    let turn = move |_| {
        let key = key.clone();
        session.say_of_import(move |importing, _| importing.turn(at, &key));
    };
    view! {
        <li class="repairs__item">
            <label class="repairs__label">
                <input type="checkbox" prop:checked=is_on on:change=turn />
                <span class="repairs__words">{with(|own| own.label.clone())}<small class="repairs__detail">{with(|own| own.detail.clone())}</small></span>
                <small class="repairs__fate" class:repairs__fate--changes=move || !keeps()>{move || if keeps() { "meaning kept" } else { "changes text" }}</small>
            </label>
        </li>
    }
}

#[component]
fn LeftOut(at: usize) -> impl IntoView {
    let session = Session::current();
    let shown = shown(session, at);
    let words = move || {
        shown.with(|shown| {
            shown.as_ref().map(|shown| {
                let first =
                    shown.excerpt.first().map(|line| line.iter().map(|run| run.text.as_str()).collect::<String>());
                (shown.facts.clone(), first.unwrap_or_default())
            })
        })
    };
    // It is read alone, or not at all.
    let is_workspace =
        Memo::new(move |_| shown.with(|shown| shown.as_ref().is_some_and(|own| own.kind == Kind::Workspace)));
    let is_workspace = move || is_workspace.get();
    view! {
        <li class="left__item">
            <p class="left__words">{move || words().map(|(facts, first)| view! { {facts}<code class="left__line">{first}</code> })}</p>
            {move || (!is_workspace()).then(|| kinds(session, at, shown))}
        </li>
    }
}
