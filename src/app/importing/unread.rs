//! What came in and is not read: refused files with the reason, and files of which somebody must say how they read.

use leptos::prelude::*;

use crate::app::{session::Session, shape};
use presence_profile_core::editor::incoming::inputs::Content;

/// What is shown of an input that is not a text yet.
#[derive(Clone, PartialEq)]
struct Shown {
    input: usize,
    name: String,
    /// Why it is not read.
    reason: String,
    /// How it could be read: encoding and sample.
    readings: Vec<(String, String)>,
    chosen: Option<usize>,
}

/// The inputs that are not read.
#[component]
pub fn Unread() -> impl IntoView {
    let session = Session::current();
    let shown = Memo::new(move |_| {
        session.importing.state.with(|state| {
            let inputs = state.iter().flat_map(|importing| importing.inputs().iter().enumerate());
            let shown = inputs.filter_map(|(input, own)| match &own.content {
                Content::Refused(why) => Some(Shown {
                    input,
                    name: own.name.to_string(),
                    reason: why.clone(),
                    readings: Vec::new(),
                    chosen: None,
                }),
                Content::Unclear { reason, readings, chosen } => Some(Shown {
                    input,
                    name: own.name.to_string(),
                    reason: reason.clone(),
                    readings: readings.iter().map(|own| (own.file.encoding.to_string(), own.sample.clone())).collect(),
                    chosen: *chosen,
                }),
                Content::Text(..) | Content::Tables(_) => None,
            });
            shown.collect::<Vec<Shown>>()
        })
    });
    move || shown.get().into_iter().map(|shown| print(session, shown)).collect_view()
}

fn print(session: Session, shown: Shown) -> AnyView {
    let Shown { input, name, reason, readings, chosen } = shown;
    if readings.is_empty() {
        let remove = format!("Leave out {name}");
        return view! {
            <section class="piece piece--refused">
                <p class="piece__words">{shape::shape("warning", 16)}<span><b>{name}</b>{format!(": not read, {reason}")}</span></p>
                <button class="button button--bare button--icon" type="button" aria-label=remove.clone() title=remove
                    on:click=move |_| session.say_of_import(move |importing, _| importing.remove(input))>{shape::tool("remove")}</button>
            </section>
        }
        .into_any();
    }
    let radio = |(at, (encoding, sample)): (usize, (String, String))| {
        view! {
            <label class="reading">
                <input type="radio" name=format!("import-reading-{input}") prop:checked=chosen == Some(at)
                    on:change=move |_| session.say_of_import(move |importing, present| importing.read_as(input, at, present)) />
                <span class="reading__name">{encoding}</span>
                <code class="reading__sample">{sample}</code>
            </label>
        }
    };
    let readings = readings.into_iter().enumerate().map(radio).collect_view();
    view! {
        <section class="piece">
            <p class="piece__words">{shape::shape("warning", 16)}<span><b>{name.clone()}</b>{format!(": {reason}. Take the reading that is right.")}</span></p>
            <div class="piece__readings" role="radiogroup" aria-label=format!("Read {name} as")>{readings}</div>
        </section>
    }
    .into_any()
}
