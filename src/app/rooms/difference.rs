//! What is different now from the version that is marked: line by line, for each profile and each of its texts.

use leptos::prelude::*;

use super::state::Rooms;
use crate::browser::clock;
use presence_profile_core::editor::{
    line_difference::Kind,
    version_difference::{self, Row, Section},
};

/// The difference.
#[component]
pub fn Difference(rooms: Rooms) -> impl IntoView {
    let is_none = move || rooms.compared.with(Option::is_none);
    let has_versions = move || rooms.versions.with(|versions| !versions.is_empty());
    let name = move || {
        rooms.compared.with(|compared| {
            compared.as_ref().map_or_else(
                || "Difference".to_owned(),
                |compared| format!("What is different from {}", clock::moment(compared.at)),
            )
        })
    };
    view! {
        <p class="rooms__none" hidden=move || !(is_none() && has_versions() && rooms.version.get().is_none())>
            "Mark a version to see what is different now."
        </p>
        <div class="difference" role="region" tabindex="0" aria-label=name hidden=is_none>
            <h3 class="difference__title">{name}</h3>
            {move || rooms.compared.get().map(|compared| {
                let sections = version_difference::sections(&compared.then, &compared.now);
                match sections.is_empty() {
                    true => view! { <p class="difference__none">"Nothing: the workspace is as it was then."</p> }.into_any(),
                    false => sections.into_iter().map(section).collect_view().into_any(),
                }
            })}
        </div>
    }
}

/// What is different in one text, or of one profile.
pub fn section(section: Section) -> impl IntoView + use<> {
    let Section { of, what, rows } = section;
    view! {
        <section class="difference__part">
            <h4 class="difference__of"><b>{of}</b>" "{what}</h4>
            {(!rows.is_empty()).then(|| view! {
                <pre class="difference__lines">{rows.into_iter().map(row).collect_view()}</pre>
            })}
        </section>
    }
}

fn row(row: Row) -> AnyView {
    let lines = |count: usize| if count == 1 { "1 line".to_owned() } else { format!("{count} lines") };
    let (kind, then, now, text) = match row {
        Row::Folded(count) => {
            return view! { <span class="difference__folded">{format!("{} equal", lines(count))}</span> }.into_any();
        }
        Row::Cut(count) => {
            return view! { <span class="difference__folded">{format!("{} more are not shown", lines(count))}</span> }
                .into_any();
        }
        Row::Line { kind, then, now, text } => (kind, then, now, text),
    };
    let number = |number: Option<usize>| number.map(|number| number.to_string()).unwrap_or_default();
    let (class, sign, said) = match kind {
        Kind::Equal => ("difference__line", " ", None),
        Kind::Removed => ("difference__line difference__line--removed", "\u{2212}", Some("was: ")),
        Kind::Added => ("difference__line difference__line--added", "+", Some("is now: ")),
    };
    view! {
        <span class=class>
            <span class="difference__number" aria-hidden="true">{number(then)}</span><span class="difference__number" aria-hidden="true">{number(now)}</span>
            <span class="difference__sign" aria-hidden="true">{sign}</span>
            {said.map(|said| view! { <span class="visually-hidden">{said}</span> })}
            <span class="difference__text">{text}</span>
        </span>
    }
    .into_any()
}
