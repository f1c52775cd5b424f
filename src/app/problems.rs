//! Problems: what could not be read, and where.

use leptos::prelude::*;

use super::{
    session::{Reveal, Session},
    shape,
};
use crate::{editor::analysis::Diagnostic, source::text::Part};

/// The panel.
#[component]
pub fn Problems() -> impl IntoView {
    let session = Session::current();
    let problems = Memo::new(move |_| session.analysis.with(|read| read.0.problems.clone()));
    let count = Memo::new(move |_| problems.with(Vec::len));
    let counts = move || {
        let words = if count.get() == 1 { "1 error".to_owned() } else { format!("{} errors", count.get()) };
        (0 < count.get()).then(|| {
            view! {
                <span class="counts"><span class="counts__item">{shape::missing(14)}{words}</span></span>
            }
        })
    };
    let list = move || {
        if count.get() == 0 {
            return view! { <p class="problems__none">"Both texts could be read to the end."</p> }.into_any();
        }
        let items = problems.get().into_iter().map(|problem| item(session, problem)).collect::<Vec<_>>();
        view! { <ol class="problems__list">{items}</ol> }.into_any()
    };
    view! {
        <section class="panel problems" class:problems--some=move || 0 < count.get() aria-label="Problems">
            <header class="panel__head"><h2 class="panel__title">"Problems"</h2>{counts}</header>
            {list}
        </section>
    }
}

fn item(session: Session, problem: Diagnostic) -> impl IntoView {
    let place = match problem.part {
        Part::Xml => format!("line {}, column {}", problem.position.line, problem.position.column),
        Part::Options => format!("options line {}, column {}", problem.position.line, problem.position.column),
    };
    let (part, span) = (problem.part, problem.span);
    let go = move |_| {
        session.select_at(part, span.start);
        session.show(Reveal { part, span, select: true });
    };
    view! {
        <li class="problems__item">
            <span class="problems__shape">{shape::missing(16)}</span>
            <p class="problems__text">
                <span class="problems__severity problems__severity--error">"error"</span>" "
                <button class="link" type="button" on:click=go>{place}</button>" "
                {spoken(&problem.message)}" "<span class="problems__code">{problem.code}</span>
            </p>
        </li>
    }
}

/// A message, its offending text in the code face.
fn spoken(message: &str) -> Vec<AnyView> {
    let pieces = message.split('`').enumerate().map(|(index, piece)| {
        let piece = piece.to_owned();
        if index % 2 == 1 { view! { <code>{piece}</code> }.into_any() } else { piece.into_any() }
    });
    pieces.collect()
}
