//! Problems: what the laws say of the two texts, and where.

use leptos::prelude::*;

use super::{
    session::{Reveal, Session},
    shape,
};
use crate::{editor::analysis::Finding, rules::diagnostic::Severity, source::text::Part};

/// The panel.
#[component]
pub fn Problems() -> impl IntoView {
    let session = Session::current();
    let problems = Memo::new(move |_| session.analysis.with(|read| read.0.problems.clone()));
    let count = Memo::new(move |_| problems.with(Vec::len));
    let counts = move || {
        let counted = [Severity::Error, Severity::Warning, Severity::Note].map(|severity| {
            let of = problems.with(|found| found.iter().filter(|one| one.diagnostic.severity == severity).count());
            (0 < of).then(|| {
                let words = format!("{of} {}{}", severity.name(), if of == 1 { "" } else { "s" });
                view! { <span class="counts__item">{shape::missing(14)}{words}</span> }
            })
        });
        (0 < count.get()).then(|| view! { <span class="counts">{counted.into_iter().collect::<Vec<_>>()}</span> })
    };
    let list = move || {
        if count.get() == 0 {
            return view! { <p class="problems__none">"No problems: both texts keep all laws."</p> }.into_any();
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

fn item(session: Session, finding: Finding) -> impl IntoView {
    let Finding { position, diagnostic: problem } = finding;
    let place = match problem.part {
        Part::Xml => format!("line {}, column {}", position.line, position.column),
        Part::Options => format!("options line {}, column {}", position.line, position.column),
    };
    let severity = problem.severity.name();
    let (part, span) = (problem.part, problem.span);
    let go = move |_| {
        session.select_at(part, span.start);
        session.show(Reveal { part, span, select: true });
    };
    view! {
        <li class="problems__item">
            <span class="problems__shape">{shape::missing(16)}</span>
            <p class="problems__text">
                <span class=format!("problems__severity problems__severity--{severity}")>{severity}</span>" "
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
